"""Who does what: “the team must log calls”, “calls must be logged by the team”."""

from conductkit.difference import cues
from conductkit.difference.embedded import embeds
from conductkit.difference.restating.inflecting import third
from conductkit.difference.restating.line import OFTEN, TIMES, Line, Tok, words
from conductkit.language import Directive, lemma

_MODALS = frozenset({"must", "shall", "should", "will"})
_FORCED = frozenset({"must", "shall"})
_PARTICLES = frozenset({"away", "back", "down", "in", "off", "on", "out", "up"})
_BETWEEN = frozenset({"not", "never", "always"})
_AS_SUBJECT = {"us": "we", "them": "they", "him": "he", "her": "she", "me": "i"}


def active(line: Line) -> Line:
    """“O must be done by S” as “S must do O”; without a doer, the order “do O”."""
    found = line.directive
    lows = line.lows
    if "be" not in lows or (found and (found.exceptions or _hangs(found))):
        return line
    if found and not found.passive:
        return line
    be = lows.index("be")
    modal = next((at for at, low in enumerate(lows[:be]) if low in _MODALS), None)
    free = next((at for at, low in enumerate(lows[:be]) if low in ("may", "can")), None)
    barred = free is not None and lows[free : free + 2] == ["may", "not"]
    if modal is None and free is not None and (barred or _enforced(line, free)):
        modal = free  # else what may be done may only be possible
    if modal is None or be + 1 >= len(lows) or not _BETWEEN.issuperset(lows[modal + 1 : be]):
        return line
    verbs = _done(line, be + 1)
    what, rest = line.toks[:modal], list(line.toks[be + 1 + len(verbs) :])
    if rest and rest[0].low in _PARTICLES and len(rest) > 1 and rest[1].low == "by":
        verbs, rest = [*verbs, rest[0]], rest[1:]  # “sent off by the referee”
    if not lemma.is_base(verbs[0].low, line.known) or not _plain(line, what, rest):
        return line
    if {"not", "never"} & set(lows[modal:be]) and _reaches(line, what) - {"a", "an"}:
        return line  # “every call must not be taped”: no call, or not every one?
    doer = _doer(line, rest)
    if doer is None:
        return line if not found else _ordered(line, modal, be, verbs, what, rest)
    first, last = doer
    who = [_nominative(tok) for tok in rest[first + 1 : last]]
    rest = rest[:first] + rest[last:]
    if _reaches(line, who) and _reaches(line, what):  # “one agent must tape every call”
        return line
    told = [*who, *line.toks[modal:be], *verbs, *what, *rest]
    return line.having([tok._replace(gap="") if tok in who else tok for tok in told])


def _hangs(found: Directive) -> bool:
    """Whether a duty hangs on something that is more than a time: “after one year” is none."""
    return any(clause.cue not in TIMES for clause in found.conditions)


def _enforced(line: Line, modal: int) -> bool:
    """“Posts may be removed by the host”: what is done about a breach, and by whom."""
    if line.lows[modal + 1 : modal + 2] != ["be"] or modal + 2 >= len(line.lows):
        return False
    names = ("enforcement-stems", "amending-stems")
    stems = tuple(stem for name in names for stem in cues.entries(name, line.language))
    done = line.lows[modal + 2].startswith(stems)
    return done and _doer(line, list(line.toks[modal + 2 :])) is not None


def _done(line: Line, at: int) -> list[Tok]:
    """The verbs of “be checked and logged”, with what joins them."""
    lows, known = line.lows, line.known
    found = [at]
    while lows[found[-1] + 1 : found[-1] + 2] in (["and"], ["or"]):
        after = lows[found[-1] + 2 : found[-1] + 3]
        if not after or not lemma.is_participle(after[0], known):
            break
        found += [found[-1] + 1, found[-1] + 2]
    forms = [
        lows[place] if place in found[1::2] else lemma.verb(lows[place], known) for place in found
    ]
    return words(" ".join(forms))


def told(line: Line) -> Line:
    """“Bills are paid by the treasurer” as “the treasurer pays bills”."""
    lows = line.lows
    be = next((at for at, low in enumerate(lows) if low in ("is", "are")), 0)
    if not be or be + 2 >= len(lows) or not lemma.is_participle(lows[be + 1], line.known):
        return line
    verb = lemma.verb(lows[be + 1], line.known)
    what, rest = line.toks[:be], list(line.toks[be + 2 :])
    doer = _doer(line, rest)
    if not lemma.is_base(verb, line.known) or not doer or not _plain(line, what, rest):
        return line
    who = [_nominative(tok) for tok in rest[doer[0] + 1 : doer[1]]]
    if _reaches(line, who) or who[-1].low in _EITHER_NUMBER:
        return line
    rest = rest[: doer[0]] + rest[doer[1] :]
    many = who[-1].low.endswith("s") or who[-1].low in ("we", "you", "they", "people")
    form = verb if many else third(verb)
    return line.having([*(tok._replace(gap="") for tok in who), Tok(form, form), *what, *rest])


