"""Acts that several codes ask of the same people: opposite duties, different times."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from conductkit.alignment.asks import Ask
from conductkit.alignment.result import Clash, Clashing
from conductkit.checks._acts import cases

_CLOSE = 0.05  # a month is thirty days
_BAN = -5
Bucket = dict[frozenset[str], list[Ask]]


def clashes(asked: Mapping[str, Sequence[Ask]]) -> Iterator[Clashing]:
    """What codes of one kind (public, or for staff) ask in ways that do not go together.

    Asks meet only under one verb and object, and there only where one says all that the other does;
    each is held against the first of those, so that the work grows with the acts that are shared.
    """
    index: dict[tuple[str, str | None, bool], Bucket] = {}
    for asks in asked.values():
        for ask in asks:
            for verb, object_ in ask.acts:
                bucket = index.setdefault((verb, object_, ask.public), {})
                bucket.setdefault(ask.about, []).append(ask)
    told: set[frozenset[tuple[str, str]]] = set()
    for (_, object_, _), bucket in index.items():
        for clash in _in_bucket(bucket):
            if clash.kind == "contrary" and object_ is None:
                continue  # a verb alone does not say that the two are about one thing
            key = frozenset((ask.code.id, ask.rule.id) for ask in (clash.one, clash.two))
            if key not in told:
                told.add(key)
                yield clash


def _in_bucket(bucket: Bucket) -> Iterator[Clashing]:
    groups = list(bucket.items())
    for at, (words, group) in enumerate(groups):
        yield from _within(group, group)
        for others, more in groups[at + 1 :]:
            if words <= others or others <= words:
                yield from _within(group, more)


def _within(group: Sequence[Ask], more: Sequence[Ask]) -> Iterator[Clashing]:
    """Each ask of the second group against the first of its kind in the other."""
    soonest = min((ask for ask in group if ask.times), key=_hours, default=None)
    bans, duties = ([ask for ask in group if ask.duty.ban is ban] for ban in (True, False))
    for ask in more:
        for other in (duties if ask.duty.ban else bans)[:1]:
            if _apart(other, ask) and _opposed(other, ask):
                yield _clash("contrary", other, ask, _quote)
        if soonest and ask.times and _apart(soonest, ask) and _differ(soonest, ask):
            yield _clash("deadline", soonest, ask, _time)


def _clash(kind: Clash, one: Ask, two: Ask, quote: Callable[[Ask], str]) -> Clashing:
    """The two in the order of their codes, with their words."""
    first, second = sorted((one, two), key=lambda ask: ask.rank)
    why = " against ".join(f"“{quote(ask)}” in {ask.code.id}" for ask in (first, second))
    return Clashing(kind, first, second, why)


def _apart(one: Ask, two: Ask) -> bool:
    return one.code is not two.code and one.meets(two)


def _opposed(one: Ask, two: Ask) -> bool:
    """Whether a ban covers all that a duty or permission is about, in the same cases."""
    ban, duty = (one, two) if one.duty.ban else (two, one)
    first, second = ban.duty.directive, duty.duty.directive
    if duty.duty.force == "release" or first.modal.value > _BAN:
        return False
    if first.exceptions or second.exceptions or not ban.about <= duty.about:
        return False
    return cases(first.conditions, ban.duty.reading) == cases(second.conditions, duty.duty.reading)


def _differ(one: Ask, two: Ask) -> bool:
    if one.duty.ban or two.duty.ban:
        return False
    hours = _hours(one), _hours(two)
    return abs(hours[0] - hours[1]) > _CLOSE * max(hours)


def _hours(ask: Ask) -> float:
    return min(time.hours for time in ask.times)


def _time(ask: Ask) -> str:
    time = min(ask.times, key=lambda one: one.hours)
    return ask.duty.quote((time.start, time.end))


def _quote(ask: Ask) -> str:
    directive = ask.duty.directive
    return ask.duty.quote((directive.start, directive.main_end))
