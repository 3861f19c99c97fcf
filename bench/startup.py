"""How long `conduct lint` of one code takes, as a ratio to importing what it cannot do without.

Run: python bench/startup.py [RUNS]. Both commands run in turn, and the median of the pairs' ratios
is printed: once with nothing kept between runs, once with the results of the run before. The floor
is `python -c "import typer, yaml"` in the same interpreter.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BOUND = 2.0
ROOT = Path(__file__).resolve().parent.parent
FLOOR = [sys.executable, "-c", "import typer, yaml"]
LINT = [sys.executable, "-m", "conductkit", "lint", str(ROOT / "codes" / "cx-touchpoints.yaml")]
# What pip compiles when it installs a wheel, the first run of a checkout has to write.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str], cache: str) -> float:
    """Wall time of one run of a command; `cache` is where it keeps results ("" for nowhere)."""
    begin = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        env={**ENVIRONMENT, "CONDUCTKIT_CACHE": cache},
    )  # fmt: skip
    return time.perf_counter() - begin


def compare(name: str, runs: int, cache: str) -> float:
    """Print and return the median ratio of runs of lint and of the floor, taken in turn."""
    for command in (FLOOR, LINT):  # bytecode, disk cache, kept results
        seconds(command, cache)
    pairs = [(seconds(LINT, cache), seconds(FLOOR, cache)) for _ in range(runs)]
    ratio = statistics.median(lint / floor for lint, floor in pairs)
    lint, floor = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    print(f"{name:<28} {lint:4.0f} ms, floor {floor:4.0f} ms, ratio {ratio:.2f}")
    return ratio


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print("conduct lint of one code, against: python -c 'import typer, yaml'")
    ratio = compare("first run of a changed code", runs, "")
    with tempfile.TemporaryDirectory() as cache:
        compare("unchanged since the last run", runs, cache)
    print(f"bound for the first run: {BOUND:.1f}")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
