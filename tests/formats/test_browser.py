"""Pages in a real browser: open to everybody, complete from the keyboard, asking nobody."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from everything import everything

from conductkit import bundled, project, settings
from conductkit.load import load
from conductkit.model import Code
from conductkit.render import render
from conductkit.rendering.theme import theme

if TYPE_CHECKING:
    from playwright.sync_api import Page

CODES = bundled.codes()
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
LANGUAGES = {"ltr": "en", "rtl": "ar"}
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
CHOOSE = "document.querySelector('input[value=s1]').click()"
VISIBLE = (
    "[...document.querySelectorAll('.rule')]"
    ".filter(one => one.checkVisibility()).map(one => one.id)"
)
FOCUS = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const ring = one.closest('label') ?? one, style = getComputedStyle(ring);
    return [one.tagName, one.getAttribute('href') ?? one.name ?? '', style.outlineStyle, box.top];
}"""


def shipped(name: str, language: str = "") -> Code:
    code = load(CODES[name])
    return replace(code, language=language) if language else code


def every_state() -> dict[str, Code]:
    """Codes beside the shipped ones: every field given, not in force, in other scripts."""
    full = everything("words of a *code*")
    return {
        "draft": full,
        "retired": replace(full, status="retired", language="he"),
        "long": replace(everything("Donaudampfschifffahrtsgesellschaft" * 4), language="de"),
    }


def show(tab: "Page", folder: Path, code: Code, to: str = "html") -> None:
    path = folder / "page.html"
    path.write_text(render(code, to, catalogue=project.catalogue(code)), encoding="utf-8")
    tab.goto(path.as_uri())


