"""How long 200 MB take each way beside bare httpx, and in how much memory: `python -m tests.benchmarks.files [MB]`.

Uploads go from a file on disk, downloads to one. httpx uploads with `files=` and downloads with `iter_raw`. Runs take
turns, each in a process of its own, against a server in another, and the ratios are of the least CPU and wall time.
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
from pathlib import Path
from typing import Any

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


def measure(name: str, url: str, way: str, path: Path, size: int) -> None:
    """Print wall time, CPU time, and by how much memory grew over that of a small transfer before."""

    def run(url: str, size: int, path: Path) -> None:
        done = WAYS[name](url, way, path, size)
        if done is not None:
            asyncio.run(done)

    small = path.with_name("small")
    small.write_bytes(bytes(1000))
    run(SMALL.pop(), 1000, small)
    rest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    run(url, size, path)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps([wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - rest]))


SMALL: list[str] = []


def child(*arguments: str) -> list[float]:
    """Run this file as another process, and return what it prints."""
    command = [sys.executable, "-m", "tests.benchmarks.files", *arguments]
    result: list[float] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return result


def main(megabytes: int = 200) -> None:
    """Print a table."""
    size = megabytes * 1_000_000
    servers: list[subprocess.Popen[str]] = []
    urls: list[str] = []
    for each in (size, 1000):
        command = [sys.executable, "-m", "tests.benchmarks.files", "serve", str(each)]
        servers.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        urls.append(f"http://127.0.0.1:{(servers[-1].stdout or sys.stdin).readline().strip()}")
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "big"
            for way in ("upload", "download"):
                path.write_bytes(bytes(size))
                rest = (*urls, way, str(path), str(size))
                runs = [{name: child("run", name, *rest) for name in WAYS} for _ in range(RUNS)]
                for name, beside in (("ours", "httpx"), ("ours async", "httpx async")):
                    least = {each: [min(run[each][i] for run in runs) for i in range(3)] for each in (name, beside)}
                    wall, cpu = (least[name][i] / least[beside][i] for i in range(2))
                    print(
                        f"{way:9}{name:11} wall {least[name][0]:.3f} s ({wall:.2f} of {beside}), "
                        f"CPU {least[name][1]:.3f} s ({cpu:.2f}), {least[name][2] / 1000:.1f} MB above rest"
                    )
    finally:
        for server in servers:
            server.kill()
            server.communicate()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", bytes_served]:
            accept(int(bytes_served))
        case ["run", ran, big_url, small_url, ran_way, ran_path, ran_size]:
            SMALL.append(small_url)
            measure(ran, big_url, ran_way, Path(ran_path), int(ran_size))
        case [megabytes]:
            main(int(megabytes))
        case _:
            main()
