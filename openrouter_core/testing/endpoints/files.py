"""The five operations on files: files that were sent, by workspace."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from mimetypes import guess_type
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.answers import Pieces
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.files import StoredFile
    from openrouter_core.testing.multipart import Part
    from openrouter_core.testing.state import State

__all__ = ["FileEndpoints", "download_headers", "file_object", "guessed_type"]

_LIMIT = 100


@attrs.frozen
class FileEndpoints:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "files_upload": self.upload,
            "files_list": self.list,
            "files_retrieve": self.retrieve,
            "files_delete": self.delete,
            "files_download": self.download,
        }

    def upload(self, call: Call) -> Response:
        """Keep the file that was sent."""
        part: Part = call.body["file"]
        if not part.data:
            raise BadRequest("file: must not be empty")
        mime_type = part.content_type or guessed_type(part.filename)
        stored = self._state.files.add(call.account_id, self._workspace(call), part.filename, mime_type, part.data)
        return JSONResponse(file_object(stored, _shape(call)))

    def list(self, call: Call) -> Response:
        """Answer a page of the workspace's files, oldest first."""
        shape, limit, workspace_id = _shape(call), call.query.get("limit", _LIMIT), self._workspace(call)
        # One more than asked for tells whether there are more.
        found = self._state.files.page(call.account_id, workspace_id, self._after(call, workspace_id), limit + 1)
        page = found[:limit]
        answer: dict[str, Any] = {
            "_shape": shape,
            "data": [file_object(each, shape) for each in page],
            "has_more": len(found) > limit,
            "first_id": page[0].id if page else None,
            "last_id": page[-1].id if page else None,
        }
        if shape == "openrouter":
            answer["cursor"] = _cursor(page[-1].id) if answer["has_more"] else None
        return JSONResponse(answer | ({"object": "list"} if shape == "openai" else {}))

    def retrieve(self, call: Call) -> Response:
        """Answer what is known of a file."""
        return JSONResponse(file_object(self._find(call), _shape(call)))

    def delete(self, call: Call) -> Response:
        """Delete a file with all its bytes."""
        file_id, shape = call.path["file_id"], _shape(call)
        if not self._state.files.remove(call.account_id, self._workspace(call), file_id):
            not_found()
        deleted = {"object": "file", "deleted": True} if shape == "openai" else {"type": "file_deleted"}
        return JSONResponse({"_shape": shape, "id": file_id, **deleted})

    def download(self, call: Call) -> Response:
        """Answer the bytes of a file."""
        stored = self._find(call)
        return Pieces(self._state.files.pieces(stored.id), stored.size, download_headers(stored.filename))

    def _find(self, call: Call) -> StoredFile:
        return self._state.files.get(call.account_id, self._workspace(call), call.path["file_id"]) or not_found()

    def _workspace(self, call: Call) -> str:
        return self._state.workspace(call, call.query.get("workspace_id"))

    def _after(self, call: Call, workspace_id: str) -> int:
        """Return the position of the last file of the page before."""
        _supported(call.query)
        for name in ("cursor", "after", "after_id"):
            if name in call.query:
                given = call.query[name]
                file_id = _file_id(given) if name == "cursor" else given
                stored = self._state.files.get(call.account_id, workspace_id, file_id)
                if stored is None:
                    raise BadRequest(f"{name}: names no file of this workspace")
                return stored.position
        return 0


def file_object(stored: StoredFile, shape: str = "openrouter") -> dict[str, Any]:
    """Return what is told of a file, in the shape of a provider."""
    return _SHAPES[shape](stored)


def download_headers(filename: str) -> dict[str, str]:
    """Return the headers that come with a file's bytes."""
    return {
        "content-type": "application/octet-stream",
        "content-disposition": f"attachment; filename*=UTF-8''{quote(filename, safe='')}",
    }


def guessed_type(filename: str) -> str:
    """Return the media type that a name tells of."""
    return guess_type(filename)[0] or "application/octet-stream"


def _supported(query: Mapping[str, Any]) -> None:
    # As OpenRouter documents of its own storage.
    if "before_id" in query:
        raise BadRequest("before_id: is not supported")
    if query.get("order", "asc") != "asc":
        raise BadRequest('order: must be "asc"')


def _cursor(file_id: str) -> str:
    return urlsafe_b64encode(json.dumps({"cursor": file_id}).encode()).decode()


def _file_id(cursor: str) -> str:
    try:
        return str(json.loads(urlsafe_b64decode(cursor))["cursor"])
    except (ValueError, LookupError, TypeError):
        raise BadRequest("cursor: is not one that a list has given") from None


def _shape(call: Call) -> str:
    provider = str(call.query.get("provider"))
    return provider if provider in _SHAPES else "openrouter"


def _openrouter(stored: StoredFile) -> dict[str, Any]:
    return {
        "_shape": "openrouter",
        "id": stored.id,
        "type": "file",
        "filename": stored.filename,
        "mime_type": stored.mime_type,
        "size_bytes": stored.size,
        "created_at": stored.created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "downloadable": True,
    }


def _openai(stored: StoredFile) -> dict[str, Any]:
    return {
        "_shape": "openai",
        "id": stored.id,
        "object": "file",
        "bytes": stored.size,
        "created_at": int(stored.created_at.timestamp()),
        "filename": stored.filename,
        "purpose": "user_data",
        "status": "processed",
    }


_SHAPES: Mapping[str, Callable[[StoredFile], dict[str, Any]]] = {
    "openrouter": _openrouter,
    "openai": _openai,
    "anthropic": lambda stored: _openrouter(stored) | {"_shape": "anthropic"},
}
