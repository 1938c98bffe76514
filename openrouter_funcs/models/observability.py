# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Observability: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, Unknown, Wire, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "CreateObservabilityDestinationResponse",
    "DeleteObservabilityDestinationResponse",
    "GetObservabilityDestinationResponse",
    "ListObservabilityDestinationsResponse",
    "ObservabilityArizeDestination",
    "ObservabilityArizeDestinationConfig",
    "ObservabilityBraintrustDestination",
    "ObservabilityBraintrustDestinationConfig",
    "ObservabilityClickhouseDestination",
    "ObservabilityClickhouseDestinationConfig",
    "ObservabilityCreateRequest",
    "ObservabilityDataRegion",
    "ObservabilityDataRegionInput",
    "ObservabilityDatadogDestination",
    "ObservabilityDatadogDestinationConfig",
    "ObservabilityDeleteRequest",
    "ObservabilityDestination",
    "ObservabilityFilterRuleGroup",
    "ObservabilityFilterRuleGroupParam",
    "ObservabilityFilterRuleGroupRule",
    "ObservabilityFilterRuleGroupRuleParam",
    "ObservabilityFilterRulesConfig",
    "ObservabilityFilterRulesConfigNullableParam",
    "ObservabilityGetRequest",
    "ObservabilityGrafanaDestination",
    "ObservabilityGrafanaDestinationConfig",
    "ObservabilityLangfuseDestination",
    "ObservabilityLangfuseDestinationConfig",
    "ObservabilityLangsmithDestination",
    "ObservabilityLangsmithDestinationConfig",
    "ObservabilityListRequest",
    "ObservabilityNewrelicDestination",
    "ObservabilityNewrelicDestinationConfig",
    "ObservabilityOpikDestination",
    "ObservabilityOpikDestinationConfig",
    "ObservabilityOtelCollectorDestination",
    "ObservabilityOtelCollectorDestinationConfig",
    "ObservabilityPosthogDestination",
    "ObservabilityPosthogDestinationConfig",
    "ObservabilityRampDestination",
    "ObservabilityRampDestinationConfig",
    "ObservabilityS3Destination",
    "ObservabilityS3DestinationConfig",
    "ObservabilitySentryDestination",
    "ObservabilitySentryDestinationConfig",
    "ObservabilitySnowflakeDestination",
    "ObservabilitySnowflakeDestinationConfig",
    "ObservabilityUpdateRequest",
    "ObservabilityWeaveDestination",
    "ObservabilityWeaveDestinationConfig",
    "ObservabilityWebhookDestination",
    "ObservabilityWebhookDestinationConfig",
    "UpdateObservabilityDestinationResponse",
]


class ObservabilityFilterRuleGroupRuleParam(TypedDict, total=False):
    """A condition on a request."""

    field: Required[
        Literal[
            "model",
            "provider",
            "session_id",
            "user_id",
            "api_key_name",
            "finish_reason",
            "input",
            "output",
            "total_cost",
            "total_tokens",
            "prompt_tokens",
            "completion_tokens",
        ]
        | str
    ]
    """The property of the request that is compared."""
    operator: Required[
        Literal[
            "equals",
            "not_equals",
            "contains",
            "not_contains",
            "regex",
            "starts_with",
            "ends_with",
            "gt",
            "lt",
            "gte",
            "lte",
            "exists",
            "not_exists",
        ]
        | str
    ]
    """How it is compared."""
    value: str | float
    """What it is compared with; `exists` and `not_exists` need none."""


class ObservabilityFilterRuleGroupParam(TypedDict, total=False):
    """Rules that apply together."""

    logic: Literal["and", "or"] | str
    """Whether all rules must hold (`and`) or one is enough (`or`); absent for `and`."""
    rules: Required[Sequence[ObservabilityFilterRuleGroupRuleParam]]
    """Conditions on a request."""


class ObservabilityFilterRulesConfigNullableParam(TypedDict, total=False):
    """Rules for which requests are sent."""

    enabled: bool
    """Whether the rules apply; absent for yes."""
    groups: Required[Sequence[ObservabilityFilterRuleGroupParam]]
    """The rules in groups, each of which has its own `logic`."""


ObservabilityDataRegionInput: TypeAlias = Literal["global", "europe", "us", "eu"] | str
"""A region in which requests are served, as requests name it. `eu`: another name of `europe`."""


