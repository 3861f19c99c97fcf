"""Two editions of a document as one with tracked changes: the old when refused, else the new.

Elements of the code find each other by their ids, not by their place; what stands elsewhere with
the same words is moved. Within an element the words are compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from conductkit.redline import PIECE, blocks, joined
from conductkit.word.paragraphs import Paragraph, Run

Unit = tuple[str, tuple[Paragraph, ...]]
_OLD_LISTS = 100_000


def weave(
    old: Sequence[Paragraph], new: Sequence[Paragraph], renamed: Mapping[str, str]
) -> list[Paragraph]:
    """The paragraphs of both editions, marked. `renamed` maps units of the old to the new."""
    taken = {anchor for one in new for anchor in one.anchors}
    before = _units([_as_old(one, renamed, taken) for one in old])
    after = _units(new)
    olds, news = dict(before), dict(after)
    moved = {name for name in olds.keys() & news.keys() if _texts(olds[name]) == _texts(news[name])}
    names = [name for name, _ in before], [name for name, _ in after]
    kept = set(_kept(*names))
    woven: list[Paragraph] = []
    at = 0
    for a, b, c, d in [*blocks(*names), (len(before), len(before), len(after), len(after))]:
        for name, paragraphs in before[at:a]:
            woven += _same_unit(paragraphs, news[name])
        woven += _all(before[a:b], "moveFrom", "del", moved - kept)
        woven += _all(after[c:d], "moveTo", "ins", moved - kept)
        at = b
    return woven


def _as_old(paragraph: Paragraph, renamed: Mapping[str, str], taken: set[str]) -> Paragraph:
    """A paragraph of the old edition beside those of the new one, which keep their anchors."""
    number = paragraph.list + _OLD_LISTS if paragraph.list > 0 else paragraph.list
    anchors = tuple(anchor for anchor in paragraph.anchors if anchor not in taken)
    unit = renamed.get(paragraph.unit, paragraph.unit)
    return replace(paragraph, unit=unit, list=number, anchors=anchors)


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The names outside all stretches that differ."""
    at = 0
    for a, b, _, _ in [*blocks(old, new), (len(old), len(old), len(new), len(new))]:
        yield from old[at:a]
        at = b


def _units(paragraphs: Iterable[Paragraph]) -> list[Unit]:
    """Paragraphs of one element together; a name that comes again is numbered."""
    found: list[tuple[str, list[Paragraph]]] = []
    for one in paragraphs:
        if found and found[-1][1][0].unit == one.unit:
            found[-1][1].append(one)
        else:
            found.append((one.unit, [one]))
    seen: Counter[str] = Counter()
    units: list[Unit] = []
    for name, group in found:
        seen[name] += 1
        units.append((f"{name}\x00{seen[name]}", tuple(group)))
    return units


def _texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    """What a reader sees of paragraphs, formats included."""
    return ["\x00".join([one.style, *(run.token for run in one.runs)]) for one in paragraphs]


def _all(units: Sequence[Unit], move: str, mark: str, moved: set[str]) -> Iterator[Paragraph]:
    for name, paragraphs in units:
        for number, one in enumerate(paragraphs):
            if name in moved:
                yield replace(one, mark=move, move=f"{name}\x00{number}")
            else:
                yield replace(one, mark=mark)


def _same_unit(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of one element: equal ones stay, those that say one part are compared."""
    at = 0
    stretches = blocks(_texts(old), _texts(new))
    for a, b, c, d in [*stretches, (len(old), len(old), len(new), len(new))]:
        yield from new[c - (a - at) : c]
        yield from _stretch(old[a:b], new[c:d])
        at = b


def _stretch(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Paragraph]:
    parts = [_part(one) for one in old], [_part(one) for one in new]
    at = 0
    for a, b, c, d in [*blocks(*parts), (len(old), len(old), len(new), len(new))]:
        for one, two in zip(old[at:a], new[c - (a - at) : c], strict=True):
            yield _reworded(one, two)
        yield from (replace(one, mark="del") for one in old[a:b])
        yield from (replace(one, mark="ins") for one in new[c:d])
        at = b


def _part(paragraph: Paragraph) -> str:
    return f"{paragraph.style}\x00{paragraph.part}"


def _reworded(old: Paragraph, new: Paragraph) -> Paragraph:
    before, after = _tokens(old.runs), _tokens(new.runs)
    keys = [run.token for run in before], [run.token for run in after]
    runs: list[Run] = []
    at = 0
    for a, b, c, d in [*joined(blocks(*keys), keys[0]), (len(before),) * 2 + (len(after),) * 2]:
        runs += after[c - (a - at) : c]
        runs += [run._replace(mark="del") for run in before[a:b]]
        runs += [run._replace(mark="ins") for run in after[c:d]]
        at = b
    return replace(new, runs=tuple(_merged(runs)))


def _tokens(runs: Iterable[Run]) -> list[Run]:
    return [
        run._replace(text=piece)
        for run in runs
        for piece in ([run.text] if run.rule else PIECE.findall(run.text))
    ]


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last and not (last.rule or run.rule) and last._replace(text="") == run._replace(text=""):
            last = last._replace(text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
