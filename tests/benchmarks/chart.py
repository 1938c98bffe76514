"""Draw line charts as SVG text: panels side by side, one legend, legible in light and dark. No measuring, no files.

The same figures give the same text. A series is told by its marker as well as by its colour.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["Panel", "Points", "bytes_in_words", "draw", "seconds_in_words"]

Points: TypeAlias = "Sequence[tuple[float, float]]"

WIDTH, HEIGHT = 400, 320  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 64, 28, 92, 48  # around its plot
LEGEND_STEP, LEGEND_LINE = 170, 20

STYLE = """\
text { font: 12px system-ui, sans-serif; fill: #333 }
.title { font-size: 14px; font-weight: 600 }
.grid { stroke: #ddd }
.series { fill: none; stroke-width: 2; stroke-linejoin: round }
.s0 { color: #0b62c4 } .s1 { color: #6b6b6b } .s2 { color: #b8500c } .s3 { color: #26803d }
.series, .mark { stroke: currentColor } .mark { fill: currentColor }
@media (prefers-color-scheme: dark) {
text { fill: #ddd } .grid { stroke: #444 }
.s0 { color: #5aa9ff } .s1 { color: #a8a8a8 } .s2 { color: #ff9d57 } .s3 { color: #6fcf87 }
}"""
MARKS = ("M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z", "M-3.5,-3.5h7v7h-7z", "M0,-4.5l4.5,8h-9z", "M0,-5l5,5l-5,5l-5,-5z")


@attrs.frozen
class Panel:
    """One plot.

    Attributes:
        title: What it shows.
        across: What the horizontal axis counts.
        series: The lines, by their names in the legend.
        worded: How a value is written at the vertical axis.
        logarithmic: Whether both axes are; else they are even, and the vertical one begins at zero.
    """

    title: str
    across: str
    series: Mapping[str, Points]
    worded: Callable[[float], str]
    logarithmic: bool = True


def draw(panels: Sequence[Panel]) -> str:
    """Return the chart of `panels`, whose series of one name look alike."""
    names = list(dict.fromkeys(name for panel in panels for name in panel.series))
    width = WIDTH * len(panels)
    label = "; ".join(f"{panel.title}, by {panel.across}" for panel in panels)
    body = [
        f'<g transform="translate({WIDTH * number},0)">{_panel(panel, names)}</g>'
        for number, panel in enumerate(panels)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" role="img" aria-label="{label}">',
            f"<style>\n{STYLE}\n</style>",
            *_legend(names),
            *body,
            "</svg>\n",
        ]
    )


def seconds_in_words(value: float) -> str:
    """Return a time for an axis."""
    unit, size = next(((unit, size) for unit, size in (("s", 1), ("ms", 1e-3)) if value >= size), ("µs", 1e-6))
    return f"{value / size:.4g} {unit}" if value else "0"


def bytes_in_words(value: float) -> str:
    """Return an amount of memory for an axis."""
    unit, size = next(((unit, size) for unit, size in (("GB", 1e9), ("MB", 1e6)) if value >= size), ("kB", 1e3))
    return f"{value / size:.4g} {unit}" if value else "0"


# --- Parts -------------------------------------------------------------------------------------------------------


def _legend(names: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        line, place = divmod(number, 2)  # two names fit above the first panel, which is all that a phone shows
        x, y = LEFT + LEGEND_STEP * place, 16 + LEGEND_LINE * line
        yield f'<g class="s{number}"><path class="mark" transform="translate({x},{y})" d="{MARKS[number]}"/></g>'
        yield f'<text x="{x + 10}" y="{y + 4}">{name}</text>'


def _panel(panel: Panel, names: Sequence[str]) -> str:
    steps = [x for points in panel.series.values() for x, _ in points]
    values = [y for points in panel.series.values() for _, y in points]
    ticks = _decades(min(values), max(values)) if panel.logarithmic else _even(max(values))
    across = _scale(panel, min(steps), max(steps), LEFT, WIDTH - RIGHT)
    up = _scale(panel, min(*values, ticks[0]), max(*values, ticks[-1]), HEIGHT - BOTTOM, TOP)
    parts = [f'<text class="title" x="{LEFT}" y="{TOP - 24}">{panel.title}</text>']
    for tick in ticks:
        parts.append(f'<path class="grid" d="M{LEFT},{up(tick):.1f}H{WIDTH - RIGHT}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{up(tick) + 4:.1f}" text-anchor="end">{panel.worded(tick)}</text>')
    for step in sorted(set(steps)):
        x = f'x="{across(step):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle"'
        parts.append(f"<text {x}>{step:,.0f}</text>")
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{panel.across}</text>')
    for name, points in panel.series.items():
        parts.append(_series(names.index(name), [(across(x), up(y)) for x, y in points]))
    return "\n".join(parts)


def _series(number: int, points: Points) -> str:
    line = "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = "".join(
        f'<path class="mark" transform="translate({x:.1f},{y:.1f})" d="{MARKS[number]}"/>' for x, y in points
    )
    return f'<g class="s{number}"><path class="series" d="M{line}"/>{marks}</g>'


def _scale(panel: Panel, least: float, most: float, begin: float, end: float) -> Callable[[float], float]:
    measure: Callable[[float], float] = math.log10 if panel.logarithmic else float
    low, span = measure(least), measure(most) - measure(least) or 1
    return lambda value: begin + (measure(value) - low) / span * (end - begin)


def _decades(least: float, most: float) -> list[float]:
    """Return 1, 2 and 5 times the powers of ten between, or the powers alone where those would be many."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    factors = (1,) if len(powers) > 4 else (1, 2, 5)
    found = [factor * 10.0**power for power in powers for factor in factors]
    return [tick for tick in found if least * 0.5 <= tick <= most * 1.5]


def _even(most: float) -> list[float]:
    """Return zero and some four steps up to `most`."""
    rough = most / 4
    step = next(
        factor * 10.0 ** math.floor(math.log10(rough))
        for factor in (1, 2, 5, 10)
        if factor * 10.0 ** math.floor(math.log10(rough)) >= rough
    )
    return [step * number for number in range(math.ceil(most / step) + 1)]
