"""The life of one call: prepared, sent, tried again, answered. No httpx in here, and no I/O."""