# Take a verb in the singular or the plural.
_EITHER_NUMBER = frozenset({"staff", "management", "crew"})


def _plain(line: Line, what: tuple[Tok, ...], rest: list[Tok]) -> bool:
    """Whether the thing done is one noun phrase that points nowhere, and no other verb follows."""
    lows = [tok.low for tok in what]
    if not lows or any(tok.gap for tok in what) or any(tok.gap for tok in rest[:-1]):
        return False
    if lows[1:2] and lows[1] in ("that", "which", "who") and _doer(line, rest) == (0, len(rest)):
        return {"whose", "what", "only", "even"}.isdisjoint(lows)  # “posts that insult others”
    if (
        not cues.entries("pointing-objects", line.language).isdisjoint(lows)
        or lows[0] in line.known.prepositions
    ):
        return False
    inside = {"that", "which", "whose", "what", "and", "or", "to", "only", "even"}
    if not inside.isdisjoint(lows) or {"only", "even", "also"} & {t.low for t in rest}:
        return False
    return not embeds(["be", *(tok.low for tok in rest)], line.language)


def _doer(line: Line, rest: list[Tok]) -> tuple[int, int] | None:
    """Where “by” and a person stand, and the word behind them."""
    for at, tok in enumerate(rest):
        if tok.low != "by" or at + 1 == len(rest):
            continue
        last = at + 1
        while last < len(rest) and rest[last].low not in OFTEN and _names(line, rest[last].low):
            last += 1
        head = lemma.noun(rest[last - 1].low, line.known)
        persons = line.known.people | {"you", "us", "staff"}
        if rest[at + 1].low in ("the", "our", "your") and not _timed(head, line.language):
            persons |= {head}
        after = [one.low for one in rest[last : last + 3]]
        closed = not after or after[0] in TIMES | OFTEN  # not “the manager on duty”
        closed = closed or after in _ANY_TIME
        if closed and last > at + 1 and {head, rest[last - 1].low} & persons:
            return at, last
    return None


_ANY_TIME = (["at", "any", "time"], ["at", "all", "times"])


def _timed(low: str, language: str) -> bool:
    """Whether a word is a time: “by the evening” names nobody who does it."""
    units = cues.openings("time-unit", "en") | cues.openings("time-phrase", "en")
    return low in units or low in cues.entries("moments", language)


def _names(line: Line, low: str) -> bool:
    known = line.known
    if low in known.coordinators or low in known.subordinators or lemma.is_adverb(low, known):
        return False
    return low not in known.prepositions and low not in known.auxiliaries


def _ordered(
    line: Line, modal: int, be: int, verbs: list[Tok], what: tuple[Tok, ...], rest: list[Tok]
) -> Line:
    """“Calls must be logged” as “log calls”: nobody is named in either."""
    lows = line.lows
    if lows[modal] not in _FORCED or "by" in [tok.low for tok in rest]:
        return line
    if lows[be + 1] in cues.entries("states", line.language):
        return line  # “staff must be prepared”
    before = {"": "", "not": "do not", "never": "do not", "always": "always"}
    opening = before.get(" ".join(lows[modal + 1 : be]))
    if opening is None:
        return line
    return line.having([*words(opening), *verbs, *what, *rest])


def _nominative(tok: Tok) -> Tok:
    low = _AS_SUBJECT.get(tok.low, tok.low)
    return Tok(tok.text if low == tok.low else low, low)


def _reaches(line: Line, part: list[Tok] | tuple[Tok, ...]) -> set[str]:
    """The words that say how many are meant."""
    listed = cues.entries("how-many", line.language)
    figures = {tok.low for tok in part if cues.figure(tok.low, line.language) is not None}
    return figures | {tok.low for tok in part if tok.low in listed}


def tolerated(line: Line) -> Line:
    """“Insults will not be tolerated” as “we will not tolerate insults”: whoever gives the code."""
    lows = line.lows
    end = next((at for at in range(1, len(lows) - 3) if lows[at : at + 4] == _REFUSED), 0)
    plain = not any(tok.gap for tok in line.toks[:-1]) and "by" not in lows
    if not end or not plain or not _plain(line, line.toks[:end], list(line.toks[end + 4 :])):
        return line
    return line.having([*words("we will not tolerate"), *line.toks[:end], *line.toks[end + 4 :]])


