"""The four operations on containers: the files that a sandbox has made, which a test adds."""

from __future__ import annotations

from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse, Response

from openrouter_core.testing.endpoints.files import download_headers, file_object, guessed_type
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Containers", "add_container_file"]

_LIMIT = 100
_MOST = 1_000
_PREFIX = "cfile_"


@attrs.frozen
class Containers:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "containers_list_container_files": self.list,
            "containers_get_container_file": self.get,
            "containers_download_container_file_content": self.download,
            "containers_promote_container_file": self.promote,
        }

    def list(self, call: Call) -> Response:
        """Answer a page of a container's files, in the order of their paths; an unknown container has none."""
        limit, after = call.query.get("limit", _LIMIT), call.query.get("after")
        if not 1 <= limit <= _MOST:
            raise BadRequest(f"limit: must be an integer from 1 to {_MOST}")
        begin = "" if after is None else _path(after)
        found = self._state.records.all(call.account_id, _kind(call.path["container_id"]))
        left = sorted((each for each in found if each["path"] > begin), key=lambda each: str(each["path"]))
        page = [_shown(each) for each in left[:limit]]
        return JSONResponse(
            {
                "object": "list",
                "data": page,
                "has_more": len(left) > limit,
                "first_id": page[0]["id"] if page else None,
                "last_id": page[-1]["id"] if page else None,
            }
        )

    def get(self, call: Call) -> Response:
        """Answer what is known of a file."""
        return JSONResponse(_shown(self._find(call)))

    def download(self, call: Call) -> Response:
        """Answer the bytes of a file."""
        found = self._find(call)
        return Response(b64decode(found["data"]), headers=download_headers(_name(found["path"])))

    def promote(self, call: Call) -> Response:
        """Copy a file into the default workspace, where it outlives the container."""
        found = self._find(call)
        name = _name(found["path"])
        workspace_id = self._state.workspace(call, None)
        data = b64decode(found["data"])
        return JSONResponse(
            file_object(self._state.files.add(call.account_id, workspace_id, name, guessed_type(name), data))
        )

    def _find(self, call: Call) -> dict[str, Any]:
        kind = _kind(call.path["container_id"])
        return self._state.records.get(call.account_id, kind, call.path["file_id"]) or not_found()


def add_container_file(state: State, account_id: str, container_id: str, path: str, data: bytes) -> str:
    """Keep a file as a sandbox would have made it, in place of the one at the path, and return its id."""
    file_id = _id(path)
    record = {
        "id": file_id,
        "object": "container.file",
        "container_id": container_id,
        "path": path,
        "bytes": len(data),
        "created_at": int(state.clock()),
        "source": "assistant",
        "data": b64encode(data).decode(),
    }
    state.records.put(account_id, _kind(container_id), file_id, record)
    return file_id


def _id(path: str) -> str:
    return f"{_PREFIX}{urlsafe_b64encode(path.encode()).rstrip(b'=').decode()}"


def _kind(container_id: str) -> str:
    return f"files of container {container_id}"


def _shown(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "data"}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _path(file_id: str) -> str:
    """Return the path that an id is made of."""
    try:
        path = urlsafe_b64decode(f"{file_id.removeprefix(_PREFIX)}==").decode()
    except ValueError:
        path = ""
    if _id(path) != file_id:
        raise BadRequest("after: is not the id of a container file")
    return path