class ObservabilityCreateRequest(Attribution, total=False):
    """What `observability_create` takes."""

    api_key_hashes: Sequence[str] | None
    """Only requests of the API keys with these hashes, at least one; `None` or absent for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests; absent for no."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests; absent for no."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests; absent for no."""
    config: Required[Mapping[str, Json]]
    """The settings of the service, keys among them, under the names of the wire such as `apiKey`. Which settings there
    are depends on `type`: see the `Observability...DestinationConfig` classes. Errors never show its values."""
    enabled: bool
    """Whether anything is sent; absent for yes."""
    filter_rules: ObservabilityFilterRulesConfigNullableParam | None
    """Which requests are sent; `None` or absent for all."""
    name: Required[str]
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces; absent for no."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Required[
        Literal[
            "arize",
            "braintrust",
            "clickhouse",
            "datadog",
            "grafana",
            "langfuse",
            "langsmith",
            "newrelic",
            "opik",
            "otel-collector",
            "posthog",
            "ramp",
            "s3",
            "sentry",
            "snowflake",
            "weave",
            "webhook",
        ]
        | str
    ]
    """The service that gets the traces."""
    workspace_id: str
    """The workspace (a UUID) whose requests it gets; absent for the account's default one."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged; absent for no."""
    regions: Sequence[ObservabilityDataRegionInput]
    """Only requests that were served in one of these regions, at least one; absent for `global`."""


@frozen(kw_only=True)
class ObservabilityArizeDestinationConfig:
    """How OpenRouter reaches Arize AX."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    base_url: Annotated[str | None, Wire("baseUrl")] = None
    """The URL of Arize's server for traces; absent for `https://otlp.arize.com`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    model_id: Annotated[str, Wire("modelId")]
    """The name of the tracing project."""
    space_key: Annotated[str, Wire("spaceKey")]
    """The space key, masked in responses."""


@frozen(kw_only=True)
class ObservabilityFilterRuleGroupRule:
    """A condition on a request."""

    field: (
        Literal[
            "model",
            "provider",
            "session_id",
            "user_id",
            "api_key_name",
            "finish_reason",
            "input",
            "output",
            "total_cost",
            "total_tokens",
            "prompt_tokens",
            "completion_tokens",
        ]
        | str
    )
    """The property of the request that is compared."""
    operator: (
        Literal[
            "equals",
            "not_equals",
            "contains",
            "not_contains",
            "regex",
            "starts_with",
            "ends_with",
            "gt",
            "lt",
            "gte",
            "lte",
            "exists",
            "not_exists",
        ]
        | str
    )
    """How it is compared."""
    value: str | float | None = None
    """What it is compared with; `exists` and `not_exists` need none."""


@frozen(kw_only=True)
class ObservabilityFilterRuleGroup:
    """Rules that apply together."""

    logic: Literal["and", "or"] | str | None = None
    """Whether all rules must hold (`and`) or one is enough (`or`); absent for `and`."""
    rules: tuple[ObservabilityFilterRuleGroupRule, ...]
    """Conditions on a request."""


@frozen(kw_only=True)
class ObservabilityFilterRulesConfig:
    """Rules for which requests are sent."""

    enabled: bool | None = None
    """Whether the rules apply; absent for yes."""
    groups: tuple[ObservabilityFilterRuleGroup, ...]
    """The rules in groups, each of which has its own `logic`."""


ObservabilityDataRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""A region in which requests are served."""


@frozen(kw_only=True)
class ObservabilityArizeDestination:
    """A destination of traces: Arize AX."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityArizeDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["arize"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityBraintrustDestinationConfig:
    """How OpenRouter reaches Braintrust."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    base_url: Annotated[str | None, Wire("baseUrl")] = None
    """The URL of Braintrust's API; absent for `https://api.braintrust.dev`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    project_id: Annotated[str, Wire("projectId")]
    """The project's id at Braintrust."""


@frozen(kw_only=True)
class ObservabilityBraintrustDestination:
    """A destination of traces: Braintrust."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityBraintrustDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["braintrust"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityClickhouseDestinationConfig:
    """How OpenRouter reaches ClickHouse."""

    database: str
    """The database that holds the table."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    host: str
    """The server's URL."""
    password: str
    """The user's password, masked in responses."""
    table: str | None = None
    """The table that takes the traces; absent for `OPENROUTER_TRACES`."""
    username: str
    """The database user; `default` if you have not made one."""
    should_include_cache_write_tokens: Annotated[bool | None, Wire("shouldIncludeCacheWriteTokens")] = None
    """Whether the column `cache_write_tokens` is filled, which the table must then have; absent for no."""