def violations(tab: "Page", contrast: bool = True) -> list[str]:
    """What axe-core holds against the page as it is shown now; contrast is most of its time."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False, "selectors": False}
    options["rules"] = {"color-contrast": {"enabled": contrast}}
    found: list[dict[str, Any]] = Axe().run(tab, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:150]}" for one in found for node in one["nodes"]]


def faults(tab: "Page", turn: int) -> Iterator[str]:
    """Violations, and words that stick out, at each width and in each scheme.

    Contrast, which is all that a scheme changes, is asked for at one width in each scheme: pages
    take turns.
    """
    for (row, scheme), (column, width) in product(enumerate(SCHEMES), enumerate(WIDTHS)):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        wide = tab.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{width}: {wide} wide"
        contrast = (turn + row) % len(WIDTHS) == column
        if contrast or scheme == "light":
            yield from (f"{width} {scheme}: {fault}" for fault in violations(tab, contrast))


@pytest.mark.parametrize(
    ("name", "direction", "turn"),
    [(*page, turn) for turn, page in enumerate(product(CODES, LANGUAGES))],
)
def test_a_shipped_code_is_open_to_everybody(
    name: str, direction: str, turn: int, tab: "Page", tmp_path: Path
) -> None:
    show(tab, tmp_path, shipped(name, LANGUAGES[direction]))
    assert tab.evaluate("document.dir") == direction
    assert list(faults(tab, turn)) == []


@pytest.mark.parametrize(("turn", "name"), list(enumerate(every_state())))
def test_every_state_is_open_to_everybody(
    turn: int, name: str, tab: "Page", tmp_path: Path
) -> None:
    show(tab, tmp_path, every_state()[name])
    tab.evaluate(OPEN)
    assert list(faults(tab, turn)) == []


def test_a_narrowed_page_is_open_to_everybody(tab: "Page", tmp_path: Path) -> None:
    show(tab, tmp_path, shipped("cx-touchpoints"))
    tab.evaluate(OPEN)
    tab.evaluate(CHOOSE)
    assert list(faults(tab, 0)) == []


@pytest.mark.parametrize("name", CODES)
def test_the_page_asks_nobody_and_nothing_is_refused(
    name: str, tab: "Page", tmp_path: Path
) -> None:
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    show(tab, tmp_path, shipped(name))
    tab.evaluate(OPEN)
    tab.emulate_media(media="print")
    tab.evaluate("document.querySelector('form')?.requestSubmit()")
    assert asked == [(tmp_path / "page.html").as_uri()]
    assert said == []


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(
    tab: "Page", tmp_path: Path
) -> None:
    show(tab, tmp_path, shipped("cx-touchpoints"))
    tab.evaluate(OPEN)
    expected = tab.evaluate("""() => [
        ...document.querySelectorAll('a[href], summary, input:checked')
    ].map(one => [one.tagName, one.getAttribute('href') ?? one.name ?? ''])""")
    reached = []
    for _ in expected:
        tab.keyboard.press("Tab")
        tag, target, outline, top = tab.evaluate(FOCUS)
        reached.append([tag, target])
        assert outline == "solid", target
        assert -1 <= top <= 800, target
    assert reached == expected
    assert reached[0] == ["A", "#text"]


def test_the_keyboard_narrows_the_rules_and_widens_them_again(tab: "Page", tmp_path: Path) -> None:
    code = shipped("cx-touchpoints")
    show(tab, tmp_path, code)
    everyone = [rule.id for rule in code.rules]
    assert tab.evaluate(VISIBLE) == everyone
    assert not tab.get_by_role("button").is_visible()
    tab.get_by_role("radio", checked=True).first.focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    for_colleagues = [rule.id for rule in code.rules if "colleagues" in code.served(rule)]
    assert tab.evaluate(VISIBLE) == for_colleagues
    assert 0 < len(for_colleagues) < len(everyone)
    tab.keyboard.press("Enter")
    assert tab.evaluate(VISIBLE) == for_colleagues
    tab.get_by_role("button", name="Show all rules").press("Enter")
    assert tab.evaluate(VISIBLE) == everyone


def test_choices_add_up_and_say_how_many_rules_are_left(tab: "Page", tmp_path: Path) -> None:
    code = shipped("customer-code")
    show(tab, tmp_path, code)
    tab.get_by_role("group", name="Binds").get_by_role("radio").nth(2).check()
    tab.get_by_role("group", name="Channels").get_by_role("radio", name="Phone").check()
    left = [
        rule.id
        for rule in code.rules
        if code.parties[1].id in code.bound(rule) and "phone" in code.channels_of(rule)
    ]
    assert tab.evaluate(VISIBLE) == left
    assert tab.locator(".group:visible").count() < len(code.sections)


def test_paper_shows_what_was_chosen_and_nothing_to_press(tab: "Page", tmp_path: Path) -> None:
    code = shipped("cx-touchpoints")
    show(tab, tmp_path, code)
    tab.emulate_media(media="print")
    for hidden in ("form", ".more", "nav", "button", ".tally", ".skip"):
        assert not tab.locator(hidden).first.is_visible(), hidden
    assert tab.evaluate(VISIBLE) == [rule.id for rule in code.rules]
    tab.evaluate(CHOOSE)
    assert tab.locator(".tally").is_visible()
    assert not tab.locator("button").is_visible()
    assert len(tab.evaluate(VISIBLE)) == 3


def test_a_link_to_a_rule_that_is_not_chosen_still_shows_it(tab: "Page", tmp_path: Path) -> None:
    code = shipped("customer-code")
    show(tab, tmp_path, code)
    tab.get_by_role("group", name="Binds").get_by_role("radio").nth(2).check()
    hidden = next(rule.id for rule in code.rules if rule.id not in tab.evaluate(VISIBLE))
    tab.evaluate(f"location.hash = '{hidden}'")
    assert hidden in tab.evaluate(VISIBLE)


@pytest.mark.parametrize(
    ("language", "slant", "spaced"), [("en", "italic", True), ("ar-EG", "normal", False)]
)
def test_joined_letters_are_neither_slanted_nor_spaced(
    language: str, slant: str, spaced: bool, tab: "Page", tmp_path: Path
) -> None:
    show(tab, tmp_path, shipped("cx-touchpoints", language))
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert tab.evaluate(style.format(".closing", "fontStyle")) == slant
    assert (tab.evaluate(style.format("h1", "letterSpacing")) != "normal") == spaced


def test_a_screen_reader_hears_what_is_there(tab: "Page", tmp_path: Path) -> None:
    show(tab, tmp_path, shipped("cx-touchpoints"))
    assert tab.get_by_role("main").count() == 1
    assert tab.get_by_role("navigation", name="Contents").count() == 1
    assert tab.get_by_role("form", name="Show only some rules").count() == 1
    assert tab.get_by_role("group", name="Serves").get_by_role("radio").count() == 4
    assert tab.get_by_role("listitem").filter(has_text="Never share").count() >= 1
    assert tab.get_by_role("link", name="Rule 15", exact=True).first.get_attribute("href")
    assert tab.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize(
    "asked",
    [
        settings.Theme(accent="#0b5", background="#fff3c4"),
        settings.Theme(text="#ddd", background="#223", accent_dark="#f0a", text_dark="#888"),
    ],
)
def test_a_project_s_own_colours_are_open_to_everybody(
    asked: settings.Theme, tab: "Page", tmp_path: Path
) -> None:
    own, _ = theme(asked, "data:image/gif;base64,R0lGODlhAQABAAAAACw=")
    path = tmp_path / "page.html"
    path.write_text(render(everything("words"), theme=own), encoding="utf-8")
    tab.goto(path.as_uri())
    assert list(faults(tab, 0)) == []
