"""`docs/checks.md` is what the checks say of themselves."""

from collections.abc import Callable
from pathlib import Path

from conductkit import checks_page
from conductkit.lint import all_checks


def test_page_is_current(golden: Callable[[str | Path, str], None]) -> None:
    golden("docs/checks.md", checks_page.page())


def test_every_check_is_there_once() -> None:
    lines = checks_page.page().splitlines()
    for name in all_checks():
        assert lines.count(f"### {name}") == 1
