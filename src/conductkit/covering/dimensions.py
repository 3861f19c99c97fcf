"""The dimensions in which a code can be covered: one function each."""

from collections.abc import Iterable, Sequence

from conductkit.covering.duties import Duties
from conductkit.covering.result import Dimension, Link, Row
from conductkit.model import Code, Rule, Value

_UNREAD = "The words of this language are not known here: only what is declared counts."


def values(duties: Duties) -> Dimension:
    """The code's own values: named under `values:` of a rule, or found in its words."""
    return _judged(duties, "values", "Values", _valued(duties, duties.code.values, "values"))


def principles(duties: Duties, catalogue: Code | None) -> Dimension:
    """The catalogue's values: named under `principles:`, or found in the words.

    Where no rule names one, rules that name a value of the same id count.
    """
    named = catalogue.title if catalogue else duties.code.catalogue
    if catalogue is None:
        note = f"The catalogue “{named}” was not found." if named else ""
        return Dimension("principles", "Principles", (), note=note)
    rows = _valued(duties, catalogue.values, "principles")
    return _judged(duties, "principles", f"Principles: {named}", rows)


def _judged(duties: Duties, name: str, title: str, rows: tuple[Row, ...]) -> Dimension:
    """The dimension; without rows where neither words nor tags could cover anything."""
    if duties.lists.principles:
        return Dimension(name, title, rows)
    if any(row.links for row in rows):
        return Dimension(name, title, rows, note=_UNREAD)
    return Dimension(name, title, (), note=f"{_UNREAD} Nothing is, so nothing was judged.")


def _valued(duties: Duties, things: Sequence[Value], key: str) -> tuple[Row, ...]:
    lists, rules = duties.lists, duties.code.rules
    rows = []
    for value in things:
        stems = lists.stems(value.id, value.name) if lists.principles else ""
        said = list(duties.saying(stems, lists.passes)) if stems else []
        tagged = list(_declared(rules, key, value.id) or _declared(rules, "values", value.id))
        rows.append(_row(value.id, value.name, rules, tagged, said))
    return tuple(rows)


def parties(duties: Duties) -> Dimension:
    """Each party, by the rules that bind it and those that serve it."""
    code = duties.code
    rows = []
    for party in code.parties:
        links = [
            *(Link(r.id, "binds", r.place.span("id")) for r in code.rules
              if party.id in code.bound(r)),
            *(Link(r.id, "serves", r.place.span("id")) for r in code.rules
              if party.id in code.served(r)),
        ]  # fmt: skip
        rows.append(Row(party.id, party.name, _ordered(code, links)))
    return Dimension("parties", "Parties", tuple(rows), told=False)


def measures(duties: Duties) -> Dimension:
    """Each measure, by the rules that name it."""
    code = duties.code
    rows = [
        Row(one.id, one.name, tuple(_declared(code.rules, "measures", one.id)))
        for one in code.measures
    ]
    return Dimension("measures", "Measures", tuple(rows), told=False)


def channels(duties: Duties) -> Dimension:
    """Each channel, by the rules that hold there: their own, told by words, or everywhere."""
    rows = [Row(name, _readable(name), tuple(links)) for name, links in duties.on.items()]
    return Dimension("channels", "Channels", tuple(rows))


_NEEDS = {"tone": "tone", "time": "response time", "data": "care with data"}


def needs(duties: Duties) -> Dimension:
    """For each channel a rule on tone, on response time and on data that holds there."""
    said = {need: list(duties.meeting(duties.lists.needs.get(need, ()))) for need in _NEEDS}
    rows = []
    for channel, holding in duties.on.items() if duties.lists.needs else ():
        held = {one.rule for one in holding}
        for need, name in _NEEDS.items():
            links = tuple(one for one in said[need] if one.rule in held)
            rows.append(Row(f"{channel}/{need}", f"{_readable(channel)}: {name}", links))
    return Dimension("channel-needs", "What each channel needs", tuple(rows))


def _declared(rules: Iterable[Rule], key: str, id: str) -> list[Link]:
    found = [(rule, getattr(rule, key)) for rule in rules]
    return [
        Link(rule.id, "declared", rule.place.span(key, names.index(id)))
        for rule, names in found if id in names
    ]  # fmt: skip


def _row(
    id: str, name: str, rules: Sequence[Rule], declared: Iterable[Link], said: Iterable[Link]
) -> Row:
    place = {rule.id: number for number, rule in enumerate(rules)}
    links = sorted([*declared, *said], key=lambda one: place[one.rule or ""])
    return Row(id, name, tuple(links), len(rules), bounded=True)


def _ordered(code: Code, links: Iterable[Link]) -> tuple[Link, ...]:
    place = {rule.id: number for number, rule in enumerate(code.rules)}
    return tuple(sorted(links, key=lambda one: place[one.rule or ""]))


def _readable(id: str) -> str:
    return id.replace("-", " ")
