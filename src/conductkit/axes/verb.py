"""How much the verb asks for: guarantee, ensure, help ensure; resolve, answer, acknowledge."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, direction, presence, spans
from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.difference.qualities import quality
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary


@define(rank=140)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    if old.force != "duty" or new.force != "duty":
        return
    found = changed_cues(old, new, "manner")
    manner = _done(old, found[0]), _done(new, found[1])
    if (manner[0] and not new.open) or (manner[1] and not old.open):
        sides = spans(manner[0]), spans(manner[1])
        for shift in presence(sides[0], sides[1], added="stronger", removed="weaker"):
            yield shift._replace(sure=False)
    if well := quality(new, old):
        yield Shift(None, well, "stronger", sure=False)
    elif well := quality(old, new):
        yield Shift(well, None, "weaker", sure=False)
    before, after = changed_cues(old, new, "verb-softener")
    before, after = _before_verbs(old, before, new), _before_verbs(new, after, old)
    if len(before) != len(after):
        yield from presence(spans(before), spans(after), added="weaker", removed="stronger")
        return
    verbs = old.directive.verb, new.directive.verb
    for ladder in cues.ladders("verb-ladder", old.language):
        if verbs[0] != verbs[1] and verbs[0] in ladder and verbs[1] in ladder:
            places = old.verb_span, new.verb_span
            if places[0] and places[1] and old.changed(places[0]) and new.changed(places[1]):
                steps = -ladder.index(verbs[0]), -ladder.index(verbs[1])
                yield Shift(*places, direction(*steps))
                return


def _done(duty: Duty, manner: list[Cue]) -> list[Cue]:
    """Those that say how the duty is done, not how somebody else did a thing: “complaints made in
    good faith”."""
    known = lexicon(primary(duty.language))
    found = []
    for cue in manner:
        before = [cues.bare(word) for word in duty.words if word.start < cue.start][-1:]
        verb = duty.verb_span
        own = verb and any(word.start == verb[0] for word in duty.words if word.end <= cue.start
                           and cues.bare(word) in before)  # fmt: skip
        if own or not any(lemma.is_participle(low, known) for low in before):
            found.append(cue)
    return found


def _before_verbs(duty: Duty, softeners: list[Cue], other: Duty) -> list[Cue]:
    """Those words such as “help” that stand right before a verb in its base form, or before the
    other side's in another: “work towards resolving”."""
    known = lexicon(primary(duty.language))
    words = duty.words
    bases = cues.entries("verbs", duty.language) | cues.entries("verbs-or-nouns", duty.language)
    found = []
    for cue in softeners:
        after = next((word for word in words if word.start >= cue.end), None)
        verb = lemma.verb(cues.bare(after), known) if after else ""
        if after and (cues.bare(after) in bases or verb == other.directive.verb):
            found.append(cue)
    return found
