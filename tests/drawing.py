"""How many examples Hypothesis draws: few and always the same in every run, more of others in `.ci/run` and each night.

    python -m pytest -m "long or hypothesis" --hypothesis-profile more

A test without `drawn` has the number of its profile.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

__all__ = ["drawn", "register"]

PROFILES = {"few": 20, "more": 200, "most": 5_000}
DEFAULT = "few"


def register() -> None:
    """Make the profiles known, and load that of every run; `--hypothesis-profile` loads another after it."""
    for name, examples in PROFILES.items():
        settings.register_profile(
            name,
            max_examples=examples,
            # No test is about time: neither that of an example, nor that of all, on a machine that others use too.
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
            derandomize=name == DEFAULT,
            database=None,
        )
    settings.load_profile(DEFAULT)


def drawn(examples: int, *suppressed: HealthCheck) -> settings:
    """Return settings for so many examples in every run, and for as many times more as the profile has."""
    profile = settings()
    times = profile.max_examples // PROFILES[DEFAULT]
    return settings(max_examples=examples * times, suppress_health_check=[*profile.suppress_health_check, *suppressed])
