"""What a change of scope does: where the code holds, said in its field or in a section's text."""

from collections import Counter

from conductkit.difference import cues
from conductkit.difference.editions import Editions
from conductkit.difference.likeness import LEAST, likeness
from conductkit.difference.passage import Passage, passage
from conductkit.difference.runs import Unit, runs, units
from conductkit.difference.wording import Verdict, judge
from conductkit.model import Code
from conductkit.redline import blocks


def scope(both: Editions, _key: str) -> Verdict:
    """The verdict on the field `scope`, never a sure one."""
    old, new = both.old.scope, both.new.scope
    verdict = judge(old, new, both.languages, both.sides, shared=both.shared)
    if verdict.effect != "neutral" and not (old and new):
        return Verdict(_moved(both), (), "low")
    if verdict.effect == "unknown":
        return Verdict(_widened(old, new, both), (), "low")
    return Verdict(verdict.effect, (), "low")


def _moved(both: Editions) -> str:
    """A scope that a section stated before, or states now, in almost the same words."""
    old, new = both.old.scope, both.new.scope
    before = old or _stated(both.old, units(passage(new, both.languages[1])))
    after = new or _stated(both.new, units(passage(old, both.languages[0])))
    if not before or not after:
        return _came(passage(old or new, both.languages[bool(new)]), added=bool(new))
    effect = judge(before, after, both.languages, both.sides).effect
    return effect if effect in ("stronger", "weaker") else "unknown"


def _came(side: Passage, *, added: bool) -> str:
    """A scope where there was none says that the code holds there; one that limits may take."""
    return "unknown" if _limits(side) else "stronger" if added else "weaker"


def _limits(side: Passage) -> bool:
    """Whether a text limits where a code holds, or does not say where."""
    lows = set(side.tokens)
    limits = cues.entries("scope-limits", side.language) | cues.entries("negation", side.language)
    return not lows.isdisjoint(limits) or lows.isdisjoint(
        cues.entries("scope-verbs", side.language)
    )


def _stated(code: Code, wanted: list[Unit]) -> str:
    """The sentences of a code's sections that say almost what the wanted ones do."""
    verbs = cues.entries("scope-verbs", code.language)
    found = [
        unit.text
        for section in code.sections
        for unit in units(passage(section.text, code.language))
        if not verbs.isdisjoint(unit.words)
        and any(likeness(Counter(unit.words), Counter(one.words)) >= LEAST for one in wanted)
    ]
    return " ".join(found)


def _widened(old: str, new: str, both: Editions) -> str:
    """A sentence put to a scope that says where the code holds too, and limits nothing."""
    if listed := _listed(passage(old, both.languages[0]), passage(new, both.languages[1])):
        return listed
    changed = runs(
        passage(old, both.languages[0]), passage(new, both.languages[1]), both.shared.settled
    )
    effects = set()
    for one, two in changed or ():
        if judge(one.text, two.text, both.languages).effect == "neutral":
            continue
        if one.words and two.words:
            return "unknown"
        side = one if one.words else two
        if _limits(side):
            return "unknown"
        effects.add("weaker" if one.words else "stronger")
    return effects.pop() if len(effects) == 1 else "unknown"


def _listed(old: Passage, new: Passage) -> str:
    """What it does that a list of places has an item more, or less; empty for other changes."""
    found = blocks(old.tokens, new.tokens)
    sides = {"weaker" if a < b else "stronger" for a, b, c, d in found if (a < b) != (c < d)}
    if len(sides) != 1 or any(a < b and c < d for a, b, c, d in found):
        return ""
    side = old if sides == {"weaker"} else new
    items = [(a, b) if side is old else (c, d) for a, b, c, d in found]
    limits = cues.entries("scope-limits", side.language) | cues.entries("negation", side.language)
    verbs = cues.entries("scope-verbs", side.language)
    verb = next((at for at, token in enumerate(side.tokens) if token in verbs), None)
    for first, last in items:
        words = side.tokens[first:last]
        before = side.text[: side.words[side.owners[first]].start].rstrip(" *_")
        begins = before.endswith("\n-") or side.gap(side.owners[first] - 1) in (",", ":", ".")
        if (
            verb is None
            or verb >= first
            or not begins
            or not (limits - {"other"}).isdisjoint(words)
        ):
            return ""
    return sides.pop()
