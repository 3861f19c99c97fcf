"""Noticing that a file was saved, by looking: a dozen files, a few times a second.

Watching through the operating system would need a library with compiled parts, and misses what
editors do with renamed files and what network folders do not tell.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator

_NAMES = (".yaml", ".yml", ".j2")
_PAUSE = 0.2
_SETTLE = 0.05

Stamp = tuple[tuple[str, int, int, int], ...]


def stamp(places: Iterable[str]) -> Stamp:
    """What the file system says of these files, and of codes and templates in these folders."""
    return tuple(found for place in sorted(set(places)) for found in _stamps(place))


def changed(places: Callable[[], Iterable[str]], seen: Stamp) -> Stamp:
    """Wait until something is no longer as it was seen, and until it has come to rest."""
    while (now := stamp(places())) == seen:
        time.sleep(_PAUSE)
    while True:
        time.sleep(_SETTLE)
        later = stamp(places())
        if later == now:
            return now
        now = later


def _stamps(place: str) -> Iterator[tuple[str, int, int, int]]:
    itself = _stamp(place)
    yield itself
    if not any(itself[1:]):
        return
    for parent, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(_NAMES):
                yield _stamp(os.path.join(parent, name))  # noqa: PTH118


def _stamp(path: str) -> tuple[str, int, int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return (path, 0, 0, 0)
    return (path, found.st_mtime_ns, found.st_size, found.st_ino)
