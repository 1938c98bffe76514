# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Files and containers: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Annotated, Literal, Required, TypeAlias

from openrouter_core.files import File
from openrouter_core.model import Unknown, Wire, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "AnthropicFile",
    "AnthropicFileDeleted",
    "AnthropicFileList",
    "ContainerFile",
    "ContainerFileListResponse",
    "ContainersDownloadContainerFileContentRequest",
    "ContainersGetContainerFileRequest",
    "ContainersListContainerFilesRequest",
    "ContainersPromoteContainerFileRequest",
    "FileDeleteResponse",
    "FileListResponse",
    "FileProvider",
    "FileResponse",
    "FilesDeleteRequest",
    "FilesDownloadRequest",
    "FilesListRequest",
    "FilesRetrieveRequest",
    "FilesUploadRequest",
    "OpenAIFile",
    "OpenAIFileDeleted",
    "OpenAIFileList",
    "OpenRouterFile",
    "OpenRouterFileDeleted",
    "OpenRouterFileList",
]


class ContainersDownloadContainerFileContentRequest(Attribution, total=False):
    """What `containers_download_container_file_content` takes."""

    container_id: Required[str]
    """The container's id, exactly as a result of the bash or shell tool tells it; a restarted session has another one.
    """
    file_id: Required[str]
    """The file's id in the container: `cfile_` and its path in base64url."""


class ContainersGetContainerFileRequest(Attribution, total=False):
    """What `containers_get_container_file` takes."""

    container_id: Required[str]
    """The container's id, exactly as a result of the bash or shell tool tells it; a restarted session has another one.
    """
    file_id: Required[str]
    """The file's id in the container: `cfile_` and its path in base64url."""


@frozen(kw_only=True)
class ContainerFile:
    """A file that a tool wrote in a container."""

    bytes: int
    """The file's size in bytes."""
    container_id: str
    """The id of the container that holds the file."""
    created_at: int
    """When the file was last brought up to date, in seconds since 1970."""
    id: str
    """The file's id in the container: `cfile_` and its path in base64url."""
    object: Literal["container.file"]
    path: str
    """Where the file is in the container."""
    source: Literal["assistant"]


class ContainersListContainerFilesRequest(Attribution, total=False):
    """What `containers_list_container_files` takes."""

    container_id: Required[str]
    """The container's id, exactly as a result of the bash or shell tool tells it; a restarted session has another one.
    """
    limit: int
    """How many files a page holds at most, 1 to 1000; absent for 100."""
    after: str
    """Only files after this one: the `last_id` of an earlier page, or the id of any file in the container; absent for
    the beginning."""


@frozen(kw_only=True)
class ContainerFileListResponse:
    """One page of the files in a container."""

    data: tuple[ContainerFile, ...]
    """The files, sorted by `path`."""
    first_id: str | None
    """The id of the first file on the page; `None` when the page is empty."""
    has_more: bool
    """Whether there is a next page, which `last_id`, as `after`, asks for."""
    last_id: str | None
    """What to pass as `after` for the next page: the last file's id, or a place after it when the page ended at entries
    that are not listed. `None` only on an empty last page."""
    object: Literal["list"]


class ContainersPromoteContainerFileRequest(Attribution, total=False):
    """What `containers_promote_container_file` takes."""

    container_id: Required[str]
    """The container's id, exactly as a result of the bash or shell tool tells it; a restarted session has another one.
    """
    file_id: Required[str]
    """The file's id in the container: `cfile_` and its path in base64url."""


@frozen(kw_only=True)
class OpenRouterFile:
    """A file in OpenRouter's storage, or as OpenRouter describes it."""

    shape: Annotated[Literal["openrouter"], Wire("_shape")]
    created_at: str
    """When it was created, in ISO 8601."""
    downloadable: bool
    """Whether its content can be downloaded; not so for a file that you uploaded."""
    filename: str
    """The file's name, such as `"report.pdf"`."""
    id: str
    """The file's id, by which other calls name it."""
    mime_type: str
    """Its media type, such as `"application/pdf"`."""
    size_bytes: int
    """Its size in bytes."""
    type: Literal["file"]


@frozen(kw_only=True)
class OpenAIFile:
    """A file, as OpenAI describes it."""

    shape: Annotated[Literal["openai"], Wire("_shape")]
    bytes: int
    """Its size in bytes."""
    created_at: int
    """When it was created, in seconds since 1970."""
    filename: str
    """The file's name, such as `"report.pdf"`."""
    id: str
    """The file's id, by which other calls name it."""
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
    """What it is meant to be used for, in OpenAI's terms."""
    status: Literal["processed"]


@frozen(kw_only=True)
class AnthropicFile:
    """A file, as Anthropic describes it."""

    shape: Annotated[Literal["anthropic"], Wire("_shape")]
    created_at: str
    """When it was created, in ISO 8601."""
    downloadable: bool
    """Whether its content can be downloaded."""
    filename: str
    """The file's name, such as `"report.pdf"`."""
    id: str
    """The file's id, by which other calls name it."""
    mime_type: str
    """Its media type, such as `"application/pdf"`."""
    size_bytes: int
    """Its size in bytes."""
    type: Literal["file"]


FileResponse: TypeAlias = OpenRouterFile | OpenAIFile | AnthropicFile | Unknown
"""A file, as the storage that it is in describes it."""


FileProvider: TypeAlias = Literal["openai", "anthropic"] | str
"""A provider that stores files, reached with your own key for it."""


