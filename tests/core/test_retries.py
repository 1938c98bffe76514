"""When to try again: the delay arithmetic, `Retry-After` in all its forms, and the checks of a configuration."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Collection
from datetime import UTC, datetime
from email.utils import format_datetime, formatdate
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.calling.policy import matches, retry_after
from openrouter_core.errors import SDKValidationError
from openrouter_core.retries import TYPESCRIPT_RETRIES, BackoffStrategy, RetryConfig, Status
from openrouter_core.types.description import checked
from tests.drawing import drawn

FEW = drawn(100)
NUMBERS = st.floats(0, sys.float_info.max) | st.integers(0, 2**53)
CHANCE = st.floats(0, 1, exclude_max=True)
RETRY = st.integers(0, 10_000)
NOW = datetime(2025, 8, 24, 10, 30, tzinfo=UTC).timestamp()


def _backoffs(*jitters: str) -> st.SearchStrategy[BackoffStrategy]:
    return st.builds(
        BackoffStrategy,
        initial_interval=NUMBERS,
        max_interval=NUMBERS,
        exponent=NUMBERS,
        jitter=st.sampled_from(jitters or ("full", "additive")),
    )


# --- Backoff -----------------------------------------------------------------------------------------------------


@FEW
@given(backoff=_backoffs(), retry=RETRY, random=CHANCE)
def test_a_delay_has_bounds(backoff: BackoffStrategy, retry: int, random: float) -> None:
    """Whatever the numbers, a delay is from 0 to `max_interval`, and never an exception."""
    assert 0 <= backoff.delay(retry, random) <= backoff.max_interval


@FEW
@given(backoff=_backoffs("full"), retry=RETRY, random=CHANCE)
def test_full_jitter_spreads_from_zero(backoff: BackoffStrategy, retry: int, random: float) -> None:
    """With full jitter, chance scales the whole delay: 0 waits not at all, however late the retry."""
    assert backoff.delay(retry, 0.0) == 0
    assert backoff.delay(retry, random) == random * backoff.delay(retry, 1.0)


@FEW
@given(backoff=_backoffs("additive"), retry=RETRY, random=CHANCE)
def test_additive_jitter_adds_up_to_a_second(backoff: BackoffStrategy, retry: int, random: float) -> None:
    """With additive jitter, chance adds itself, below the longest interval."""
    still = backoff.delay(retry, 0.0)
    assert backoff.delay(retry, random) == min(backoff.max_interval, still + random)


@FEW
@given(backoff=_backoffs(), exponent=st.floats(1, 1e6), retry=RETRY, random=CHANCE)
def test_delays_grow_up_to_the_cap(backoff: BackoffStrategy, exponent: float, retry: int, random: float) -> None:
    """For the same chance, no delay is shorter than the one before it, when the exponent is 1 or more."""
    backoff = attrs.evolve(backoff, exponent=exponent)
    assert backoff.delay(retry, random) <= backoff.delay(retry + 1, random)


@pytest.mark.parametrize(
    ("backoff", "delays"),
    [
        (BackoffStrategy(), [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]),
        (BackoffStrategy(initial_interval=3, max_interval=10, exponent=1), [3.0, 3.0, 3.0]),
        (BackoffStrategy(jitter="additive", exponent=2), [1.0, 1.5, 3.0, 5.5, 8.0]),
        (BackoffStrategy(initial_interval=0), [0.0, 0.0]),
    ],
    ids=["default", "linear", "additive", "no wait"],
)
def test_the_longest_delays_are_known(backoff: BackoffStrategy, delays: list[float]) -> None:
    """The delays for a chance of 1, retry by retry, are those of the formula in the docstring."""
    assert [backoff.delay(retry, 1.0) for retry in range(len(delays))] == delays


@pytest.mark.parametrize("retry", [1023, 1024, 10**6])
def test_a_late_retry_still_has_jitter(retry: int) -> None:
    """Where the power is beyond any float, the cap holds, and chance still spreads the callers."""
    assert BackoffStrategy().delay(retry, 0.25) == 2.0
    assert BackoffStrategy(initial_interval=0).delay(retry, 0.25) == 0
    assert BackoffStrategy(jitter="additive", exponent=1e6).delay(retry, 0.25) == 8.0


def test_the_originals_delays() -> None:
    """`TYPESCRIPT_RETRIES` waits `0.5 * n ** 1.5` and up to a second more, for 5XX only, and up to an hour."""
    backoff = TYPESCRIPT_RETRIES.backoff
    assert [backoff.delay(n, 0.0) for n in range(3)] == [0.0, 0.5, 0.5 * math.pow(2, 1.5)]
    assert [backoff.delay(n, 1.0) for n in (0, 100)] == [1.0, 60.0]
    assert backoff.max_elapsed_time == 3600
    assert (TYPESCRIPT_RETRIES.status_codes, TYPESCRIPT_RETRIES.max_attempts) == (("5XX",), None)


# --- Retry-After -------------------------------------------------------------------------------------------------

DATE = "Sun, 24 Aug 2025 10:31:30 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "5"}, 5.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": " 5 "}, 5.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "3600"}, 3600.0),
        ({"retry-after": "9999999999"}, 9999999999.0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "0.5"}, 0.0005),
        ({"retry-after-ms": "200", "retry-after": "5"}, 0.2),
        ({"retry-after-ms": "soon", "retry-after": "5"}, 5.0),
        ({"retry-after-ms": "0", "retry-after": "5"}, 0.0),
        ({"retry-after-ms": "9999999999"}, 9999999.999),
        *[
            ({"retry-after-ms": value, "retry-after": "5"}, 5.0)
            for value in ("-1", "1e9", "nan", "inf", "1_000", "\u0661\u0662", "5" * 5000, "", DATE)
        ],
        ({"retry-after-ms": DATE}, None),
        ({"retry-after": DATE}, 90.0),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30"}, 90.0),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30 -0000"}, 90.0),
        ({"retry-after": "Sunday, 24-Aug-25 10:31:30 GMT"}, 90.0),
        ({"retry-after": "Sun Aug 24 10:31:30 2025"}, 90.0),
        ({"retry-after": "Sun, 24 Aug 2025 10:29:59 GMT"}, 0.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0.0),
        ({"retry-after": "Sun, 99 Aug 2025 10:31:30 GMT"}, None),
        ({"retry-after": "Sun, 24 Aug 99999 10:31:30 GMT"}, None),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30 +9999"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "+5"}, None),
        ({"retry-after": "1e9"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1_000"}, None),
        ({"retry-after": "2, 2"}, 2.0),
        ({"retry-after": "5 , 7,6"}, 7.0),
        ({"retry-after": "\x1c7"}, 7.0),
        ({"retry-after": "5, soon"}, 5.0),
        ({"retry-after": "5, Sun, 24 Aug 2025 10:31:30 GMT"}, 90.0),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30 GMT, Sun, 24 Aug 2025 10:31:00 GMT"}, 90.0),
        ({"retry-after": "Sunday, 24-Aug-25 10:31:30 GMT, 7"}, 90.0),
        ({"retry-after-ms": "250, 500"}, 0.5),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30 GMT", "date": "Sun, 24 Aug 2025 10:31:20 GMT"}, 10.0),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30 GMT", "date": "Sun, 24 Aug 2025 10:40:00 GMT"}, 0.0),
        ({"retry-after": "Sun, 24 Aug 2025 10:31:30 GMT", "date": "now"}, 90.0),
        ({"retry-after": "7", "date": "Sun, 24 Aug 2025 10:40:00 GMT"}, 7.0),
        ({"retry-after": "0x10"}, None),
        ({"retry-after": ".5"}, None),
        ({"retry-after": "5."}, None),
        ({"retry-after": "\u0665"}, None),
        ({"retry-after": "\u0661\u0662\u0663"}, None),
        ({"retry-after": "5" * 5000}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
    ],
    ids=lambda it: ascii(it)[:60],
)
def test_retry_after_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    """Milliseconds go first, then seconds or an HTTP date, a past one means now; all else does not count."""
    assert retry_after(headers, NOW) == seconds


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of a process can be set on Unix only")
def test_a_date_is_in_gmt_wherever_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date that names no zone is in GMT (RFC 9110, 5.6.7), not in the machine's own."""
    monkeypatch.setenv("TZ", "TEST-9")
    time.tzset()
    try:
        assert retry_after({"retry-after": "Sun, 24 Aug 2025 10:31:30"}, NOW) == 90.0
    finally:
        monkeypatch.undo()
        time.tzset()


