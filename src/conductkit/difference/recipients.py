"""Whom a ban keeps something from, and for whom a code holds: “with anyone”, “outside the office”.

All of them are more than those whom other words name.
"""

from conductkit.axis import Duty, Shift
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.narrowing import holds
from conductkit.language import Word
from conductkit.language.lexicon import lexicon, primary

_LONGEST = 6  # words that name others


def fewer(old: Duty, new: Duty) -> Shift | None:
    """What it does that all are named on one side, and some of them on the other."""
    if not (old.ban and new.ban) and not (holds(old) and holds(new)):
        return None
    runs = _run(old), _run(new)
    if not all(runs):
        return None
    every = [_every(duty, run) for duty, run in zip((old, new), runs, strict=True)]
    if every[0] == every[1]:
        return None
    spans = [(run[0].start, run[-1].end) for run in runs]
    return Shift(spans[0], spans[1], "weaker" if every[0] else "stronger", sure=False)


def _run(duty: Duty) -> list[Word]:
    """The open words of a duty, where they stand together behind its verb and name somebody."""
    run = [word for word in duty.words if word.start in duty.open]
    if not run or len(run) > _LONGEST or run[0].start < duty.directive.modal.end:
        return []
    first = duty.words.index(run[0])
    together = duty.words[first : first + len(run)] == tuple(run)
    names = ("negation", "joints", "exception", "condition", "list-blocks")
    other = frozenset().union(*(cues.entries(name, duty.language) for name in names))
    plain = lexicon(primary(duty.language)).prepositions
    lows = {bare(word) for word in run} - plain
    return run if first and together and lows and lows.isdisjoint(other) else []


def _every(duty: Duty, run: list[Word]) -> bool:
    """Whether words say “with anyone”: all, and no more of them."""
    plain = lexicon(primary(duty.language)).prepositions
    lows = [bare(word) for word in run if bare(word) not in plain]
    return len(lows) == 1 and lows[0] in cues.entries("whoever", duty.language)
