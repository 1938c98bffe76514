# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Tools: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, Required, TypeAlias

from openrouter_core.model import Json, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "GetToolResponse",
    "ListToolsResponse",
    "ListToolsResponseLinks",
    "ServerTool",
    "ServerToolDetails",
    "ServerToolDetailsNativeSupport",
    "ServerToolEngine",
    "ServerToolExecutedBy",
    "ServerToolInputName",
    "ServerToolNativeModel",
    "ServerToolNativeSupport",
    "ServerToolOutputName",
    "ServerToolPrice",
    "ToolsGetToolRequest",
    "ToolsListToolsRequest",
]


class ToolsGetToolRequest(Attribution, total=False):
    """What `tools_get_tool` takes."""

    name: Required[str]
    """The tool's `id`, such as `"openrouter:web_search"`; of another name the server may answer with the address of the
    tool (308), which is not followed and is an `OpenRouterDefaultError`."""


@frozen(kw_only=True)
class ServerToolOutputName:
    """How a call appears in the answers of one API."""

    api_format: Literal["responses", "chat-completions", "anthropic-messages"] | str
    """The API whose answers these are."""
    type: str
    """The `type` of an output item of responses, of a content block of messages, or of an entry of `reasoning_details`
    in chat."""
    name: str | None = None
    """The `name` of the `server_tool_use` block in messages, if the call appears as one."""


@frozen(kw_only=True)
class ServerToolInputName:
    """A name by which requests may ask for a tool."""

    api_formats: tuple[Literal["responses", "chat-completions", "anthropic-messages"] | str, ...]
    """The APIs that accept this name."""
    output_names: tuple[ServerToolOutputName, ...]
    """How a call appears in the answers of each API that accepts the name; an API is missing when its callers do not
    see the call."""
    type: str
    """The name, which requests give as the `type` in `tools`."""


ServerToolExecutedBy: TypeAlias = Literal["provider", "openrouter", "client"] | str
"""Who runs the call of a tool. `provider`: the model's provider, during inference; `openrouter`: OpenRouter itself;
`client`: your application, after the call is returned to it."""


@frozen(kw_only=True)
class ServerToolPrice:
    """A price of an engine."""

    max_units_per_call: int
    """The most units that one call is charged for."""
    mode: str | None
    """The `parameters.mode` that it is for; `None` if it does not depend on the mode. A request is charged by one
    `request` row only."""
    price: str
    """US dollars for each unit, as a decimal number in a string."""
    unit: str
    """What is charged for, such as `"request"`."""


@frozen(kw_only=True)
class ServerToolEngine:
    """A service that can run a tool, and what it costs."""

    byok: Literal["required", "optional", "none"] | str
    """Whether it needs a key of your own, saved in the settings of the plugin: `required` (OpenRouter has none),
    `optional` (OpenRouter's, unless you saved one) or `none`."""
    data_regions: tuple[Literal["global", "europe", "us"] | str, ...]
    """The regions whose requests it serves without leaving them; `"global"` is always among them. A request that is
    bound to a region can use only engines that list it."""
    default_mode: str | None
    """The `parameters.mode` of a request that names none, and so the row of `pricing` that it is charged by; `None` for
    an engine without modes."""
    executed_by: ServerToolExecutedBy
    """Who runs the call."""
    id: str | None
    """The `parameters.engine` that selects it; `None` for the only engine of a tool without a choice."""
    name: str
    """The engine's name for people."""
    pricing: tuple[ServerToolPrice, ...]
    """What OpenRouter charges; it has rows only if `pricing_source` is `openrouter`."""
    pricing_doc_url: str | None
    """The page with the prices, if `pricing_source` is `provider` or `byok`; else `None`."""
    pricing_source: Literal["openrouter", "provider", "byok", "none"] | str
    """Who charges for calls, beside the model's tokens: `openrouter` (your credits, by `pricing`), `provider` (the
    model's provider, by its own prices), `byok` (the maker of the engine, through your key) or `none` (no charge)."""


@frozen(kw_only=True)
class ServerToolNativeModel:
    """A model for which providers run the tool themselves."""

    providers: tuple[str, ...]
    """The providers that run the tool with this model."""
    slug: str
    """The model's slug."""


@frozen(kw_only=True)
class ServerToolDetailsNativeSupport:
    """Endpoints whose providers run the tool themselves, with their models."""

    endpoint_count: int
    """How many endpoints there are; 0 when no provider runs it."""
    model_count: int
    """How many models these endpoints serve."""
    models: tuple[ServerToolNativeModel, ...]
    """The models of these endpoints."""


