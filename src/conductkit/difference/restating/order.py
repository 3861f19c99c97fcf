"""Where the words of one thing to do stand: what is fronted, an adverb."""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.embedded import embeds
from conductkit.difference.restating.line import TIMES, Line, Tok
from conductkit.language import lemma

_LONGEST = 8  # words that stand before a comma at the head of a sentence
_MOMENTS = (
    ("at", "the", "end", "of"),
    ("at", "the", "start", "of"),
    ("at", "the", "beginning", "of"),
)
_CASES = (("in", "every", "case"), ("in", "all", "cases"), ("in", "any", "case"))
_EACH = (("for", "each"), ("for", "every"))
_PLACES = frozenset({"at", "in", "inside", "on", "outside"})
_PLACED = 4  # words of a place
_CLAUSES = frozenset({"if", "when", "unless", "before", "after", "while", "once", "whenever"})


def last(line: Line) -> Line:
    """What is fronted, behind the duty: “by noon, staff must call”."""
    found, lows = line.directive, line.lows
    comma = next((at for at, tok in enumerate(line.toks[:_LONGEST]) if tok.gap), None)
    if comma is None or line.toks[comma].gap != "," or comma + 1 >= len(lows):
        return line
    plain = _states(line, comma + 1) or _tells(line, comma + 1)
    if not found and not plain:
        return line
    front, rest = line.toks[: comma + 1], line.toks[comma + 1 :]
    if any(tok.gap for tok in rest[:-1]) or not _movable(line, front, plain=plain):
        return line
    if not plain and embeds([tok.low for tok in rest], line.language):
        return line
    return line.having([*rest, *front[:-1], front[-1]._replace(gap="")])


def stated(line: Line) -> Line:
    """“On our lists, advertising is prohibited” as “advertising is prohibited on our lists”."""
    comma = next((at for at, tok in enumerate(line.toks[:_LONGEST]) if tok.gap), None)
    return last(line) if comma is not None and _states(line, comma + 1) else line


def _movable(line: Line, front: tuple[Tok, ...], *, plain: bool) -> bool:
    lows = [tok.low for tok in front]
    if len(lows) < 2:
        return False
    told = line.directive
    if lows[0] in _CLAUSES and (plain or (told and (told.conditions or told.exceptions))):
        return True
    if lows[0] in ("every", "each") and len(lows) == 2:  # “every Friday”
        return True
    timed = lows[0] in TIMES or tuple(lows[:4]) in _MOMENTS or tuple(lows) in _CASES
    if lows[0] == "at" and lows[-1] == "time" and len(lows) < 5:  # “at closing time”
        return True
    placed = lows[0] in _PLACES and len(lows) <= _PLACED and lows[1] in line.known.determiners
    placed = placed and (
        plain or (told is not None and told.verb == "be")
    )  # not “discuss guests in the shop”
    timed = timed or placed or tuple(lows[:2]) in _EACH
    timed = timed or " ".join(lows) in cues.entries("everywhere", line.language)
    return timed and not embeds(lows, line.language)


def _states(line: Line, start: int) -> bool:
    """Whether what stands behind a comma says one thing of one subject: “dogs are not allowed”."""
    lows, known = line.lows[start:], line.known
    verbs = [at for at, low in enumerate(lows) if low in ("are", "is")]
    if len(line.side.reading.sentences) != 1 or len(verbs) != 1 or not 0 < verbs[0] <= _PLACED:
        return False
    before, behind = lows[: verbs[0]], lows[verbs[0] + 1 :]
    behind = behind[1:] if behind[:1] == ["not"] else behind
    if not behind or not lemma.is_participle(behind[0], known):
        return False
    small = known.prepositions | known.coordinators | known.subordinators.keys() | _PRONOUNS
    return small.isdisjoint(before) and not embeds(["be", *behind[1:]], line.language)


def _tells(line: Line, start: int) -> bool:
    """Whether what stands behind a comma says one thing that somebody does: “the deputy leads”."""
    lows, known = line.lows[start:], line.known
    opens = lows[:1] and lows[0] in ("the", "our", "your")
    at = next((at for at in range(2, _PLACED) if lemma.is_finite(lows[at : at + 1][0], known))
              if len(lows) > _PLACED else iter(()), 0)  # fmt: skip
    if not opens or not at or lows[at] in known.auxiliaries or line.directive:
        return False
    rest = lows[at + 1 :]
    return not embeds(["be", *rest], line.language) and not any(
        lemma.is_finite(low, known) for low in rest
    )


_PRONOUNS = frozenset({"it", "they", "this", "that", "these", "those", "which", "who", "there"})


def should(line: Line) -> Line:
    """“Should you lose your key, …” as “if you lose your key, …”."""
    lows, known = line.lows, line.known
    if lows[:2] not in (["should", "you"], ["should", "we"], ["should", "they"]) or len(lows) < 4:
        return line
    comma = next((at for at, tok in enumerate(line.toks) if tok.gap == ","), 0)
    if not comma or not lemma.is_base(lows[2], known):
        return line
    return line.having([Tok("if", "if"), *line.toks[1:]])


