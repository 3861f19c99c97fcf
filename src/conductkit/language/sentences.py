"""Where one sentence ends and the next begins."""

import re

from conductkit.language.lexicon import Lexicon

_STOP = re.compile(r"(?P<stop>[.?!…。！？]++)(?P<close>[\"”’'»)\]]*+)")
_BLOCK = re.compile(
    r"\n[ \t]*+(?=\n)|^[ \t]*+(?=(?:[-*+•‣▪]|\d{1,3}[.)]|#{1,6}|>)[ \t])|(?<=\n)(?=[ \t]*+\|)",
    re.MULTILINE,
)
_NEXT = re.compile(r"[\s\"“‘'«(\[¿¡*_]*+(?P<first>\S)")
_LAST = 24  # no abbreviation is longer


def sentence_spans(text: str, masked: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the spans of the sentences, trimmed of white space, in order.

    A blank line, a list item or a heading ends a sentence too. List numbers belong to none.
    """
    spans: list[tuple[int, int]] = []
    blocks = [match.start() for match in _BLOCK.finditer(text)] if "\n" in text else []
    start = 0
    for stop in [*blocks, len(text)]:
        if stop > start:
            _split(masked, start, stop, lexicon, spans)
        start = max(start, stop)
    return spans


def _split(
    masked: str, start: int, end: int, lexicon: Lexicon, spans: list[tuple[int, int]]
) -> None:
    first = start
    for match in _STOP.finditer(masked, start, end):
        if match.end() < end and not masked[match.end()].isspace():
            continue
        if _list_number(masked, first, match.start()):
            first = match.end()
        elif match.end() >= end or _ends(masked, first, match, end, lexicon):
            _keep(masked, first, match.end(), spans)
            first = match.end()
    _keep(masked, first, end, spans)


def _keep(masked: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = masked[start:end]
    lead = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if any(character.isalnum() for character in piece):
        spans.append((start + lead, start + lead + len(piece)))


def _list_number(masked: str, first: int, stop: int) -> bool:
    """Whether all that stands between is the number of a list, as in `… day. 2. Never …`."""
    return stop - first < 8 and masked[first:stop].strip().isdigit() and masked[stop] == "."


def _ends(masked: str, first: int, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    following = _NEXT.match(masked, match.end(), end)
    if following is None:
        return True
    character = following["first"]
    if character.islower() or character in ",;:)":
        return False
    if match["stop"] != ".":
        return True
    chunk = masked[max(first, match.start() - _LAST) : match.start()].split()
    last = chunk[-1].lstrip("(“\"'‘«[").lower() if chunk else ""
    if last in lexicon.titles or (character.isdigit() and last in lexicon.before_numbers):
        return False
    if len(last) == 1 and last.isalpha() and masked[match.start() - 1].isupper():
        return _opens(masked, following.start("first"), lexicon)
    if "." in last and last.replace(".", "").isalpha() and len(last) <= 5:
        meridiem = last in lexicon.before_stop
        return meridiem or _opens(masked, following.start("first"), lexicon)
    return True


def _opens(masked: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the word there is one that begins sentences, so that `U.S. If` is a boundary."""
    word = re.compile(r"\w*+").match(masked, start)
    return word is not None and word.group().lower() in lexicon.openers
