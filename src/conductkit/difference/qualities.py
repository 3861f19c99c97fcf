"""How well a thing must be done: “a thorough inquiry”, “clear reasons”."""

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import Cue, bare
from conductkit.language.lexicon import lexicon, primary


def quality(duty: Duty, other: Duty) -> Span | None:
    """The one word by which a duty asks for a thing done well, where the other side has nothing
    besides."""
    articles = cues.entries("articles", duty.language)
    if any(word.start in other.open and bare(word) not in articles for word in other.words):
        return None
    own = {word.start for word in duty.words if word.start in duty.open}
    for name in ("quality", "quality-of-one"):
        for cue in duty.cues(name):
            rest = own - {cue.start}
            light = all(bare(word) in articles for word in duty.words if word.start in rest)
            if cue.start in own and light and _of_object(duty, cue, one=name != "quality"):
                return cue.start, cue.end
    return None


def _of_object(duty: Duty, cue: Cue, *, one: bool) -> bool:
    """Whether a word stands before the noun of what is done; with `one` behind “a” only."""
    directive = duty.directive
    clauses = (*directive.conditions, *directive.exceptions, *directive.concessions)
    if any(clause.start <= cue.start < clause.end for clause in clauses):
        return False
    at = next(at for at, word in enumerate(duty.words) if word.start == cue.start)
    lows = [bare(word) for word in duty.words]
    verb = duty.verb_span
    if at == 0 or verb is None or cue.start < verb[1] or not _is_thing(duty, lows[at + 1 : at + 2]):
        return False
    return not one or lows[at - 1] in cues.entries("single", duty.language)


def _is_thing(duty: Duty, behind: list[str]) -> bool:
    """Whether a noun follows, of no person: “an independent manager” says who acts."""
    known = lexicon(primary(duty.language))
    nobody = known.people | cues.entries("roles", duty.language)
    joints = known.coordinators | known.prepositions | known.auxiliaries
    return bool(behind) and behind[0] not in nobody | joints
