"""A version and a changelog entry put into the text of a code; all else stays byte for byte."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductkit.emit import emit
from conductkit.errors import ConductError
from conductkit.fields import CODE
from conductkit.layout import group
from conductkit.load import load_text
from conductkit.model import Code, Edition
from conductkit.nodes import Mapping, Node, Scalar
from conductkit.nodes import Sequence as List
from conductkit.offsets import end_of
from conductkit.prose_lines import layout
from conductkit.quoting import quoted
from conductkit.source import Source
from conductkit.write import Edit, splice

_KEYS = [field.key for field in CODE.fields]


def edits(code: Code, version: str, entry: Edition | None, replaces: str = "") -> list[Edit]:
    """The edits that give a code a version and a changelog entry.

    `replaces` is the version of the entry that the new one takes the place of. ConductError where
    the file is written in a way that cannot be edited in place.
    """
    source = code.place.source
    root = code.place.node
    if not isinstance(root, Mapping) or root.flow:
        raise _unusual(source.path)
    made: list[Edit] = []
    if version != code.version:
        made.append(_version(root, source, version))
    if entry is not None:
        made += _changelog(root, source, entry, replaces, code.language)
    _verify(code, source, made, version, entry, replaces)
    return made


def _unusual(path: str) -> ConductError:
    return ConductError(
        f"{path}: its version or changelog is written in a way that cannot be edited in place"
        " (braces, aliases, tags). Nothing was written. Run `conduct fmt` on it first, or edit it"
        " by hand."
    )


def _verify(
    code: Code, source: Source, made: Sequence[Edit], version: str, entry: Edition | None,
    replaces: str,
) -> None:  # fmt: skip
    """Read the text again: it must hold the same code but for what was to be written."""
    log = list(code.changelog)
    if entry is not None:
        places = [at for at, item in enumerate(log) if item.version == replaces]
        at = places[0] if places else len(log) if _oldest_first(code.changelog) else 0
        log[at : at + len(places[:1])] = [entry]
    wanted = replace(code, version=version, changelog=tuple(log))
    if load_text(splice(source.text, made), source.path).code != wanted:
        raise _unusual(source.path)


def _oldest_first(log: Sequence[Edition]) -> bool:
    """Whether a changelog goes on at its end."""
    versions = [tuple(int(part) for part in item.version.split(".")) for item in log]
    return len(versions) > 1 and versions[0] < versions[-1]


def _version(root: Mapping, source: Source, version: str) -> Edit:
    node = root.get("version")
    if isinstance(node, Scalar):
        mark = node.style if node.style in ("'", '"') else ""
        return Edit(node.start, end_of(source.text, node), f"{mark}{version}{mark}")
    return _inserted(root, source, "version", [f"version: {version}"])


def _changelog(
    root: Mapping, source: Source, entry: Edition, replaces: str, language: str
) -> list[Edit]:
    node = root.get("changelog")
    if isinstance(node, List) and node.items and not node.flow:
        old = next((item for item in node.items if _value(item, "version") == replaces), None)
        if replaces and isinstance(old, Mapping):
            return list(_amended(old, source, entry, language))
        return [_item(node, source, entry, language)]
    lines = ["changelog:", *("  " + line for line in _lines(entry, language))]
    if node is not None:
        key = root.key("changelog")
        start = key.start if key else node.start
        return [Edit(start, node.end, "\n".join(lines))]
    return [_inserted(root, source, "changelog", lines)]


def _value(node: Node, key: str) -> str:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found.value.strip() if isinstance(found, Scalar) else ""


def _lines(entry: Edition, language: str) -> list[str]:
    """An entry as `conduct fmt` lays it out, from its dash on."""
    tree = {"version": entry.version, "date": entry.date, "changes": list(entry.changes)}
    given = {key: words for key, words in tree.items() if words}
    shown = (
        emit({"conduct": 1, "language": language, "changelog": [given]}).rstrip("\n").split("\n")
    )
    return [line[2:] for line in shown[shown.index("changelog:") + 1 :]]


def _item(node: List, source: Source, entry: Edition, language: str) -> Edit:
    """A new entry: above the first one, or below the last where the newest stands there."""
    dash = _dash(source.text, node.items[0])
    margin = " " * (source.point(dash)[1] - 1)
    lines = [f"{margin}{line}" if line else "" for line in _lines(entry, language)]
    versions = [tuple(map(int, _value(item, "version").split("."))) for item in node.items]
    if len(versions) > 1 and versions[0] < versions[-1]:
        end = source.end_of_line(end_of(source.text, node))
        return Edit(end, end, "\n" + "\n".join(lines))
    start = source.line_start(source.point(dash)[0])
    return Edit(start, start, "\n".join(lines) + "\n")


def _dash(text: str, node: Node) -> int:
    """Where the dash of a list's item stands."""
    return text.rindex("-", 0, node.start)


