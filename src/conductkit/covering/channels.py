"""On which channels each rule holds, and why."""

from collections.abc import Iterator, Mapping, Sequence

from conductkit.checks._stems import spot
from conductkit.covering.result import Link, link
from conductkit.model import Code, Rule


def by_channel(code: Code, stems: Mapping[str, str]) -> dict[str, list[Link]]:
    """For each channel that the code names, in order, the rules that hold there.

    `stems` has the words for a channel by its id; others are looked for by their names.
    """
    named = [*code.channels, *(name for rule in code.rules for name in code.channels_of(rule))]
    found: dict[str, list[Link]] = {name: [] for name in named}
    words = [(name, stems.get(name, name.replace("-", " "))) for name in found]
    for rule in code.rules:
        for name, one in _holds(code, rule, words):
            found[name].append(one)
    return found


def _holds(code: Code, rule: Rule, words: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Link]]:
    """Where a rule holds: what is nearest says so, else its words, else everywhere."""
    section = code.section_of(rule)
    near = rule.channels or (section.channels if section else ())
    if near:
        span = rule.place.span("channels" if rule.channels else "id")
        yield from ((name, Link(rule.id, "declared", span)) for name in dict.fromkeys(near))
        return
    told = [(name, spot(rule.text, stems)) for name, stems in words]
    spots = [(name, found) for name, found in told if found]
    if spots:
        yield from ((name, link(rule, *found)) for name, found in spots)
        return
    everywhere = Link(rule.id, "everywhere", rule.place.span("id"))
    yield from ((name, everywhere) for name in code.channels)
