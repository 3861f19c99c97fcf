"""What stands elsewhere: rules, and whole sections, each move said once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from conductkit.change import Change
from conductkit.difference.editions import Editions
from conductkit.difference.order import out_of_place
from conductkit.model import Rule

_Pair = tuple[Rule, Rule]
LEANS = "A rule that points to the one before it may stand behind another one now."


def moved_rules(both: Editions) -> set[str]:
    """The new ids of rules that stand elsewhere: in another section that was there before, or in
    another order there. What moved with its section did not move in it.
    """
    moved: set[str] = set()
    groups: dict[str, list[_Pair]] = defaultdict(list)
    whole = bool(both.old.sections) and bool(both.new.sections)
    for old, new in both.pairs.pairs:
        before, after = _home(both, old, new=False), _home(both, new, new=True)
        if before and after and before != after:
            moved.add(new.id)
        groups[after if whole and before == after else ""].append((old, new))
    for pairs in groups.values():
        moved |= _in_another_order(both, pairs)
    return moved


def _home(both: Editions, rule: Rule, *, new: bool) -> str:
    section = (both.new if new else both.old).section_of(rule)
    return section.id if section else ""


def _in_another_order(both: Editions, pairs: Sequence[_Pair]) -> set[str]:
    """The fewest rules that explain the order."""
    places = {rule.id: at for at, rule in enumerate(both.old.rules)}
    names = [" ".join((*sorted((old.id, new.id)), *sorted((old.text, new.text))))
             for old, new in pairs]  # fmt: skip
    return {pairs[at][1].id for at in out_of_place([places[old.id] for old, _ in pairs], names)}


def sections_moved(both: Editions) -> Iterator[Change]:
    """One entry where sections that both editions have stand in another order."""
    olds = [section.id for section in both.old.sections]
    news = [section.id for section in both.new.sections if section.id in set(olds)]
    before = [name for name in olds if name in set(news)]
    if before == news:
        return
    effect = "unknown" if both.shaken else "neutral"
    yield Change(
        both.new.id, "code", "moved", effect, both.new.id, both.old.id, (), both.new.binds,
        both.new.serves, ", ".join(before), ", ".join(news), both.old.place.span("sections"),
        both.new.place.span("sections"), confidence="low" if both.shaken else "high",
        field="sections", notes=(LEANS,) if both.shaken else (),
    )  # fmt: skip
