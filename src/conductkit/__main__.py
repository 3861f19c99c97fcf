"""`python -m conductkit`: the same as `conduct`."""

from conductkit.cli import main

if __name__ == "__main__":
    main()
