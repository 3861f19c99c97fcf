"""One person, whoever it is: “he/she”, “his or her”, “his”, all as “they” and “their”."""

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, Tok, words
from conductkit.language import lemma

_BOTH = (("his", "or", "her"), ("her", "or", "his"))
_EITHER = (("he", "or", "she"), ("she", "or", "he"))
_PLURAL = {"is": "are", "has": "have", "was": "were", "does": "do"}
_OF_ONE = {"his": "their", "him": "them", "himself": "themselves", "herself": "themselves"}
_TOGETHER = {
    "he/she": "he or she", "she/he": "he or she", "s/he": "he or she", "his/her": "his or her",
    "her/his": "his or her", "his/hers": "theirs", "him/her": "them", "her/him": "them",
    "himself/herself": "themselves", "herself/himself": "themselves",
}  # fmt: skip


def told_apart(line: Line) -> Line:
    """“He/she” as “he or she”."""
    if _TOGETHER.keys().isdisjoint(line.lows):
        return line
    toks: list[Tok] = []
    for tok in line.toks:
        put = words(_TOGETHER[tok.low]) if tok.low in _TOGETHER else [tok]
        toks += [*put[:-1], put[-1]._replace(gap=tok.gap)]
    return line.having(toks)


def they(line: Line) -> Line:
    """“His or her” as “their”, “he or she is” as “they are”, where one person is meant."""
    lows = line.lows
    for at in range(1, len(lows) - 3):
        run = tuple(lows[at : at + 3])
        if run not in _BOTH + _EITHER or not _one_person(line, at):
            continue
        if run in _BOTH:
            return line.having([*line.toks[:at], Tok("their", "their"), *line.toks[at + 3 :]])
        verb = line.toks[at + 3]
        many = _PLURAL.get(verb.low) or (
            lemma.verb(verb.low, line.known) if lemma.is_finite(verb.low, line.known) else verb.low
        )
        put = [Tok("they", "they"), Tok(many, many, verb.gap)]
        return line.having([*line.toks[:at], *put, *line.toks[at + 4 :]])
    return line


def their(line: Line) -> Line:
    """“A clerk may take his lunch” as “a clerk may take their lunch”, where one person is meant."""
    at = next((at for at, low in enumerate(line.lows) if low in _OF_ONE), None)
    if not at or not _named(line, at) or not _one_person(line, at):
        return line
    put = [Tok(said, said, tok.gap) if (said := _OF_ONE.get(tok.low)) else tok for tok in line.toks]
    return line.having(put)


def _named(line: Line, place: int) -> bool:
    """Whether words before a place say who is meant: in “do not pay him” nobody is."""
    anyone = cues.entries("everyone", line.language) | {"somebody", "someone", "who", "whoever"}
    return not (line.known.determiners | anyone).isdisjoint(line.lows[:place])


def _one_person(line: Line, place: int) -> bool:
    """Whether no noun before a place stands for several, and none for a body of people but to say
    whose somebody is: “the lead of the team”."""
    known, before = line.known, ""
    bodies = cues.entries("bodies", line.language)
    for at, low in enumerate(line.lows[:place]):
        noun = low not in known.determiners | known.prepositions | known.auxiliaries
        plural = low.endswith("s") and not low.endswith(("ss", "'s", "us", "is"))
        finite = lemma.is_finite(low, known) and before not in known.determiners
        if low in ("staff", "people", "and") or (noun and plural and not finite):
            return False
        if low in bodies and "of" not in line.lows[max(at - 2, 0) : at]:
            return False
        before = low
    return True


def absent(line: Line) -> Line:
    """“If a moderator is missing, the host acts for them” as “is absent”: somebody else steps in.
    Of a child, or where someone is called, it is another thing."""
    lows = line.lows
    roles = cues.entries("roles", line.language) | cues.entries("issuer", line.language)
    if lows[0] not in ("if", "when") or len(lows) < _ABSENT or lows[3] != "is":
        return line
    away = lows[4] in ("away", "missing") and line.toks[4].gap == ","
    behind = " ".join(lows[5:])
    steps_in = any(
        f" {cue} " in f" {behind} " for cue in cues.entries("stepping-in", line.language)
    )
    if lows[2] not in roles or not away or not steps_in:
        return line
    return line.having([*line.toks[:4], Tok("absent", "absent", ","), *line.toks[5:]])


_ABSENT = 8  # words of “if a host is missing, staff act for”
