"""How many are meant, said otherwise: “all guests”, “every guest”; “no guest”."""

from conductkit.difference import cues
from conductkit.difference.restating.inflecting import third
from conductkit.difference.restating.line import Line, Tok
from conductkit.language import lemma


def any_banned(line: Line) -> Line:
    """“Never refuse any guest” as “never refuse a guest”: who bans either bans both."""
    found = line.directive
    if not found or not found.negated or found.exceptions:
        return line
    toks = [
        Tok("a", "a", tok.gap) if tok.low == "any" and _one(line, at + 1) else tok
        for at, tok in enumerate(line.toks)
        if at >= line.at(found.modal.end) or tok.low != "any"
    ]
    return line.having(toks) if len(toks) == len(line.toks) else line


def each_of_all(line: Line) -> Line:
    """“Thank all guests” as “thank every guest”, where nothing is done to them together."""
    found, lows = line.directive, line.lows
    barred = cues.entries("collective", line.language)
    if not found or lows.count("all") != 1 or not barred.isdisjoint(lows):
        return line
    at = lows.index("all")
    counted = any(cues.figure(low, line.language) is not None for low in lows)
    if counted or at + 1 >= len(lows) or not _many(line, at + 1):
        return line
    one = lemma.noun(lows[at + 1], line.known)
    put = [Tok("every", "every"), Tok(one, one, line.toks[at + 1].gap)]
    return line.having([*line.toks[:at], *put, *line.toks[at + 2 :]])


def every_who(line: Line) -> Line:
    """“Every guide who works with children needs” as “all guides who work with children need”."""
    lows, known = line.lows, line.known
    if lows[0] not in ("every", "each") or lows[2:3] not in (["who"], ["that"]) or len(lows) < 6:
        return line
    finite = [at for at in range(3, len(lows)) if lemma.is_finite(lows[at], known)]
    plain = finite[:1] == [3] and not any(tok.gap for tok in line.toks[:-1])
    shared = cues.entries("collective", line.language) - {"a", "an"}
    if not plain or not shared.isdisjoint(lows[1:]):
        return line
    finite += _noun_like(line, finite[-1] + 1) if len(finite) == 1 else []
    if len(finite) > 2 or not {"it", "its", "his", "her", "he", "she"}.isdisjoint(lows):
        return line
    toks = [Tok("all", "all"), Tok(third(lows[1]), third(lows[1])), *line.toks[2:]]
    for at in finite:
        many = _MANY.get(lows[at], lemma.verb(lows[at], known))
        toks[at] = Tok(many, many, line.toks[at].gap)
    return line.having(toks)


def _noun_like(line: Line, start: int) -> list[int]:
    """Where a verb stands that could be a noun: “needs a check”."""
    lows, known = line.lows, line.known
    return [
        at
        for at in range(start, len(lows) - 1)
        if lows[at].endswith("s")
        and lemma.verb(lows[at], known) in known.verbs_or_nouns
        and lows[at + 1] in known.determiners
    ][:1]


_MANY = {"is": "are", "has": "have", "does": "do", "was": "were", "must": "must", "may": "may",
         "will": "will", "should": "should", "can": "can", "shall": "shall"}  # fmt: skip


def per_unit(line: Line) -> Line:
    """“Three vouchers a day” as “three vouchers per day”; not “within a day”."""
    units = cues.scale("time-unit", "en").keys() | {"person", "head"}
    for at in range(1, len(line.lows) - 1):
        before, low, unit = line.lows[at - 1 : at + 2]
        counted = before in ("once", "twice") or (before.endswith("s") and len(before) > 3)
        small = before in line.known.prepositions | line.known.auxiliaries
        verb = line.directive is not None and before == line.directive.verb
        if low in ("a", "an") and unit in units and counted and not (small or verb):
            return line.having([*line.toks[:at], Tok("per", "per"), *line.toks[at + 1 :]])
    return line


def _one(line: Line, at: int) -> bool:
    """Whether a single thing that can be counted stands at a place, and nothing beside it."""
    if at >= len(line.lows) or not _alone(line, at):
        return False
    low = line.lows[at]
    people = line.known.people | cues.entries("served", "en") | cues.entries("roles", "en")
    return low in people and not low.endswith("s")


def _many(line: Line, at: int) -> bool:
    """Whether a noun in the plural stands at a place, and nothing beside it."""
    low = line.lows[at]
    plural = low.endswith("s") and not low.endswith(("ss", "'s", "s'", "us", "is", "news", "ics"))
    return plural and lemma.noun(low, line.known) != low and _alone(line, at)


def _alone(line: Line, at: int) -> bool:
    """Whether the words behind a noun do not belong to it: the end, a mark, “to”, “for” …"""
    if line.toks[at].gap or at + 1 >= len(line.lows):
        return True
    behind = line.lows[at + 1]
    return behind in line.known.prepositions - {"of"} or behind in line.known.auxiliaries
