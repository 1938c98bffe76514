"""`python -m openrouter_core.testing`: the door to `program`."""

import sys

from openrouter_core.testing.program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
