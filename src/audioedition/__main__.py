"""`python -m audioedition` is the same program as `audioedition`."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
