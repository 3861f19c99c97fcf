"""`python -m conductkit`, and the script `conduct`."""

import gc
import sys

_COLLECT_AFTER = 200_000


def main() -> None:
    """Run the program; Ctrl-C while it is still being loaded is no bug either."""
    gc.set_threshold(_COLLECT_AFTER)  # a short run is over before there is garbage to speak of
    try:
        from conductkit.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        sys.exit(130)
    finally:
        gc.freeze()  # nor is there any to look for in what the system takes back in a moment


if __name__ == "__main__":
    main()
