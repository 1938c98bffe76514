"""What the local OpenRouter has answered to many clients, held against what it must answer.

Here lives what must be so. Who asks, and how, is `load`'s.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Checker", "Exchange", "Record", "State", "content"]

Record: TypeAlias = dict[str, Any]
# The answers to the lists of an account, page by page, by what was asked for.
State: TypeAlias = "Mapping[str, Sequence[Any]]"

_UNEXPECTED = "not the status that was to be expected"
# What else than its own requests changes of a key.
_MOVING = frozenset(("usage_daily", "usage_weekly", "usage_monthly", "limit_remaining", "last_used_at"))


@attrs.frozen
class Exchange:
    """One request and its answer, as the client that sent it saw them; without an answer the status is 0.

    The path is that of what was made, where something was. The key is the hash of the API key that the request came
    with, if it is not the account's own.
    """

    client: int
    account: str
    method: str
    path: str
    sent: Record
    status: int
    answer: Any
    seconds: float
    key: str = ""


@attrs.define
class _Account:
    """What an account must hold: what was made and what was completed, by its path; and what it has cost."""

    kept: dict[str, Record] = attrs.field(factory=dict[str, Record])
    completed: dict[str, Record] = attrs.field(factory=dict[str, Record])
    cost: Decimal = Decimal()
    orders: dict[tuple[str, str], list[int]] = attrs.field(factory=lambda: defaultdict(list))


class Checker:
    """Takes each exchange as it comes, and the final state at the end; `differences` is what was wrong.

    A client's exchanges must come in their order; the clients have nothing in common.
    """

    def __init__(self, models: Any) -> None:  # noqa: ANN401 - an answer
        self.differences: list[str] = []
        self._models = models
        self._prices = {each["id"]: each["pricing"] for each in models["data"]}
        self._accounts: dict[str, _Account] = defaultdict(_Account)

    def note(self, exchange: Exchange) -> None:
        """Check an answer, and remember what follows from it."""
        wrong = self._wrong(exchange, self._accounts[exchange.account])
        if wrong:
            sent = f"client {exchange.client}: {exchange.method} {exchange.path} {exchange.sent}"
            self.differences.append(f"{sent}: {wrong}: {exchange.status} {exchange.answer}")

    def compare(self, state: Mapping[str, State]) -> None:
        """Check the final state of every account."""
        for name, lists in state.items():
            account = self._accounts[name]
            self.differences += [
                f"{name}, {asked}: {wrong}"
                for asked, pages in lists.items()
                for wrong in _wrong_list(asked, pages, account)
            ]
            self.differences += [f"{name}, {wrong}" for wrong in _wrong_orders(account.orders)]

    def _wrong(self, exchange: Exchange, account: _Account) -> str | None:
        """Return what is wrong with an answer."""
        path, answer, expected = exchange.path, exchange.answer, None
        match exchange.method, re.split("[/?]", path)[1:], exchange.status:
            case "GET", ["models"], 200:
                expected = self._models
            case "GET", ["generation", _], 200:
                expected, answer = account.completed.pop(path, None), _looked_up(answer["data"])
            case "GET", ["files", _, "content"], 200:
                known = account.kept.get(path.removesuffix("/content"))
                expected = known and content(known["filename"])
            case "POST", ["chat", _], 200 | 401:
                return self._wrong_completion(exchange, account)
            case _, ["byok" | "keys" | "files", _], _:
                return _wrong_record(exchange, account, account.kept.get(path))
            case _:
                return _UNEXPECTED
        return _same(expected, answer)

    def _wrong_completion(self, exchange: Exchange, account: _Account) -> str | None:
        key = account.kept.get(f"/keys/{exchange.key}")
        if exchange.status == 401:
            return None if exchange.key and key is None else "the key is a good one"
        sent, found = exchange.sent, _streamed(exchange.answer) if exchange.sent["stream"] else _whole(exchange.answer)
        text, price = sent["messages"][-1]["content"], self._prices[sent["model"]]
        words = len(text.split())
        cost = words * (Decimal(price["prompt"]) + Decimal(price["completion"])) + Decimal(price.get("request", 0))
        account.cost += cost
        made = {"model": sent["model"], "prompt": words, "completion": words, "cost": float(cost)}
        if exchange.key:
            if key is None:
                return "its key had been deleted"
            key["usage"] = round(key["usage"] + float(cost), 12)
        path = f"/generation?id={found.get('id')}"
        if path in account.completed:
            return "an id that was given out before"
        account.completed[path] = {"id": found.get("id"), **made, "streamed": sent["stream"]}
        return _same({"id": found.get("id"), "text": text, **made}, found)


def content(filename: str) -> str:
    """Return what is in the file of that name."""
    return f"{filename}\n" * 100


def _whole(answer: Any) -> Record:  # noqa: ANN401 - an answer
    """Return what a completion says."""
    (choice,) = answer["choices"]
    return _completion(answer, choice["message"]["content"], choice["finish_reason"])


def _streamed(answer: Any) -> Record:  # noqa: ANN401 - an answer
    """Return what a stream says, if it is a whole one."""
    *events, done, rest = [each for each in str(answer).split("\n\n") if not each.startswith(":")]
    if (done, rest) != ("data: [DONE]", ""):
        return {"stream": "without an end"}
    chunks = [json.loads(each.removeprefix("data: ")) for each in events]
    choices = [choice for chunk in chunks for choice in chunk["choices"]]
    if len({chunk["id"] for chunk in chunks}) != 1:
        return {"stream": "of several ids"}
    text = "".join(choice["delta"].get("content", "") for choice in choices)
    return _completion(chunks[-1], text, choices[-1]["finish_reason"])


def _completion(answer: Record, text: str, finish_reason: str) -> Record:
    usage = answer["usage"]
    told = {"id": answer["id"], "text": text, "model": answer["model"], "prompt": usage["prompt_tokens"]}
    told |= {"completion": usage["completion_tokens"], "cost": usage["cost"]}
    return told if finish_reason == "stop" else told | {"finish_reason": finish_reason}


def _looked_up(found: Record) -> Record:
    told = {"id": found["id"], "model": found["model"], "prompt": found["tokens_prompt"]}
    return told | {
        "completion": found["tokens_completion"],
        "cost": found["total_cost"],
        "streamed": found["streamed"],
    }


def _wrong_record(exchange: Exchange, account: _Account, known: Record | None) -> str | None:
    """Apply a request for something that is kept, and say what is wrong with its answer."""
    path, found = exchange.path, _record(exchange.answer)
    match exchange.method, exchange.status:
        case "POST", 200 | 201:
            account.kept[path] = found
            if "sort_order" in found:
                account.orders[found["workspace_id"], found["provider"]].append(found["sort_order"])
            return "an id that was given out before" if known else _same(found | _shown(exchange.sent), found)
        case "PATCH", 200 if known is not None:
            account.kept[path] = {**known, **_shown(exchange.sent), **_dated(found)}
            return _same(account.kept[path], found)
        case "GET", 200:
            return _same(known, found)
        case "GET", 404:
            return f"it was acknowledged as {known}" if known else None
        case "DELETE", 200:
            account.kept.pop(path, None)
            is_deleted = exchange.answer.get("deleted") or exchange.answer.get("type") == "file_deleted"
            return None if known and is_deleted else "no deletion of what there was"
        case _:
            return _UNEXPECTED


def _record(answer: Any) -> Record:  # noqa: ANN401 - an answer
    """Return what an answer tells of something that is kept, if it does."""
    found: Record = answer.get("data", answer) if hasattr(answer, "get") else {}
    return {name: value for name, value in found.items() if name not in _MOVING}


def _dated(found: Record) -> Record:
    return {"updated_at": found["updated_at"]} if "updated_at" in found else {}


def _shown(sent: Record) -> Record:
    """Return what an answer must show of the fields that were sent: another client's has another name and label."""
    shown = {name: value for name, value in sent.items() if name != "key"}
    if "filename" in sent:
        return shown | {"size_bytes": len(content(sent["filename"]))}
    return shown | {"label": f"{sent['key'][:3]}...{sent['key'][-4:]}"} if "key" in sent else shown


