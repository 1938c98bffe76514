"""The four operations on batches: requests that chat, responses, messages and embeddings answer."""

from __future__ import annotations

import json
import re
import secrets
from http import HTTPStatus
from math import inf
from typing import TYPE_CHECKING, Any

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.answers import error_content, error_response
from openrouter_core.testing.budgets import admit, credits_left
from openrouter_core.testing.clock import seconds
from openrouter_core.testing.contract import JSON, NO_MONEY, contract
from openrouter_core.testing.endpoints.chat import Chat
from openrouter_core.testing.endpoints.embeddings import Embeddings
from openrouter_core.testing.endpoints.messages import Messages
from openrouter_core.testing.endpoints.responses import Responses
from openrouter_core.testing.jobs import Jobs, check_callback
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.schemas import Schemas, Wrong
from openrouter_core.testing.state import given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Batches"]

_LIMIT = 20
_MOST = 100
_DAY = 86_400
_RESULTS = "results of batches"
_FUNCTIONS = {
    "/v1/chat/completions": "chat_send",
    "/v1/responses": "responses_send",
    "/v1/messages": "messages_create",
    "/v1/embeddings": "embeddings_generate",
}
# What the contract calls an error (`ApiErrorType`), by its status.
_KINDS = {
    400: "invalid_request",
    402: "payment_required",
    403: "permission_denied",
    404: "not_found",
    408: "timeout",
    429: "rate_limit_exceeded",
    502: "provider_unavailable",
    503: "provider_overloaded",
    529: "provider_overloaded",
}


