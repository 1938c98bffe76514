"""Fills `function.py.jinja`, the skeleton of `openrouter_funcs/<function>.py`, for one endpoint after the other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from openrouter_core import errors
from openrouter_funcs._generate import decisions, text
from openrouter_funcs._generate.contract import FORM, MULTIPART, Endpoint
from openrouter_funcs._generate.names import pascal, snake
from openrouter_funcs._generate.symbols import Field, Symbol, Symbols, names_in

if TYPE_CHECKING:
    from openrouter_funcs._generate.models import Models
    from openrouter_funcs._generate.words import Words

_USUAL = {"GET": "read", "POST": "add"}


class Functions:
    """The modules of functions."""

    def __init__(self, symbols: Symbols, words: Words, models: Models) -> None:
        self._symbols, self._words, self._models = symbols, words, models
        skeletons = Environment(  # noqa: S701 - it is Python that is written
            loader=FileSystemLoader(Path(__file__).parent),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._skeleton = skeletons.get_template("function.py.jinja")

    def module(self, each: Endpoint) -> str:
        """Return the text of a function's module."""
        result, event = self._symbols.results[each.function], self._symbols.events.get(each.function, "")
        request, item = self._symbols.requests[each.function], self._symbols.item(each)
        error, value = f"{pascal(each.function)}Error", "None" if result == "NoneType" else result
        returned = f"Page[{result}, {item}, {error}]" if item else f"Download[{error}]" if each.download else value
        types = [request, result, event]
        return self._skeleton.render(
            paragraph=text.paragraph,
            docstring=text.docstring,
            error_class=error_class,
            of_module=self._of_module,
            as_class=self._class,
            first=text.FIRST,
            each=each,
            name=each.function,
            title=self._words.of(decisions.topic(each.function), each.function),
            kind="_pages" if item else "_download" if each.download else "",
            request=request,
            result=result,
            value=value,
            event=event,
            error=error,
            returned=returned,
            item=item,
            cast=any("cast(" in self._class(kind) for kind in (result, event)),
            imports=self._by_home([*types, item]),
            homes=list(self._by_home(types)),
            classes=[*map(error_class, each.errors), *["StreamError"] * bool(event), *["PaginationError"] * bool(item)],
            path=re.sub(r"(?<=\{)[^}]+", lambda found: snake(found[0]), each.path),
            more=self._more(each, event),
            following=_following(each) if item else "",
            id=self._id(item),
            paging_of_its_own=decisions.PAGING.get(each.function, ""),
            **self._words_of(each, value, item),
        )

    def _more(self, each: Endpoint, event: str) -> list[str]:
        """Return what an operation states beside what all state."""
        query, headers = ([one for one in each.parameters if one.place == place] for place in ("query", "header"))
        secrets = [name for name in map(snake, (one.wire for one in each.parameters)) if self._is_secret(each, name)]
        last = decisions.LAST.get(each.function)
        stated = {
            f'effect="{decisions.effect(each)}"': decisions.effect(each) != _USUAL.get(each.method, "set"),
            f"secrets={tuple(secrets)!r}": secrets,
            f"query={tuple(snake(one.wire) for one in query)!r}": query,
            f"headers={ {snake(one.wire): one.wire for one in headers}!r}": headers,
            f"streaming=Streaming(event={self._class(event)}{f', last={last!r}' if last else ''})": event,
            f"body={bool(each.encoding)}": (each.method in {"POST", "PATCH", "PUT"}) != bool(each.encoding),
            'upload="file"': each.encoding == MULTIPART,
            "form=True": each.encoding == FORM,
            "at_origin=True": each.at_origin,
        }
        return [given for given, is_stated in stated.items() if is_stated]

    def _words_of(self, each: Endpoint, value: str, item: str) -> dict[str, object]:
        topic, name, words = decisions.topic(each.function), each.function, self._words
        own = words.maybe(topic, name, "about").split("\n\n")
        effect = decisions.effect(each)
        about = [*own, words.maybe("common", "keys", each.key), words.maybe("common", "effects", effect)]
        source = f"Source: `{each.method} {each.path}`, operation `{each.operation_id}`."
        returns = words.of(topic, name, "returns")
        ok = f"`Ok({value})`, {returns}"
        if item:
            page = f"{'an' if value[0] in 'AEIOU' else 'a'} `{value}`"
            ok = f"`Ok(Page)`: its `result` is {page}, and `items()` walks over this and every later page, {returns}"
        if each.download:
            ok = f"`Ok(Download)` as soon as the head of the response is there, {returns}"
        return {
            "about": [part for part in about if part.strip()],
            "parameters": [self._parameter(symbol, one) for symbol, one in self._parameters(each)],
            "ok": ok,
            "failures": [(status, self._failure(each, status, effect)) for status in each.errors],
            "source": source,
            "stream": self._stream(each) if each.stream else {},
        }

    def _parameters(self, each: Endpoint) -> list[tuple[Symbol, Field]]:
        request = self._symbols.all[self._symbols.requests[each.function]]
        base = self._symbols.all.get(request.base)
        found = [(symbol, one) for symbol in (request, base) if symbol for one in symbol.fields]
        return sorted(found, key=lambda pair: not pair[1].required)

    def _parameter(self, symbol: Symbol, one: Field) -> str:
        words = self._models.words_of(symbol, one)
        return f"`{one.name}`{' (required)' * one.required}{': ' * bool(words)}{words}."

    def _failure(self, each: Endpoint, status: int, effect: str) -> str:
        own = self._words.maybe(decisions.topic(each.function), f"{each.function}.errors", str(status))
        if own or (status == 403 and each.key == "management"):  # noqa: PLR2004 - that status
            return own or "the key is not a management key"
        special = self._words.maybe("common", f"errors.{effect}", str(status))
        return special or self._words.of("common", "errors", str(status))

    def _stream(self, each: Endpoint) -> dict[str, str]:
        words = {key: self._words.of("common", "stream", key) for key in ("about", "newer", "otherwise", "ends")}
        own = text.sentence(self._words.of(decisions.topic(each.function), each.function, "stream"))
        newer = f" {words['newer']}" if "cast(" in self._class(self._symbols.events[each.function]) else ""
        otherwise = f"Or `Err`, as `{each.function}` returns it; {words['otherwise']}"
        last = "".join(f", or after `{name}`" for name in decisions.LAST.get(each.function, ()))
        return {
            "about": words["about"],
            "ok": f"`Ok(Stream)` as soon as the head of a stream has come. {own}{newer} {otherwise}",
            "ends": f"The stream ends well only at `[DONE]`{last}. {words['ends']}",
        }

    def _id(self, item: str) -> str:
        fields = self._symbols.all[item].fields if item in self._symbols.all else []
        return next((one.name for one in fields if one.name in {"id", "hash"}), "")

    def _is_secret(self, each: Endpoint, name: str) -> bool:
        return not decisions.SECRETS.keys().isdisjoint({f"{each.function}.{name}", f"{each.body}.{name}"})

    def _by_home(self, types: list[str]) -> dict[str, list[str]]:
        """Return the names of models in types, by their modules."""
        names = {name for kind in types for name in names_in(kind) if name in self._symbols.all}
        homes = sorted({self._symbols.all[name].home for name in names})
        return {home: sorted(name for name in names if self._symbols.all[name].home == home) for home in homes}

    def _of_module(self, name: str) -> str:
        return f"{self._symbols.all[name].home}.{name}"

    def _class(self, kind: str) -> str:
        """Return the expression of a class; a union, a list or an alias is none to type checkers."""
        names = "|".join(names_in(kind) & self._symbols.all.keys())
        whole = re.sub(rf"\b({names})\b", lambda found: self._of_module(found[0]), kind) if names else kind
        is_class = kind in {"", "NoneType", "bytes"} or (kind == names and self._symbols.all[kind].kind == "class")
        return whole if is_class else f'cast("type[{kind}]", {whole})'


def error_class(status: int) -> str:
    """Return the name of the class of errors with a status."""
    if status not in errors.BY_STATUS:
        raise ValueError(f"there is no class for the status {status}: add it to `openrouter_core.errors`")
    return errors.BY_STATUS[status].__name__


def _following(each: Endpoint) -> str:
    """Return how the next page is asked for."""
    paging = each.paging
    total, more = paging.get("total"), paging.get("has-more")
    if paging["kind"] == "cursor":
        cursor = paging["cursor"]
        return f'by_cursor(lambda page: {{"{cursor["param"]}": page.{cursor["response"]}}} if page.{more} else None)'
    if total:
        return f"by_offset(lambda page, end: end >= page.{total})"
    return f"by_offset(lambda page, _: not page.{more or paging['items']})"
