"""The page for paper, printed by a real browser."""

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from conductkit import bundled, digest, project
from conductkit.format import Sheet
from conductkit.load import load
from conductkit.model import Code
from conductkit.render import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pypdf import PageObject

CODES = bundled.codes()


def printed(one: Code, browser: "Browser", sheet: Sheet = Sheet()) -> PdfReader:  # noqa: B008
    page = browser.new_page()
    try:
        page.set_content(render(one, "print", catalogue=project.catalogue(one), sheet=sheet))
        return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    finally:
        page.close()


def lowest(page: "PageObject", above: float) -> float:
    """Where the last line of a page stands, the running foot apart, in points from its end."""
    found = [float(page.mediabox.height)]

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        place = cm[5] + tm[5] * cm[3]
        if text.strip() and place > above:
            found.append(place)

    page.extract_text(visitor_text=visit)
    return min(found)


@pytest.mark.parametrize("name", CODES)
def test_no_page_but_the_last_is_left_empty_by_a_third(name: str, browser: "Browser") -> None:
    pages = printed(load(CODES[name]), browser).pages
    for number, page in enumerate(list(pages)[:-1], start=1):
        assert lowest(page, above=75) < page.mediabox.height / 3, number


def test_each_sheet_says_which_it_is_and_what_binds(browser: "Browser") -> None:
    one = load(CODES["cx-touchpoints"])
    pages = list(printed(one, browser, Sheet(paper="letter")).pages)
    assert {round(float(page.mediabox.width)) for page in pages} == {612}
    for number, page in enumerate(pages, start=1):
        shown = " ".join(page.extract_text().split())
        assert f"{number} / {len(pages)}" in shown
        assert f"Version 1.0.0 · Digest of what binds {digest.short(digest.of_code(one))}" in shown