class FilesDeleteRequest(Attribution, total=False):
    """What `files_delete` takes."""

    file_id: Required[str]
    """The file's id, such as `"or_file_011CNha8iCJcU1wXNR6q4V8w"`."""
    workspace_id: str
    """The workspace (a UUID) that the file belongs to; absent for the account's default workspace."""
    provider: FileProvider
    """The provider whose storage the file is in, reached with your own key for it; absent for OpenRouter's storage."""


@frozen(kw_only=True)
class OpenRouterFileDeleted:
    """The confirmation that a file is deleted, in OpenRouter's form."""

    shape: Annotated[Literal["openrouter"], Wire("_shape")]
    id: str
    """The file's id, by which other calls name it."""
    type: Literal["file_deleted"]


@frozen(kw_only=True)
class OpenAIFileDeleted:
    """The confirmation that a file is deleted, in OpenAI's form."""

    shape: Annotated[Literal["openai"], Wire("_shape")]
    deleted: Literal[True]
    id: str
    """The file's id, by which other calls name it."""
    object: Literal["file"]


@frozen(kw_only=True)
class AnthropicFileDeleted:
    """The confirmation that a file is deleted, in Anthropic's form."""

    shape: Annotated[Literal["anthropic"], Wire("_shape")]
    id: str
    """The file's id, by which other calls name it."""
    type: Literal["file_deleted"]


FileDeleteResponse: TypeAlias = OpenRouterFileDeleted | OpenAIFileDeleted | AnthropicFileDeleted | Unknown
"""The confirmation that a file is deleted, in the form that its storage uses."""


class FilesDownloadRequest(Attribution, total=False):
    """What `files_download` takes."""

    file_id: Required[str]
    """The file's id, such as `"or_file_011CNha8iCJcU1wXNR6q4V8w"`."""
    workspace_id: str
    """The workspace (a UUID) that the file belongs to; absent for the account's default workspace."""
    provider: FileProvider
    """The provider whose storage the file is in, reached with your own key for it; absent for OpenRouter's storage."""


class FilesListRequest(Attribution, total=False):
    """What `files_list` takes."""

    limit: int
    """How many files a page holds at most, 1 to 1000; absent for the server's own number."""
    cursor: str
    """Where the first page begins: the `cursor` of an earlier page; absent for the beginning."""
    workspace_id: str
    """The workspace (a UUID) whose files they are; absent for the account's default workspace."""
    provider: FileProvider
    """The provider whose storage to list, reached with your own key for it; absent for OpenRouter's storage."""
    after: str
    """Only files after the one of this id, as OpenAI names it."""
    after_id: str
    """Only files after the one of this id, as Anthropic names it."""
    before_id: str
    """Only files before the one of this id, page by page towards the first, as Anthropic names it; OpenRouter's storage
    does not know it."""
    order: Literal["asc", "desc"] | str
    """`"asc"` for the oldest first, `"desc"` for the newest first; OpenRouter's storage knows only `"asc"`."""


@frozen(kw_only=True)
class OpenRouterFileList:
    """One page of files, as OpenRouter describes them."""

    shape: Annotated[Literal["openrouter"], Wire("_shape")]
    cursor: str | None
    """What to pass as `cursor` for the next page; `None` on the last."""
    data: tuple[OpenRouterFile, ...]
    """The files."""
    first_id: str | None
    """The id of the first file on the page; `None` when the page is empty."""
    has_more: bool
    """Whether there are more files after this page."""
    last_id: str | None
    """The id of the last file on the page; `None` when the page is empty."""


@frozen(kw_only=True)
class OpenAIFileList:
    """One page of files, as OpenAI describes them."""

    shape: Annotated[Literal["openai"], Wire("_shape")]
    data: tuple[OpenAIFile, ...]
    """The files."""
    first_id: str | None
    """The id of the first file on the page; `None` when the page is empty."""
    has_more: bool
    """Whether there are more files after this page."""
    last_id: str | None
    """The id of the last file on the page; `None` when the page is empty."""
    object: Literal["list"]


@frozen(kw_only=True)
class AnthropicFileList:
    """One page of files, as Anthropic describes them."""

    shape: Annotated[Literal["anthropic"], Wire("_shape")]
    data: tuple[AnthropicFile, ...]
    """The files."""
    first_id: str | None
    """The id of the first file on the page; `None` when the page is empty."""
    has_more: bool
    """Whether there are more files after this page."""
    last_id: str | None
    """The id of the last file on the page; `None` when the page is empty."""


FileListResponse: TypeAlias = OpenRouterFileList | OpenAIFileList | AnthropicFileList | Unknown
"""One page of files, as their storage describes them."""


class FilesRetrieveRequest(Attribution, total=False):
    """What `files_retrieve` takes."""

    file_id: Required[str]
    """The file's id, such as `"or_file_011CNha8iCJcU1wXNR6q4V8w"`."""
    workspace_id: str
    """The workspace (a UUID) that the file belongs to; absent for the account's default workspace."""
    provider: FileProvider
    """The provider whose storage the file is in, reached with your own key for it; absent for OpenRouter's storage."""


class FilesUploadRequest(Attribution, total=False):
    """What `files_upload` takes."""

    workspace_id: str
    """The workspace (a UUID) that may use the file; absent for the account's default workspace."""
    provider: FileProvider
    """The provider whose storage to put the file in, with your own key for it; absent for OpenRouter's storage."""
    file: Required[File]
    """A `Path`, `bytes`, an open binary file, which is sent from where it stands and stays open, or an `Upload`, which
    names it and its type."""
