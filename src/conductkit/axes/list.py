"""What a list names: an item less of “A, B and C” narrows the duty, one more widens it.

Items joined by “or” are read under a ban, and after “regardless of”, where each counts.
"""

from collections.abc import Iterator
from dataclasses import replace

from conductkit.axis import Duty, Shift, Span, define
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.freedoms import heard, threatens
from conductkit.language import Word, lemma
from conductkit.language.lexicon import lexicon, primary


@define(rank=130, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = _runs(old), _runs(new)
    if before and after:
        yield from _subset(old, new)
        # Else items exchanged: which matters more cannot be told, but for a further thing beside.
        before = [run for run in before if old.presumed and _is_whole(old, run)]
        after = [run for run in after if new.presumed and _is_whole(new, run)]
        if before and after:
            return
    for run in before:
        if _is_item(old, run):
            yield Shift(_span(run), None, "weaker", _sure(old, run))
    for run in after:
        if _is_item(new, run):
            yield Shift(None, _span(run), "stronger", _sure(new, run))


_WHOLE = 4  # words of a further thing that is done
_PLACED = frozenset({"in"})


def _sure(duty: Duty, run: list[Word]) -> bool:
    """Whether an item has its direction for sure: who may be told instead lets another off."""
    chosen = not (duty.ban or duty.free or duty.directive.concessions)
    return not (chosen and _joint(duty, run) == "or")


def _subset(old: Duty, new: Duty) -> Iterator[Shift]:
    """Items of a list that only the longer of two lists has: “A, B and C”, “A and C”."""
    old, new = _behind(old, new)
    lists = _tailless(old, new)
    if not all(lists) or _joints(old) != _joints(new):
        return
    if not (_joints(old) == "and" or all(map(_counts_each, (old, new)))):
        return
    short, long = sorted(lists, key=len)
    left = iter(item for item, _ in long)
    if len(short) == len(long) or not all(item in left for item, _ in short):
        return
    if short[0][0] != long[0][0]:
        return
    kept = {item for item, _ in short}
    spans = [span for item, span in long if item not in kept]
    for span in spans:
        yield Shift(span, None, "weaker") if long is lists[0] else Shift(None, span, "stronger")
    whole = [(items[0][1][0], items[-1][1][1]) for items in lists]
    yield Shift(whole[0], whole[1], "neutral")


def _behind(old: Duty, new: Duty) -> tuple[Duty, Duty]:
    """Two bans from their modals on, where all that changed stands behind these."""
    starts = [_ban_end(duty) for duty in (old, new)]
    sides = list(zip((old, new), starts, strict=True))
    if not all(duty.ban and start <= min(duty.open, default=start) for duty, start in sides):
        return old, new
    one, two = (
        replace(duty, words=tuple(word for word in duty.words if word.start >= start))
        for duty, start in sides
    )
    return one, two


def _ban_end(duty: Duty) -> int:
    """Where the words end that forbid something: a modal, or “not accepted”."""
    hits = [] if duty.directive.modal.cue else duty.cues("unaccepted")
    return hits[0].end if hits else duty.directive.modal.end


def _tailless(old: Duty, new: Duty) -> tuple[list[tuple[str, Span]], list[tuple[str, Span]]]:
    """The items without what both sides say behind the last one: “A, B and C for all”."""
    tail = _tail(old, new)
    sides = _items(old, tail), _items(new, tail)
    if not all(sides):
        return sides
    ends = [items[-1][0].split() for items in sides]
    size = 0
    while size < min(map(len, ends)) - 1 and ends[0][-size - 1] == ends[1][-size - 1]:
        size += 1
    for duty, items, words in zip((old, new), sides, ends, strict=True):
        start = items[-1][1][0]
        text = duty.quote(items[-1][1]).rsplit(maxsplit=size)[0] if size else ""
        end = start + len(text) if text else items[-1][1][1]
        items[-1] = " ".join(words[: len(words) - size]), (start, end)
    return sides


def _tail(old: Duty, new: Duty) -> int:
    """How many words both sides have behind their lists: “in front of guests”."""
    blocked = (
        cues.entries("list-blocks", old.language) | lexicon(primary(old.language)).prepositions
    )
    found = 0
    ends = zip(reversed(old.words), reversed(new.words), strict=False)
    for size, (one, two) in enumerate(ends, 1):
        if bare(one) != bare(two) or one.start in old.open or two.start in new.open:
            break
        found = size if bare(one) in blocked else found
    return found


def _joints(duty: Duty) -> str:
    """What joins the items of the one list of a duty: "and", "or", "" for both or none."""
    joints = cues.entries("joints", duty.language)
    alternatives = cues.entries("alternatives", duty.language)
    found = {bare(word) in alternatives for word in duty.words if bare(word) in joints}
    return "" if len(found) != 1 else "or" if found.pop() else "and"


def _items(duty: Duty, tail: int) -> list[tuple[str, Span]]:
    """The stretches between commas and joints, so many words behind them left out; empty where one
    is more than an item."""
    joints = cues.entries("joints", duty.language)
    blocked = cues.entries("list-blocks", duty.language)
    items: list[list[Word]] = [[]]
    words = duty.words
    last = words[0].start if words else 0
    for word in words[: len(words) - tail]:
        gap = duty.reading.text[last : word.start]
        if ";" in gap:
            return []
        if bare(word) in joints or "," in gap or ":" in gap:
            items.append([])
        opens = not items[-1] or len(items) == 1  # “in person, in writing or by phone”
        if bare(word) in blocked and not (opens and bare(word) in _PLACED):
            return []
        if bare(word) not in joints:
            items[-1].append(word)
        last = word.end
    return [(" ".join(bare(word) for word in item), _span(item)) for item in items if item]


def _runs(duty: Duty) -> list[list[Word]]:
    """The stretches of open words."""
    runs: list[list[Word]] = []
    last = -2
    for at, word in enumerate(duty.words):
        if word.start in duty.open:
            if at == last + 1:
                runs[-1].append(word)
            else:
                runs.append([word])
            last = at
    return runs


def _span(run: list[Word]) -> Span:
    return run[0].start, run[-1].end


def _is_item(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch is an item, or some, of a list that goes on before or behind it."""
    text, language = duty.reading.text, duty.language
    if duty.presumed and _further(duty, run):
        return True
    blocked = cues.entries("list-blocks", language) | cues.entries("negation", language)
    joints = cues.entries("joints", language)
    if duty.ban and bare(run[0]) in cues.entries("alternatives", language):
        blocked -= _PLACED  # “who works here or takes part in a trial”
    if any(bare(word) in blocked for word in run) or all(bare(word) in joints for word in run):
        return False
    if _aside(duty, run) or _manner(duty, run):
        return False
    joint = _joint(duty, run)
    edge = _edge(text, run, language) and not _describes(duty, run)
    if not edge or not joint or (joint == "and" and _tells_who(duty, run)):
        return False
    return joint == "and" or _counts_each(duty) or duty.directive.concessions != ()


def _aside(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch says how the one thing is done: “, keeping it simple and quick”."""
    known = lexicon(primary(duty.language))
    if not lemma.is_gerund(bare(run[0]), known):
        return False
    return not any(lemma.is_gerund(bare(word), known) for word in duty.words if word not in run)


def _manner(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch is one adverb: how it is done, “(voluntarily)”."""
    return len(run) == 1 and lemma.is_adverb(bare(run[0]), lexicon(primary(duty.language)))


def _tells_who(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch is one thing more that is true of somebody: “who live and work”."""
    opening = cues.entries("relatives", duty.language)
    words = lexicon(primary(duty.language))
    joints = cues.entries("joints", duty.language)
    modal = duty.directive.modal
    first = modal.end if modal.cue and modal.end <= run[0].start else 0  # “who pay must sign and …”
    inside = any(bare(word) in opening for word in duty.words if first <= word.start < run[0].start)
    verb = next((bare(word) for word in run if bare(word) not in joints), "")
    first_two = [bare(word) for word in run if bare(word) not in joints][:2]
    if not opening.isdisjoint(first_two) and "whoever" not in first_two:
        return True  # “and whom the board approves”
    known = lemma.is_finite(verb, words) or lemma.is_participle(verb, words)
    return inside and (known or lemma.is_base(verb, words))


def _counts_each(duty: Duty) -> bool:
    """Whether each item that “or” joins counts: what is banned, what one is free to do, whom one
    may turn to, what may follow a breach; not whose consent one needs."""
    if duty.ban or duty.free or threatens(duty) or heard(duty):
        return True
    turns = cues.entries("contact-verbs", duty.language) - cues.entries("asking", duty.language)
    return duty.directive.verb in turns and duty.lows.isdisjoint(
        cues.entries("consents", duty.language)
    )


def _further(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch is a further thing that is said: done (“and gives its reasons in writing”),
    or, where a sentence says where a code holds, covered (“and in public spaces”)."""
    lows = [bare(word) for word in run]
    joints = cues.entries("joints", duty.language)
    if not {lows[0], lows[-1]} & (joints - cues.entries("alternatives", duty.language)):
        return False
    limits = cues.entries("scope-limits", duty.language) | cues.entries("negation", duty.language)
    if not limits.isdisjoint(lows):
        return False
    verbs = [low for low in lows if low not in joints][:1]
    scope = not duty.lows.isdisjoint(cues.entries("scope-verbs", duty.language))
    words = lexicon(primary(duty.language))
    asked = bool(duty.directive.modal.cue)  # “must tell them, and explain when …”
    return scope or any(
        lemma.is_finite(verb, words) or (asked and lemma.is_base(verb, words)) for verb in verbs
    )


def _is_whole(duty: Duty, run: list[Word]) -> bool:
    """Whether a further thing is long enough to be one beside other changes."""
    return len(run) >= _WHOLE and _further(duty, run)


def _edge(text: str, run: list[Word], language: str) -> bool:
    """Whether a comma or a coordinator parts the stretch from the rest of its list."""
    joints = cues.entries("joints", language)
    if bare(run[0]) in joints or bare(run[-1]) in joints:
        return True
    before = text[: run[0].start].rstrip()
    after = text[run[-1].end :].lstrip()
    return before.endswith(",") or after.startswith(",")


def _describes(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch only tells more of the item that it opens: “notes, | private | letters”."""
    text = duty.reading.text
    behind = next((word for word in duty.words if word.start > run[-1].start), None)
    if behind is None or not text[: run[0].start].rstrip().endswith(","):
        return False
    ends = cues.entries("joints", duty.language) | lexicon(primary(duty.language)).prepositions
    joined = not ends.isdisjoint((bare(behind), bare(run[0]), bare(run[-1])))
    return not joined and not text[run[-1].end : behind.start].strip()


def _joint(duty: Duty, run: list[Word]) -> str:
    """The coordinator of the list: in the stretch, else the nearest behind it or before it."""
    joints = cues.entries("joints", duty.language)
    alternatives = cues.entries("alternatives", duty.language)
    inside = [word for word in run if bare(word) in joints]
    behind = [word for word in duty.words if word.start > run[-1].start and bare(word) in joints]
    before = [word for word in duty.words if word.start < run[0].start and bare(word) in joints]
    nearest = inside[:1] or behind[:1] or before[-1:]
    if not nearest:
        return ""
    return "or" if bare(nearest[0]) in alternatives else "and"
