"""Rules that came, went, were split or merged."""

from collections.abc import Sequence
from dataclasses import replace

from conductkit.axes import obligation
from conductkit.change import Change, Evidence
from conductkit.difference import cues
from conductkit.difference.anchors import reused, unkept
from conductkit.difference.duties import duties
from conductkit.difference.editions import Editions, at
from conductkit.difference.effects import axes, combine
from conductkit.difference.enumerated import enumerated
from conductkit.difference.halves import halved
from conductkit.difference.passage import passage
from conductkit.difference.runs import unsettled
from conductkit.difference.wording import Verdict, judge
from conductkit.model import Code, Rule, Section

_STANDS = "The same words stand elsewhere in the other edition."


def lone(both: Editions, rule: Rule, *, added: bool) -> Change:
    """A rule that only one edition has."""
    code = both.new if added else both.old
    retired = next((item for item in both.new.retired if item.id == rule.id), None)
    change = "added" if added else "retired" if retired else "removed"
    rest = unsettled(passage(rule.text, code.language), both.shared.settled)
    found = duties(rest, frozenset(), both.holders(rule, new=added))
    effects = {obligation.effect(duty, added) for duty in found}
    effect = combine(effects) if effects else ("stronger" if added else "weaker")
    sure = bool(found) and not any(duty.free for duty in found) and not _hangs(both, rule, code)
    if not rest.words:
        effect = "neutral"  # it stands elsewhere in the other edition
    sides = ("", rule.text) if added else (rule.text, "")
    return Change(
        both.new.id, "rule", change, effect, rule.id if added else None,
        None if added else rule.id, ("obligation",) if rest.words else (), code.bound(rule),
        code.served(rule),
        sides[0] or None, sides[1] or None,
        None if added else at(rule), at(rule) if added else None,
        (Evidence("obligation", *sides, effect),) if rest.words else (), "high" if sure else "low",
        notes=(*(() if rest.words else (_STANDS,)), *(() if added else anchor(both, rule))),
    )  # fmt: skip


def _hangs(both: Editions, rule: Rule, code: Code) -> bool:
    """Whether a rule came or went with a section that lets somebody set the code aside: what it
    asks may be asked of those alone."""
    section = code.section_of(rule)
    if section is None or all(section.id in map(_id, one.sections) for one in (both.old, both.new)):
        return False
    side = passage(section.text, code.language)
    return bool(cues.find(side.reading, side.words, "exemptions"))


def _id(section: Section) -> str:
    return section.id


def anchor(both: Editions, rule: Rule) -> list[str]:
    """A rule's id that nothing answers to any more, or another rule: links to it lead astray."""
    if rule.id in both.reused:
        return [reused(rule.id)]
    if rule.id in both.new.by_id or any(item.id == rule.id for item in both.new.retired):
        return []
    return [unkept(rule.id)]


def broken(both: Editions, olds: Sequence[Rule], news: Sequence[Rule], change: str) -> Change:
    """One rule that became several, or several that became one."""
    before, after = (" ".join(rule.text for rule in rules) for rules in (olds, news))
    sides = both.holders(olds[0], new=False), both.holders(news[0], new=True)
    whole, parts = (olds[0], news) if change == "split" else (news[0], olds)
    told = [rule.text for rule in parts]
    same = any(one(whole.text, told, both.new.language) for one in (halved, enumerated))
    verdict = (
        Verdict() if same else _told(judge(before, after, both.languages, sides), before, after)
    )
    levels = {rule.level for rule in (*olds, *news) if rule.level}
    alike = len(levels) < 2 and len(_reaches(both.old, olds) | _reaches(both.new, news)) == 1
    effect = verdict.effect if alike else combine((verdict.effect, "unknown"))
    notes = [note for rule in olds for note in anchor(both, rule)]
    one = news if change == "split" else olds
    return Change(
        both.new.id, "rule", change, effect, news[0].id, olds[0].id, axes(verdict.evidence),
        both.new.bound(news[0]), both.new.served(news[0]), before, after, at(olds[0]), at(news[0]),
        verdict.evidence, verdict.confidence, rules=tuple(rule.id for rule in one),
        notes=tuple(notes),
    )  # fmt: skip


def _told(verdict: Verdict, before: str, after: str) -> Verdict:
    """The verdict without the words that the parts only repeat, where another change has a
    direction: “within two days”, said once of two acts, and of each by itself."""
    if verdict.effect != "mixed":
        return verdict
    other = before.lower(), after.lower()
    kept = tuple(
        one for one in verdict.evidence
        if (one.old and one.new) or (one.old or one.new).lower() not in other[bool(one.old)]
    )  # fmt: skip
    effect = combine(one.effect for one in kept)
    return replace(verdict, effect=effect, evidence=kept) if effect in _DIRECTIONS else verdict


_DIRECTIONS = ("stronger", "weaker")


def _reaches(code: Code, rules: Sequence[Rule]) -> set[tuple[object, ...]]:
    """Whom some rules bind and serve, where, and under which heading."""
    return {
        (
            code.bound(rule), code.served(rule), code.channels_of(rule),
            section.title if (section := code.section_of(rule)) and section.title != code.title
            else "",
        )
        for rule in rules
    }  # fmt: skip
