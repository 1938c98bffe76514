# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Benchmarks: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal

from openrouter_core.model import Unknown, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "BenchmarksGetBenchmarksRequest",
    "UnifiedBenchmarkPricing",
    "UnifiedBenchmarksAAItem",
    "UnifiedBenchmarksDAItem",
    "UnifiedBenchmarksDAItemTournamentStats",
    "UnifiedBenchmarksMeta",
    "UnifiedBenchmarksORItem",
    "UnifiedBenchmarksResponse",
    "UnifiedBenchmarksSearchItem",
    "UnifiedBenchmarksSearchRunConfig",
]


class BenchmarksGetBenchmarksRequest(Attribution, total=False):
    """What `benchmarks_get_benchmarks` takes."""

    source: Literal["artificial-analysis", "design-arena", "openrouter"] | str
    """Only results of this source; absent for all."""
    task_type: Literal["coding", "intelligence", "agentic", "search"] | str
    """Only results for this kind of task; `"search"` gives OpenRouter's search benchmarks alone."""
    benchmark_type: (
        Literal[
            "gpqa_diamond",
            "tau_bench_verified_airline",
            "search_browsecomp",
            "search_hle",
            "search_dsqa",
            "search_widesearch",
        ]
        | str
    )
    """Only this one of OpenRouter's benchmarks; `search_...` leaves out other sources, too, and the others do not."""
    include_run_config: bool
    """Whether results of search benchmarks say how they were run; absent for no."""
    search_engine: str
    """Only results of search benchmarks with this search engine."""
    search_surface: Literal["server-tool", "plugin"] | str
    """Only results of search benchmarks whose search ran as a server tool, or as a plugin."""
    arena: Literal["models", "builders", "agents"] | str
    """Only results of this arena of Design Arena; absent for `"models"` when `source` is `"design-arena"`."""
    category: str
    """Only results of this category of Design Arena, such as `"gamedev"` or `"dataviz"`; absent for all."""
    max_results: int
    """How many results to return at most, 1 or more; absent for all."""


@frozen(kw_only=True)
class UnifiedBenchmarkPricing:
    """What a model costs at OpenRouter, in US dollars as decimal text."""

    completion: str
    """The price of one token of the answer."""
    prompt: str
    """The price of one token of the prompt."""


@frozen(kw_only=True)
class UnifiedBenchmarksAAItem:
    """How well a model does at Artificial Analysis. Higher is better, and `None` means not measured."""

    agentic_index: float | None
    """How well it works as an agent."""
    coding_index: float | None
    """How well it writes code."""
    display_name: str
    """The model's name at Artificial Analysis."""
    intelligence_index: float | None
    """How intelligent it is in all."""
    model_permaslug: str
    """The model's slug at OpenRouter, which never changes."""
    pricing: UnifiedBenchmarkPricing | None
    """What the model costs at OpenRouter; `None` when unknown."""
    source: Literal["artificial-analysis"]


@frozen(kw_only=True)
class UnifiedBenchmarksDAItemTournamentStats:
    """The places that a model took in tournaments."""

    first_place: int | None
    """How often it came first."""
    fourth_place: int | None
    """How often it came fourth."""
    second_place: int | None
    """How often it came second."""
    third_place: int | None
    """How often it came third."""
    total: int | None
    """How many tournaments there were."""


@frozen(kw_only=True)
class UnifiedBenchmarksDAItem:
    """How well a model does in one arena and category of Design Arena."""

    arena: str
    """What competes there, such as `"models"`, `"builders"` or `"agents"`."""
    avg_generation_time_ms: float | None
    """How long it takes on average, in milliseconds."""
    category: str
    """What is made there, such as `"gamedev"`."""
    display_name: str
    """The model's name at Design Arena."""
    elo: float
    """Its Elo rating from direct comparisons."""
    model_permaslug: str
    """The model's slug at OpenRouter, which never changes; its id at Design Arena when OpenRouter does not have it."""
    pricing: UnifiedBenchmarkPricing | None
    """What the model costs at OpenRouter; `None` when unknown."""
    source: Literal["design-arena"]
    tournament_stats: UnifiedBenchmarksDAItemTournamentStats
    """How often it came first, second, third and fourth."""
    win_rate: float
    """The share of comparisons that it wins, in percent (0 to 100)."""


