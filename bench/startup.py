"""How long `conduct lint` of one code takes, as a ratio to importing what it cannot do without.

Run: python bench/startup.py [RUNS]. Both commands run in turn, and the median of the pairs' ratios is
printed with its bound. The floor is `python -c "import typer, yaml"` in the same interpreter.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

BOUND = 2.0
ROOT = Path(__file__).resolve().parent.parent
FLOOR = [sys.executable, "-c", "import typer, yaml"]
LINT = [sys.executable, "-m", "conductkit", "lint", str(ROOT / "codes" / "cx-touchpoints.yaml")]
# What pip compiles when it installs a wheel, the first run of a checkout has to write.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    """Wall time of one run of a command."""
    begin = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=ENVIRONMENT
    )
    return time.perf_counter() - begin


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for command in (FLOOR, LINT):  # bytecode and disk cache
        seconds(command)
    pairs = [(seconds(LINT), seconds(FLOOR)) for _ in range(runs)]
    ratio = statistics.median(lint / floor for lint, floor in pairs)
    lint, floor = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"conduct lint, one code: {lint * 1000:.0f} ms")
    print(f"import typer, yaml:     {floor * 1000:.0f} ms")
    print(f"ratio (median of {runs} pairs): {ratio:.2f}, bound {BOUND:.1f}")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
