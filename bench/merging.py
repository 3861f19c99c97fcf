"""The laws of merging, held for random codes and edits until ten thousand triples were usable.

`python bench/merging.py [COUNT [FIRST [PROCESSES]]]` prints how many merged cleanly and how many
did not, and each triple, by its number, that breaks a law; then the exit code is 1. One of which a
side does not load as a code is not usable, and another one is made. `tests/merge_laws.py` has the
laws, `tests/merge_codes.py`, `merge_edits.py` and `merge_texts.py` make the codes, edits and texts.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from merge_laws import check
from merge_texts import triple

_AT_ONCE = 20


def judged(seed: int) -> tuple[int, str, str]:
    """The number of a triple, its kind, and the law that it breaks."""
    try:
        return seed, check(*triple(seed)), ""
    except AssertionError as error:
        return seed, "broken", str(error)


def main(wanted: int = 10_000, first: int = 0, processes: int = 1) -> int:
    """Hold the laws for `wanted` triples; 1 where one does not hold."""
    kinds: Counter[str] = Counter()
    begin = time.perf_counter()
    for seed, kind, why in _each(first, processes):
        kinds[kind] += 1
        if why:
            print(f"triple {seed}: {why}", flush=True)
        usable = kinds.total() - kinds["no code"]
        if usable == wanted:
            break
    unusable = kinds.pop("no code", 0)
    shown = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    seconds = time.perf_counter() - begin
    print(f"{usable + unusable} triples, {usable} usable: {shown} ({seconds:.0f} s)")
    return 1 if kinds["broken"] or unusable * 50 > wanted else 0


def _each(first: int, processes: int) -> Iterator[tuple[int, str, str]]:
    if processes == 1:
        yield from map(judged, count(first))
        return
    with Pool(processes) as pool:
        for start in count(first, _AT_ONCE * processes):
            yield from pool.map(judged, range(start, start + _AT_ONCE * processes))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