@frozen(kw_only=True)
class UnifiedBenchmarksORItem:
    """How well a model does in a benchmark that OpenRouter runs."""

    accuracy: float
    """The share of tasks that it solves, 0 to 1."""
    accuracy_stddev: float | None
    """The standard deviation of `accuracy` over the runs; `None` when there was one run."""
    avg_cost_per_task: float | None
    """The average cost of a task, in US dollars; `None` when unknown."""
    benchmark_type: Literal["gpqa_diamond", "tau_bench_verified_airline"] | str
    """Which of OpenRouter's benchmarks it is."""
    display_name: str
    """The model's name for people."""
    last_run_timestamp: str
    """When it was last run, in ISO 8601."""
    model_permaslug: str
    """The model's slug at OpenRouter, which never changes."""
    source: Literal["openrouter"]
    total_tasks: int
    """How many tasks all runs have together."""


@frozen(kw_only=True)
class UnifiedBenchmarksSearchRunConfig:
    """How a search benchmark was run."""

    max_agent_turns: int | None
    """How many turns the agent had; `None` for plugins."""
    reasoning_effort: str | None
    """The effort of reasoning; `None` when none was set."""
    temperature: float | None
    """The sampling temperature; `None` when none was set."""


@frozen(kw_only=True)
class UnifiedBenchmarksSearchItem:
    """How well a model does in a search benchmark that OpenRouter runs, in its best configuration."""

    avg_cost_per_task: float | None
    """The average cost of a task, in US dollars; `None` when unknown."""
    avg_latency_per_task_ms: float | None
    """How long a task takes on average, in milliseconds; `None` when unknown."""
    benchmark_type: Literal["search_browsecomp", "search_hle", "search_dsqa", "search_widesearch"] | str
    """Which of OpenRouter's benchmarks it is."""
    display_name: str
    """The model's name for people."""
    last_run_timestamp: str
    """When it was last run, in ISO 8601."""
    model_permaslug: str
    """The model's slug at OpenRouter, which never changes."""
    primary_metric: Literal["accuracy", "f1_by_item"] | str
    """What `primary_score` measures: `"f1_by_item"` for WideSearch, `"accuracy"` for the others."""
    primary_score: float
    """The score, 0 to 1; higher is better."""
    run_config: UnifiedBenchmarksSearchRunConfig | None = None
    """How it was run; absent without `include_run_config`."""
    search_engine: str
    """The search engine that it had."""
    search_surface: Literal["server-tool", "plugin"] | str
    """Whether the search ran as a server tool, or as a plugin."""
    source: Literal["openrouter"]
    total_tasks: int
    """How many tasks all runs of the configuration have together."""


@frozen(kw_only=True)
class UnifiedBenchmarksMeta:
    """Where results come from and how old they are."""

    as_of: str
    """When the data last changed, in ISO 8601."""
    citation: str | None
    """What whoever republishes the data must cite; `None` when there are several sources, each of which is to be named
    for its items."""
    model_count: int
    """How many different models have results."""
    source: Literal["artificial-analysis", "design-arena", "openrouter"] | str | None
    """The `source` that was asked for; `None` for all."""
    source_url: str | None
    """Where the source is; `None` when there are several."""
    task_type: str | None
    """The `task_type` that was asked for; `None` for all."""
    version: Literal["v1"]


@frozen(kw_only=True)
class UnifiedBenchmarksResponse:
    """How well models do in benchmarks."""

    data: tuple[
        UnifiedBenchmarksAAItem
        | UnifiedBenchmarksDAItem
        | UnifiedBenchmarksORItem
        | UnifiedBenchmarksSearchItem
        | Unknown,
        ...,
    ]
    """The results, a class for each source."""
    meta: UnifiedBenchmarksMeta
    """Where they come from and how old they are."""