def _same(expected: object, found: object) -> str | None:
    return None if expected == found else f"is not what was acknowledged, {expected}"


def _wrong_orders(orders: Mapping[tuple[str, str], Sequence[int]]) -> Iterator[str]:
    """Check that `sort_order` counts up, without a gap, for each provider in the account's one workspace."""
    for (workspace_id, provider), given in orders.items():
        if sorted(given) != list(range(len(given))):
            yield f"{workspace_id}, {provider}: sort_order was not given out once each: {sorted(given)}"
    if len({workspace_id for workspace_id, _ in orders}) > 1:
        yield "the credentials are in more than one workspace"


def _wrong_list(asked: str, pages: Sequence[Any], account: _Account) -> Iterator[str]:
    """Compare the pages of a list with what must be in it."""
    if asked == "/credits":
        used, cost = pages[0]["data"]["total_usage"], float(account.cost)
        if round(used, 9) != round(cost, 9):
            yield f"total_usage is {used}, what was answered cost {cost}"
        return
    family, _, provider = asked.partition("?provider=")
    expected = {
        path: each
        for path, each in account.kept.items()
        if path.startswith(f"{family}/") and provider in {"", each.get("provider")}
    }
    listed = [_record(each) for page in pages for each in page["data"] if each.get("name") != "Local key"]
    found = {f"{family}/{each.get('hash') or each['id']}": each for each in listed}
    totals = {page["total_count"] for page in pages if "total_count" in page}
    if totals - {len(expected)}:
        yield f"total_count is {totals}, acknowledged are {len(expected)}"
    if len(found) != len(listed):
        yield "something is listed twice"
    orders = [each["sort_order"] for each in listed if "sort_order" in each]
    if orders != sorted(orders):
        yield "the list is not in ascending sort_order"
    for path in expected.keys() | found.keys():
        if expected.get(path) != found.get(path):
            yield f"{path} is {found.get(path)}, acknowledged was {expected.get(path)}"
