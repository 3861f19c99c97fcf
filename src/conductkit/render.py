"""A code as a page: code, format and templates in, text out."""

import re
import traceback
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from conductkit import digest, shelf
from conductkit import formats as formats_shelf
from conductkit.errors import ConductError
from conductkit.faults import nearest
from conductkit.format import DEFAULT_SHEET, Format, Sheet
from conductkit.model import Code
from conductkit.rendering.anchors import Anchors
from conductkit.rendering.interface import interface
from conductkit.rendering.metadata import metadata
from conductkit.rendering.resolve import resolve
from conductkit.rendering.selection import selected
from conductkit.rendering.templates import SUFFIX, Templates, shipped
from conductkit.rendering.theme import Theme
from conductkit.rendering.whole import whole

if TYPE_CHECKING:
    from conductkit.rendering.sandbox import Sandbox

_NO_VARIABLE = re.compile("there is no variable “(.+)”")


def formats() -> dict[str, Format]:
    """Every format by name."""
    names = shelf.names(formats_shelf)
    return {name: shelf.load(formats_shelf, name).FORMAT for name in names}


def format_of(path: str) -> str | None:
    """The name of the format that a file name asks for by its suffix, the longest one that fits."""
    fits = [
        (len(suffix), name)
        for name, format in formats().items()
        for suffix in format.suffixes
        if path.lower().endswith(suffix)
    ]
    return max(fits)[1] if fits else None


def publish(
    code: Code, to: str = "html", templates: Templates | None = None, *,
    catalogue: Code | None = None, sheet: Sheet = DEFAULT_SHEET, theme: Theme | None = None,
) -> bytes:  # fmt: skip
    """The file of a code in the format named `to` ("html", "pdf", "poster" …); see `render`.

    ConductError also for what a format lacks: its library, or a font for the words.
    """
    text = render(code, to, templates, catalogue=catalogue, sheet=sheet, theme=theme)
    make = formats()[to].make
    if make is None:
        return text.encode()
    try:
        return make(text, sheet)
    except ValueError as error:
        if templates is None or not templates.own:
            raise
        raise ConductError(f"{to}{SUFFIX}: {error}. Correct the template.") from error


def render(
    code: Code, to: str = "html", templates: Templates | None = None, *,
    catalogue: Code | None = None, sheet: Sheet = DEFAULT_SHEET, theme: Theme | None = None,
) -> str:  # fmt: skip
    """The text of a code in the format named `to` ("html", "md", "print").

    Of a format whose file is no text it is the page that the file is made from. `catalogue` gives
    the code's principles their names; `sheet` says how paged formats come out, `theme` what a
    project makes of the looks. The same input gives the same text. ConductError for a fault in a
    project's own template, a page without end, or a party or channel that the code does not have.
    """
    templates = templates or shipped()
    environment = _environment(to, templates)
    environment.begin(len(code.rules))
    words, anchors = interface(code.language), Anchors(code)
    variables = {
        "code": code, "view": selected(code, resolve(code, words, catalogue), sheet),
        "interface": words, "word": words.word, "named": words.named, "date": words.date,
        "anchor": anchors.of, "page": anchors.page, "paper": sheet.paper, "sheet": sheet,
        "catalogue": catalogue, "binding": digest.short(digest.of_code(code)),
        "theme": theme or Theme(), "metadata": partial(metadata, code, words),
        "whole": partial(whole, code, words, catalogue),
    }  # fmt: skip
    try:
        template = environment.get_template(to + SUFFIX)
        pieces: list[str] = []
        for piece in template.generate(variables):
            environment.spend(0, len(piece))
            pieces.append(piece)
    except Exception as error:
        fault = _fault(error, templates, variables)
        if fault is None:
            raise
        raise fault from error
    return formats()[to].finish("".join(pieces))


@lru_cache(maxsize=16)
def _environment(to: str, templates: Templates) -> "Sandbox":
    from conductkit.rendering.filters import filters
    from conductkit.rendering.sandbox import Sandbox

    format = formats()[to]
    sandbox = Sandbox(templates.source, format.escape)
    sandbox.filters |= filters(format, sandbox.written)
    return sandbox


def _fault(error: Exception, templates: Templates, variables: Iterable[str]) -> ConductError | None:
    """What to tell the author of a template; None where the fault must be ours."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    from conductkit.rendering.sandbox import EndlessError

    if not templates.own and not isinstance(error, EndlessError):
        return None
    place, cause = _place(error, templates), str(error)
    if isinstance(error, TemplateSyntaxError):
        place, cause = f"{error.filename or error.name}:{error.lineno}", error.message or cause
    elif isinstance(error, TemplateNotFound):
        cause = f"there is no template “{error.name}”"
    elif isinstance(error, RecursionError):
        cause = "a template includes or extends itself; the shipped one is “conductkit/…”"
    elif isinstance(error, UndefinedError) and (missing := _NO_VARIABLE.search(cause)):
        near = nearest(missing[1], variables)
        cause += f"; there is “{near}”" if near else f"; there are {', '.join(sorted(variables))}"
    return ConductError(f"{place}: {cause.rstrip('.')}. Correct the template.")


def _place(error: Exception, templates: Templates) -> str:
    """The line of a template that an exception came from, the project's own before ours."""
    own = {path for _, path in templates.own.values()}
    every = own | {path for _, path in templates.shipped.values()}
    lines: list[tuple[str, int | None]] = [
        (frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)
    ]
    for paths in (own, every):
        for path, line in reversed(lines):
            if path in paths:
                return f"{path}:{line}"
    return "template"
