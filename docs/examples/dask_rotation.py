"""Rotate a thousand credentials at once, over the workers of a Dask cluster.

    NEW_KEY=sk-proj-test-WxYz python -m openrouter_core.testing --seed 1000 -- \
        python docs/examples/dask_rotation.py openai

That is a cluster of processes on this machine, and a local OpenRouter. For your own account set OPENROUTER_API_KEY, and
leave out `python -m` up to `--`; for your own cluster, give its address to `Client`. Needed:
`pip install 'openrouter-funcs[testing]' distributed`.

- A core holds a key and connections and cannot be pickled, and neither can a `Secret`. So each worker builds its own,
  once, from its own environment. No key travels.
- What travels are ids, and Results: a failure comes back as the value that it is, with attempts and outcome.
- Dask runs a task again when its worker dies. Here that does no harm: setting the same key twice is setting it once.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import distributed
from distributed import WorkerPlugin, get_worker

from openrouter_core import Err, Ok, OpenRouterCore, Secret
from openrouter_funcs.byok_list import byok_list
from openrouter_funcs.byok_update import byok_update

if TYPE_CHECKING:
    from collections.abc import Sequence

    from distributed import Worker

    from openrouter_core import Result
    from openrouter_funcs.byok_update import ByokUpdateError
    from openrouter_funcs.models.byok import BYOKKey, UpdateBYOKKeyResponse

    Done: TypeAlias = tuple[int, Result[UpdateBYOKKeyResponse, ByokUpdateError]]

dask: Any = distributed  # its own types are partial, so its clusters and clients go unchecked here


class OpenRouter(WorkerPlugin):
    """What a worker has as long as it lives: a core, which all its threads share, and the new key."""

    name = "openrouter"

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - Dask's signature
        """Build the core, in the worker."""
        self.core = OpenRouterCore()
        self.new_key = Secret(os.environ["NEW_KEY"])

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - Dask's signature
        """Close the worker's connections."""
        self.core.close()


def rotate(credential_id: str) -> Done:
    """Rotate one credential, in a worker; return which process did it, and what came of it."""
    here = cast("OpenRouter", get_worker().plugins["openrouter"])
    return os.getpid(), byok_update(here.core, id=credential_id, key=here.new_key)


def main() -> int:
    """Rotate every credential of a provider, and return the exit status."""
    parser = argparse.ArgumentParser(description="Rotate every credential of a provider to the key in NEW_KEY.")
    parser.add_argument("provider", help="the provider's slug, such as openai")
    parser.add_argument("--workers", type=int, default=2, help="how many processes")
    options = parser.parse_args()
    with OpenRouterCore() as core:
        match byok_list(core, provider=options.provider, limit=100).and_then(lambda page: page.collect()):
            case Err(error):
                print(f"The credentials cannot be listed: {error}", file=sys.stderr)
                return 1
            case Ok(credentials):
                return rotate_all(credentials, options.workers)


def rotate_all(credentials: Sequence[BYOKKey], workers: int) -> int:
    """Fan out over the cluster, and say what came of it."""
    local = dask.LocalCluster(n_workers=workers, threads_per_worker=4, dashboard_address=None)
    with local as cluster, dask.Client(cluster) as client:
        client.register_plugin(OpenRouter())
        futures = client.map(rotate, [each.id for each in credentials], pure=False)  # each call counts
        done: list[Done] = client.gather(futures)
    failed = 0
    for credential, (_, result) in zip(credentials, done, strict=True):
        match result:
            case Ok(_):
                pass
            case Err(error):
                print(f"{credential.id}: {error} (attempts={error.attempts}, outcome={error.outcome})")
                failed += 1
    processes = {process for process, _ in done}
    print(f"{len(done) - failed} of {len(done)} rotated, by {len(processes)} processes")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
