"""The PDF of a code, read back by others."""

import base64
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from everything import everything
from paper import Paper, needs_poppler, squeezed

from codes import code
from conductkit import bundled, digest, project
from conductkit.errors import ConductError
from conductkit.format import Sheet
from conductkit.load import load
from conductkit.model import Code
from conductkit.prose import plain
from conductkit.render import publish
from conductkit.rendering.templates import with_folder
from conductkit.rendering.theme import LIGHT, Font, Theme

CODES = bundled.codes()


def paper(one: Code, to: str = "pdf", sheet: Sheet = Sheet()) -> Paper:  # noqa: B008
    return Paper(publish(one, to, catalogue=project.catalogue(one), sheet=sheet))


@pytest.fixture(scope="module")
def cx() -> Code:
    return load(CODES["cx-touchpoints"])


@pytest.fixture(scope="module")
def cx_paper(cx: Code) -> Paper:
    return paper(cx)


def test_it_says_what_it_is(cx_paper: Paper) -> None:
    metadata = cx_paper.reader.metadata
    assert metadata is not None
    assert metadata.title == "The Customer Service Code of Conduct"
    assert metadata.author == "CX TouchPoints Group"
    assert cx_paper.root["/Lang"] == "en-GB"
    assert cx_paper.root["/MarkInfo"]["/Marked"]
    assert cx_paper.root["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = cx_paper.root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part>1<", xmp)


def test_it_is_tagged_by_what_each_part_is(cx_paper: Paper, cx: Code) -> None:
    roles = cx_paper.roles
    assert roles.count("H1") == 12  # contents included
    assert roles.count("TH") == 5
    assert roles.count("TR") == len(cx.measures) + 1
    assert roles.count("TOCI") == 22
    assert {"H2", "L", "LI", "Lbl", "LBody", "P", "Link", "Table"} <= set(roles)
    assert "Figure" not in roles


def test_each_heading_is_a_bookmark_of_its_page(cx_paper: Paper, cx: Code) -> None:
    marks = cx_paper.bookmarks
    assert [title for depth, title, _ in marks if depth == 1] == [
        "Purpose", "Scope", "Values", "Rules", "What follows a breach",
        "When a promise is not kept", "Limits", "Words used here", "How we see that it works",
        "Who to ask", "About this code",
    ]  # fmt: skip
    assert {section.title for section in cx.sections} <= {title for _, title, _ in marks}
    for _, title, page in marks:
        assert squeezed(title) in cx_paper.page(page), title


def test_the_contents_name_the_pages(cx_paper: Paper) -> None:
    shown = cx_paper.page(1)
    for depth, title, page in cx_paper.bookmarks:
        if depth == 1 or title in ("Why we serve", "Seeing it through"):
            assert re.search(rf"{re.escape(title)}[ .]*\s{page}\b", shown), title


def test_each_page_says_which_and_of_what(cx_paper: Paper, cx: Code) -> None:
    count = len(cx_paper.reader.pages)
    binding = digest.short(digest.of_code(cx))
    assert cx_paper.reader.page_labels == [str(number) for number in range(1, count + 1)]
    for number in range(1, count + 1):
        assert f"Page {number} of {count}" in cx_paper.page(number)
        assert f"Version 1.0.0 · Digest of what binds {binding}" in cx_paper.page(number)
        assert (f"{cx.title} CX TouchPoints Group" in cx_paper.page(number)) == (number > 1)


@needs_poppler
@pytest.mark.parametrize("name", CODES)
def test_the_words_in_reading_order_are_those_of_the_code(name: str) -> None:
    one = load(CODES[name])
    words, at = paper(one).words, 0
    expected = [one.title, plain(one.summary), plain(one.purpose), plain(one.scope)]
    for value in one.values:
        expected += [value.name, plain(value.text)]
    for number, rule in one.numbered():
        section = one.section_of(rule)
        if section and section.rules[0] is rule:
            expected += [section.title, plain(section.text)]
        expected += [str(number), rule.title, plain(rule.text), plain(rule.why)]
        for example in (*rule.examples.good, *rule.examples.bad) if rule.examples else ():
            expected.append(plain(example))
    for step in one.consequences:
        expected += [step.name, plain(step.when), plain(step.then)]
    expected += [plain(one.redress), plain(one.limits)]
    expected += [item for term in one.terms for item in (term.term, plain(term.text))]
    expected += [measure.name for measure in one.measures]
    expected += [contact.email for contact in one.contacts] + [plain(one.closing), one.id]
    for piece in filter(None, map(squeezed, expected)):
        found = words.find(piece, at)
        assert found >= 0, f"“{piece}” does not come after “{words[max(0, at - 60) : at]}”"
        at = found + len(piece)


