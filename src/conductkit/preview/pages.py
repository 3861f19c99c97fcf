"""The pages of a preview that are not the code's own: its frame, its list, what is wrong."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from conductkit.preview.board import Shown
from conductkit.rendering.page import shipped_page

HTML = "text/html; charset=utf-8"
_KINDS = {".html": HTML, ".pdf": "application/pdf"}
_TEXT = "text/plain; charset=utf-8"


def kind_of(suffix: str, text: bool) -> str:
    """The media type of files whose names end so; "" where a browser cannot show them.

    `text` says that the file is text, which it always can.
    """
    return _KINDS.get("." + suffix.rpartition(".")[2], _TEXT if text else "")


def frame(name: str, state: str) -> Shown:
    """A page around the one that is previewed, which it loads again when the state changes."""
    return _page("preview/frame.j2", name, source=f"/{quote(name)}/page", state=state)


def index(names: Sequence[str]) -> Shown:
    """A list of the codes, where there are several."""
    return _page("preview/index.j2", "Codes", links=[(name, f"/{quote(name)}/") for name in names])


def fault(words: str) -> Shown:
    """A page that says what is wrong in place of the code."""
    return _page("preview/fault.j2", "Something to mend", words=words)


def _page(template: str, title: str, **variables: Any) -> Shown:
    text = shipped_page(template).render(title=title, **variables)
    return Shown(HTML, text.encode())
