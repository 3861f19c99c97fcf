"""A text that is only set otherwise is read as the same code, and diff finds nothing that binds."""

import re
from functools import cache
from typing import Any

import pytest
from markdown_it import MarkdownIt

import casefiles
from conductkit.diff import diff
from conductkit.importing import import_bytes, update_bytes
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.source import Source

TEXTS = {case["name"]: case["text"] for case in casefiles.read("formatting", "texts")}
CHANGES = [pytest.param(case, id=case["name"]) for case in casefiles.read("formatting", "changes")]


def read(text: str, onto: tuple[Code, Source] | None = None, name: str = "code.md") -> Any:
    made = update_bytes(text.encode(), name, *onto) if onto else import_bytes(text.encode(), name)
    loaded = load_text(made.yaml, "code.yaml")
    assert loaded.code is not None, loaded.findings
    assert loaded.source is not None
    return loaded.code, loaded.source


@cache
def first(text: str, name: str) -> Any:
    return read(text, name=name)


def told(old: str, new: str, names: tuple[str, str] = ("code.md", "code.md")) -> list[str]:
    """What diff says of the newer text, brought onto the ids of the older one."""
    before = first(old, names[0])
    after = read(new, before, names[1])
    return [
        f"{item.effect} {item.kind} {item.change} {item.field}: {item.old!r} -> {item.new!r}"
        for item in diff(before[0], after[0]).changes
        if item.effect != "neutral"
    ]


@pytest.mark.parametrize("case", CHANGES)
def test_set_otherwise(case: dict[str, str]) -> None:
    texts = [text for name, text in TEXTS.items() if case.get("only", name) == name]
    pairs = [(text, re.sub(case["find"], case["put"], text, flags=re.M)) for text in texts]
    pairs = [(old, new) for old, new in pairs if old != new]
    assert pairs, "the change changes something"
    for old, new in pairs:
        assert (told(old, new), told(new, old)) == ([], [])


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_as_a_page(text: str) -> None:
    page = MarkdownIt("commonmark").render(re.sub(r"\A---\n(?:.+\n)+---\n", "", text))
    names = "code.md", "code.html"
    assert (told(text, page, names), told(page, text, (names[1], names[0]))) == ([], [])
