"""Word documents: styles, numbers, contents, language, and the same bytes for the same code."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from everything import everything

from conductkit import bundled, project
from conductkit.load import load, load_text
from conductkit.model import Code
from conductkit.prose import plain
from conductkit.render import publish, render
from conductkit.word.body import bookmark
from conductkit.word.file import write
from conductkit.word.page import read
from tracked import W, resolved

CODES = bundled.codes()


def made(code: Code) -> bytes:
    return publish(code, "docx", catalogue=project.catalogue(code))


def opened(code: Code) -> "docx.document.Document":
    return docx.Document(io.BytesIO(made(code)))


@pytest.fixture(scope="module")
def cx() -> "docx.document.Document":
    return opened(load(CODES["cx-touchpoints"]))


def test_headings_are_styles(cx: "docx.document.Document") -> None:
    texts = {paragraph.text: paragraph.style.name for paragraph in cx.paragraphs if paragraph.style}
    assert texts["The Customer Service Code of Conduct"] == "Title"
    assert [text for text, style in texts.items() if style == "Heading 1"][:4] == [
        "Purpose", "Scope", "Values", "Rules",
    ]  # fmt: skip
    assert texts["Dignity and welcome"] == "Heading 2"


def test_rules_are_numbered_by_word_in_one_sequence(cx: "docx.document.Document") -> None:
    rules = [one for one in cx.paragraphs if one.style and one.style.name == "Rule"]
    numbers = {one._p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for one in rules}
    assert len(rules) == 33
    assert len(numbers) == 1
    assert not any(one.text[:1].isdigit() for one in rules)


def test_contents_lead_to_every_heading(cx: "docx.document.Document") -> None:
    xml = cx.element.body
    anchors = {mark.get(f"{W}name") for mark in xml.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in xml.iter(f"{W}hyperlink")]
    assert {link for link in links if link} <= anchors
    shown = [one.text for one in cx.paragraphs if one.style and one.style.name == "Contents"]
    headings = [
        one.text
        for one in cx.paragraphs
        if one.style
        and one.style.name in ("Heading 1", "Heading 2")
        and one._p.findall(f"{W}bookmarkStart")
    ]
    assert shown == headings


def test_the_number_of_a_rule_elsewhere_is_a_field(cx: "docx.document.Document") -> None:
    fields = [code.text.split()[:2] for code in cx.element.body.iter(f"{W}instrText")]
    assert ["REF", bookmark("privacy")] in fields


def test_the_file_says_what_it_is(cx: "docx.document.Document") -> None:
    core = cx.core_properties
    assert core.title == "The Customer Service Code of Conduct"
    assert (core.author, core.language) == ("CX TouchPoints Group", "en-GB")
    assert core.created == datetime.fromisoformat("2026-01-01T00:00:00+00:00")
    foot = cx.sections[0].footer.paragraphs[0].text
    assert foot.startswith("Version 1.0.0")
    assert "Page 1 of 1" in foot


def test_the_same_code_gives_the_same_bytes() -> None:
    one = load(CODES["customer-code"])
    assert made(one) == made(one)
    with zipfile.ZipFile(io.BytesIO(made(one))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in part.filename for part in archive.infolist())


def test_right_to_left() -> None:
    loaded = load_text(
        "conduct: 1\nid: a\ntitle: قواعد\nlanguage: ar\n"
        "rules: [{id: one, text: كن لطيفًا مع CX TouchPoints دائمًا., level: must}]"
    )
    assert loaded.code is not None
    document = opened(loaded.code)
    rule = next(one for one in document.paragraphs if one.style and one.style.name == "Rule")
    assert document.styles["Rule"].element.pPr.find(f"{W}bidi") is not None
    assert document.sections[0]._sectPr.find(f"{W}bidi") is not None
    runs = [(run.text, bool(run.font.rtl)) for run in rule.runs]
    assert runs == [("كن لطيفًا مع ", True), ("CX TouchPoints ", False), ("دائمًا.", True)]


def test_paper() -> None:
    width = opened(load(CODES["customer-code"])).sections[0].page_width
    assert width is not None
    assert width.mm == pytest.approx(210, 0.01)


@pytest.mark.parametrize("name", CODES)
def test_every_word_of_the_code_is_there(name: str) -> None:
    code = load(CODES[name])
    text = "\n".join(resolved(made(code), "accept"))
    for rule in code.rules:
        for field in (rule.title, rule.text, rule.why):
            assert all(line in text for line in plain(field).split("\n"))
    for value in code.values:
        assert value.name in text


def test_what_the_page_says_stands_in_the_file_in_its_order() -> None:
    words = "Words with [a link](https://x.org/), *stress*, `code`:\n\n- one\n\n  two\n- three"
    document = replace(read(render(everything(words), "docx")), contents="")
    said = [one.text.replace("[privacy]", "[a_privacy]") for one in document.paragraphs]
    assert resolved(write([document]), "accept") == said


@pytest.mark.parametrize("anchor", ["privacy", "a" * 60, "same-day", "a_b"])
def test_bookmarks_have_names_that_word_takes(anchor: str) -> None:
    name = bookmark(anchor)
    assert len(name) <= 40
    assert name.replace("_", "").isalnum()
    assert bookmark(anchor + "x") != name
