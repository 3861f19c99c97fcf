"""Where a word may stand without saying anything else: “only”, “however”, “possible”, “or not”."""

from collections.abc import Sequence

from conductkit.difference import cues
from conductkit.difference.embedded import embeds
from conductkit.difference.restating.line import Line, Tok, words
from conductkit.language import lemma

_CASE = 4  # words of “in very rare cases”
_PHRASE = 6  # words from “the best” to “possible”
_SET_OFF = frozenset({"however", "therefore"})


def only_in_cases(line: Line) -> Line:
    """“We only close in rare cases” as “we close only in rare cases”: nothing else is meant."""
    lows = line.lows
    if lows.count("only") != 1 or any(tok.gap for tok in line.toks[:-1]):
        return line
    at = lows.index("only")
    start = _cases(line)
    verb = at + 1 < start and lemma.is_base(lows[at + 1], line.known)
    if not at or not verb or embeds([*lows[at + 1 : start]], line.language):
        return line
    toks = line.toks
    return line.having([*toks[:at], *toks[at + 1 : start], toks[at], *toks[start:]])


def _cases(line: Line) -> int:
    """Where “in exceptional circumstances” begins that ends a sentence; 0 where nothing does."""
    lows = line.lows
    if lows[-1] not in cues.entries("case-nouns", line.language):
        return 0
    rare = cues.entries("rare", line.language)
    for size in range(3, _CASE + 1):
        part = lows[-size:]
        if part[0] in ("in", "under") and set(part[1:-1]) <= rare | {"very"}:
            return len(lows) - size
    return 0


def set_off_first(line: Line) -> Line:
    """“We know, however, that we fail” as “however, we know that we fail”."""
    for at in range(1, len(line.toks)):
        tok, before = line.toks[at], line.toks[at - 1]
        ends = at == len(line.toks) - 1 or tok.gap == ","
        if tok.low in _SET_OFF and before.gap == "," and ends:
            rest = [*line.toks[: at - 1], before._replace(gap=""), *line.toks[at + 1 :]]
            return line.having([Tok(tok.low, tok.low, ","), *rest])
    return line


def so_then(line: Line) -> Line:
    """“We may fail and as such, it helps” as “we may fail, so it helps”, whatever the commas."""
    lows = line.lows
    subjects = line.known.personal | line.known.determiners
    for at in range(1, len(lows) - 1):
        if lows[at] == "so" and lows[at + 1] in subjects and lows[at - 1] not in ("and", "if"):
            before = line.toks[at - 1]._replace(gap=",")
            put = (before, line.toks[at]._replace(gap=""))
            return line.having([*line.toks[: at - 1], *put, *line.toks[at + 1 :]])
    return line


def possible_first(line: Line) -> Line:
    """“The best service possible” as “the best possible service”."""
    lows, known = line.lows, line.known
    for at in range(2, len(lows)):
        if lows[at] != "possible" or lows[at - 1] == "as":
            continue
        ends = at == len(lows) - 1 or line.toks[at].gap or lows[at + 1] in known.prepositions
        for first in range(at - 2, max(at - _PHRASE, 0), -1):
            if line.toks[first].gap or not ends or lows[first] in known.auxiliaries:
                break
            if lows[first] in ("best", "most") or lows[first] in cues.entries("highest", "en"):
                gap = line.toks[at].gap
                moved = [*line.toks[first + 1 : at - 1], line.toks[at - 1]._replace(gap=gap)]
                put = [*line.toks[: first + 1], Tok("possible", "possible"), *moved]
                return line.having([*put, *line.toks[at + 1 :]])
    return line


def whether_or_not(line: Line) -> Line:
    """“Whether married or not”, “whether or not you are married”, as “whether or not married”."""
    lows = line.lows
    if "whether" not in lows:
        return line
    at = lows.index("whether")
    toks = list(line.toks)
    if lows[-2:] == ["or", "not"] and lows[at + 1 : at + 3] != ["or", "not"]:
        kept = [*toks[at + 1 : -3], toks[-3]._replace(gap="")]
        if not any(tok.gap for tok in kept):
            toks = [*toks[: at + 1], *words("or not"), *kept]
    lows = [tok.low for tok in toks]
    if lows[at + 1 : at + 5] == ["or", "not", "you", "are"]:
        toks[at + 3 : at + 5] = []
    return line if len(toks) == len(line.toks) and toks == list(line.toks) else line.having(toks)


def doing_of(line: Line) -> Line:
    """“The giving or taking of gifts” as “giving or taking gifts”."""
    lows = line.lows
    named = cues.entries("plain-doings", line.language)
    for at in range(len(lows) - 3):
        size = 3 if lows[at + 2 : at + 3] and lows[at + 2] in ("and", "or") else 1
        doing = lows[at + 1 : at + 1 + size]
        of = at + 1 + size
        plain = not any(tok.gap for tok in line.toks[at : of + 1])
        if lows[at] == "the" and lows[of : of + 1] == ["of"] and plain and _all(doing, named):
            return line.having([*line.toks[:at], *line.toks[at + 1 : of], *line.toks[of + 1 :]])
    return line


def _all(doing: Sequence[str], named: frozenset[str]) -> bool:
    return all(low in named for low in doing[::2])


def described_before(line: Line) -> Line:
    """“A course that is fair and quick” as “a fair and quick course”."""
    lows, known = line.lows, line.known
    for at in range(2, len(lows) - 2):
        if lows[at] not in ("that", "which") or lows[at + 1] != "is" or line.toks[at - 1].gap:
            continue
        said = line.toks[at + 2 :]
        start = _article(lows, at)
        plain = not any(tok.gap for tok in [*line.toks[start:at], *said[:-1]])
        if start < 0 or not plain or not _qualities(said, line):
            continue
        if any(low in known.auxiliaries or low in known.objects for low in lows[start:at]):
            continue
        thing = list(line.toks[start + 1 : at])
        put = [*(tok._replace(gap="") for tok in said), *thing]
        return line.having([*line.toks[: start + 1], *put])
    return line


def _article(lows: Sequence[str], at: int) -> int:
    """Where the article of “a course (of action)” stands before a place; -1 elsewhere."""
    if lows[at - 2] in ("a", "an"):
        return at - 2
    of_one = at >= 4 and lows[at - 2] == "of" and lows[at - 4] in ("a", "an")
    return at - 4 if of_one else -1


def _qualities(said: Sequence[Tok], line: Line) -> bool:
    """Whether words are one quality, or two joined by “and”."""
    lows = [tok.low for tok in said]
    if len(lows) == 3 and lows[1] in ("and", "or"):
        lows = [lows[0], lows[2]]
    elif len(lows) != 1:
        return False
    known = line.known
    small = known.prepositions | known.determiners | known.verbs | known.personal | known.objects
    denied = cues.entries("negation", line.language)
    return not any(
        low in small or low in denied or lemma.is_gerund(low, known) or lemma.is_adverb(low, known)
        for low in lows
    )
