"""A program about every function that type checkers read and nobody runs: its results, and matches over its errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from openrouter_core import errors
from openrouter_funcs._generate.contract import endpoints
from openrouter_funcs._generate.names import pascal
from openrouter_funcs._generate.symbols import names_in
from tests.contract.models import symbols

if TYPE_CHECKING:
    from openrouter_funcs._generate.contract import Endpoint

_HEAD = '''"""Every function of the contract."""

from __future__ import annotations

from typing import assert_never, assert_type

from openrouter_core import AsyncDownload, AsyncPage, AsyncStream, Download, OpenRouterCore, Page, Result, Stream
from openrouter_core import errors
'''
_COMMON = sorted(f"errors.{each.__name__}()" for each in get_args(errors.CommonError))
_WRONG = "  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]"


def program() -> str:
    """Return its text: for each function what it returns, a whole match, and one that lacks an error."""
    return "\n".join([_HEAD, *map(_about, endpoints())])


def _about(each: Endpoint) -> str:
    name, error = each.function, f"{pascal(each.function)}Error"
    known = symbols()
    value, event = known.results[name], known.events.get(name, "")
    item = "" if not each.paging else known.item(each)
    models = [one for one in names_in(f"{value} | {event} | {item} | {known.requests[name]}") if one in known.all]
    twins = {"": _returned(each, value, item, error, ""), "_async": _returned(each, value, item, error, "Async")}
    if event:
        twins |= {"_stream": f"Stream[{event}, {error}]", "_stream_async": f"AsyncStream[{event}, {error}]"}
    cases = [f"errors.{errors.BY_STATUS[status].__name__}()" for status in each.errors]
    cases += ["errors.StreamError()"] * bool(event) + ["errors.PaginationError()"] * bool(item) + _COMMON
    lines = [f"from openrouter_funcs.{name} import {error}, {', '.join(name + suffix for suffix in twins)}"]
    lines += [f"from openrouter_funcs.models.{known.all[one].home} import {one}" for one in sorted(models)]
    lines += ["", f"async def call_{name}(core: OpenRouterCore, request: {known.requests[name]}) -> None:"]
    for suffix, kind in twins.items():
        awaited = "await " * suffix.endswith("async")
        lines.append(f"    assert_type({awaited}{name}{suffix}(core, **request), Result[{kind}, {error}])")
    for function, matched, mark in (("match", cases, ""), ("forget", cases[1:], _WRONG)):
        lines += ["", f"def {function}_{name}(error: {error}) -> None:", "    match error:"]
        lines += [f"        case {' | '.join(matched)}:", "            pass", "        case _:"]
        lines += [f"            assert_never(error){mark}"]
    return "\n".join([*lines, ""])


def _returned(each: Endpoint, value: str, item: str, error: str, prefix: str) -> str:
    if item:
        return f"{prefix}Page[{value}, {item}, {error}]"
    return f"{prefix}Download[{error}]" if each.download else value.replace("NoneType", "None")
