"""One value of a code: read as its type says and never as YAML would guess."""

import re

from conductkit.faults import Faults, did_you_mean
from conductkit.fields import Field
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.patterns import lazily
from conductkit.scalar_types import FORMAT_TYPE, ScalarType
from conductkit.source import Source
from conductkit.swallowed import cut_off, quoted

NOTHING = {"", "~", "null", "Null", "NULL"}
_CONTROL = lazily(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_BREAK = lazily(r"[\n\r\u2028\u2029]")


def read_value(node: Node, field: Field, type: ScalarType, faults: Faults) -> str | None:
    """One value, read as its type says and never as YAML would guess."""
    if not isinstance(node, Scalar):
        _no_scalar(node, field, type, faults)
        return None
    if _swallowed(node, type, faults):
        return None
    if (not node.style and node.value in NOTHING) or not node.value.strip():
        empty(node, faults)
        return None
    control = None if node.value.isprintable() else _CONTROL.search(node.value)
    if control:
        faults.add(
            "control-character", node.start, node.end,
            f"“{field.key}” holds the control character U+{ord(control[0]):04X}",
            "Delete it; it is invisible and of no use in a text.",
        )  # fmt: skip
        return None
    value = node.value.strip() if not type.markdown else node.value.rstrip("\n")
    if not (type.markdown or value.isprintable()) and _LINE_BREAK.search(value):
        faults.add("wrong-value", node.start, shown_end(node), f"“{field.key}” must be one line")
        return None
    if not type.accepts(value):
        _wrong_value(node, field, type, value, faults)
        return None
    return value


def _swallowed(node: Scalar, type: ScalarType, faults: Faults) -> bool:
    """Words that YAML took for a comment, a tag or an anchor."""
    text = faults.source.text
    cut = cut_off(faults.source, node)
    words = type.markdown or type.name == "words"
    if cut is not None and words:
        line = faults.source.point(cut)[0]
        end = faults.source.line_end(line)
        faults.add(
            "words-swallowed", cut, end,
            "YAML reads “ #” as the start of a comment: these words are lost",
            f"Paste: {_paste(faults.source, node.start, end)}"
            " (or, if it is a comment, put two spaces before the #).",
        )  # fmt: skip
        return True
    if node.tag is None and node.anchor is None:
        return False
    mark = text[node.lead]
    if words and not node.style and node.value:
        faults.add(
            "words-swallowed", node.lead, node.start,
            f"YAML reads a leading “{mark}” as a mark of its own: this word is lost",
            f"Paste: {_paste(faults.source, node.lead, node.end)}",
        )  # fmt: skip
        return True
    if node.tag:
        faults.add("yaml-tag", node.lead, node.start, TAG, TAG_HELP)
        return True
    return False


def _paste(source: Source, start: int, end: int) -> str:
    """The line to paste: what stands before the words, and the words in quotes."""
    before = source.text[source.line_start(source.point(start)[0]) : start].lstrip()
    return before + quoted(source.text[start:end].rstrip())


TAG = "tags (a leading “!”) are not part of the format"
TAG_HELP = "Delete the tag; the format knows what each value is."


def _no_scalar(node: Node, field: Field, type: ScalarType, faults: Faults) -> None:
    """A mapping or list for one value; often words that hold `: ` or begin with a bracket."""
    text = faults.source.text
    words = type.markdown or type.name == "words"
    end = faults.source.end_of_line(node.start)
    one_line = "\n" not in text[node.start : node.end]
    flow = isinstance(node, Mapping | Sequence) and node.flow
    if words and one_line and (flow or isinstance(node, Mapping)):
        mark = text[node.start] if flow else ": "
        verb = "a leading" if flow else "the"
        faults.add(
            "words-swallowed", node.start, end,
            f"YAML reads {verb} “{mark}” as a mark of its own, and these words as a structure",
            f"Paste: {_paste(faults.source, node.start, end)}",
        )  # fmt: skip
        return
    wrong_type(node, f"{type.says}, and “{field.key}” holds one value", faults)


def wrong_type(node: Node, wanted: str, faults: Faults) -> None:
    got = {Scalar: "a single value", Sequence: "a list", Mapping: "a mapping"}[type(node)]
    if isinstance(node, Scalar) and not node.style and node.value in NOTHING:
        got = "nothing"
    faults.add("wrong-type", node.start, shown_end(node), f"this must be {wanted}; here is {got}")


def _wrong_value(node: Scalar, field: Field, type: ScalarType, value: str, faults: Faults) -> None:
    shown = value if len(value) <= 60 else value[:59] + "…"
    problem = type.test(value) if type.test and re.fullmatch(type.pattern, value) else ""
    fault = "date-impossible" if problem and type.name == "date" else "wrong-value"
    message = f"“{shown}” as {field.key}: {problem or 'must be ' + type.says}"
    help = did_you_mean(value, type.choices)
    if type is FORMAT_TYPE:
        help = "A file of a newer format needs a newer conductkit: update it."
    faults.add(fault, node.start, shown_end(node), message, help)


def empty(node: Scalar, faults: Faults) -> None:
    line = faults.source.point(node.end)[0]
    rest = faults.source.text[node.end : faults.source.line_end(line)].strip()
    help = "Give it a value or delete the line; write words such as null in quotes."
    if rest[:1] == "#" and rest[1:2].strip():
        help = f"YAML takes {rest} for a comment. If it is the value, quote it: {quoted(rest)}"
    faults.add("empty-value", node.start, node.end, "this key says nothing", help)


def shown_end(node: Node) -> int:
    """The end of what is underlined: all of a scalar, the first character of a collection."""
    return node.end if isinstance(node, Scalar) else node.start + 1