def test_no_rule_is_torn_apart(cx_paper: Paper, cx: Code) -> None:
    for rule in cx.rules:
        text = squeezed(plain(rule.text))
        (home,) = [page for page in cx_paper.pages if text in page]
        for words in (rule.why, *(rule.examples.good if rule.examples else ())):
            assert squeezed(plain(words)) in home, rule.id


def test_a_rule_longer_than_a_page_goes_over_it_and_loses_nothing() -> None:
    sentence = " ".join(f"word{number}" for number in range(3000))
    made = paper(code({"one": "Be kind.", "long": sentence, "last": "Be fair."}))
    shown = " ".join(made.pages)
    assert [word for word in sentence.split() if word not in shown] == []


def test_a_word_wider_than_the_page_is_broken() -> None:
    made = paper(code({"one": "x" * 400 + "end"}))
    runs = re.findall("x+", made.reader.pages[0].extract_text())
    assert sum(map(len, runs)) == 400
    assert max(map(len, runs)) < 100


@pytest.mark.parametrize(("name", "size"), [("A4", (210, 297)), ("letter", (216, 279))])
def test_the_sheet(cx: Code, name: str, size: tuple[int, int]) -> None:
    sheet = Sheet(paper="A4") if name == "A4" else Sheet(paper="letter")
    assert set(paper(cx, sheet=sheet).sizes) == {size}


def test_the_same_code_gives_the_same_bytes_in_another_process(cx: Code, tmp_path: Path) -> None:
    for name, zone in (("a.pdf", "UTC"), ("b.pdf", "Asia/Tokyo")):
        subprocess.run(
            [sys.executable, "-m", "conductkit", "render", CODES["cx-touchpoints"], "-o", name],
            cwd=tmp_path, env={"TZ": zone, "PATH": ""}, check=True, capture_output=True,
        )  # fmt: skip
    first, second = (tmp_path / "a.pdf").read_bytes(), (tmp_path / "b.pdf").read_bytes()
    assert first == second == paper(cx).data
    assert b"/CreationDate(D:20260101000000Z)" in first


def test_the_date_is_the_codes_else_the_one_given_else_none() -> None:
    undated = {"one": "Be kind."}
    assert b"/CreationDate" not in paper(code(undated)).data
    given = Sheet(day="2025-05-04")
    assert b"/CreationDate(D:20250504" in paper(code(undated), sheet=given).data
    dated = code(undated, adopted="2024-02-03")
    assert b"/CreationDate(D:20240203" in paper(dated, sheet=given).data


def test_a_page_to_sign_only_when_asked_for(cx: Code, cx_paper: Paper) -> None:
    signed = paper(cx, sheet=Sheet(signature=True))
    last = signed.page(len(signed.reader.pages))
    assert "I have read The Customer Service Code of Conduct, version 1.0.0" in last
    assert digest.short(digest.of_code(cx)) in last
    assert "Place and date" in last
    assert "I have read" not in " ".join(cx_paper.pages)


def test_a_draft_says_so_on_every_page() -> None:
    draft = code({f"rule-{number}": "Be kind. " * 40 for number in range(20)}, status="draft")
    made = paper(draft)
    assert len(made.reader.pages) > 2
    assert all("Draft. This code is not in force." in page for page in made.pages)


def test_every_field_of_a_code_is_there() -> None:
    made = paper(everything("words"))
    assert made.bookmarks


def test_right_to_left() -> None:
    arabic = code(
        {"one": "عامل كل عميل باحترام.", "two": "أجب في يوم العمل نفسه."}, language="ar",
        title="مدونة السلوك",
    )  # fmt: skip
    made = paper(arabic)
    assert made.root["/Lang"] == "ar"
    assert made.root["/ViewerPreferences"]["/Direction"] == "/R2L"


