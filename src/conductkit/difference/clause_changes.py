"""A condition, exception or concession that both sides have, in other words."""

from conductkit.axis import Duty
from conductkit.change import mirror
from conductkit.difference import cues
from conductkit.difference.clause_places import Found
from conductkit.difference.cues import bare
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import blocks

_FIRST = 2  # words of a first item: “when | tired, | drunk or ill”


def changed(old: Duty, new: Duty, one: Found, two: Found, added: str, qualifiers: str) -> str:
    """One clause whose words changed: what was taken out and put in, if only one of the two."""
    if old.changed(one.cue) or new.changed(two.cue):
        return "unknown"
    out, into = _said(old, one), _said(new, two)
    if bool(out) == bool(into):
        return "unknown"
    words, effect = (into, added) if into else (out, mirror(added))
    harder = cues.entries(qualifiers, old.language) if qualifiers else frozenset()
    if harder and (all(word in harder for word in words) or " ".join(words) in harder):
        return mirror(effect)
    narrower = cues.entries("restrictor", old.language)
    if added == "weaker" and narrower.issuperset(words) and not _denied(old, one):
        return mirror(effect) if qualifiers else effect  # “if a serious incident happens”
    joint = _joint(words, old.language) or _inner_joint(*((new, two) if into else (old, one)))
    if not joint:
        return "unknown"
    # “Unless A or B” lets off more, “if A or B” binds more; “if you cannot reach A or B” neither.
    if qualifiers == "" and _denied(old, one):
        return "unknown"
    wider = joint in cues.entries("alternatives", old.language)
    opens = qualifiers != "" or added == "stronger"
    if not wider and not opens and not _happens(words, old):
        # “when serving guests and staff” holds for each, “if the cook and the guest agree” for both
        known = lexicon(primary(old.language))
        acts = any(lemma.is_gerund(word, known) for word in words)
        each = _doing(old, one) and _doing(new, two) and not acts
        return mirror(effect) if each else "unknown"
    return effect if wider == opens or added == "stronger" else mirror(effect)


def _denied(duty: Duty, clause: Found) -> bool:
    negation = cues.entries("negation", duty.language)
    return any(bare(word) in negation for word in duty.within(clause.span))


def _joint(words: list[str], language: str) -> str:
    """The coordinator at an edge of the words that one side of a clause has besides."""
    joints = cues.entries("joints", language)
    return next((word for word in (words[0], words[-1]) if word in joints), "")


def _inner_joint(duty: Duty, clause: Found) -> str:
    """The “or” of a list in a clause of which an inner item is open: “A, B or C”."""
    words = duty.within(clause.span)
    found = {bare(word) for word in words} & cues.entries("joints", duty.language)
    places = [at for at, word in enumerate(words) if word.start in duty.open]
    if not found or not found <= cues.entries("alternatives", duty.language) or not places:
        return ""
    first, last = places[0], places[-1]
    whole = places == list(range(first, last + 1)) and first > 0 and last + 1 < len(words)
    text = duty.reading.text
    closed = whole and "," in text[words[last].end : words[last + 1].start]
    opens = whole and "," in text[words[first - 1].end : words[first].start]
    if not opens and not (closed and last - first < _FIRST):
        return ""
    return found.pop() if closed or bare(words[last + 1]) in found else ""


def _happens(words: list[str], duty: Duty) -> bool:
    """Whether words say that something happens, rather than name a further thing."""
    known = lexicon(primary(duty.language))
    verbs = known.verbs | known.auxiliaries
    return any(
        low in verbs or low in known.personal or lemma.is_finite(low, known) for low in words
    )


def _doing(duty: Duty, clause: Found) -> bool:
    """Whether a clause tells what one does at the time: “when serving …”."""
    words = duty.within((clause.cue[1], clause.span[1]))
    return bool(words) and lemma.is_gerund(bare(words[0]), lexicon(primary(duty.language)))


def _said(duty: Duty, clause: Found) -> list[str]:
    """The open words of a clause, those aside that say nothing beside others: “both A and B”."""
    found = [bare(word) for word in duty.within(clause.span) if word.start in duty.open]
    light = cues.entries("articles", duty.language) | cues.entries("paired", duty.language)
    return [word for word in found if word not in light]


def one_more(old: Duty, new: Duty, one: Found, two: Found) -> int:
    """1 where a clause whose words changed has an alternative more (“or the council”), -1 where it
    has one less, else 0."""
    sides = [[bare(word) for word in duty.within(c.span)] for duty, c in ((old, one), (new, two))]
    found = blocks(*sides)
    alternatives = cues.entries("alternatives", old.language)
    more = any(c < d and sides[1][c] in alternatives for _, _, c, d in found)
    less = any(a < b and sides[0][a] in alternatives for a, b, _, _ in found)
    return int(more) - int(less)
