"""Tables: columns that a code knows become rules; other tables become words."""

import re

from conductkit.importer import prose
from conductkit.importer.draft import Rule, Section, Value
from conductkit.importer.ids import slug
from conductkit.importer.judge import directs, imperative
from conductkit.importer.leads import Lead, bare_ban, joined
from conductkit.importer.lists import Context
from conductkit.importer.parts import Rows
from conductkit.importer.words import complete, plain
from conductkit.model import LEVELS
from conductkit.outline import Block

_COLUMNS = {
    "text": "text", "rule": "text", "duty": "text", "what": "text", "behaviour": "text",
    "behavior": "text", "description": "text", "level": "level", "title": "title", "name": "title",
    "why": "why", "reason": "why", "rationale": "why", "good": "good", "do": "good", "bad": "bad",
    "id": "id", "section": "section", "values": "values", "value": "values",
}  # fmt: skip
_TOPIC_LONGEST = 8
_NAME_LONGEST = 5


def add(rows: Rows, section: Section, context: Context, role: str = "") -> None:
    """A table into a section; `role` is what the heading above it announces."""
    if _are_values(rows, context, role):
        _values(rows, context)
        return
    columns = (
        [_COLUMNS.get(plain(cell).lower(), "") for cell in rows.head.cells] if rows.head else []
    )
    if rows.head and "text" in columns:
        reason = "the head of a table; its columns are fields"
        context.draft.leave(rows.head.line, rows.head.text, reason)
        heads = [plain(cell) for cell in rows.head.cells]
        for row in rows.rows:
            _rule(row, columns, heads, section, context)
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
    head = rows.head
    if head is not None and rows.rows and not any(complete(plain(cell)) for cell in head.cells):
        context.draft.leave(head.line, head.text, "the head of a table")
        head = None
    for row in [*([head] if head else []), *rows.rows]:
        if _case(row, section, context):
            continue
        for cell in row.cells:
            if cell:
                prose.add(Block("paragraph", cell, row.line), section, context)


def _case(row: Block, section: Section, context: Context) -> bool:
    """Whether a row says what is done in a case that it names: the case is the rule's title."""
    told = [cell for cell in row.cells if cell]
    duties = [cell for cell in told if directs(plain(cell), context.words)]
    if len(told) != 2 or len(duties) != 1:
        return False
    (case,) = [cell for cell in told if cell is not duties[0]]
    if complete(plain(case)) or len(case.split()) > _TOPIC_LONGEST:
        return False
    rule = Rule(duties[0], row.line, title=plain(case), own=plain(duties[0]))
    section.rules.append(rule)
    context.draft.place(row, rule, "medium", "a row of a table: its case is the title")
    return True


def _are_values(rows: Rows, context: Context, role: str) -> bool:
    """Whether a table names values in its first column and says in the second what they mean."""
    every = [*([rows.head] if rows.head else []), *rows.rows]
    if any(len(row.cells) != 2 or not all(row.cells) for row in every):
        return False
    names = [plain(row.cells[0]) for row in every]
    short = all(len(name.split()) <= _NAME_LONGEST and not complete(name) for name in names)
    due = role == "values" or _heads(names[0], context)
    return due and short and len(every) > 1


def _heads(cell: str, context: Context) -> bool:
    """Whether a cell says that values stand below it: “Value”, “Our principles”."""
    return "values" in (context.words.role(cell), context.words.role(f"{cell}s"))


def _values(rows: Rows, context: Context) -> None:
    """Rows as values; a row that names its columns is left out."""
    every = [*([rows.head] if rows.head else []), *rows.rows]
    titled = rows.head is not None or _heads(plain(every[0].cells[0]), context)
    if titled:
        context.draft.leave(every[0].line, every[0].text, "the head of a table of values")
    for row in every[1 if titled else 0 :]:
        value = Value(plain(row.cells[0]), row.cells[1])
        context.draft.values.append(value)
        context.draft.place(row, value)


def _level(cell: str, context: Context) -> str:
    return {"good": "should", "bad": "must-not"}.get(context.words.role(plain(cell)), "")


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


def _rule(
    row: Block, columns: list[str], heads: list[str], section: Section, context: Context
) -> None:
    told: dict[str, str] = {}
    more: list[str] = []
    wide = [""] * len(row.cells)
    for cell, column, head in zip(row.cells, [*columns, *wide], [*heads, *wide], strict=False):
        if cell and column and column not in told:
            told[column] = cell
        elif cell and context.kind != "csv":
            more.append(f"{head}: {cell}" if head else cell)  # when, where, who: it may bind
        elif cell:
            context.draft.leave(row.line, cell, "a column that a rule has no field for")
    if more and told.get("text"):
        told["text"] = _with(told["text"], more)
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


def _with(text: str, more: list[str]) -> str:
    """The words of a rule with what other columns say of it."""
    joint, end = (" ", ".") if complete(plain(text)) else ("; ", "")
    return joint.join([text, *(one if complete(plain(one)) else one + end for one in more)])


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
