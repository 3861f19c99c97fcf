"""Bans said otherwise: two in one sentence, “a coach must not”, “gifts are not accepted”."""

from conductkit.difference import cues
from conductkit.difference.restating.inflecting import third
from conductkit.difference.restating.line import TIMES, Line, Tok, words
from conductkit.language import lemma

_REACHING = (
    "time-unit", "time-phrase", "unmeasured-time", "interval",
    "escape-clause", "condition", "exception", "concession", "threshold", "restrictor",
)  # fmt: skip
_SUBJECT = 5  # words of what is not done
_NOTS = ("not", "never")


def apart(line: Line) -> list[Line]:
    """“Never lend your key, and never copy it” as two sentences: each says “never” for itself."""
    lows = line.lows
    for at in range(2, len(lows) - 2):
        size = 1 if lows[at + 1] in ("never", "don't") else 2
        ban = size == 1 or lows[at + 1 : at + 3] == ["do", "not"]
        if lows[at] != "and" or not ban or not lemma.is_base(lows[at + 1 + size], line.known):
            continue
        first = Line((*line.toks[: at - 1], line.toks[at - 1]._replace(gap=".")), line.language)
        told = first.directive
        plain = not any(tok.gap for tok in first.toks[:-1]) and line.toks[at - 1].gap in ("", ",")
        if not told or told.form != "imperative" or told.start or not plain or _reaches(line):
            return [line]
        return [first, *apart(line.having(line.toks[at + 1 :]))]
    return [line]


def _reaches(line: Line) -> bool:
    """Whether something in a sentence may be said of all of it."""
    return not TIMES.isdisjoint(line.lows) or any(
        cues.find(line.side.reading, line.side.words, name) for name in _REACHING
    )


def anybody(line: Line) -> Line:
    """“A coach must not smoke” as “coaches must not smoke”: whoever is one. Who must be there
    (“a coach must be present”) is one of them."""
    lows, known = line.lows, line.known
    found = line.directive
    if lows[0] not in ("a", "an") or len(lows) < 5 or not found or not found.negated:
        return line
    noun, modal, denial = lows[1:4]
    denied = modal in ("must", "may", "should", "shall", "will") and denial in _NOTS
    if not denied or lemma.noun(noun, known) != noun or noun in known.determiners:
        return line
    if not {"their", "his", "her", "they", "he", "she", "who", "alone"}.isdisjoint(lows):
        return line
    many = third(noun)
    return line.having([Tok(many, many, line.toks[1].gap), *line.toks[2:]])


def refused(line: Line) -> Line:
    """“Late entries are not accepted” as “we do not accept late entries”."""
    lows, known = line.lows, line.known
    at = next((at for at in range(1, _SUBJECT) if lows[at : at + 1] in (["is"], ["are"])), 0)
    if not at or lows[at + 1 : at + 2] != ["not"] or len(lows) <= at + 2 or "by" in lows:
        return line
    verb = lemma.verb(lows[at + 2], known)
    plain = not any(tok.gap for tok in line.toks[:-1]) and verb in known.verbs
    counted = cues.entries("how-many", "en") | cues.entries("pointing-objects", "en")
    barred = counted | {"who", "that", "which", "there", "what", "and", "or"} | known.prepositions
    states = cues.entries("states", "en")
    if not plain or lows[at + 2] in states or not barred.isdisjoint(lows[:at]):
        return line
    if not lemma.is_participle(lows[at + 2], known) or verb not in ("accept", "admit", "condone"):
        return line
    what = [tok._replace(gap="") for tok in line.toks[:at]]
    return line.having([*words("we do not"), Tok(verb, verb), *what, *line.toks[at + 3 :]])


def prohibited(line: Line) -> Line:
    """“Photography is not permitted here” as “photography is prohibited here”."""
    lows = line.lows
    for at in range(1, len(lows) - 2):
        if lows[at] not in ("is", "are") or lows[at + 1 : at + 3] not in _REFUSED:
            continue
        behind = lows[at + 3] if at + 3 < len(lows) and not line.toks[at + 2].gap else ""
        small = line.known.prepositions - {"to", "from"} | line.known.subordinators.keys()
        if lows[0] in ("it", "there", "who", "nobody", "no") or (behind and behind not in small):
            return line
        done = Tok("prohibited", "prohibited", line.toks[at + 2].gap)
        return line.having([*line.toks[: at + 1], done, *line.toks[at + 3 :]])
    return line


_REFUSED = (["not", "allowed"], ["not", "permitted"])


def have_to(line: Line) -> Line:
    """“Everyone has to sign” as “everyone must sign”; who does not have to is free."""
    lows = line.lows
    if not cues.entries("negation", line.language).isdisjoint(lows):
        return line
    for at in range(1, len(lows) - 2):
        two = lows[at : at + 2]
        if two in (["has", "to"], ["have", "to"]) and not line.toks[at].gap:
            if not lemma.is_base(lows[at + 2], line.known) or lows[at - 1] in _HELPING:
                return line
            return line.having([*line.toks[:at], Tok("must", "must"), *line.toks[at + 2 :]])
    return line


_HELPING = frozenset({"may", "might", "will", "would", "did", "only", "should", "to"})
