"""`docs/format.md` and `docs/config.md`: the formats as pages for people, made from the tables.

What surrounds the tables is in `data/format.md` and `data/config.md`, with @marks@ where they go.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from conductkit import nodes
from conductkit.fault_pages import pages
from conductkit.fields import CODE, Field, Shape, shapes
from conductkit.scalar_types import ScalarType

_DATA = Path(__file__).parent / "data"


def page() -> str:
    """The page of the code's format as Markdown."""
    parts = {
        "megabytes": str(nodes.MAX_BYTES // 1_000_000),
        "depth": str(nodes.MAX_DEPTH),
        "aliased": f"{nodes.MAX_ALIASED:,}",
        "tables": _tables(CODE),
        "faults": _faults(),
    }
    return _filled("format.md", parts)


def config_page() -> str:
    """The page of `conductkit.yaml` as Markdown."""
    from conductkit.config_table import CONFIG

    return _filled("config.md", {"tables": _tables(CONFIG)})


def _filled(name: str, parts: Mapping[str, str]) -> str:
    text = (_DATA / name).read_text(encoding="utf-8")
    for mark, words in parts.items():
        text = text.replace(f"@{mark}@", words)
    return text


def _tables(root: Shape) -> str:
    held = shapes(root)
    return "\n".join([*map(_shape, held), _kinds(held)])


def _shape(shape: Shape) -> str:
    rows = [
        [f"`{field.key}`", _type(field), "yes" if field.required else "", field.doc]
        for field in shape.fields
    ]
    return _section(_title(shape), ["Key", "Takes", "Required", "Meaning"], rows)


def _title(shape: Shape) -> str:
    return "The code" if shape is CODE else shape.name.replace("_", " ").capitalize()


_MOST_SHOWN = 20


def _type(field: Field) -> str:
    said = _said(field.type)
    if field.keys is not None:
        return f"a mapping: {_said(field.keys)} to {said}"
    return f"list: {said}" if field.many else said


def _said(type: ScalarType | Shape) -> str:
    if isinstance(type, Shape):
        title = _title(type)
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    return " · ".join(f"`{word}`" for word in type.choices) if _few(type) else type.name


def _few(type: ScalarType) -> bool:
    return 0 < len(type.choices) <= _MOST_SHOWN


def _kinds(held: Iterable[Shape]) -> str:
    """The kinds of single values, each once, with what may stand there."""
    types: dict[str, ScalarType] = {}
    for field in (field for shape in held for field in shape.fields):
        for type in (field.type, field.keys):
            if isinstance(type, ScalarType) and not _few(type):
                types[type.name] = type
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
