"""`python -m conductkit`, and the script `conduct`."""

import sys


def main() -> None:
    """Run the program; Ctrl-C while it is still being loaded is no bug either."""
    try:
        from conductkit.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
