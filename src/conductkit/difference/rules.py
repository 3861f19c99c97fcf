"""The changes of rules: what came, went, was reworded, moved, renamed or given other marks."""

from collections.abc import Iterator, Sequence

from conductkit.change import Change, Evidence
from conductkit.difference.arrivals import anchor, broken, lone
from conductkit.difference.defined import recast
from conductkit.difference.described import shows
from conductkit.difference.editions import Editions, at
from conductkit.difference.effects import axes
from conductkit.difference.entitled import in_one_shape
from conductkit.difference.headings import same_title, turns
from conductkit.difference.levels import level_change, words_level
from conductkit.difference.moves import LEANS, moved_rules, sections_moved
from conductkit.difference.reasons import judge_rule
from conductkit.difference.refusing import under
from conductkit.difference.wording import Verdict
from conductkit.language import level, read
from conductkit.model import Examples, Rule

_MARKS = ("values", "principles")
_FIELDS = ("title", "examples", "measures", "backed_by", "translates", "waive")


def rule_changes(both: Editions) -> Iterator[Change]:
    """Every change of a rule, in the order of the new edition; what went comes last."""
    moved = moved_rules(both)
    yield from sections_moved(both)
    for old, new in both.pairs.pairs:
        yield from _pair_changes(both, old, new)
        if new.id in moved:
            yield _moved_entry(both, old, new)
    for whole, parts in both.pairs.split:
        yield broken(both, (whole,), parts, "split")
    for parts, whole in both.pairs.merged:
        yield broken(both, parts, (whole,), "merged")
    for rule in both.pairs.added:
        yield lone(both, rule, added=True)
    for rule in both.pairs.removed:
        yield lone(both, rule, added=False)


def _entry(
    both: Editions, old: Rule, new: Rule, change: str, effect: str, before: str, after: str,
    evidence: Sequence[Evidence], *, confidence: str = "high", field: str = "",
    notes: Sequence[str] = (), extra: Sequence[str] = (),
) -> Change:  # fmt: skip
    return Change(
        both.new.id, "rule", change, effect, new.id, old.id,
        (*axes(evidence), *extra), both.new.bound(new), both.new.served(new), before, after,
        at(old), at(new), tuple(evidence), confidence, field, (), tuple(notes),
    )  # fmt: skip


def _moved_entry(both: Editions, old: Rule, new: Rule) -> Change:
    """A rule that stands elsewhere: where a heading may turn it, or a rule follows on another one
    now (“Then …”), a person must look."""
    turned = turns(both, old, new)
    if not (both.shaken or turned):
        return _entry(both, old, new, "moved", "neutral", "", "", ())
    titles = (both.old.section_of(old), both.new.section_of(new))
    before, after = (section.title or section.id if section else "" for section in titles)
    why = f"From under “{before}” to under “{after}”." if turned else LEANS
    return _entry(both, old, new, "moved", "unknown", "", "", (), confidence="low", notes=[why])


def _pair_changes(both: Editions, old: Rule, new: Rule) -> Iterator[Change]:
    if old.id != new.id:
        yield _entry(both, old, new, "renamed", "neutral", old.id, new.id, (),
                     notes=anchor(both, old))  # fmt: skip
    followed: tuple[Evidence, ...] = ()
    if old.text != new.text or old.why != new.why:
        sides = both.holders(old, new=False), both.holders(new, new=True)
        verdict = judge_rule(
            *in_one_shape(*under(both, old, new)), both.languages, sides, both.shared
        )
        terms = (*both.old.terms, *both.new.terms)
        if verdict.effect == "neutral" and recast(terms, old.text, new.text):
            verdict = Verdict("unknown", (), "low")
        why = only_why(old, new)
        followed = _level_with(both, old, new, verdict.effect)
        yield _entry(
            both, old, new, "edited" if why else "reworded", verdict.effect,
            old.why if why else _whole(old, new), new.why if why else _whole(new, old),
            (*verdict.evidence, *followed), confidence=verdict.confidence,
            field="why" if why else "",
            notes=[*_softened(both, old, new), *_reason_moved(old, new, verdict.effect)],
        )  # fmt: skip
    marks = [key for key in _MARKS if set(getattr(old, key)) != set(getattr(new, key))]
    if marks:
        before, after = (_list(rule, marks) for rule in (old, new))
        yield _entry(both, old, new, "retagged", "neutral", before, after, (),
                     field=", ".join(marks))  # fmt: skip
    if not followed:
        yield from _level(both, old, new)
    edited = [key for key in _FIELDS if getattr(old, key) != getattr(new, key)]
    if edited:
        effect = _described(both, old, new, edited)
        sure = "high" if effect == "neutral" else "low"
        yield _entry(both, old, new, "edited", effect, _shown(old, edited), _shown(new, edited),
                     (), field=", ".join(edited), confidence=sure)  # fmt: skip