def _amended(old: Mapping, source: Source, entry: Edition, language: str) -> Iterator[Edit]:
    """What an entry says, changed where it differs; lines that stay keep their very bytes."""
    first = old.entries[0][0]
    column = source.point(first.start)[1] - 1
    for key, words in (("version", entry.version), ("date", entry.date)):
        node = old.get(key)
        if isinstance(node, Scalar):
            if node.value.strip() != words:
                mark = node.style if node.style in ("'", '"') else ""
                yield Edit(node.start, end_of(source.text, node), f"{mark}{words}{mark}")
        else:
            above = old.get("version")
            at = source.end_of_line(end_of(source.text, above or first))
            yield Edit(at, at, f"\n{' ' * column}{key}: {words}")
    yield from _changes(old, source, entry, column, language)


def _changes(
    old: Mapping, source: Source, entry: Edition, column: int, language: str
) -> Iterator[Edit]:
    node, key = old.get("changes"), old.key("changes")
    items = node.items if isinstance(node, List) else []
    said = [item.value.strip() if isinstance(item, Scalar) else "" for item in items]
    if said == list(entry.changes):
        return
    if not isinstance(node, List) or node.flow or not items or not entry.changes or key is None:
        lines = [f"{' ' * column}changes:", *_points(entry.changes, column + 2, language)]
        if node is None:
            at = source.end_of_line(end_of(source.text, old))
            yield Edit(at, at, "\n" + "\n".join(lines))
        elif key is not None:
            yield Edit(key.start, end_of(source.text, node), "\n".join(lines).lstrip(" "))
        return
    margin = source.point(_dash(source.text, items[0]))[1] - 1
    kept = _kept(said, entry.changes)
    rest = entry.changes[max((place + 1 for place in kept.values()), default=0) :]
    after = 0
    for number, item in enumerate(items):
        if number in kept:
            place = kept[number]
            yield from _before(source, item, entry.changes[after:place], margin, language)
            after = place + 1
        else:
            start = source.line_start(source.point(_dash(source.text, item))[0])
            end = source.end_of_line(end_of(source.text, item))
            if item is items[-1] and rest:
                yield Edit(start, end, "\n".join(_points(rest, margin, language)))
                return
            last = source.point(end)[0]
            stop = source.line_start(last + 1) if last < source.line_count else len(source.text)
            yield Edit(start, stop, "")
    if rest:
        end = source.end_of_line(end_of(source.text, node))
        yield Edit(end, end, "\n" + "\n".join(_points(rest, margin, language)))


def _before(
    source: Source, item: Node, more: Sequence[str], margin: int, language: str
) -> Iterator[Edit]:
    if more:
        start = source.line_start(source.point(_dash(source.text, item))[0])
        yield Edit(start, start, "\n".join(_points(more, margin, language)) + "\n")


def _kept(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which old lines stay, and where they stand among the new ones; in order on both sides."""
    found: dict[int, int] = {}
    place = 0
    for number, line in enumerate(old):
        if line in new[place:]:
            found[number] = list(new).index(line, place)
            place = found[number] + 1
    return found


def _points(changes: Sequence[str], margin: int, language: str) -> list[str]:
    """Lines of a list of changes, each behind its dash."""
    found = []
    for words in changes:
        lines = layout(words, language) if "\n" not in words else [quoted(words)]
        found.append(f"{' ' * margin}- {lines[0]}")
        found += [f"{' ' * (margin + 2)}{line}" if line else "" for line in lines[1:]]
    return found


def _inserted(root: Mapping, source: Source, key: str, lines: Sequence[str]) -> Edit:
    """A key that the code did not have, below the last one that comes before it."""
    before = [name for name in _KEYS[: _KEYS.index(key)] if root.get(name) is not None]
    above = root.get(before[-1])
    after = [name for name in _KEYS[_KEYS.index(key) + 1 :] if root.get(name) is not None]
    below = root.key(after[0]) if after else None
    if below is not None and group(after[0]) == group(key) != group(before[-1]):
        start = source.line_start(_top(source, below))
        return Edit(start, start, "\n".join(lines) + "\n")
    gap = "\n" if group(before[-1]) == group(key) else "\n\n"
    end = source.end_of_line(end_of(source.text, above)) if above else len(source.text)
    return Edit(end, end, gap + "\n".join(lines))


def _top(source: Source, key: Scalar) -> int:
    """The line of a key, or of the comments that stand right above it."""
    line = source.point(key.start)[0]
    while line > 1 and source.line(line - 1).lstrip().startswith("#"):
        line -= 1
    return line
