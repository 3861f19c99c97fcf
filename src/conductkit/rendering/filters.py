"""The filters of templates that write words for the page: prose, addresses, style sheets."""

import base64
import hashlib
from collections.abc import Callable
from typing import Any

from jinja2.exceptions import SecurityError
from markupsafe import Markup

from conductkit.format import Format
from conductkit.prose import plain, tame
from conductkit.prose.wrap import WIDTH, cells

_MAX_INDENT = 8


def filters(format: Format, written: Callable[[Any], Markup]) -> dict[str, Callable[..., Any]]:
    """Filters for one format; `written` is how its sandbox writes any value."""

    def prose(text: str, lead: Any = "") -> Markup:
        return Markup(format.prose(str(text), str(written(lead))))  # noqa: S704

    def address(url: str) -> Markup:
        return Markup(format.address(str(url)))  # noqa: S704

    def hang(text: Any, width: int) -> Markup:
        return Markup(indent(str(written(text)), width))  # noqa: S704

    def underlined(text: Any, mark: str) -> Markup:
        shown = str(written(text))
        width = min(cells(shown), WIDTH)
        return Markup(f"{shown}\n{mark[:1] * width}")  # noqa: S704

    def after(text: Any, lead: str) -> Markup:
        cut = str(written(text)).strip().removeprefix(lead.strip())
        return Markup(cut.strip())  # noqa: S704

    def data(value: Any) -> Markup:
        if format.data is None:
            raise SecurityError("this format has no place for data")
        return Markup(format.data(value))  # noqa: S704

    return {
        "data": data, "prose": prose, "plain": plain, "address": address, "telephone": telephone,
        "hang": hang, "after": after, "underlined": underlined,
        "digest": digest, "css": css_string,
    }  # fmt: skip


def indent(text: str, width: int) -> str:
    """Every line but the first indented by up to eight spaces: all belong to one list item."""
    first, *rest = text.split("\n")
    margin = " " * min(width, _MAX_INDENT)
    return "\n".join([first, *(margin + line if line else "" for line in rest)])


def telephone(number: str) -> str:
    """The address of a telephone number; "" for words that are more than a number."""
    digits = "".join(char for char in number if char in "+0123456789")
    plain_number = all(char in "+0123456789 ()./-\u00a0" for char in number)
    return f"tel:{digits}" if digits and plain_number else ""


def digest(text: str) -> Markup:
    """The hash by which a content security policy names a style sheet."""
    found = hashlib.sha256(str(text).encode()).digest()
    return Markup("sha256-" + base64.b64encode(found).decode())  # noqa: S704


def css_string(text: str) -> Markup:
    """A string of a style sheet, quotes included; all but letters, digits and spaces escaped."""
    shown = " ".join(tame(text).split())
    safe = (char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in shown)
    return Markup('"' + "".join(safe) + '"')  # noqa: S704