def if_clause(line: Line) -> Line:
    """“When a guest complains” as “if a guest complains”, where the duty hangs on it."""
    found, lows = line.directive, line.lows
    if not found or found.exceptions or found.concessions:
        return line
    clause = next((one for one in found.conditions if one.cue == "when"), None)
    at = line.at(clause.start) if clause else 0
    if not clause or lows[at : at + 1] != [clause.cue] or not _may_happen(line, at + 1):
        return line
    rest = [low for place, low in enumerate(lows) if place < at or place >= line.at(clause.end)]
    asks = cues.entries("asking-verbs", line.language)
    if found.verb in asks or not asks.isdisjoint(rest) or embeds(rest, line.language):
        return line
    toks = list(line.toks)
    toks[at] = Tok("if", "if", toks[at].gap)
    return line.having(toks)


def _may_happen(line: Line, at: int) -> bool:
    """Whether a clause tells of what happens at times: “a guest complains”, “asked”, “in doubt”.

    What surely comes (“when the shop closes”) is no condition.
    """
    lows = [*line.lows[at : at + 2], ""]
    anybody = lows[0] in ("a", "an", "any", "anybody", "anyone", "somebody", "someone")
    return anybody or lows[:2] == ["in", "doubt"] or lemma.is_participle(lows[0], line.known)


def asked_why(line: Line) -> Line:
    """“When we disagree, try to understand why” as “try to understand why we disagree”.

    Only where one looks for the reason: what one explains may be another thing.
    """
    lows = line.lows
    comma = next((at for at, tok in enumerate(line.toks[:_LONGEST]) if tok.gap), None)
    looks = ("understand", "ask", "out", "learn", "discover", "see")
    whole = lows[0] in ("when", "if") and lows[-1] == "why" and lows[-2] in looks
    if not comma or comma < 2 or line.toks[comma].gap != "," or not whole:
        return line
    if any(tok.gap for tok in line.toks[comma + 1 : -1]):
        return line
    rest = [*line.toks[comma + 1 : -1], line.toks[-1]._replace(gap="")]
    return line.having([*rest, *line.toks[1:comma], line.toks[comma]._replace(gap="")])


def exception_comma(line: Line) -> Line:
    """“Never leave, except in an emergency” without its comma."""
    for at, (one, two) in enumerate(pairwise(line.toks)):
        if one.gap == "," and two.low in ("except", "unless", "if", "when"):
            before = [tok.low for tok in line.toks[: at + 1]]
            if len(before) < 2 or before[0] in _CLAUSES or embeds(before, line.language):
                return line
            others = [place for place, tok in enumerate(line.toks[:-1]) if tok.gap and place != at]
            if others or not line.known.coordinators.isdisjoint(line.lows[at:]):
                return line
            toks = list(line.toks)
            toks[at] = one._replace(gap="")
            return line.having(toks)
    return line


def adverb_last(line: Line) -> Line:
    """An adverb that only the one verb can have, at the end: “report at once to the office”."""
    found = line.directive
    if not found or not found.verb or embeds(line.lows, line.language):
        return line
    if any(tok.gap for tok in line.toks[:-1]) or found.conditions or found.exceptions:
        return line
    places = [at for at in range(len(line.toks)) if _free(line, at)]
    every = [at for at, low in enumerate(line.lows) if _is_adverb(line, low)]
    if len(places) != 1 or every != places:
        return line
    at = places[0]
    toks = [*line.toks[:at], *line.toks[at + 1 :], line.toks[at]]
    return line.having(toks)


def _is_adverb(line: Line, low: str) -> bool:
    focus = cues.entries("focus-adverbs", line.language)
    often = low in cues.entries("frequency", line.language)
    return low in focus or often or lemma.is_adverb(low, line.known)


def _free(line: Line, at: int) -> bool:
    """Whether the word at a place is an adverb of the verb, whatever stands beside it."""
    lows, known = line.lows, line.known
    low = lows[at]
    if low in cues.entries("focus-adverbs", line.language) or not low.endswith("ly"):
        if low not in ("always",):
            return False
    elif not lemma.is_adverb(low, known):
        return False
    if line.directive and line.directive.negated and at < _modal_end(line):
        return False
    behind = lows[at + 1] if at + 1 < len(lows) else ""
    loose = cues.entries("adverb-followers", line.language)  # not “immediately after lunch”
    closed = not behind or behind in loose or behind in known.determiners
    verb = line.directive.verb if line.directive else None
    before = lows[at - 1] if at else ""
    helping = known.auxiliaries | {"be", "been"}
    opens = bool(verb) and lemma.verb(behind, known) == verb and (not at or before in helping)
    return (closed and at > 0 and before not in known.auxiliaries) or opens


def _modal_end(line: Line) -> int:
    return line.at(line.directive.modal.end) if line.directive else 0
