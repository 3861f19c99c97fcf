"""Old and new words for Markdown, everything from the file escaped: it shows as it stands."""

import re
from html import escape
from urllib.parse import quote

from conductkit.redline import redline
from conductkit.terminal import clean

# What Markdown (GitHub's too: mentions, issue numbers, tables, formulas, shortcodes, links made of
# bare addresses) would take for its own, wherever it stands; `opening` is for the rest.
_MARKS = re.compile(r"[\\`*_\[\]|~@#$^]|:(?=//|\w+:)|(?<=www)\.")
# GitHub looks for mentions and issue numbers in the finished page, where escapes are gone
# (github.com/github/markup, issue 1168): only a space without width between keeps them words.
_CALLS = re.compile(r"(?<!\w)(&#64;)(?=\w)|(&#35;|\bGH-)(?=\d)")
_OPENS = re.compile(r"[-+=]|\d{1,9}(?=[.)])")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Text from a code as Markdown that shows it to the letter, in one line."""
    safe = escape(clean(_SPACES.sub(" ", text)), quote=False)
    escaped = _MARKS.sub(lambda match: f"&#{ord(match[0])};", safe)
    return _CALLS.sub(lambda match: f"{match[0]}&#8203;", escaped)


def url(address: str) -> str:
    """An address for the round brackets of a link."""
    return quote(address, safe="/:?#&=%@~+,;-._")


def opening(line: str) -> str:
    """What `plain` wrote, for the beginning of a line: no list, rule or underline begins there."""
    found = _OPENS.match(line)
    if found is None:
        return line
    at = found.end() if found[0].isdigit() else 0
    return f"{line[:at]}&#{ord(line[at])};{line[at + 1 :]}"


def marked(old: str, new: str, most: int = 0) -> str:
    """Two texts in one, what went struck out, what came underlined.

    With `most`, a stretch of more characters is shown by its ends: what changed stays in sight.
    """
    parts = []
    for piece in redline(old, new):
        if piece.same:
            parts.append(plain(_ends(piece.old, most)))
            continue
        went, came = (
            _tag(name, _ends(text, most)) for name, text in (("del", piece.old), ("ins", piece.new))
        )
        parts.append(
            f"{went} {came}" if went.endswith(">") and came.startswith("<") else went + came
        )
    return "".join(parts)


def _ends(text: str, most: int) -> str:
    return text if not most or len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def _tag(name: str, text: str) -> str:
    inner = text.strip()
    if not inner:
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    return f"{lead}<{name}>{plain(inner)}</{name}>{tail}"
