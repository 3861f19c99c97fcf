"""One act has two different times or amounts.

Why: staff keep the longer time, customers expect the shorter, and both are right.

Example: “Answer e-mails the same day.” and “Answer every e-mail within 48 hours.” → one of the two.

Fix: choose one, or say for which channel or customers each holds.
"""

from collections.abc import Iterator
from typing import NamedTuple

from conductkit.check import Context, Hit, define, words
from conductkit.checks._acts import Deed, content, deeds, same_people
from conductkit.checks._exempt import exempt
from conductkit.language import find, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_FIGURE = lazily(r"\d+(?:[.,]\d+)?$")
_SINCE = lazily(r"\s+(?:of|after|from|upon|on)\s+(?:(?:its|their|the|being)\s+)?\w+")
_CLOSE = 0.05  # a month is thirty days


class Time(NamedTuple):
    """A time in hours, with its place in the text and what was taken out with it."""

    hours: float
    start: int
    end: int
    stop: int


@define("warning", "duplicates", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    seen: dict[tuple[str, str | None], list[tuple[Deed, Time]]] = {}
    for deed in deeds(code):
        time = _time(deed) if deed.directive.modal.force == "duty" else None
        if time is None:
            continue
        for other, before in seen.setdefault((deed.verb, deed.object), []):
            apart = abs(time.hours - before.hours) > _CLOSE * max(time.hours, before.hours)
            if (
                apart
                and _same_case(other, before, deed, time)
                and (
                    same_people(code, other.rule, deed.rule)
                    and not exempt(code, context, deed.rule.text, time.start, time.end)
                )
            ):
                quote, earlier = (
                    d.rule.text[t.start : t.end] for d, t in ((deed, time), (other, before))
                )
                yield words(
                    deed.rule, "text", time.start, time.end,
                    f"“{quote}” here, “{earlier}” in the rule {other.rule.id}, for the same act",
                    "Choose one, or say for which channel or customers each holds.",
                    also=[other.rule.place.words("text", before.start, before.end)],
                )  # fmt: skip
                break
        seen[deed.verb, deed.object].append((deed, time))


def _same_case(one: Deed, first: Time, two: Deed, second: Time) -> bool:
    return _rest(one, first) == _rest(two, second)


def _rest(deed: Deed, time: Time) -> frozenset[str]:
    """The words of a directive without its time; fronted conditions among them."""
    text, one = deed.reading.text, deed.directive
    clauses = (*one.conditions, *one.exceptions, *one.concessions)
    parts = [text[one.start : time.start], text[time.stop : max(one.end, time.stop)]]
    parts += [deed.reading.quote(clause) for clause in clauses if clause.end <= one.start]
    return content(" ".join(parts), deed.reading.language)


def _time(deed: Deed) -> Time | None:
    """The only time that a directive names, or None."""
    text, one = deed.reading.text, deed.directive
    units = word_list("time-unit", deed.reading.language).entries
    numbers = word_list("number-word", deed.reading.language).entries
    found = [
        Time(float(hit.advice), hit.start, hit.end, hit.end)
        for hit in find(deed.reading, "time-phrase", one.start, one.end)
    ]
    inside = [word for word in deed.reading.words if one.start <= word.start < one.end]
    for at, word in enumerate(inside[:-1]):
        figure = word.low.replace(",", ".") if _FIGURE.match(word.low) else numbers.get(word.low)
        pair = " ".join(later.low for later in inside[at + 1 : at + 3])
        size, unit = (2, pair) if " " in pair and pair in units else (1, inside[at + 1].low)
        if figure and unit in units:
            end = inside[at + size].end
            found.append(Time(float(figure) * float(units[unit]), word.start, end, end))
    if len(found) != 1:
        return None
    since = _SINCE.match(text, found[0].end)
    return found[0]._replace(stop=since.end()) if since else found[0]
