"""Who alone may do something: “Only drivers who have a licence may use the van.”

What is kept to some is forbidden to all others: whoever else may do it too makes that weaker.
"""

from conductkit.axis import Duty, Shift, Span, direction
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.whom import closer
from conductkit.language import Word

_TURNED = {"weaker": "stronger", "stronger": "weaker"}


def alone(old: Duty, new: Duty) -> Shift | None:
    """What it does that more or fewer may do something alone; None where something else changed."""
    before, after = _subject(old), _subject(new)
    if not before or not after or _rest(old, before) != _rest(new, after):
        return None
    kept = bare(before[0]) == "only", bare(after[0]) == "only"
    placed = ["only" in (bare(word) for word in words) for words in (before, after)]
    if (
        not any(kept)
        or all(placed) != all(kept)
        or [w.low for w in before] == [w.low for w in after]
    ):
        return None
    names = _names(old, before[kept[0] :]), _names(new, after[kept[1] :])
    if all(kept) and (set(names[0]) < set(names[1]) or set(names[1]) < set(names[0])):
        effect = direction(len(names[0]), len(names[1]), more="weaker")
    elif (
        all(kept)
        and (fewer := closer(frozenset(names[0]), frozenset(names[1]), old.language)) in _TURNED
    ):
        effect = _TURNED[fewer]
    elif not all(kept) and names[0][0].split()[:1] == names[1][0].split()[:1]:
        effect = "weaker" if kept[0] else "stronger"
    else:
        return None
    return Shift(_span(before), _span(after), effect, sure=False, read=True)


def _subject(duty: Duty) -> list[Word]:
    """The words before the “may” of a permission."""
    modal = duty.directive.modal
    if not duty.free and modal.cue not in cues.entries("possible-to-follow", duty.language):
        return []
    found = [word for word in duty.words if word.start < modal.start]
    return found if len(found) > 1 or (found and bare(found[0]) != "only") else []


def _rest(duty: Duty, subject: list[Word]) -> list[str]:
    return [bare(word) for word in duty.words if word.start > subject[-1].start]


def _names(duty: Duty, words: list[Word]) -> list[str]:
    """Those named, one by one, without articles."""
    joints = cues.entries("joints", duty.language)
    plain = cues.entries("articles", duty.language)
    items: list[list[str]] = [[]]
    last = words[0].start
    for word in words:
        if bare(word) in joints or "," in duty.reading.text[last : word.start]:
            items.append([])
        if bare(word) not in joints | plain:
            items[-1].append(bare(word))
        last = word.end
    return [" ".join(item) for item in items if item] or [""]


def _span(words: list[Word]) -> Span:
    return words[0].start, words[-1].end
