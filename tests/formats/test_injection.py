"""Hostile words in every field of a code, in every format and every report that there is.

Formats and reports are found by looking at their shelves: a new one is asked here what its reader
makes of it (`tests/anatomy.py`). Nothing acts, nothing vanishes.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from everything import everything

from anatomy import PROSE, READERS, Anatomy, anatomy
from conductkit import report, reports, shelf
from conductkit.check import Context
from conductkit.diff import diff
from conductkit.gitlog import Commit
from conductkit.life import Entry, Life
from conductkit.lint import lint
from conductkit.model import Code
from conductkit.prose import tame
from conductkit.render import formats, render
from conductkit.sheet import (
    Bar,
    Bars,
    Cell,
    Heading,
    Matrix,
    Points,
    Redline,
    Sheet,
    Strip,
    Table,
    Words,
)
from conductkit.terminal import clean
from hostile import CONTROLS, HOSTILE

FORMATS = formats()
REPORTS = [
    (name, kind)
    for name in shelf.names(reports)
    for kind in ("findings", "changes", "sheet", "history", "calendar")
    if hasattr(shelf.load(reports, name), kind)
]
WORDS = "Harmless words of a person."
OTHERS = (
    "Others, as harmless.", "You must answer within five days, unless you cannot.",
    "- one\n- *two*\n\n`three` [four](https://x.org)",
)  # fmt: skip
SHORT = [words for words in HOSTILE + CONTROLS if len(words) < 400]
"""Reports cut longer ones short."""
ALL = "\n\n".join(SHORT[: len(SHORT) - len(CONTROLS)])
"""For files that take long to make."""
_DOCX_PROSE = frozenset(["i", "b", "bCs", "br", "tab", "rFonts", "strike", "rtl", "ins", "del"])


@cache
def hostile_code(words: str) -> Code:
    """A code with these words in every field; what no file may hold is put in behind the loader."""
    if words not in CONTROLS:
        return everything(words)
    made: Code = _filled(everything("PLACE"), words)
    return made


def _filled(value: Any, words: str) -> Any:
    if isinstance(value, str):
        return words if value == "PLACE" else value
    if isinstance(value, tuple):
        return tuple(_filled(one, words) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    given = {one.name: getattr(value, one.name) for one in fields(value) if one.name != "place"}
    return replace(value, **{name: _filled(one, words) for name, one in given.items()})


@cache
def rendered(words: str, name: str) -> Anatomy:
    code, format = hostile_code(words), FORMATS[name]
    text = render(code, name)
    if format.make is None:
        return anatomy(text, format.suffixes[0])
    if format.suffixes[0] == ".docx":
        return anatomy(format.make(text, _sheet_of_paper()), ".docx")
    return anatomy(text, "page.xml")  # its maker gets it as data; tests of its own read the file


def _sheet_of_paper() -> Any:
    from conductkit.format import Sheet as Paper

    return Paper()


@cache
def reported(words: str, name: str, kind: str) -> Anatomy:
    result: Any = globals()[f"_{kind}"](words)
    made = getattr(shelf.load(reports, name), kind)(result, False)
    return anatomy(made, name)


@cache
def _findings(words: str) -> report.Findings:
    found = lint(hostile_code(words), Context(today=date(2026, 6, 1)))
    more = replace(found[0], message=words, help=words, quote=words, fix=words, check="check")
    return report.Findings((*found, more), ("codes/a.yaml",))


@cache
def _changes(words: str) -> Any:
    result = diff(hostile_code(WORDS), hostile_code(words))
    return replace(result, page=lambda code: render(code, "docx"))


def _sheet(words: str) -> Sheet:
    cell = Cell(words)
    parts = (
        Heading(words), Words(words), Points((cell,)), Redline(WORDS, words, words),
        Table((words,), ((cell,),), words), Bars(words, (Bar(words, 1, 2, words),)),
        Matrix(words, (words,), (Strip(words, (cell,), words),), (cell,)),
    )  # fmt: skip
    return Sheet(words, parts, {"words": words})


def _history(words: str) -> list[Life]:
    commit = Commit("0" * 40, (), words, "2026-01-01T00:00:00+00:00", words, ())
    told = Entry(commit, "everything", "a.yaml", "1.0.0", "1.1.0", (), (words,))
    changed = replace(told, changes=_changes(words).changes, lines=())
    return [Life("everything", "privacy", (told, changed), first="0" * 40)]


def _calendar(words: str) -> list[Any]:
    code = hostile_code(words)
    return [SimpleNamespace(code=code, today=date(2026, 6, 1))]


def _foreign(found: Anatomy, harmless: frozenset[str]) -> set[str]:
    """What hostile words have made that harmless ones do not, and prose may not."""
    return {kind for kind in found.kinds - harmless if not _of_prose(kind.removeprefix("html "))}


def _of_prose(kind: str) -> bool:
    element, _, attribute = kind.partition(" ")
    if element.rpartition("}")[2] in _DOCX_PROSE:
        return True
    return element in PROSE and attribute in ("", "href", "title", "start")


def _lost(words: str, shown: str) -> set[str]:
    """The words that are nowhere: as they are, as they are read, or with visible escapes."""
    whole = "".join(shown.split())
    lost = [
        {word for word in re.findall(r"[^\W_]+", text) if word not in whole}
        for text in (words, tame(words), clean(words))
    ]
    return min(lost, key=len) - {"lt", "gt", "amp", "60", "62", "copy"}


def _cases(names: Iterable[Any], texts: list[str]) -> list[Any]:
    """Every text in every output; for Word files, those that load stand in one."""
    return [
        pytest.param(words, name, id=f"{name}-{number}")
        for name in names
        for number, words in enumerate([ALL, *CONTROLS] if "docx" in name else texts)
    ]


@pytest.mark.parametrize(("words", "name"), _cases(FORMATS, HOSTILE + CONTROLS))
def test_in_a_format(words: str, name: str) -> None:
    found = rendered(words, name)
    assert _foreign(found, rendered(WORDS, name).kinds) == set()
    assert _lost(words, found.words) == set()


@pytest.mark.parametrize(("words", "name"), _cases(REPORTS, SHORT))
def test_in_a_report(words: str, name: tuple[str, str]) -> None:
    found = reported(words, *name)
    harmless = (reported(other, *name).kinds for other in OTHERS)
    assert _foreign(found, frozenset().union(*harmless)) == set()
    assert _lost(words, found.words) == set()


def test_every_kind_of_file_has_its_reader() -> None:
    kinds = {
        format.suffixes[0].rpartition(".")[2] for format in FORMATS.values() if format.page
    } - {"pdf"}
    assert kinds | {name for name, _ in REPORTS} <= set(READERS), "write its reader: anatomy.py"
    assert {name for name, _ in REPORTS} == set(shelf.names(reports)), "show it a result here"
