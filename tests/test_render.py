"""A code as a page: golden files, the page's own promises, and odd codes."""

import base64
import hashlib
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from conductkit import bundled, project
from conductkit.format import Sheet
from conductkit.load import load, load_text
from conductkit.model import Code
from conductkit.render import formats, render

CODES = bundled.codes()
FORMATS = formats()
PAGES = [name for name, format in FORMATS.items() if format.page]
Golden = Callable[[str | Path, str], None]


def code(body: str, head: str = "language: en") -> Code:
    loaded = load_text(f"conduct: 1\nid: small\ntitle: Small\n{head}\n{body}")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    return loaded.code


# A Word document is made from the page of the PDF.
@pytest.mark.parametrize(
    ("name", "format"), [pair for pair in product(CODES, FORMATS) if pair[1] != "docx"]
)
def test_golden(name: str, format: str, golden: Golden) -> None:
    one = load(CODES[name])
    text = render(one, format, catalogue=project.catalogue(one))
    suffix = FORMATS[format].suffixes[0] + (".xml" if FORMATS[format].make else "")
    golden(f"tests/golden/render/{name}{suffix}", text)
    assert text == render(one, format, catalogue=project.catalogue(one))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(("name", "format"), list(product(CODES, ["html", "print"])))
def test_one_small_file_that_fetches_nothing_and_runs_nothing(name: str, format: str) -> None:
    text = render(load(CODES[name]), format)
    assert len(text.encode()) < 100_000
    data = r'<script type="application/ld\+json">[^<>&]*</script>'
    text, blocks = re.subn(data, "", text)
    assert blocks == (format == "html")
    text = text.replace('<form class="choices" id="filter" method="dialog"', "")
    assert not re.search(r"<(script|link|img|iframe|object|embed|form|base|svg|video)\b", text)
    assert not re.search(
        r"url\((?! *page)|@import|@font-face| style=| on\w+=", text.replace("href url", "")
    )
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in text


def test_numbers_run_through_the_sections() -> None:
    text = render(load(CODES["cx-touchpoints"]), "html")
    assert re.findall(r'<li class="rule" id="[^"]+" value="(\d+)"', text) == [
        str(number) for number in range(1, 34)
    ]


def test_a_catalogue_has_values_and_no_rules() -> None:
    text = render(load(CODES["twelve-principles"]), "md")
    assert "## Values" in text
    assert "## Rules" not in text
    assert "No rule names this value" not in text


def test_a_code_without_sections_and_values() -> None:
    small = code("rules:\n  - {id: one, text: Be kind., why: It helps.}")
    assert "**1.** Be kind.\n\n*Why:* It helps.\n" in render(small, "md")
    assert '<h2 id="values">' not in render(small, "html")


def test_parties_and_channels_stand_only_where_they_differ() -> None:
    text = render(code(
        "parties: [{id: staff, name: Staff}, {id: customers, name: Customers}]\n"
        "channels: [phone, email]\nbinds: [staff]\nserves: [customers]\n"
        "sections:\n- id: same\n  title: Same\n  binds: [staff]\n"
        "  rules: [{id: one, text: Be kind., channels: [phone]}]\n"
        "- id: other\n  title: Other\n  binds: [customers]\n"
        "  rules: [{id: two, text: Be fair.}, {id: three, text: Be calm., binds: [staff]}]\n"
    ), "md")  # fmt: skip
    assert "### Same\n\n<a id" in text
    assert "**1.** Be kind.\n\nChannels: Phone\n" in text
    assert "### Other\n\n- Binds: Customers\n" in text
    assert "**2.** Be fair.\n\n<a id" in text
    assert "**3.** Be calm.\n\nBinds: Staff\n" in text


def test_values_and_rules_are_linked_both_ways() -> None:
    text = render(code(
        "values: [{id: care, name: Care}, {id: calm, name: Calm}]\n"
        "rules: [{id: one, text: Be kind., values: [care]}]"
    ), "html")  # fmt: skip
    assert '<a href="#one" aria-label="Rule 1">1</a>' in text
    assert '<a href="#value-care">Care</a>' in text
    assert text.count("No rule names this value yet.") == 1


def test_a_rule_keeps_its_anchor_and_everything_else_makes_way() -> None:
    text = render(code(
        "values: [{id: care, name: Care}]\n"
        "rules: [{id: value-care, text: Be kind., values: [care]}, {id: contents, text: Be fair.}]"
    ), "html")  # fmt: skip
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert '<li class="rule" id="value-care"' in text
    assert 'href="#value--care"' in text
    assert 'id="page--contents"' in text


def test_a_retired_rule_leaves_a_tombstone() -> None:
    one = code(
        "rules: [{id: one, text: Be kind.}]\n"
        "retired: [{id: old, in: 1.1.0, replaced_by: one, reason: Said twice.},"
        " {id: gone, in: 1.2.0}]"
    )
    html, markdown = render(one, "html"), render(one, "md")
    assert '<li class="gone" id="old">' in html
    assert '<a href="#one">Rule 1</a>' in html
    assert "Said twice." in html
    assert '<a id="gone"></a>\n\n~~gone~~ Retired in version 1.2.0.\n' in markdown


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("draft", "Draft. This code is not in force."), ("retired", "no longer in force"),
        ("active", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("format", PAGES)
def test_a_draft_and_a_retired_code_say_so(status: str, words: str, format: str) -> None:
    text = render(
        code("rules: [{id: one, text: Be kind.}]", f"language: en\nstatus: {status}"), format
    )
    assert words in text
    assert ("in force." in text) == bool(words)


def test_right_to_left() -> None:
    arabic = code("rules: [{id: one, text: كن لطيفًا., level: must}]", "language: ar")
    html, paged = render(arabic, "html"), render(arabic, "print")
    assert '<html lang="ar" dir="rtl">' in html
    assert "واجب" in html
    assert '@top-right { content: "Small"' in paged
    assert '@top-left { content: "Small"' in render(code("rules: [{id: one, text: x}]"), "print")


def test_paper() -> None:
    one = code("rules: [{id: one, text: Be kind.}]")
    assert "size: A4;" in render(one, "print")
    assert "size: letter;" in render(one, "print", sheet=Sheet(paper="letter"))