@frozen(kw_only=True)
class ServerToolDetails:
    """A tool that OpenRouter runs for a model, with the models whose providers run it themselves."""

    aliases: tuple[ServerToolInputName, ...]
    """Every name by which requests may ask for it, `id` among them, and how its calls appear under each."""
    default_engine: str | None
    """The engine of a request that names none, or `"auto"`. `"native"` means the model's provider where it runs the
    tool itself, and `fallback_engine` elsewhere. A request that is bound to a region skips an engine that does not
    serve it. `None` for a tool without a choice of engines."""
    docs_url: str
    """The page that documents it."""
    engines: tuple[ServerToolEngine, ...]
    """Who can run it, and at what price."""
    fallback_engine: str | None
    """The engine that is used when `default_engine` is `"native"` and the provider does not run the tool itself; `None`
    if there is none."""
    id: str
    """Its name, such as `"openrouter:web_search"`, which requests give as the `type` in `tools`; it is valid in every
    API of `supported_api_formats`."""
    input_schema: Mapping[str, Json]
    """The JSON schema of the arguments with which a model calls it."""
    name: str
    """Its name for people."""
    native_support: ServerToolDetailsNativeSupport
    """How many endpoints have a provider that runs it itself."""
    output_schema: Mapping[str, Json] | None
    """The JSON schema of the result that the model gets, or `None` when it is not declared."""
    parameters_schema: Mapping[str, Json]
    """The JSON schema of `parameters` in a request's `tools`."""
    status: Literal["active", "deprecated"] | str
    """Whether it is in use, or deprecated."""
    summary: str
    """What it does, in one sentence for people."""
    supported_api_formats: tuple[Literal["responses", "chat-completions", "anthropic-messages"] | str, ...]
    """The APIs in which requests may name it."""
    tool_description: str
    """The description that the model gets."""


@frozen(kw_only=True)
class GetToolResponse:
    """One tool."""

    data: ServerToolDetails
    """The tool."""


class ToolsListToolsRequest(Attribution, total=False):
    """What `tools_list_tools` takes."""

    offset: int | None
    """How many tools to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many tools a page holds at most, 1 to 100; absent for 50, but with `offset` absent as well for all on one
    page."""
    api_format: Literal["responses", "chat-completions", "anthropic-messages"] | str
    """Only tools that this API accepts; absent for all."""


@frozen(kw_only=True)
class ServerToolNativeSupport:
    """How many endpoints have a provider that runs the tool itself."""

    endpoint_count: int
    """How many endpoints there are; 0 when no provider runs it."""
    model_count: int
    """How many models these endpoints serve."""


@frozen(kw_only=True)
class ServerTool:
    """A tool that OpenRouter runs for a model."""

    aliases: tuple[ServerToolInputName, ...]
    """Every name by which requests may ask for it, `id` among them, and how its calls appear under each."""
    default_engine: str | None
    """The engine of a request that names none, or `"auto"`. `"native"` means the model's provider where it runs the
    tool itself, and `fallback_engine` elsewhere. A request that is bound to a region skips an engine that does not
    serve it. `None` for a tool without a choice of engines."""
    docs_url: str
    """The page that documents it."""
    engines: tuple[ServerToolEngine, ...]
    """Who can run it, and at what price."""
    fallback_engine: str | None
    """The engine that is used when `default_engine` is `"native"` and the provider does not run the tool itself; `None`
    if there is none."""
    id: str
    """Its name, such as `"openrouter:web_search"`, which requests give as the `type` in `tools`; it is valid in every
    API of `supported_api_formats`."""
    input_schema: Mapping[str, Json]
    """The JSON schema of the arguments with which a model calls it."""
    name: str
    """Its name for people."""
    native_support: ServerToolNativeSupport
    """How many endpoints have a provider that runs it itself."""
    output_schema: Mapping[str, Json] | None
    """The JSON schema of the result that the model gets, or `None` when it is not declared."""
    parameters_schema: Mapping[str, Json]
    """The JSON schema of `parameters` in a request's `tools`."""
    status: Literal["active", "deprecated"] | str
    """Whether it is in use, or deprecated."""
    summary: str
    """What it does, in one sentence for people."""
    supported_api_formats: tuple[Literal["responses", "chat-completions", "anthropic-messages"] | str, ...]
    """The APIs in which requests may name it."""
    tool_description: str
    """The description that the model gets."""


@frozen(kw_only=True)
class ListToolsResponseLinks:
    """Where the next page of tools is."""

    next: str | None
    """The URL of the next page; `None` on the last one."""


@frozen(kw_only=True)
class ListToolsResponse:
    """One page of tools."""

    data: tuple[ServerTool, ...]
    """The tools."""
    links: ListToolsResponseLinks
    """Where the next page is."""
    total_count: int
    """How many tools there are, on all pages together."""
