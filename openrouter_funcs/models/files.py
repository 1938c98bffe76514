"""Files: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Annotated, Literal, Required, TypeAlias

from openrouter_core.files import File
from openrouter_core.model import Unknown, Wire, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "AnthropicFile",
    "AnthropicFileList",
    "FileListResponse",
    "FileProvider",
    "FileResponse",
    "FilesDownloadRequest",
    "FilesListRequest",
    "FilesUploadRequest",
    "OpenAIFile",
    "OpenAIFileList",
    "OpenRouterFile",
    "OpenRouterFileList",
]


@frozen(kw_only=True)
class AnthropicFile:
    """A file, as Anthropic describes it."""

    shape: Annotated[Literal["anthropic"], Wire("_shape")]
    """Whose description it is."""
    created_at: str
    """When it was uploaded, in ISO 8601."""
    downloadable: bool
    """Whether its content can be had."""
    filename: str
    """Its name."""
    id: str
    """Its id."""
    mime_type: str
    """Its media type."""
    size_bytes: int
    """Its size in bytes."""
    type: Literal["file"]


@frozen(kw_only=True)
class AnthropicFileList:
    """A page of files, as Anthropic describes it."""

    shape: Annotated[Literal["anthropic"], Wire("_shape")]
    """Whose description it is."""
    data: tuple[AnthropicFile, ...]
    """The files."""
    first_id: str | None
    """The id of the first, or `None`."""
    has_more: bool
    """Whether there are more."""
    last_id: str | None
    """The id of the last, or `None`."""


@frozen(kw_only=True)
class OpenRouterFile:
    """A file, as OpenRouter describes it."""

    shape: Annotated[Literal["openrouter"], Wire("_shape")]
    """Whose description it is."""
    created_at: str
    """When it was uploaded, in ISO 8601."""
    downloadable: bool
    """Whether its content can be had."""
    filename: str
    """Its name."""
    id: str
    """Its id."""
    mime_type: str
    """Its media type."""
    size_bytes: int
    """Its size in bytes."""
    type: Literal["file"]


@frozen(kw_only=True)
class OpenRouterFileList:
    """A page of files, as OpenRouter describes it."""

    shape: Annotated[Literal["openrouter"], Wire("_shape")]
    """Whose description it is."""
    cursor: str | None
    """Where the next page begins; `None` on the last."""
    data: tuple[OpenRouterFile, ...]
    """The files."""
    first_id: str | None
    """The id of the first, or `None`."""
    has_more: bool
    """Whether there are more."""
    last_id: str | None
    """The id of the last, or `None`."""


@frozen(kw_only=True)
class OpenAIFile:
    """A file, as OpenAI describes it."""

    shape: Annotated[Literal["openai"], Wire("_shape")]
    """Whose description it is."""
    bytes: int
    """Its size in bytes."""
    created_at: int
    """When it was uploaded, in seconds since 1970."""
    filename: str
    """Its name."""
    id: str
    """Its id."""
    object: Literal["file"]
    purpose: (
        Literal[
            "assistants",
            "batch",
            "fine-tune",
            "vision",
            "user_data",
            "evals",
            "assistants_output",
            "batch_output",
            "fine-tune-results",
        ]
        | str
    )
    status: Literal["processed"]


@frozen(kw_only=True)
class OpenAIFileList:
    """A page of files, as OpenAI describes it."""

    shape: Annotated[Literal["openai"], Wire("_shape")]
    """Whose description it is."""
    data: tuple[OpenAIFile, ...]
    """The files."""
    first_id: str | None
    """The id of the first, or `None`."""
    has_more: bool
    """Whether there are more."""
    last_id: str | None
    """The id of the last, or `None`."""
    object: Literal["list"]


FileListResponse: TypeAlias = OpenRouterFileList | OpenAIFileList | AnthropicFileList | Unknown
"""A page of files, in the form of the storage that holds them."""


FileProvider: TypeAlias = Literal["openai", "anthropic"] | str
"""Whose storage; OpenRouter's when absent."""


FileResponse: TypeAlias = OpenRouterFile | OpenAIFile | AnthropicFile | Unknown
"""A file, in the form of the storage that holds it."""


class FilesDownloadRequest(Attribution, total=False):
    """What `files_download` takes."""

    file_id: Required[str]
    """The file's id."""
    workspace_id: str
    """The workspace (a UUID); the account's default workspace when absent."""
    provider: FileProvider
    """Whose storage; OpenRouter's when absent."""


class FilesListRequest(Attribution, total=False):
    """What `files_list` takes."""

    limit: int
    """How many files a page holds at most, 1 to 1000."""
    cursor: str
    """Where the page begins: the `cursor` of the page before."""
    workspace_id: str
    """The workspace (a UUID); the account's default workspace when absent."""
    provider: FileProvider
    """Whose storage; OpenRouter's when absent."""
    after: str
    """Only files after this one, by id."""
    after_id: str
    """The same, as Anthropic names it."""
    before_id: str
    """Only files before this one, by id."""
    order: Literal["asc", "desc"] | str
    """The oldest or the newest first."""


class FilesUploadRequest(Attribution, total=False):
    """What `files_upload` takes."""

    workspace_id: str
    """The workspace (a UUID); the account's default workspace when absent."""
    provider: FileProvider
    """Whose storage; OpenRouter's when absent."""
    file: Required[File]
    """The file."""
