"""Workflow commands: annotations on the lines of a pull request on GitHub.

GitHub shows ten of each kind a step (its documentation, “workflow commands”), so the gravest come
first and a last line says how many more there are.
"""

from collections.abc import Sequence
from typing import Any

from conductkit.finding import Severity
from conductkit.reports import _entry as changed
from conductkit.reports._entries import sections
from conductkit.reports._labels import some
from conductkit.reports._places import placed
from conductkit.reports._words import said, swaps
from conductkit.rollup import Entry, roll_up
from conductkit.source import Span
from conductkit.terminal import clean

_MOST = 10
_NAMES = 100
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_EFFECTS = {
    "reversed": "error", "mixed": "error", "weaker": "error", "unknown": "warning",
    "stronger": "notice",
}  # fmt: skip


def findings(result: Any, colour: bool) -> str:
    """The findings that count, the gravest first; a check that hits many rules once."""
    entries: list[Entry] = []
    for path in dict.fromkeys(finding.span.path for finding in result.counted()):
        mine = [finding for finding in result.counted() if finding.span.path == path]
        entries += roll_up(mine, (result.rules or {}).get(path, 0))
    entries.sort(key=lambda entry: -entry.finding.severity)
    return _limited([(_KINDS[entry.finding.severity], _finding(entry)) for entry in entries])


def changes(result: Any, colour: bool) -> str:
    """The changes that do something to a duty, the gravest first; very many alike once."""
    places = {id(change): span for change, span in placed(result)}
    entries = (entry for section in sections(result) for entry in section.loud)
    loud = [entry for entry in entries if entry.change.effect in _EFFECTS]
    loud.sort(key=lambda entry: list(_EFFECTS).index(entry.change.effect))
    return _limited(
        [
            (_EFFECTS[entry.change.effect], _change(entry, places[id(entry.members[0])]))
            for entry in loud
        ]
    )


def _finding(entry: Entry) -> str:
    finding = entry.finding
    where = f"rule {finding.rule}: " if finding.rule and not entry.others else ""
    more = f" The same in {len(entry.others)} more rules." if entry.others else ""
    stop = "" if finding.message.endswith(("?", "!")) else "."
    message = f"{where}{finding.message}{stop}{more}\n{finding.help}".strip()
    return _command(_KINDS[finding.severity], finding.span, finding.check, message)


def _change(entry: changed.Entry, span: Span | None) -> str:
    change = entry.change
    title = f"{change.effect}: {change.name}"
    message = said(change)
    if entry.others:
        title = f"{change.effect}: {entry.title}"
        told = f". {swaps(change)}" if entry.alike else ""
        message = f"{entry.title}: {some(entry.names, _NAMES)}{told}."
    return _command(_EFFECTS[change.effect], span, title, message)


def _command(kind: str, span: Span | None, title: str, message: str) -> str:
    place = ""
    if span is not None:
        place = f"file={_property(span.path)},line={span.line},endLine={span.end_line}"
        if span.line == span.end_line:
            place += f",col={span.column},endColumn={span.end_column}"
        place += ","
    return f"::{kind} {place}title={_property(title)}::{_data(message)}\n"


def _limited(commands: Sequence[tuple[str, str]]) -> str:
    """All commands; a line for each kind of which there are more than GitHub shows."""
    lines = [command for _, command in commands]
    for kind in ("error", "warning", "notice"):
        number = sum(1 for one, _ in commands if one == kind)
        if number > _MOST:
            lines.append(
                f"GitHub shows {_MOST} of the {number} annotations of the kind “{kind}”;"
                " this log has all of them.\n"
            )
    return "".join(lines)


def _data(text: str) -> str:
    safe = "\n".join(clean(line) for line in text.splitlines())
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