@pytest.mark.parametrize("language", ["en", "he"])
def test_fonts_that_typst_brings_are_enough(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the bytes are the same on every machine: none of its own fonts is asked."""
    import typst

    asked: list[bool] = []
    real = typst.Fonts

    def fonts(include_system_fonts: bool = True, **more: object) -> typst.Fonts:
        asked.append(include_system_fonts)
        return real(include_system_fonts=include_system_fonts)

    monkeypatch.setattr(typst, "Fonts", fonts)
    words = {"en": "Ça va, Ελλάς, Москва: ✓", "he": "התייחסו לכל לקוח בכבוד."}
    assert paper(code({"one": words[language]}, language=language)).data
    assert asked == [False]


def test_characters_without_a_font_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConductError) as caught:
        paper(
            code({"one": "Be kind: \u0c95\u0cb0 \u1201 \U0001f438."}),
            sheet=Sheet(fonts=str(tmp_path)),
        )
    words = str(caught.value)
    assert words.startswith(f"No font in {tmp_path} has ")
    assert "(U+0C95)" in words
    assert "such as Noto Serif Kannada, Noto Serif Ethiopic, Noto Color Emoji, or" in words
    assert caught.value.exit_code == 2


def test_without_the_engine_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConductError, match=r"PDF needs Typst: `pip install 'conductkit\[pdf\]'`\."):
        paper(code({"one": "Be kind."}))


def test_the_theme_of_a_project_is_that_of_its_pdfs() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='4' height='4'/></svg>"
    look = Theme(
        light={**LIGHT, "accent": "#aa1155"}, font=(Font("DejaVu Sans Mono", generic=False),),
        heading_font=(Font("No such", generic=False), Font("New Computer Modern", generic=False)),
        logo="data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode(),
    )  # fmt: skip
    one = code({"one": "Be kind."}, issuer="Example Ltd")
    made = Paper(publish(one, "pdf", theme=look))
    fonts = {name for page in made.reader.pages for name in _fonts(page)}
    assert {re.sub(r".*\+|-.*", "", name) for name in fonts} == {"DejaVuSansMono", "NewCM10"}
    assert "Figure" in made.roles
    contents = made.reader.pages[0].get_contents()
    assert contents is not None
    assert b"0.6666667 0.06666667 0.33333334" in contents.get_data()


def _fonts(page: Any) -> list[str]:
    fonts = page["/Resources"]["/Font"].values()
    return [str(font.get_object()["/BaseFont"]) for font in fonts]


def test_a_template_that_writes_no_xml_is_said_to_its_author(tmp_path: Path) -> None:
    (tmp_path / "pdf.j2").write_text("<sheet><p>no end</sheet>", encoding="utf-8")
    with pytest.raises(ConductError, match=r"pdf\.j2: the page is not well-formed XML .*mism"):
        publish(code({"one": "Be kind."}), "pdf", with_folder(str(tmp_path)))
    (tmp_path / "pdf.j2").write_text("<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>", encoding="utf-8")
    with pytest.raises(ConductError, match="declarations and CDATA have no place"):
        publish(code({"one": "Be kind."}), "pdf", with_folder(str(tmp_path)))
    (tmp_path / "pdf.j2").write_text("<sheet title=''><values/></sheet>", encoding="utf-8")
    with pytest.raises(ConductError, match=r"pdf\.j2: the layout cannot set this page"):
        publish(code({"one": "Be kind."}), "pdf", with_folder(str(tmp_path)))


def test_a_template_of_ones_own_keeps_the_layout(tmp_path: Path) -> None:
    (tmp_path / "pdf.j2").write_text(
        '{% extends "conductkit/pdf.j2" %}{% block closing %}<closing><p>Our <em>own</em> end.</p>'
        "</closing>{% endblock %}", encoding="utf-8",
    )  # fmt: skip
    made = Paper(publish(code({"one": "Be kind."}), "pdf", with_folder(str(tmp_path))))
    assert "Our own end." in " ".join(made.pages)
