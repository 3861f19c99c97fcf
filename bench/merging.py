"""The laws of merging, held for random codes and edits: ten thousand triples by default.

`python bench/merging.py [COUNT [FIRST]]` prints how many merged cleanly and how many did not,
and each triple, by its number, that breaks a law; then the exit code is 1. `tests/merge_laws.py`
has the laws, `tests/merge_edits.py` the codes and edits.
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from merge_edits import triple
from merge_laws import check


def main(count: int = 10_000, first: int = 0) -> int:
    """Hold the laws for `count` triples; 1 where one does not hold."""
    kinds: Counter[str] = Counter()
    begin = time.perf_counter()
    for seed in range(first, first + count):
        try:
            kinds[check(*triple(seed))] += 1
        except AssertionError as error:
            kinds["broken"] += 1
            print(f"triple {seed}: {error}")
    shown = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    print(f"{count} triples: {shown} ({time.perf_counter() - begin:.0f} s)")
    return 1 if kinds["broken"] or kinds["no code"] * 50 > count else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
