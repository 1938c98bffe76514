"""`Hooks` as values; `test_flow_hooks` says when they run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest

from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import HookContext, Hooks
from openrouter_core.types.description import checked

if TYPE_CHECKING:
    from openrouter_core.http.wire import Request


@attrs.define
class _Recorder:
    """A hook that is an object, as an application may write one."""

    seen: list[object] = attrs.Factory(list[object])

    def __call__(self, context: HookContext, value: object) -> None:
        """Remember the value."""
        self.seen.append((context, value))


class _Named(NamedTuple):
    """A hook that is a tuple, and can be called."""

    seen: list[object]

    def __call__(self, _context: HookContext, value: object) -> None:
        """Remember the value."""
        self.seen.append(value)


def _look_on(_context: HookContext, _request: Request) -> None:
    """See the request, and leave it."""


def test_hooks_that_can_be_called_are_accepted() -> None:
    """Functions and objects with `__call__`, those of attrs classes too, are hooks; so is having none."""
    named: Any = _Named([])  # mypy does not see that a tuple can be called
    for hooks in (Hooks(), Hooks(before_request=_look_on, after_success=_Recorder(), after_error=named)):
        assert checked(Hooks, hooks, "hooks") is hooks


@pytest.mark.parametrize("name", ["before_request", "after_success", "after_error"])
def test_a_hook_that_cannot_be_called_is_named(name: str) -> None:
    """Anything else is refused under the hook's name."""
    wrong: dict[str, Any] = {name: "log"}
    with pytest.raises(SDKValidationError) as caught:
        checked(Hooks, Hooks(**wrong), "hooks")
    assert str(caught.value) == f"hooks.{name}: expected a function"


def test_hooks_must_be_hooks() -> None:
    """A dict of functions is no `Hooks`."""
    with pytest.raises(SDKValidationError, match="hooks: expected Hooks, got dict"):
        checked(Hooks, {"before_request": print}, "hooks")
