"""How the pages of `conduct explain` are set: paragraphs of one width, no word broken."""

import textwrap

_WIDTH = 88


def filled(text: str, indent: str = "", further: str = "") -> str:
    """A paragraph in lines; `indent` stands before the first one, `further` before the others."""
    return textwrap.fill(
        text, _WIDTH, initial_indent=indent, subsequent_indent=further,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def indented(lines: str) -> str:
    """Lines of an example as they stand, moved in; a tab is shown."""
    return textwrap.indent(lines.rstrip("\n").replace("\t", "⇥"), "    ")
