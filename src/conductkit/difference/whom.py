"""Who is meant more closely, and as whom they speak: “speakers at our events”, “as members, we”."""

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary


def closer(old: frozenset[str], new: frozenset[str], language: str) -> str:
    """Whether one side describes more closely whom it means: “speakers at our events” are fewer."""
    if len(old) != 1 or len(new) != 1:
        return "unknown"
    short, long = sorted((*old, *new), key=len)
    more = long.removeprefix(f"{short} ").split()
    stress = cues.entries("stress", language) | cues.entries("negation", language)
    if not long.startswith(f"{short} ") or not stress.isdisjoint(more):
        return "unknown"
    return "weaker" if long in new else "stronger"


def described(name: str, language: str) -> bool:
    """Whether words say more of somebody rather than name them: “in arrears”, “who live here”."""
    known, first = lexicon(primary(language)), name.split()[:1]
    opens = known.prepositions | cues.entries("relatives", language)
    return any(low in opens or lemma.is_participle(low, known) for low in first)


def qualified(duty: Duty, span: Span | None) -> bool:
    """Whether words tell who of them: “members who have paid and signed” are fewer, not more."""
    opening = cues.entries("relatives", duty.language)
    return bool(span) and any(bare(word) in opening for word in duty.within(span or (0, 0)))


def speaking(old: Duty, new: Duty) -> str:
    """“As contributors and maintainers, we …”: whether more speak, or fewer; empty elsewhere."""
    sides = [_as_whom(duty) for duty in (old, new)]
    if not all(sides) or sides[0] == sides[1]:
        return ""
    return "stronger" if sides[0] < sides[1] else "weaker" if sides[1] < sides[0] else ""


def _as_whom(duty: Duty) -> frozenset[str]:
    """Those as whom “we” speak, before the verb of a duty."""
    lows = [bare(word) for word in duty.words if word.start < duty.directive.modal.start]
    if "as" not in lows or "we" not in lows:
        return frozenset()
    people = cues.entries("roles", duty.language) | cues.entries("speakers", duty.language)
    return frozenset(low for low in lows[lows.index("as") :] if low in people)
