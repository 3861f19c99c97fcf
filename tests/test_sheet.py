"""A sheet shows as text, Markdown, HTML, CSV and JSON; no words in it break any of them."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conductkit import report, reports, shelf
from conductkit.errors import ConductError
from conductkit.sheet import (
    Bar,
    Bars,
    Cell,
    Heading,
    Line,
    Matrix,
    Part,
    Points,
    Redline,
    Sheet,
    Strip,
    Table,
    Words,
    cells,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = "<script>alert(1)</script> | `x` [link](javascript:1) *a* \x1b[31m \u202e =1+1 {{ 7*7 }}"


def _sheet(words: str = "Empathy") -> Sheet:
    """Every part a sheet can have."""
    parts: tuple[Part, ...] = (
        Heading("Rules and values"),
        Words(f"Nine of ten rules serve {words}."),
        Words("This needs an eye.", tone="bad"),
        Points((Cell(words, "good"), Cell("No rule for this.", "dim"))),
        Table(
            ("Rule", words, "Rules"),
            (
                (Cell("privacy", "strong"), Cell("declared", heat=1.0), Cell("12")),
                (*cells("dignity"), Cell("", heat=0.0), Cell("3")),
            ),
            caption="By value", numbers=frozenset({2}),
        ),
        Heading("Progress", depth=3),
        Bars("Covered", (Bar(words, 3, 4, "3 of 4", "good"), Bar("None", 0, 0, "0 of 0"))),
        Matrix(
            "By rule", ("privacy", words),
            (Strip(words, (Cell("declared", heat=1.0), Cell(words, heat=0.5)), "2 rules", "good"),
             Strip("None", (Cell(""), Cell("")), "missing", "bad")),
            (Cell("declared", heat=1.0), Cell(words, heat=0.5)),
        ),
        Line("Promoters", (("2026-01-31", 20.0), ("2026-02-28", 31.0)), 40.0, "points"),
        Line("Nothing yet", ()),
        Redline(f"Serve {words} daily.", f"Serve {words} weekly.", "privacy:"),
    )  # fmt: skip
    return Sheet(f"Coverage of {words}", parts, {"rules": [words]})


SHOWS = [name for name in shelf.names(reports) if name in report.formats("sheet")]


def test_five_reports_show_sheets() -> None:
    assert set(SHOWS) >= {"text", "markdown", "html", "csv", "json"}


@pytest.mark.parametrize("name", SHOWS)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"tests/golden/sheet/sheet.{name}", shelf.load(reports, name).sheet(_sheet(), False))


@pytest.mark.parametrize("name", [name for name in SHOWS if name != "json"])
def test_hostile_words_act_on_nothing(name: str) -> None:
    shown = shelf.load(reports, name).sheet(_sheet(HOSTILE), False)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert ("<script" in shown) is (name in ("text", "csv"))
    if name == "markdown":
        assert "[link](" not in shown
        assert "`x`" not in shown
    if name == "csv":
        assert not re.search(r'(^|,)"=', shown)


def test_json_is_the_data() -> None:
    shown = json.loads(shelf.load(reports, "json").sheet(_sheet(HOSTILE), False))
    assert shown == {"format": 1, "rules": [HOSTILE]}


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_words_leave_html_well_formed_and_tables_whole(words: str) -> None:
    page = _Balance()
    page.feed(shelf.load(reports, "html").sheet(_sheet(words), False))
    page.close()
    assert page.open == []
    markdown = shelf.load(reports, "markdown").sheet(_sheet(words), False)
    rows = [line for line in markdown.splitlines() if line.startswith("| ") and "privacy" in line]
    assert [row.count("|") for row in rows] == [4]


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    page = shelf.load(reports, "html").sheet(_sheet(), False)
    assert "<script" not in page
    assert "://" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("width", [360, 1280])
def test_charts_have_room_at_any_width(width: int, tab: "Page", tmp_path: Path) -> None:
    long = "Customers who say at the end that they are satisfied"
    path = tmp_path / "sheet.html"
    path.write_text(shelf.load(reports, "html").sheet(_sheet(long), False), encoding="utf-8")
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(path.as_uri())
    charts = tab.evaluate("[...document.querySelectorAll('.bars svg')].map(x => x.clientWidth)")
    assert len(charts) == 4
    assert min(charts) > 150
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_what_cannot_be_made_leaves_no_other_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ConductError("no")

    specs = [f"json:{tmp_path / 'a.json'}", f"html:{tmp_path / 'a.html'}"]
    monkeypatch.setattr(shelf.load(reports, "html"), "sheet", broken)
    with pytest.raises(ConductError, match="no"):
        report.write(specs, "sheet", _sheet())
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    report.write(specs, "sheet", _sheet())
    assert {one.name for one in tmp_path.iterdir()} == {"a.json", "a.html"}
