"""How long files take each way beside bare httpx, and in how much memory: `python -m tests.benchmarks files`.

Uploads go from a file on disk, downloads to one. httpx uploads with `files=` and downloads with `iter_raw`. Runs take
turns, each in a process of its own, against a server in another.
"""

from __future__ import annotations

import asyncio
import json
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

RUNS = 5


def serve(peer: socket.socket, size: int) -> None:
    """Answer each GET with so many bytes, and each POST with a file's description, whatever it sends."""
    buffer, piece = bytearray(1 << 20), bytes(1 << 20)
    with peer:
        while True:
            head = b""
            while b"\r\n\r\n" not in head:
                received = peer.recv(65_536)
                if not received:
                    return
                head += received
            head, _, rest = head.partition(b"\r\n\r\n")
            lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            left = sum(int(line.split(b":")[1]) for line in lengths) - len(rest)
            while left > 0:
                left -= peer.recv_into(buffer)
            if head.startswith(b"POST"):
                body = json.dumps({"_shape": "new"}).encode()
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                peer.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
                continue
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: x/y\r\nContent-Length: %d\r\n\r\n" % size)
            for start in range(0, size, len(piece)):
                peer.sendall(memoryview(piece)[: min(len(piece), size - start)])


def accept(size: int) -> None:
    """Serve for ever, and print the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            peer, _ = listener.accept()
            threading.Thread(target=serve, args=(peer, size), daemon=True).start()


def ours(url: str, way: str, path: Path, size: int) -> None:
    """Transfer by the functions, sync."""
    from openrouter_core import OpenRouterCore, RequestOptions
    from openrouter_funcs.files_download import files_download
    from openrouter_funcs.files_upload import files_upload

    options = RequestOptions(deadline=600)
    with OpenRouterCore(server_url=url, api_key="sk-or-test-123") as core:
        if way == "upload":
            files_upload(core, file=path, options=options).unwrap()
        else:
            assert files_download(core, file_id="1", options=options).unwrap().save(path).unwrap() == size


async def ours_async(url: str, way: str, path: Path, size: int) -> None:
    """Transfer by the functions, async."""
    from openrouter_core import OpenRouterCore, RequestOptions
    from openrouter_funcs.files_download import files_download_async
    from openrouter_funcs.files_upload import files_upload_async

    options = RequestOptions(deadline=600)
    async with OpenRouterCore(server_url=url, api_key="sk-or-test-123") as core:
        if way == "upload":
            (await files_upload_async(core, file=path, options=options)).unwrap()
        else:
            opened = (await files_download_async(core, file_id="1", options=options)).unwrap()
            assert (await opened.save(path)).unwrap() == size


def bare(url: str, way: str, path: Path, size: int) -> None:
    """Transfer by httpx, sync."""
    import httpx

    with httpx.Client(timeout=60) as client:
        if way == "upload":
            with path.open("rb") as file:
                client.post(f"{url}/files", files={"file": file}).raise_for_status().json()
        else:
            with client.stream("GET", f"{url}/files/1/content") as response, path.open("wb", buffering=0) as file:
                assert sum(map(file.write, response.iter_raw())) == size


async def bare_async(url: str, way: str, path: Path, size: int) -> None:
    """Transfer by httpx, async."""
    import httpx

    async with httpx.AsyncClient(timeout=60) as client:
        if way == "upload":
            with path.open("rb") as file:
                (await client.post(f"{url}/files", files={"file": file})).raise_for_status().json()
        else:
            async with client.stream("GET", f"{url}/files/1/content") as response:
                with path.open("wb", buffering=0) as file:
                    assert sum([file.write(piece) async for piece in response.aiter_raw()]) == size


WAYS: dict[str, Any] = {"ours": ours, "ours async": ours_async, "httpx": bare, "httpx async": bare_async}


def measure(name: str, urls: tuple[str, str], way: str, path: Path, size: int) -> None:
    """Print wall time, CPU time, and by how much memory grew over that of a small transfer before."""

    def run(url: str, size: int, path: Path) -> None:
        done = WAYS[name](url, way, path, size)
        if done is not None:
            asyncio.run(done)

    small = path.with_name("small")
    small.write_bytes(bytes(1000))
    run(urls[1], 1000, small)
    rest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    run(urls[0], size, path)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps([wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - rest]))


def child(*arguments: str) -> dict[str, float]:
    """Run this file as another process, and return what it prints."""
    command = [sys.executable, "-m", "tests.benchmarks.files", *arguments]
    seconds, cpu, peak = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return {"seconds": seconds, "cpu": cpu, "peak": max(peak * 1024, 1)}


def transfers(megabytes: int, count: int) -> dict[str, dict[str, list[dict[str, float]]]]:
    """Return for each way, and each of `WAYS` to do it, its runs: `seconds`, `cpu` and `peak`, in bytes above rest."""
    size = megabytes * 1_000_000
    with ExitStack() as stack:
        urls = [stack.enter_context(serving(each)) for each in (size, 1000)]
        path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "big"
        taken: dict[str, dict[str, list[dict[str, float]]]] = {}
        for way in ("upload", "download"):
            path.write_bytes(bytes(size))
            runs = [{name: child("run", name, *urls, way, str(path), str(size)) for name in WAYS} for _ in range(count)]
            taken[way] = {name: [run[name] for run in runs] for name in WAYS}
        return taken


@contextmanager
def serving(size: int) -> Generator[str]:
    """Run a server meanwhile, in another process, and give its URL."""
    command = [sys.executable, "-m", "tests.benchmarks.files", "serve", str(size)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        finally:
            server.kill()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", bytes_served]:
            accept(int(bytes_served))
        case ["run", name, url, small_url, way, path, size]:
            measure(name, (url, small_url), way, Path(path), int(size))
        case _:
            sys.exit(__doc__)