@frozen(kw_only=True)
class ObservabilityClickhouseDestination:
    """A destination of traces: ClickHouse."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityClickhouseDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["clickhouse"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityDatadogDestinationConfig:
    """How OpenRouter reaches Datadog."""

    api_key: Annotated[str, Wire("apiKey")]
    """A key that may use LLM Observability, masked in responses."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    ml_app: Annotated[str, Wire("mlApp")]
    """The name under which LLM Observability shows the application."""
    url: str | None = None
    """The API of your region; absent for `https://api.datadoghq.com`."""


@frozen(kw_only=True)
class ObservabilityDatadogDestination:
    """A destination of traces: Datadog."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityDatadogDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["datadog"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityGrafanaDestinationConfig:
    """How OpenRouter reaches Grafana Cloud."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    base_url: Annotated[str | None, Wire("baseUrl")] = None
    """The URL of the gateway that takes traces in OTLP; absent for `https://otlp-gateway-prod-us-west-0.grafana.net`.
    """
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    instance_id: Annotated[str, Wire("instanceId")]
    """The id of the Grafana Cloud instance."""


@frozen(kw_only=True)
class ObservabilityGrafanaDestination:
    """A destination of traces: Grafana Cloud."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityGrafanaDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["grafana"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityLangfuseDestinationConfig:
    """How OpenRouter reaches Langfuse."""

    base_url: Annotated[str | None, Wire("baseUrl")] = None
    """The URL of the Langfuse server; absent for `https://us.cloud.langfuse.com`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    public_key: Annotated[str, Wire("publicKey")]
    """The public key of the project, masked in responses."""
    secret_key: Annotated[str, Wire("secretKey")]
    """The secret key of the project, masked in responses."""


@frozen(kw_only=True)
class ObservabilityLangfuseDestination:
    """A destination of traces: Langfuse."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityLangfuseDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["langfuse"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityLangsmithDestinationConfig:
    """How OpenRouter reaches LangSmith."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    endpoint: str | None = None
    """The API's URL; absent for `https://api.smith.langchain.com`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    project: str | None = None
    """The project that takes the traces; absent for `main`."""
    workspace_id: Annotated[str | None, Wire("workspaceId")] = None
    """The workspace at LangSmith; a key that belongs to a whole organization needs it."""


@frozen(kw_only=True)
class ObservabilityLangsmithDestination:
    """A destination of traces: LangSmith."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityLangsmithDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["langsmith"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityNewrelicDestinationConfig:
    """How OpenRouter reaches New Relic."""

    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    license_key: Annotated[str, Wire("licenseKey")]
    """The license key, masked in responses."""
    region: Literal["us", "eu"] | str | None = None
    """Where the account keeps its data; absent for `us`."""


@frozen(kw_only=True)
class ObservabilityNewrelicDestination:
    """A destination of traces: New Relic."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityNewrelicDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["newrelic"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityOpikDestinationConfig:
    """How OpenRouter reaches Opik."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    project_name: Annotated[str, Wire("projectName")]
    """The project that takes the traces."""
    workspace: str
    """The workspace at Opik."""


@frozen(kw_only=True)
class ObservabilityOpikDestination:
    """A destination of traces: Opik."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityOpikDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["opik"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityOtelCollectorDestinationConfig:
    """How OpenRouter reaches an OpenTelemetry collector."""

    endpoint: str
    """The URL that takes traces in OTLP."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery, such as `Authorization` with the collector's key."""


