"""Markdown for a pull-request comment: what got weaker first, a line a change, details folded."""

from collections.abc import Iterator
from typing import Any

from conductkit.change import Change, Diff, Evidence
from conductkit.reports._entries import Entry, Section, advice, by_party, counts, label, sections
from conductkit.reports._redline_markdown import marked, plain
from conductkit.reports._words import sentence, shown_name, swaps

_ICONS = {
    "reversed": "🔴", "mixed": "🟠", "weaker": "🔴",
    "stronger": "🟢", "unknown": "🟡", "neutral": "⚪",
}  # fmt: skip
_SHORT = 60
_MOST = 60_000  # characters: a comment on a pull request may have some 65,000


def findings(result: Any, colour: bool) -> str:
    """The findings that count, by file, for a job summary or a comment."""
    from conductkit.reports import _findings_markdown

    return _findings_markdown.findings(result)


def changes(result: Any, colour: bool) -> str:
    """All codes with changes, each under a heading, and one line that sums up."""
    if not result.changes:
        return "No change to any code of conduct.\n"
    text = _page(result, details=True)
    return text if len(text) <= _MOST else _page(result, details=False)


def sheet(result: Any, colour: bool) -> str:
    """A result laid out as headings, words and tables."""
    from conductkit.reports import _sheet_markdown

    return _sheet_markdown.sheet(result)


def _page(result: Diff, *, details: bool) -> str:
    numbers = ", ".join(f"{number} {effect}" for effect, number in counts(result))
    parts = [f"**{numbers}.**\n"]
    sides = [f"- {plain(side)}" for side in by_party(result)]
    parts += ["\n".join([*sides, ""])] if sides else []
    for section in sections(result):
        parts.append("\n".join(_section(section, details=details)))
    return "\n".join(parts)


def _section(section: Section, *, details: bool) -> Iterator[str]:
    versions = ""
    if section.code.old and section.code.new and section.code.old != section.code.new:
        versions = f" {plain(section.code.old)} → {plain(section.code.new)}"
    yield f"### {plain(section.code.id)}{versions}\n"
    for entry in section.loud:
        yield _line(entry)
    if section.loud:
        yield ""
    shown = [entry.change for entry in section.loud if details and not entry.others]
    if shown:
        yield from _folded("Old and new words", (_detail(change) for change in shown))
    quiet = list(_quiet(section))
    if quiet:
        number = len(section.corrections) + sum(len(names) for names in section.quiet.values())
        what = "change that binds nobody" if number == 1 else "changes that bind nobody"
        yield from _folded(f"{number} {what}", quiet)
    if advice(section):
        yield f"{advice(section)}\n"


def _line(entry: Entry) -> str:
    change = entry.change
    icon = f"{_ICONS[change.effect]} **{change.effect}**"
    if entry.others:
        names = ", ".join(plain(item.name) for item in (change, *entry.others))
        return f"- {icon} {1 + len(entry.others)} {change.kind}s {change.change}: {names}"
    name = shown_name(change)
    head = f"- {icon} {f'**{plain(name)}** ' if name else ''}{plain(label(change))}"
    reasons = [plain(sentence(item)) for item in change.evidence if _tells(item, change)]
    if not reasons and change.effect == "unknown":
        reasons = ["read it: what this does to the duty cannot be told"]
    sure = " (not sure)" if change.confidence == "low" and change.effect != "unknown" else ""
    return f"{head}{sure}{': ' + '; '.join(reasons) if reasons else ''}"


def _tells(item: Evidence, change: Change) -> bool:
    """Evidence that is the whole element says no more than the details do."""
    whole = (item.old, item.new) == (change.old or "", change.new or "")
    return not whole or len(item.old) + len(item.new) <= _SHORT


def _detail(change: Change) -> str:
    name = shown_name(change) or change.kind
    words = marked(change.old or "", change.new or "")
    lines = [f"**{plain(name)}** ({plain(label(change))})<br>{words}"]
    if change.rules:
        lines.append(f"Rules: {', '.join(plain(rule) for rule in change.rules)}")
    lines += [plain(note) for note in change.notes]
    return "- " + "<br>".join(lines)


def _quiet(section: Section) -> Iterator[str]:
    for change in section.corrections:
        yield f"- **{plain(shown_name(change) or 'throughout')}**: {plain(swaps(change))}"
    for what, names in section.quiet.items():
        yield f"- {plain(what)}: {', '.join(plain(name) for name in dict.fromkeys(names))}"


def _folded(title: str, lines: Any) -> Iterator[str]:
    yield f"<details><summary>{title}</summary>\n"
    yield from lines
    yield "\n</details>\n"
