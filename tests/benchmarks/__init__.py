"""What a call costs, beside bare httpx and other clients: `python -m tests.benchmarks`. Nothing fails on a timing."""