class Batches:
    """The operations over one state."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._jobs = Jobs(state, "batches", "validating")
        families = (Chat(state), Responses(state), Messages(state), Embeddings(state))
        self._run = {name: run for family in families for name, run in family.behaviours().items()}

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "batch_list": self.list,
            "batch_create_batches": self.create,
            "batch_get_batches": self.get,
            "batch_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer a page of batches without their results, the newest one first."""
        limit, known = call.query.get("limit", _LIMIT), contract().schema("BatchListStatus")["enum"]
        statuses = call.query.get("status", known)
        if not 1 <= limit <= _MOST:
            raise BadRequest(f"limit: must be an integer from 1 to {_MOST}")
        if not set(statuses) <= set(known):
            raise BadRequest(f"status: must be one of {', '.join(known)}")
        begin, end = _time(call, "created_after", -inf), _time(call, "created_before", inf)
        found = [self._shown(job) for job in self._older(call) if begin < job["fields"]["created_at"] < end]
        found = [each for each in found if each["status"] in statuses]
        page = found[:limit]
        return JSONResponse(
            {
                "object": "list",
                "data": page,
                "has_more": len(found) > limit,
                "first_id": page[0]["id"] if page else None,
                "last_id": page[-1]["id"] if page else None,
            }
        )

    def create(self, call: Call) -> Response:
        """Keep a batch, and answer its requests at once; the answers are shown when its time is over."""
        requests, endpoint = call.body["requests"], call.body["endpoint"]
        if endpoint not in _FUNCTIONS:
            raise BadRequest(f"endpoint: must be one of {', '.join(_FUNCTIONS)}")
        _check_ids(requests)
        check_callback(call)
        results = [self._result(call, _FUNCTIONS[endpoint], each) for each in requests]
        fields = self._fields(call, _counts(len(requests)))
        failed = sum(each["error"] is not None for each in results)
        ended = {"request_counts": _counts(len(results), failed, len(results) - failed), "usage": _usage(results)}
        self._state.records.put(call.account_id, _RESULTS, fields["id"], {"results": results})
        return JSONResponse(self._jobs.begin(call, fields, ended), 202)

    def get(self, call: Call) -> Response:
        """Answer a batch, with its results once it is completed, unless the account owes something."""
        batch = self._shown(self._jobs.find(call, call.path["id"]))
        if batch["finalized_at"] is not None:
            if credits_left(self._state, call) < 0:
                withheld = error_content(NO_MONEY, "Insufficient credits: the results are withheld", "openrouter")
                return JSONResponse({**batch, **withheld}, NO_MONEY)
            batch |= self._state.records.get(call.account_id, _RESULTS, batch["id"]) or {}
        return JSONResponse(batch)

    def delete(self, call: Call) -> Response:
        """Delete a batch that is completed, with its results."""
        batch_id = call.path["id"]
        job = self._jobs.find(call, batch_id)
        if not self._jobs.is_over(job):
            raise HTTPException(409, "The batch is still in progress")
        self._jobs.remove(call, batch_id)
        self._state.records.remove(call.account_id, _RESULTS, batch_id)
        upstream = {"provider": job["fields"]["provider"], "status": "deleted"}
        return JSONResponse(
            {"id": batch_id, "object": "batch", "deletion": {"openrouter": "deleted", "upstream": upstream}}
        )

    def _fields(self, call: Call, counts: Mapping[str, int]) -> dict[str, Any]:
        """Return a batch of which nothing is done."""
        created = int(self._state.clock())
        made = {
            "id": f"batch_{secrets.token_hex(12)}",
            "created_at": created,
            "expires_at": created + _DAY,
            "provider": self._state.catalogue.served_by(call.body["model"]),
            "request_counts": counts,
        }
        return self._state.samples.record("BatchObject", {**given(call), **made})

    def _shown(self, job: Mapping[str, Any]) -> dict[str, Any]:
        batch = self._jobs.shown(job)
        return {**batch, "finalized_at": int(job["ends"]) if batch["status"] == "completed" else None}

    def _older(self, call: Call) -> Sequence[Mapping[str, Any]]:
        """Return the batches before the one that the page before ended with, the newest one first."""
        found, after = self._jobs.newest(call), call.query.get("after")
        if after is None:
            return found
        ids = [each["fields"]["id"] for each in found]
        if after not in ids:
            raise BadRequest("after: names no batch")
        return found[ids.index(after) + 1 :]

    def _result(self, call: Call, function: str, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Answer a single request as its endpoint would."""
        response = self._answer(call, function, {"model": call.body["model"], **request["body"]})
        content = json.loads(bytes(response.body))
        result = {"id": f"batch_req_{secrets.token_hex(12)}", "custom_id": request["custom_id"]}
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            return {**result, "response": None, "error": _error(response.status_code, content["error"]["message"])}
        for choice in content.get("choices", ()):
            choice["native_finish_reason"] = choice["finish_reason"]  # which chat need not tell, but a batch does
        answer = {"status_code": response.status_code, "request_id": content.get("id"), "body": content}
        return {**result, "response": answer, "error": None}

    def _answer(self, call: Call, function: str, body: Mapping[str, Any]) -> Response:
        operation = contract().operations[function]
        wrong = Schemas(contract()).wrong(operation.bodies[JSON], body)
        if wrong is None and body.get("stream"):
            wrong = Wrong("stream", "cannot be true in a batch")
        try:
            if wrong is not None:
                return error_response(400, str(wrong))
            single = admit(self._state, attrs.evolve(call, operation=operation, body=body))
            return self._run[function](single)
        except BadRequest as error:
            return error_response(400, str(error))
        except HTTPException as error:
            return error_response(error.status_code, error.detail)


def _check_ids(requests: Sequence[Mapping[str, Any]]) -> None:
    if not requests:
        raise BadRequest("requests: must not be empty")
    seen: set[str] = set()
    for index, each in enumerate(requests):
        if each["custom_id"] in seen:
            raise BadRequest(f"requests[{index}].custom_id: is that of another request, too")
        seen.add(each["custom_id"])


def _counts(total: int, failed: int = 0, completed: int = 0) -> Mapping[str, int]:
    return {"completed": completed, "failed": failed, "total": total}


def _error(status: int, message: str) -> Mapping[str, object]:
    kind = _KINDS.get(status, "server")
    path = re.match(r"[\w.\[\]]+(?=: )", message) if status == HTTPStatus.BAD_REQUEST else None
    return {"message": message, "param": path and path[0], "type": kind, "error_type": kind}


def _usage(results: Sequence[Mapping[str, Any]]) -> Mapping[str, object]:
    """Return what the answers used together, each in the words of its endpoint."""
    used = [each["response"]["body"]["usage"] for each in results if each["response"] is not None]

    def total(*names: str) -> float:
        return sum(each.get(name) or 0 for each in used for name in names)

    prompt = total("prompt_tokens", "input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens")
    completion = total("completion_tokens", "output_tokens")
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "cost": round(total("cost"), 12),
        "is_byok": False,
    }


def _time(call: Call, name: str, absent: float) -> float:
    """Return a bound of the query, which is a time, a date or seconds since 1970."""
    text = call.query.get(name)
    try:
        return absent if text is None else float(text) if text.isdecimal() else seconds(text)
    except ValueError:
        raise BadRequest(f"{name}: must be a time such as 2027-12-31T23:59:59Z, or seconds since 1970") from None