def _level_with(both: Editions, old: Rule, new: Rule, effect: str) -> tuple[Evidence, ...]:
    """The level where it only went with the words: they said it before and say it now."""
    said = [words_level(rule, code) for rule, code in ((old, both.old), (new, both.new))]
    if old.level == new.level or said != [old.level, new.level]:
        return ()
    evidence = Evidence("level", old.level, new.level, level_change(old.level, new.level))
    return (evidence,) if evidence.effect == effect else ()


def _level(both: Editions, old: Rule, new: Rule) -> Iterator[Change]:
    if old.level == new.level:
        return
    said = [words_level(rule, code) for rule, code in ((old, both.old), (new, both.new))]
    effect = level_change(old.level or said[0], new.level or said[1])
    evidence = Evidence("level", old.level or "", new.level or "", effect)
    shown = (evidence,) if effect != "neutral" else ()
    yield _entry(both, old, new, "edited", effect, old.level, new.level, shown, field="level",
                 extra=() if shown else ("level",))  # fmt: skip


def _softened(both: Editions, old: Rule, new: Rule) -> list[str]:
    """A level that stays while the words no longer say it."""
    if not new.level or old.level != new.level:
        return []
    before, after = (
        level(read(old.text, both.old.language)),
        level(read(new.text, both.new.language)),
    )
    if before == after or after == new.level or after is None:
        return []
    return [f"The declared level is still “{new.level}”, but the words now say “{after}”."]


def _reason_moved(old: Rule, new: Rule, effect: str) -> list[str]:
    if only_why(old, new) or effect != "neutral" or bool(old.why) == bool(new.why):
        return []
    return ["Its reason moved to `why`." if new.why else "Its reason moved from `why`."]


def only_why(old: Rule, new: Rule) -> bool:
    """Whether the text stayed."""
    return old.text == new.text


def _described(both: Editions, old: Rule, new: Rule, edited: Sequence[str]) -> str:
    """A title or an example shows a rule; one that commands something or denies it may bind."""
    effects = set()
    if "title" in edited and not same_title(*_titles(both, old, new), both.languages):
        effects.add("unknown")
    if "examples" in edited:
        shown = _shown(old, ["examples"]), _shown(new, ["examples"])
        effects.add(shows(*shown, both.languages).effect)
    if _swapped(old.examples, new.examples):
        effects.add("unknown")
    return "unknown" if effects - {"neutral"} else "neutral"  # what only shows has no direction


def _titles(both: Editions, old: Rule, new: Rule) -> tuple[str, str]:
    """What names a rule in each edition: its title, its first words, or the heading above it."""
    one, two = in_one_shape(old, new)
    if one.title and two.title:
        return one.title, two.title
    sections = both.old.section_of(old), both.new.section_of(new)
    above = [section.title if section else "" for section in sections]
    return one.title or above[0], two.title or above[1]


def _swapped(old: Examples | None, new: Examples | None) -> bool:
    """Whether what was shown as right is shown as wrong now, or the other way round."""
    if old is None or new is None:
        return False
    return bool({*old.good} & {*new.bad} or {*old.bad} & {*new.good})


def _whole(rule: Rule, other: Rule) -> str:
    """The rule's text, and its reason where that changed with it."""
    return f"{rule.text} {rule.why}".strip() if rule.why != other.why else rule.text


def _list(rule: Rule, keys: Sequence[str]) -> str:
    return "; ".join(f"{key}: {', '.join(getattr(rule, key)) or 'none'}" for key in keys)


def _shown(rule: Rule, keys: Sequence[str]) -> str:
    parts = []
    for key in keys:
        value = getattr(rule, key)
        if key == "examples":
            value = [*value.good, *value.bad] if value else []
        elif key == "waive":
            value = [item.check for item in value]
        words = value if isinstance(value, str) else "; ".join(value)
        if words:
            parts.append(words)
    return "; ".join(parts)
