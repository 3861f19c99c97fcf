"""`docs/format.md`: the format as a page for people, made from the field table.

What surrounds the tables is in `data/format.md`, with @marks@ where they go.
"""

from pathlib import Path

from conductkit import nodes
from conductkit.fault_pages import pages
from conductkit.fields import CODE, Field, Shape, shapes
from conductkit.scalar_types import ScalarType

_PAGE = Path(__file__).parent / "data" / "format.md"


def page() -> str:
    """The page as Markdown."""
    parts = {
        "megabytes": str(nodes.MAX_BYTES // 1_000_000),
        "depth": str(nodes.MAX_DEPTH),
        "aliased": f"{nodes.MAX_ALIASED:,}",
        "tables": "\n".join([*map(_shape, shapes()), _kinds()]),
        "faults": _faults(),
    }
    text = _PAGE.read_text(encoding="utf-8")
    for mark, words in parts.items():
        text = text.replace(f"@{mark}@", words)
    return text


def _shape(shape: Shape) -> str:
    rows = [
        [f"`{field.key}`", _type(field), "yes" if field.required else "", field.doc]
        for field in shape.fields
    ]
    return _section(_title(shape), ["Key", "Takes", "Required", "Meaning"], rows)


def _title(shape: Shape) -> str:
    return "The code" if shape is CODE else shape.name.replace("_", " ").capitalize()


def _type(field: Field) -> str:
    if isinstance(field.type, Shape):
        title = _title(field.type)
        said = f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    elif field.type.choices:
        said = " · ".join(f"`{word}`" for word in field.type.choices)
    else:
        said = field.type.name
    return f"list: {said}" if field.many else said


def _kinds() -> str:
    """The kinds of single values, each once, with what may stand there."""
    types: dict[str, ScalarType] = {
        field.type.name: field.type
        for shape in shapes()
        for field in shape.fields
        if isinstance(field.type, ScalarType) and not field.type.choices
    }
    rows = [[name, type.says] for name, type in types.items()]
    return _section("Kinds of value", ["Kind", "What may stand there"], rows)


def _faults() -> str:
    rows = [[f"`{page.name}`", page.summary] for page in pages().values()]
    return _table(["Fault", "What it means"], rows)


def _section(title: str, head: list[str], rows: list[list[str]]) -> str:
    return f"## {title}\n\n{_table(head, rows)}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
