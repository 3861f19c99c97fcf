"""A code as git shall compare it in `git log -p` and `git show`: one layout, levels told.

It is the code in the layout of `conduct fmt`, so that words and not line breaks differ, with the
level of each rule behind its id. It is still the same code in YAML, line for line what a tidy file
has: whoever counts lines in it (`git blame`) or puts pieces of it back gets no nonsense.
"""

import difflib
import re
from collections.abc import Iterator

from conductkit.difference.levels import words_level
from conductkit.errors import ConductError
from conductkit.fmt import relayout
from conductkit.load import load_bytes, load_text
from conductkit.model import Code, Rule
from conductkit.nodes import Scalar
from conductkit.source import Source
from conductkit.write import Edit, splice

_MARKS = re.compile(r"^(<{7,}(?: .*)?|\|{7,}(?: .*)?|={7,}|>{7,}(?: .*)?)$")


def git_text(data: bytes) -> bytes:
    """The text to compare for the bytes of a file: the bytes themselves where it is no code."""
    told = _told(data)
    if told is not None:
        return told.encode()
    sides = _sides(data)
    if sides is None:
        return data
    ours, theirs = (_told(side) for side in sides)
    return data if ours is None or theirs is None else _marked(ours, theirs).encode()


def _told(data: bytes) -> str | None:
    loaded = load_bytes(data, "")
    if loaded.code is None or loaded.source is None:
        return None
    try:
        text = relayout(loaded.source, loaded.code)
    except ConductError:
        text = loaded.source.text
    code = load_text(text).code
    return text if code is None else splice(text, list(_levels(code, Source("", text))))


def _levels(code: Code, source: Source) -> Iterator[Edit]:
    """The level of each rule as a comment at the end of the line of its id."""
    for rule in code.rules:
        node = rule.place.find("id")
        words = _level(rule, code)
        if words and isinstance(node, Scalar):
            end = source.end_of_line(node.end)
            yield Edit(end, end, f"  # {words}")


def _level(rule: Rule, code: Code) -> str:
    said = words_level(rule, code)
    if rule.level and said and rule.level != said:
        return f"{rule.level}, but the words: {said}"
    return rule.level or said


def _sides(data: bytes) -> tuple[bytes, bytes] | None:
    """The two files that conflict marks stand for; None where there are none."""
    sides: tuple[list[str], list[str]] = ([], [])
    inside = ""
    marks = 0
    for line in data.decode("utf-8", "surrogateescape").splitlines(keepends=True):
        found = _MARKS.match(line.rstrip("\r\n"))
        if found:
            inside = "" if found[1][0] == ">" else found[1][0]
            marks += 1
            continue
        if inside in ("", "<"):
            sides[0].append(line)
        if inside in ("", "="):
            sides[1].append(line)
    if not marks or inside:
        return None
    ours, theirs = ("".join(side).encode("utf-8", "surrogateescape") for side in sides)
    return ours, theirs


def _marked(ours: str, theirs: str) -> str:
    """Both texts in one, with marks where they differ."""
    one, two = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    told: list[str] = []
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            told += one[a:b]
        else:
            told += ["<<<<<<< ours\n", *one[a:b], "=======\n", *two[c:d], ">>>>>>> theirs\n"]
    return "".join(told)
