"""`python -m conductkit`, and the script `conduct`."""

import gc
import os
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
    except SystemExit as stop:
        _end(stop.code)
        raise


def _end(code: str | int | None) -> None:
    """Leave at once: all that is in use goes back to the system whole, not thing by thing.

    Not where a reader has gone or the disk is full, nor under a tracer, which has yet to write.
    """
    if isinstance(code, str) or sys.gettrace() is not None:
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code or 0)


if __name__ == "__main__":
    main()
