"""Who is bound: all staff, managers, employees and contractors. More people bind more."""

from collections.abc import Iterator
from itertools import pairwise

from conductkit.axis import Duty, Shift, Span, define
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.only import alone
from conductkit.difference.whom import closer, described, qualified, speaking
from conductkit.language import Word, lemma
from conductkit.language.lexicon import lexicon, primary


@define(rank=100, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    if shift := alone(old, new):
        yield shift
        return
    if old.directive.passive or new.directive.passive:
        return
    spans = _subject(old), _subject(new)
    if not any(span and duty.changed(span) for span, duty in zip(spans, (old, new), strict=True)):
        return
    rows = [
        [bare(word) for word in duty.within(span)] if span else []
        for duty, span in zip((old, new), spans, strict=True)
    ]
    if rows[0] == rows[1]:
        yield Shift(*spans, "neutral")  # the same ones, in another place of the sentence
        return
    names = list(_named(old, new, spans))
    addressed = cues.entries("addressed", old.language)
    if all(group <= addressed for group in names):
        yield Shift(*spans, "neutral")  # “you must greet” and “greet”
        return
    told = any(qualified(duty, span) for duty, span in zip((old, new), spans, strict=True))
    effect = "unknown" if told else _effect(names[0], names[1], old.language)
    rest = [
        [bare(word) for word in duty.words if span and not span[0] <= word.start < span[1]]
        for duty, span in zip((old, new), spans, strict=True)
    ]
    if effect == "unknown" and (spoken := speaking(old, new)):
        yield Shift(*spans, spoken, sure=False)
        return
    if effect != "unknown" or rest[0] != rest[1]:
        decides = cues.entries("deciding", old.language)
        yield Shift(*spans, effect, sure=old.directive.verb not in decides)
        return
    effect = closer(names[0], names[1], old.language)
    yield Shift(*spans, effect, sure=effect == "unknown")


def _effect(old: frozenset[str], new: frozenset[str], language: str) -> str:
    if not old or not new:
        return "unknown"
    every = cues.entries("all-parties", language)
    widest = bool(old & every), bool(new & every)
    if widest[0] != widest[1]:
        return "stronger" if widest[1] else "weaker"
    if any(described(name, language) for name in old ^ new):
        return "unknown"  # “members over 18 and in good standing” are fewer
    if old < new or new < old:
        return "stronger" if old < new else "weaker"
    if len(old) == len(new) == 1:
        one, two = next(iter(old)), next(iter(new))
        if "only" in f"{one} {two}".split():
            return "unknown"
        if two.endswith(f" {one}") or one.endswith(f" {two}"):  # “senior employees” are fewer
            return "weaker" if len(one) < len(two) else "stronger"
    return "unknown"


def _subject(duty: Duty) -> Span | None:
    """The words before the modal that name who is bound, fronted clauses left out."""
    directive = duty.directive
    if not directive.subject or not directive.modal.cue:
        return None
    fronted = (*directive.conditions, *directive.exceptions, *directive.concessions)
    first = max((part.end for part in fronted if part.end <= directive.modal.start), default=0)
    words = [word for word in duty.words if first <= word.start < directive.modal.start]
    words = _unfronted(duty, words)
    told = cues.entries("modal-words", duty.language)
    if any(bare(word) in told for word in words):
        return None  # “Sheds may stand here, and you may …” names nobody with all its words
    return (words[0].start, words[-1].end) if words else None


def _unfronted(duty: Duty, words: list[Word]) -> list[Word]:
    """The words without a time or place before them: “once per month, the team must”."""
    fronts = cues.entries("fronts", duty.language) | cues.scale("times", duty.language).keys()
    fronts |= lexicon(primary(duty.language)).prepositions
    opens = words and lemma.is_adverb(bare(words[0]), lexicon(primary(duty.language)))
    if words and (opens or bare(words[0]) in fronts):
        for at, (one, two) in enumerate(pairwise(words)):
            if "," in duty.reading.text[one.end : two.start]:
                return words[at + 1 :]
    return words


def _named(
    old: Duty, new: Duty, spans: tuple[Span | None, Span | None]
) -> Iterator[frozenset[str]]:
    """Whom the subjects name; what both say of all of them is left out: “staff and guests asked to
    leave”."""
    rows = [duty.within(span) if span else [] for duty, span in ((old, spans[0]), (new, spans[1]))]
    size = 0
    for one, two in zip(reversed(rows[0]), reversed(rows[1]), strict=False):
        if bare(one) != bare(two):
            break
        size += 1
    while size and not _tells_more(rows[0][-size], old):
        size -= 1
    for duty, span, row in zip((old, new), spans, rows, strict=True):
        cut = span and (span[0], row[-size].start) if size and size < len(row) else span
        yield _names(duty, cut)


def _tells_more(word: Word, duty: Duty) -> bool:
    """Whether a word begins what is said of a person: “asked to”, “who”, “on duty”."""
    known = lexicon(primary(duty.language))
    opens = known.prepositions | cues.entries("relatives", duty.language)
    return bare(word) in opens or lemma.is_participle(bare(word), known)


def _names(duty: Duty, span: Span | None) -> frozenset[str]:
    """Those whom a subject names, one by one, without articles."""
    if span is None:
        return frozenset()
    # “All users” are no fewer than “users”.
    plain = cues.entries("articles", duty.language) | cues.entries("universal", duty.language)
    joints = cues.entries("joints", duty.language)
    every = cues.entries("all-parties", duty.language)
    items: list[list[str]] = [[]]
    last = span[0]
    for word in duty.within(span):
        if "," in duty.reading.text[last : word.start] or bare(word) in joints:
            items.append([])
        if bare(word) not in joints:
            items[-1].append(bare(word))
        last = word.end
    found = set()
    for item in items:
        whole = " ".join(item)
        found.add(whole if whole in every else " ".join(w for w in item if w not in plain))
    return frozenset(found - {""})
