"""Who has read what, laid out as a page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conductkit import digest
from conductkit.ack_status import Standing, Status
from conductkit.phrases import counted
from conductkit.sheet import Cell, Heading, Part, Points, Sheet, Table, Words

_FEW = 20


def sheet(found: Sequence[Status], names: Mapping[str, str]) -> Sheet:
    """Every code with those who have to read it; `names` are the readers known by name."""
    parts = [part for one in found for part in _code(one, names)]
    waiting = sum(len(one.open) for one in found)
    data = {"codes": [_data(one, names) for one in found]}
    title = f"{counted(waiting, 'acknowledgement')} to come" if waiting else "Everybody has read"
    return Sheet(title if any(one.readers for one in found) else "Who has read what",
                 tuple(parts), data)  # fmt: skip


def _code(one: Status, names: Mapping[str, str]) -> Iterator[Part]:
    code, short = one.code, digest.short(one.digest)
    version = f" {code.version}" if code.version else ""
    yield Heading(f"{code.title}{version} ({short})")
    if code.extends:
        yield Words(
            f"It extends {code.extends}: what is told here is of its own words. Have the base"
            " acknowledged, too.", "fair",
        )  # fmt: skip
    if not one.readers:
        yield Words(
            "Nobody has acknowledged it yet, and no readers were named."
            f" Record one with `conduct ack {code.place.source.path} NAME`."
        )
        return
    done = len(one.readers) - len(one.open)
    tone = "good" if not one.open else "fair"
    yield Words(f"{done} of {len(one.readers)} have read the text that binds now.", tone)
    if one.open:
        rows = tuple(_row(standing, names) for standing in one.open)
        yield Table(("Has to read it", "Read last", "On"), rows)
    told = {
        standing.last.digest: standing for standing in one.open if standing.last is not None
    }  # each old text once, however many people read it
    for standing in told.values():
        yield from _since(standing)


def _row(standing: Standing, names: Mapping[str, str]) -> tuple[Cell, ...]:
    last = standing.last
    name = Cell(names.get(standing.reader, standing.reader))
    if last is None:
        return name, Cell("nothing yet"), Cell("")
    return name, Cell(f"{last.version} ({digest.short(last.digest)})".strip()), Cell(last.date)


def _since(standing: Standing) -> Iterator[Part]:
    last = standing.last
    if last is None:
        return
    named = f"{last.version} ({digest.short(last.digest)})".strip()
    if standing.changes is None:
        yield Words(f"What changed since {named} cannot be told: that text is not in the history.")
        return
    yield Words(f"Changed since {named}:", "strong")
    shown = [Cell(line) for line in standing.changes[:_FEW]]
    more = len(standing.changes) - len(shown)
    if more:
        shown.append(Cell(f"and {counted(more, 'change')} more"))
    yield Points(tuple(shown) or (Cell("nothing that `conduct diff` can name"),))


def _data(one: Status, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": one.code.id,
        "path": one.code.place.source.path,
        "version": one.code.version or None,
        "digest": one.digest,
        "readers": [
            {
                "reader": standing.reader,
                "name": names.get(standing.reader),
                "read": standing.read,
                "last": {
                    "version": standing.last.version or None,
                    "date": standing.last.date,
                    "digest": standing.last.digest,
                }
                if standing.last
                else None,
                "changes": None if standing.changes is None else list(standing.changes),
            }
            for standing in one.readers
        ],
    }
