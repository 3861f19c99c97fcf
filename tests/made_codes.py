"""Codes made up by Hypothesis: trees in the shape of the field table, full of traps."""

from typing import Any

from hypothesis import strategies as st

from conductkit.fields import CODE, Field, Shape
from conductkit.nodes import Scalar
from conductkit.scalar_types import ScalarType

TRAPS = [
    "no", "yes", "null", "~", "NULL", "true", "1", "1.10", "404", "-1", ".inf", "0x1F", "1e5",
    "2026-01-01", "12:30", "a: b", "a #b", "#a", "- a", "-", "?", "? a", ":", "a:", "'q'", '"q"',
    '"', "\\", "a\\b", "=", "<<", "@x", "`x`", "|", ">", "%", "---", "...", "*a*", "&a", "!a",
    "[a]", "{a}", "a, b", "café", "漢字", "a\u00a0b", "a\u2028b", "x\ufeffy", "\U0001f600", "a\tb",
    "é: ü", "Mr. Smith. He is in.", "One. Two! Three?  Four.", "It is 3 p.m. Go.",
    "**Be kind.** And true.",
]  # fmt: skip
_ALPHABET = st.sampled_from("aB1 é.,:;#-'\"?!*&@%|>[]{}()`~=\\/_“”漢\u00a0")
_TEXT = st.text(_ALPHABET, min_size=1, max_size=30)
_POOLS = {
    kind: [f"{kind}-a", f"{kind}-b", "404"] for kind in ("party", "value", "measure", "channel")
}
_HOMES = {"parties": "party", "values": "value", "measures": "measure"}
_SIZE = st.integers(0, 2)

words = (st.sampled_from(TRAPS) | _TEXT).filter(
    lambda text: text.strip() != "" and "\u2028" not in text.strip()
)
_lines = st.lists(words | st.just("") | st.sampled_from(["  a", "- a", "a  "]), max_size=5)
prose = (words | st.sampled_from(TRAPS) | _lines.map("\n".join)).filter(
    lambda text: text.strip() != ""
)
foreign: st.SearchStrategy[Any] = st.recursive(
    (words | prose | st.just("")).map(str)
    | st.sampled_from(["1", "1.0", "null", "", "yes", "=", "a b"]).map(
        lambda w: Scalar(0, 0, w, "")
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)

_BY_PATTERN = {
    "id": st.sampled_from(["a", "a-b", "404", "1e5", "true", "no", "null", "x1"]),
    "version": st.sampled_from(["0.1.0", "1.10.0", "10.0.3"]),
    "language": st.sampled_from(["en", "en-GB", "no", "fr", "pt-BR", "zh-Hans-CN"]),
    "number": st.sampled_from(["1", "-1", "+1", "1.10", "007"]),
    "email": st.sampled_from(["a@b.org", "&@x", "*a@b"]),
    "url": st.sampled_from(["https://x.org/#a", "mailto:a@b", "https://x.org/a:", "http://[::1]/{a}"]),
    "rule link": st.sampled_from(["#a", "code#a"]),
    "digest": st.just("sha256:" + "0a" * 32),
    "date": st.just("2026-01-31"),
}  # fmt: skip


def _scalar(type: ScalarType) -> st.SearchStrategy[str]:
    if type.choices:
        return st.sampled_from(type.choices)
    if type.ref == "rule":
        return st.just("gone")
    if type.ref:
        return st.sampled_from(_POOLS[type.ref])
    if type.pattern:
        return _BY_PATTERN[type.name]
    return prose if type.markdown else words


@st.composite
def _field(draw: st.DrawFn, field: Field, depth: int) -> Any:
    if field.key in _HOMES and depth == 0:
        shape = field.type
        assert isinstance(shape, Shape)
        return [{**draw(_mapping(shape, depth + 1)), "id": id} for id in _POOLS[_HOMES[field.key]]]
    if field.key == "channels" and depth == 0:
        return _POOLS["channel"]
    one = _mapping(field.type, depth + 1) if isinstance(field.type, Shape) else _scalar(field.type)
    if not field.many:
        return draw(one)
    items: list[Any] = [draw(one) for _ in range(draw(_SIZE))]
    if isinstance(field.type, Shape) and field.type.key:
        shape = field.type
        for number, item in enumerate(items):
            item[shape.key] = _unique(item[shape.key], shape, number, draw)
    return items


_COUNTER = st.integers(0, 10**9)


def _unique(given: str, shape: Shape, number: int, draw: st.DrawFn) -> str:
    """A key that no other element of its list has."""
    if shape.key == "version":
        return f"{number}.0.{draw(_COUNTER)}"
    return f"{shape.name.replace('_', '-')}-{number}-{draw(_COUNTER)}"


@st.composite
def _mapping(draw: st.DrawFn, shape: Shape, depth: int) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for field in shape.fields:
        if field.required or draw(st.integers(0, 4 if depth else 2)) == 0:
            tree[field.key] = draw(_field(field, depth))
    if draw(st.integers(0, 5)) == 0:
        tree[f"x-{draw(_TEXT)}".strip()] = draw(foreign)
    return tree


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """A code as a plain tree that the loader accepts (nearly always)."""
    tree: dict[str, Any] = draw(_mapping(CODE, 0))
    for field in CODE.fields:
        if field.key in (*_HOMES, "channels"):
            tree[field.key] = draw(_field(field, 0))
    tree.pop("retired", None)
    tree.pop(draw(st.sampled_from(["rules", "sections"])), None)
    for key in ("adopted", "effective", "review_by"):
        tree.pop(key, None)
    for approval in tree.get("approved_by", []):
        approval.pop("date", None)
    return tree


def plain(tree: Any) -> Any:
    """A tree with nodes as the words that they hold."""
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [plain(item) for item in tree]
    return tree.value if isinstance(tree, Scalar) else tree
