"""The lines of a .gitattributes file that say which files are codes; all other lines stay."""

import re
from collections.abc import Sequence

from conductkit.gitdrivers import NAME
from conductkit.write import newline

_FIRST = "# conductkit: these files are codes of conduct (conduct git --setup)"
_LAST = "# conductkit: end"
_EMPTY = " (the file was here before, empty)"
_BLOCK = re.compile(
    rf"^{re.escape(_FIRST)}\r?\n(?P<lines>(?:.*\n)*?){re.escape(_LAST)}"
    rf"(?P<empty>{re.escape(_EMPTY)})?[ \t]*(?P<end>\r?\n|\Z)",
    re.MULTILINE,
)
_SPECIAL = re.compile(r"[\\*?\[\]]")
_UNQUOTED = re.compile(r'[^\s"\\\x00-\x1f\x7f]+')
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def lines(
    folders: Sequence[str], files: Sequence[str] = (), only_merged: Sequence[str] = ()
) -> list[str]:
    """The lines for folders of codes and single files, and for folders of what is only merged.

    All are paths from the attributes' folder.
    """
    patterns = [
        f"{_literal(folder)}/**/*{suffix}" for folder in folders for suffix in (".yaml", ".yml")
    ]
    patterns += [_literal(file) for file in files]
    both = [f"{_quoted(pattern)} diff={NAME} merge={NAME}" for pattern in dict.fromkeys(patterns)]
    return both + [
        f"{_quoted(f'{_literal(folder)}/*.yaml')} merge={NAME}" for folder in only_merged
    ]


def block(text: str) -> list[str] | None:
    """The lines that setup wrote into a text; None where it wrote none."""
    found = _BLOCK.search(text)
    return found["lines"].splitlines() if found else None


def with_block(text: str | None, wanted: Sequence[str]) -> str:
    """The text with these lines: in the place of those it has from setup, else at its end.

    A text whose last line is not ended keeps that trait, and an empty one (None: no file) is known
    by a word behind the last line, so that `without_block` can give back what was there.
    """
    found = _BLOCK.search(text or "")
    last = _LAST + _EMPTY if (found["empty"] if found else text == "") else _LAST
    text = text or ""
    body = newline(text).join([_FIRST, *wanted, last])
    if found:
        return text[: found.start()] + body + found["end"] + text[found.end() :]
    if text and not text.endswith("\n"):
        return text + newline(text) + body
    return text + body + newline(text)


def without_block(text: str) -> str | None:
    """The text as it was before `with_block`; None where there was no file."""
    found = _BLOCK.search(text)
    if not found:
        return text
    before, after = text[: found.start()], text[found.end() :]
    if not found["end"]:
        before = before.removesuffix("\n").removesuffix("\r")
    return before + after if before or after or found["empty"] else None


def _literal(path: str) -> str:
    """A pattern for one path: from this folder, nothing in it stands for anything else."""
    plain = path.strip("/")
    return "" if plain in ("", ".") else "/" + _SPECIAL.sub(r"\\\g<0>", plain)


def _quoted(pattern: str) -> str:
    """A pattern as .gitattributes writes it: in quotes where it holds spaces or strokes."""
    pattern = pattern.removeprefix("/**/")
    if _UNQUOTED.fullmatch(pattern):
        return pattern
    return '"' + "".join(_escaped(char) for char in pattern) + '"'


def _escaped(char: str) -> str:
    known = _ESCAPES.get(char)
    return known or (f"\\{ord(char):03o}" if char < " " or char == "\x7f" else char)
