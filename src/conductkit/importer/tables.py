"""Tables: columns that a code knows become rules; other tables become words."""

import re

from conductkit.importer import prose
from conductkit.importer.draft import Rule, Section, Value
from conductkit.importer.ids import slug
from conductkit.importer.judge import directs, imperative
from conductkit.importer.leads import Lead, bare_ban, joined
from conductkit.importer.lists import Context
from conductkit.importer.parts import Rows
from conductkit.importer.words import plain
from conductkit.model import LEVELS
from conductkit.outline import Block

_COLUMNS = {
    "text": "text", "rule": "text", "duty": "text", "what": "text", "behaviour": "text",
    "behavior": "text", "description": "text", "level": "level", "title": "title", "name": "title",
    "why": "why", "reason": "why", "rationale": "why", "good": "good", "do": "good", "bad": "bad",
    "id": "id", "section": "section", "values": "values", "value": "values",
}  # fmt: skip
_TOPIC_LONGEST = 8


def add(rows: Rows, section: Section, context: Context) -> None:
    """A table into a section."""
    columns = (
        [_COLUMNS.get(plain(cell).lower(), "") for cell in rows.head.cells] if rows.head else []
    )
    if rows.head and "text" in columns:
        reason = "the head of a table; its columns are fields"
        context.draft.leave(rows.head.line, rows.head.text, reason)
        for row in rows.rows:
            _rule(row, columns, section, context)
        return
    levels = [_level(cell, context) for cell in rows.head.cells] if rows.head else []
    if rows.head and any(levels):
        context.draft.leave(
            rows.head.line, rows.head.text, "the head of a table; it gives the level"
        )
        bans = [bare_ban(cell, context.words) for cell in rows.head.cells]
        for row in rows.rows:
            _cells(row, levels, bans, section, context)
        return
    for row in [*([rows.head] if rows.head else []), *rows.rows]:
        for cell in row.cells:
            if cell:
                prose.add(Block("paragraph", cell, row.line), section, context)


def _level(cell: str, context: Context) -> str:
    return {"good": "should", "bad": "must-not"}.get(context.words.role(plain(cell).lower()), "")


def _cells(
    row: Block, levels: list[str], bans: list[Lead | None], section: Section, context: Context
) -> None:
    """Cells below “Do” and “Don’t” as rules; the other cell names what the rules are about."""
    made: list[Rule] = []
    rest: list[str] = []
    width = len(row.cells)
    columns = zip(row.cells, [*levels, *[""] * width], [*bans, *[None] * width], strict=False)
    for cell, level, ban in columns:
        if cell and level:
            text = cell
            if ban is not None and imperative(cell, context.words):
                text, level = joined(ban, cell, context.words, context.proper), ""
            elif level == "should" and directs(cell, context.words):
                level = ""
            rule = Rule(text, row.line, level=level, own=plain(cell))
            made.append(rule)
            context.draft.place(Block("row", cell, row.line), rule, "medium")
        elif cell:
            rest.append(cell)
    section.rules += made
    for cell in rest:
        if made and len(rest) == 1 and len(cell.split()) <= _TOPIC_LONGEST:
            for rule in made:
                rule.title = plain(cell)
            context.draft.place(Block("row", cell, row.line), made[0], "medium")
        else:
            section.text.append(cell)
            context.draft.place(Block("row", cell, row.line), section)


def _rule(row: Block, columns: list[str], section: Section, context: Context) -> None:
    told: dict[str, str] = {}
    for cell, column in zip(row.cells, [*columns, *[""] * len(row.cells)], strict=False):
        if cell and column and column not in told:
            told[column] = cell
        elif cell:
            context.draft.leave(row.line, cell, "a column that a rule has no field for")
    if not told.get("text"):
        for cell in told.values():
            context.draft.leave(row.line, cell, "a row without the words of a rule")
        return
    rule = Rule(told["text"], row.line, title=plain(told.get("title", "")), own=plain(told["text"]))
    rule.id, rule.why = told.get("id", ""), told.get("why", "")
    rule.good = [told["good"]] if "good" in told else []
    rule.bad = [told["bad"]] if "bad" in told else []
    rule.values = [
        _value(name, context) for name in re.split(r"[\s,;]+", told.get("values", "")) if name
    ]
    rule.level = _known_level(told.get("level", ""), row, context)
    home = _home(told.get("section", ""), section, context)
    home.rules.append(rule)
    context.draft.place(row, rule)
    if home is not section:
        context.draft.place(row, home)


def _known_level(told: str, row: Block, context: Context) -> str:
    level = told.lower().replace(" ", "-")
    if level in LEVELS:
        return level
    context.draft.leave(row.line, told, "no level that a rule can have")
    return ""


def _value(name: str, context: Context) -> str:
    """The id of a value that a table names; the value is made where there is none."""
    id = slug(name, context.words, "value", 9)
    if all(value.id != id for value in context.draft.values):
        context.draft.values.append(Value(name.replace("-", " ").capitalize(), id=id))
    return id


def _home(title: str, section: Section, context: Context) -> Section:
    """The section that a row names; the one at hand where it names none."""
    if not title or title == section.title:
        return section
    known = next((one for one in context.draft.sections if one.title == title), None)
    if known is None:
        known = Section(title)
        context.draft.sections.append(known)
    return known