@frozen(kw_only=True)
class ObservabilityOtelCollectorDestination:
    """A destination of traces: an OpenTelemetry collector."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityOtelCollectorDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["otel-collector"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityPosthogDestinationConfig:
    """How OpenRouter reaches PostHog."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    endpoint: str | None = None
    """The URL that takes events; absent for `https://us.i.posthog.com`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""


@frozen(kw_only=True)
class ObservabilityPosthogDestination:
    """A destination of traces: PostHog."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityPosthogDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["posthog"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityRampDestinationConfig:
    """How OpenRouter reaches Ramp."""

    api_key: Annotated[str, Wire("apiKey")]
    """A key from the integration settings at Ramp, masked in responses."""
    base_url: Annotated[str | None, Wire("baseUrl")] = None
    """The URL of Ramp's API; absent for `https://api.ramp.com/developer/v1/ai-usage/openrouter`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""


@frozen(kw_only=True)
class ObservabilityRampDestination:
    """A destination of traces: Ramp."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityRampDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["ramp"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityS3DestinationConfig:
    """How OpenRouter reaches a bucket at Amazon S3, or at a service with the same API."""

    access_key_id: Annotated[str | None, Wire("accessKeyId")] = None
    """The id of the access key, masked in responses."""
    bucket_name: Annotated[str, Wire("bucketName")]
    """The bucket that takes the files."""
    endpoint: str | None = None
    """The URL of a service other than Amazon S3, such as Cloudflare R2 or MinIO; absent for Amazon S3."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    path_template: Annotated[str | None, Wire("pathTemplate")] = None
    """The folder of each file, made of `{prefix}`, `{date}`, `{year}`, `{month}`, `{day}` and `{apiKeyName}`; absent
    for `{prefix}/{date}`. The file is named `{traceId}-{timestamp}.json`."""
    prefix: str | None = None
    """What `{prefix}` stands for; absent for `openrouter-traces`."""
    region: str | None = None
    """The region of the bucket. A role needs it; with access keys, Amazon S3 finds it when it is absent."""
    secret_access_key: Annotated[str | None, Wire("secretAccessKey")] = None
    """The secret access key, masked in responses."""
    session_token: Annotated[str | None, Wire("sessionToken")] = None
    """The token of temporary access keys, masked in responses."""
    auth_mode: Annotated[Literal["access_keys", "iam_role"] | str | None, Wire("authMode")] = None
    """How OpenRouter signs in: with access keys, or with a role of your AWS account, for which it gets short-lived
    keys; absent for `access_keys`."""
    external_id: Annotated[str | None, Wire("externalId")] = None
    """An id that OpenRouter makes when you save; the role's trust policy must require it as `sts:ExternalId`."""
    provider: Literal["aws", "cloudflare_r2", "gcs", "other"] | str | None = None
    """The service that has the bucket; only `aws` knows roles, the others take access keys."""
    role_arn: Annotated[str | None, Wire("roleArn")] = None
    """The role that OpenRouter assumes. It must trust `arn:aws:iam::536697249728:role/openrouter-broadcast-exporter`
    with `externalId`, and allow `s3:PutObject` on the bucket and prefix, and `kms:GenerateDataKey` if the bucket is
    encrypted with KMS."""


@frozen(kw_only=True)
class ObservabilityS3Destination:
    """A destination of traces: a bucket at Amazon S3, or at a service with the same API."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityS3DestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["s3"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilitySentryDestinationConfig:
    """How OpenRouter reaches Sentry."""

    dsn: str
    """The DSN of the project, masked in responses."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    otlp_endpoint: Annotated[str, Wire("otlpEndpoint")]
    """The URL of the project that takes traces in OTLP."""


@frozen(kw_only=True)
class ObservabilitySentryDestination:
    """A destination of traces: Sentry."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilitySentryDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["sentry"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilitySnowflakeDestinationConfig:
    """How OpenRouter reaches Snowflake."""

    account: str
    """The account's identifier, at most 255 characters."""
    database: str | None = None
    """The database that holds the table; absent for `SNOWFLAKE_LEARNING_DB`."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    schema: str | None = None
    """The schema of the table; absent for `PUBLIC`."""
    table: str | None = None
    """The table that takes the traces; absent for `OPENROUTER_TRACES`."""
    token: str
    """A programmatic access token, masked in responses."""
    warehouse: str | None = None
    """The warehouse that does the work; absent for `COMPUTE_WH`."""
    should_include_cache_write_tokens: Annotated[bool | None, Wire("shouldIncludeCacheWriteTokens")] = None
    """Whether the column `cache_write_tokens` is filled, which the table must then have; absent for no."""


@frozen(kw_only=True)
class ObservabilitySnowflakeDestination:
    """A destination of traces: Snowflake."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilitySnowflakeDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["snowflake"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityWeaveDestinationConfig:
    """How OpenRouter reaches Weave."""

    api_key: Annotated[str, Wire("apiKey")]
    """The key of the service, masked in responses."""
    base_url: Annotated[str | None, Wire("baseUrl")] = None
    """The URL of Weave's server for traces; absent for `https://trace.wandb.ai`."""
    entity: str
    """The user or team at Weights & Biases."""
    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    project: str
    """The project that takes the traces."""