_REFUSED = ["will", "not", "be", "tolerated"]


def forbidden(line: Line) -> Line:
    """“It is forbidden to smoke”, “smoking is forbidden”, as “do not smoke”."""
    lows = line.lows
    banned = ("forbidden", "prohibited", "banned")
    if lows[:2] == ["it", "is"] and len(lows) > 4:
        size = 3 if lows[2] in banned else 4 if lows[2:4] in _DENIED else 0
        if size and lows[size] == "to" and lemma.is_base(lows[size + 1], line.known):
            return line.having([*words("do not"), *line.toks[size + 1 :]])
    if lows[0] == "to" and len(lows) > 3:
        closed = lows[-2:] in (["is", "forbidden"], ["is", "prohibited"], ["is", "banned"])
        if closed and not any(tok.gap for tok in line.toks[:-1]):
            return line.having([*words("do not"), *line.toks[1:-2]])
    ends = len(lows) - 2 if lows[-1:] and lows[-1] in banned else len(lows) - 3
    closed = lows[ends:] in (["is", "forbidden"], ["is", "prohibited"], ["is", "banned"])
    closed = closed or (lows[ends : ends + 1] == ["is"] and lows[ends + 1 :] in _DENIED)
    if ends > 0 and closed and lows[0].endswith("ing") and len(lows[0]) > 5:
        verb = lemma.verb(lows[0], line.known)
        if not any(tok.gap for tok in line.toks[:-1]):
            return line.having([*words("do not"), Tok(verb, verb), *line.toks[1:ends]])
    return line


def refrained(line: Line) -> Line:
    """“Refrain from shouting” as “do not shout”; of several things only one has the form."""
    lows, found = line.lows, line.directive
    at = next((at for at in range(len(lows) - 2) if lows[at : at + 2] == ["refrain", "from"]), None)
    if (
        at is None
        or not found
        or not found.negated
        or not lemma.is_gerund(lows[at + 2], line.known)
    ):
        return line
    modal = lows[at - 1] if at else ""
    verb = lemma.verb(lows[at + 2], line.known)
    if (at and modal not in _MODALS) or any(
        lemma.is_gerund(low, line.known) for low in lows[at + 3 :]
    ):
        return line
    put = [*words("not" if at else "do not"), Tok(verb, verb, line.toks[at + 2].gap)]
    return line.having([*line.toks[:at], *put, *line.toks[at + 3 :]])


def unfailing(line: Line) -> Line:
    """“Never fail to greet guests” as “always greet guests”, “do not fail to” as the order."""
    lows, found = line.lows, line.directive
    at = next((at for at in range(1, len(lows) - 2) if lows[at : at + 2] == ["fail", "to"]), 0)
    if not at or not found or not found.negated or not lemma.is_base(lows[at + 2], line.known):
        return line
    start = at - 2 if lows[at - 2 : at] == ["do", "not"] else at - 1
    if lows[at - 1] not in ("not", "never") or (start and lows[start - 1] not in _MODALS):
        return line
    put = words("always") if lows[at - 1] == "never" else []
    return line.having([*line.toks[:start], *put, *line.toks[at + 2 :]])


_DENIED = (["not", "allowed"], ["not", "permitted"])


def denied(line: Line) -> Line:
    """“No dogs are allowed” as “dogs are not allowed”."""
    lows = line.lows
    if lows[0] != "no" or any(tok.gap for tok in line.toks[:-1]):
        return line
    for at in range(2, min(len(lows) - 1, 6)):
        if lows[at] in ("is", "are") and lows[at + 1] in ("allowed", "permitted", "tolerated"):
            inside = {"and", "or", "that", "who", "which", "but"} & set(lows[1:at])
            counted = lows[1] in line.known.determiners or lows[1] in ("one", "longer")
            if inside or counted or embeds(["be", *lows[at + 2 :]], line.language):
                return line
            return line.having([*line.toks[1 : at + 1], Tok("not", "not"), *line.toks[at + 1 :]])
    return line


def limited(line: Line) -> Line:
    """“Take no more than two” as “do not take more than two”."""
    lows = line.lows
    found = line.side.reading.directives
    first = bool(found) and found[0].start == 0 and found[0].form == "imperative"
    if not first or found[0].negated or lows[1:4] != _LIMIT:
        return line
    return line.having([*words("do not"), line.toks[0], *line.toks[2:]])


_LIMIT = ["no", "more", "than"]
