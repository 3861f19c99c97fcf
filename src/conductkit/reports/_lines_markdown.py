"""One entry of a diff as a line of Markdown, and its words for the fold below."""

from collections.abc import Callable

from conductkit.change import Change
from conductkit.reports._entry import Entry, called
from conductkit.reports._labels import label, some
from conductkit.reports._redline_markdown import marked, plain, url
from conductkit.reports._words import evidence, shown_name
from conductkit.source import Span

Link = Callable[[Span], str] | None

_ICONS = {
    "reversed": "🔴", "mixed": "🟠", "weaker": "🔴",
    "unknown": "🟡", "stronger": "🟢", "neutral": "⚪",
}  # fmt: skip
_SHORT = 300  # characters of old and new words that may stand in the line itself
_LONGEST = 400  # characters of a stretch of words
NAMES = 60
"""So many names of elements stand in a line at most."""


def line(entry: Entry, link: Link) -> str:
    """The effect, what changed and why, in one line."""
    change = entry.change
    icon = f"{_ICONS[change.effect]} **{change.effect}**"
    if entry.others:
        names = [_name(item, link) for item in entry.changes if item.kind != "code"]
        head = f"- {icon} {plain(entry.title)}: {some(names, NAMES)}"
        if not entry.alike:
            return head + "".join(f"<br>→ {plain(note)}" for note in entry.notes)
    else:
        name = f"**{_name(change, link)}** " if shown_name(change) else ""
        head = f"- {icon} {name}{plain(label(change))}"
    sure = " (not sure)" if change.confidence == "low" and change.effect != "unknown" else ""
    why = "; ".join(_reasons(entry))
    if change.effect == "unknown":
        why = f"read it: {why}" if why else "read it"
    notes = "".join(f"<br>→ {plain(note)}" for note in change.notes)
    return f"{head}{sure}{f': {why}' if why else ''}{notes}"


def _name(change: Change, link: Link) -> str:
    """The element's name, with a link to it where it is known where the file can be seen."""
    where = change.new_at or change.old_at
    address = link(where) if link and where else ""
    name = plain(called(change))
    return f"[{name}]({url(address)})" if address else name


def told(entry: Entry) -> bool:
    """Whether the line has the words already, so that the fold need not."""
    change = entry.change
    if entry.others and not entry.alike:
        return change.change == "renamed"
    return (_in_line(change) and len(change.rules) == 0) or not (change.old or change.new)


def _in_line(change: Change) -> bool:
    short = len(change.old or "") + len(change.new or "") <= _SHORT
    return short and not list(evidence(change))


def _reasons(entry: Entry) -> list[str]:
    """Why, in the words of the evidence; where there is none, the words themselves if few."""
    change = entry.change
    if _in_line(change):
        words = marked(change.old or "", change.new or "")
        return [words] if words else []
    return [plain(item) for item in evidence(change)]


def detail(entry: Entry) -> str:
    """The words of both sides in one, and the rules that they touch; of several in a line each."""
    change = entry.change
    if entry.others and not entry.alike:
        return "\n".join(
            f"- **{plain(one.name)}**<br>{marked(one.old or '', one.new or '', _LONGEST)}"
            for one in entry.changes
        )
    name = entry.title if entry.others else shown_name(change) or label(change)
    lines = [f"**{plain(name)}**<br>{marked(change.old or '', change.new or '', _LONGEST)}"]
    if change.rules:
        lines.append(f"Rules: {plain(some(change.rules, NAMES))}")
    return "- " + "<br>".join(lines)