@frozen(kw_only=True)
class ObservabilityWeaveDestination:
    """A destination of traces: Weave."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityWeaveDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["weave"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


@frozen(kw_only=True)
class ObservabilityWebhookDestinationConfig:
    """How OpenRouter reaches a webhook."""

    headers: Mapping[str, str] | None = None
    """HTTP headers that OpenRouter adds to each delivery."""
    method: Literal["POST", "PUT"] | str | None = None
    """The HTTP method of each delivery; absent for `POST`."""
    url: str
    """The URL that takes the traces as JSON."""


@frozen(kw_only=True)
class ObservabilityWebhookDestination:
    """A destination of traces: a webhook."""

    api_key_hashes: tuple[str, ...] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: ObservabilityWebhookDestinationConfig
    """The service's own settings."""
    created_at: str
    """When it was created, in ISO 8601."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfig | None
    """Which requests are sent; `None` for all."""
    id: str
    """The destination's id (a UUID)."""
    name: str | None
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    type: Literal["webhook"]
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace whose requests it gets."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: tuple[ObservabilityDataRegion, ...]
    """Only requests that were served in one of these regions."""


ObservabilityDestination: TypeAlias = (
    ObservabilityArizeDestination
    | ObservabilityBraintrustDestination
    | ObservabilityClickhouseDestination
    | ObservabilityDatadogDestination
    | ObservabilityGrafanaDestination
    | ObservabilityLangfuseDestination
    | ObservabilityLangsmithDestination
    | ObservabilityNewrelicDestination
    | ObservabilityOpikDestination
    | ObservabilityOtelCollectorDestination
    | ObservabilityPosthogDestination
    | ObservabilityRampDestination
    | ObservabilityS3Destination
    | ObservabilitySentryDestination
    | ObservabilitySnowflakeDestination
    | ObservabilityWeaveDestination
    | ObservabilityWebhookDestination
    | Unknown
)
"""A destination of traces. Its `type` says which service it is."""


@frozen(kw_only=True)
class CreateObservabilityDestinationResponse:
    """A destination that was created."""

    data: ObservabilityDestination
    """The destination."""


class ObservabilityDeleteRequest(Attribution, total=False):
    """What `observability_delete` takes."""

    id: Required[str]
    """The destination's id (a UUID)."""


@frozen(kw_only=True)
class DeleteObservabilityDestinationResponse:
    """The confirmation that a destination is deleted."""

    deleted: Literal[True]


class ObservabilityGetRequest(Attribution, total=False):
    """What `observability_get` takes."""

    id: Required[str]
    """The destination's id (a UUID)."""


@frozen(kw_only=True)
class GetObservabilityDestinationResponse:
    """One destination."""

    data: ObservabilityDestination
    """The destination."""


class ObservabilityListRequest(Attribution, total=False):
    """What `observability_list` takes."""

    offset: int | None
    """How many destinations to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many destinations a page holds at most, 1 to 100; absent for 50."""
    workspace_id: str
    """Only destinations of this workspace (a UUID); absent for those of the account's default one."""


@frozen(kw_only=True)
class ListObservabilityDestinationsResponse:
    """One page of destinations."""

    data: tuple[ObservabilityDestination, ...]
    """The destinations."""
    total_count: int
    """How many destinations match, on all pages together."""


class ObservabilityUpdateRequest(Attribution, total=False):
    """What `observability_update` takes."""

    id: Required[str]
    """The destination's id (a UUID)."""
    api_key_hashes: Sequence[str] | None
    """Only requests of the API keys with these hashes, at least one; `None` for all keys."""
    broadcast_generation_cost: bool
    """Whether traces have the cost and billing of requests."""
    broadcast_generation_identity: bool
    """Whether traces tell who made the requests."""
    broadcast_generation_request_context: bool
    """Whether traces tell the context of requests."""
    config: Mapping[str, Json]
    """The settings that change, under the names of the wire such as `apiKey`. Settings that are absent stay, and a
    masked value is ignored. Errors never show its values."""
    enabled: bool
    """Whether anything is sent."""
    filter_rules: ObservabilityFilterRulesConfigNullableParam | None
    """Which requests are sent; `None` for all."""
    name: str
    """Its name for people."""
    privacy_mode: bool
    """Whether prompts and answers are left out of traces."""
    sampling_rate: float
    """The share of requests that are sent, 0.0001 to 1."""
    broadcast_generation_cost_allocation: bool
    """Whether traces have usage and cost for each kind of token, as `openrouter_cost_allocation` (beta); it is left out
    when the sum is not the cost that was charged."""
    regions: Sequence[ObservabilityDataRegionInput]
    """Only requests that were served in one of these regions, at least one; they can be replaced, not cleared."""


@frozen(kw_only=True)
class UpdateObservabilityDestinationResponse:
    """A destination after a change."""

    data: ObservabilityDestination
    """The destination as it is now."""