TIMESTAMPS = st.integers(0, 2**33)


@FEW
@given(moment=TIMESTAMPS, now=TIMESTAMPS)
def test_any_http_date_is_understood(moment: int, now: int) -> None:
    """A date, in either of the two forms that Python writes, is that many seconds from now, and never negative."""
    other = format_datetime(datetime.fromtimestamp(moment, UTC))
    for date in (formatdate(moment, usegmt=True), other):
        assert retry_after({"retry-after": date}, now) == max(0, moment - now)


@FEW
@given(
    text=st.text()
    | st.from_regex(r"[A-Z][a-z]{2}, [0-9]{1,4}[ -][A-Z][a-z]{2}[ -][0-9]{1,6} [0-9:.]{1,9}( .{0,6})?", fullmatch=True)
    | st.from_regex(r"[-+0-9.,eE_: ]*", fullmatch=True),
    name=st.sampled_from(["retry-after", "retry-after-ms"]),
)
def test_no_text_breaks_the_parser(text: str, name: str) -> None:
    """Whatever a server sends, the answer is a finite number from 0, or `None`."""
    seconds = retry_after({name: text}, NOW)
    assert seconds is None or 0 <= seconds < math.inf


# --- Statuses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patterns", "statuses"),
    [
        (("429",), {429}),
        (("5XX",), set(range(500, 600))),
        (("5xx", "4X8"), {*range(500, 600), *(408 + 10 * n for n in range(10))}),
        (("XXX",), set(range(100, 1000))),
        ((), set[int]()),
        (RetryConfig().status_codes, {408, 429, 500, 502, 503, 504, *range(520, 530)}),
    ],
    ids=str,
)
def test_patterns_match_statuses(patterns: tuple[str, ...], statuses: set[int]) -> None:
    """`X`, large or small, stands for any digit, and every other character for itself."""
    assert {status for status in range(1000) if matches(status, patterns)} == statuses


