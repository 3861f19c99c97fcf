"""What all tests share: `--update`, the corpus, golden files."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden files and documents")


def pytest_configure() -> None:
    """Nothing of the terminal, the user's settings or the machine's speed may decide a test."""
    settings.register_profile("conductkit", deadline=None)
    settings.load_profile("conductkit")
    # Without bytecode each of a thousand runs of `conduct` would compile all of it anew.
    for name in ("FORCE_COLOR", "PYTHONIOENCODING", "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)
    os.environ.update(NO_COLOR="1", COLUMNS="100", TERM="dumb", CONDUCTKIT_CACHE="")


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder with the real codes; tests that need it are skipped where there is none."""
    folder = os.environ.get("CONDUCTKIT_CORPUS", "")
    if not folder:
        pytest.skip("CONDUCTKIT_CORPUS names no folder with the real codes")
    return Path(folder)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str | Path, str], None]:
    """Compare a text with a file of the checkout; with --update write the file instead."""

    def check(path: str | Path, text: str) -> None:
        file = ROOT / path
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"{path} is missing: run pytest --update"
        assert file.read_bytes().decode() == text, f"{path} is stale: run pytest --update"

    return check


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Debian's chromium; without one the tests skip, in CI they fail: it installs one."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no chromium to look at pages with")
    # Chromium has no sandbox to offer to root, as whom containers run.
    options = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=options)
        yield found
        found.close()


@pytest.fixture
def tab(browser: "Browser") -> Iterator["Page"]:
    """A fresh tab, light and wide, where nothing moves."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()