@pytest.mark.parametrize("patterns", [("429", "5XX"), ["52x"], (), {"503"}, frozenset({"503"})], ids=str)
def test_status_codes_are_three_digits(patterns: Any) -> None:  # noqa: ANN401 - any collection
    """Any list, tuple or set of patterns is accepted, for a call and in a configuration."""
    assert checked(Collection[Status], patterns, "retry_codes") == list(patterns)
    assert checked(RetryConfig, RetryConfig(status_codes=patterns), "retries").status_codes is patterns


@pytest.mark.parametrize(
    "patterns",
    ["429", None, 429, (429,), ("42",), ("4290",), ("",), ("0XX",), ("\u0664\u0662\u0669",), ("5XX\n",), {"429": 1}],
    ids=repr,
)
def test_what_is_no_status_is_refused(patterns: object) -> None:
    """A single string, a number, and text that is no pattern are refused by name."""
    with pytest.raises(SDKValidationError) as caught:
        checked(Collection[Status], patterns, "retry_codes")
    assert caught.value.parameter == f"retry_codes{'[0]' if isinstance(patterns, tuple) else ''}"


# --- Configurations ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("config", [RetryConfig(), TYPESCRIPT_RETRIES, RetryConfig(max_retry_after=0)], ids=str)
def test_a_sound_configuration_is_accepted(config: RetryConfig) -> None:
    """What can be worked with comes back as it is."""
    assert checked(RetryConfig, config, "retries") is config


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("strategy", "sometimes"),
        ("strategy", None),
        ("replay", True),
        ("retry_connection_errors", 1),
        ("max_attempts", 0),
        ("max_attempts", 2.0),
        ("max_attempts", True),
        ("max_retry_after", -1),
        ("max_retry_after", float("inf")),
        ("max_retry_after", None),
        ("status_codes", "5XX"),
        ("status_codes[1]", ("429", 5)),
        ("backoff", None),
        ("backoff.jitter", "half"),
        ("backoff.initial_interval", -0.1),
        ("backoff.max_interval", float("nan")),
        ("backoff.max_interval", 10**400),
        ("backoff.exponent", "2"),
        ("backoff.max_elapsed_time", -1),
        ("backoff.max_elapsed_time", "60"),
    ],
    ids=str,
)
def test_a_wrong_configuration_is_named(name: str, value: Any) -> None:  # noqa: ANN401 - of any type
    """The error names the place, as in `retries.backoff.exponent`."""
    field = name.removeprefix("backoff.")
    changes: dict[str, Any] = {field.partition("[")[0]: value}
    config = RetryConfig(**changes) if field == name else RetryConfig(backoff=BackoffStrategy(**changes))
    with pytest.raises(SDKValidationError) as caught:
        checked(RetryConfig, config, "retries")
    assert caught.value.parameter == f"retries.{name}"


def test_a_configuration_is_a_retry_config() -> None:
    """A dict is none."""
    with pytest.raises(SDKValidationError, match="retries: expected RetryConfig, got dict"):
        checked(RetryConfig, {"strategy": "none"}, "retries")


def test_configurations_are_immutable_values() -> None:
    """Equal settings are equal, and none can be changed: the module's own are shared."""
    assert RetryConfig() == RetryConfig()
    assert hash(RetryConfig()) == hash(RetryConfig())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        TYPESCRIPT_RETRIES.max_attempts = 1  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
