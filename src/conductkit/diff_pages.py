"""The pages of what `conduct diff` says: the effects, and the axes by which it judges."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from conductkit.page_text import filled, indented
from conductkit.strings import strings

_FILE = Path(__file__).parent / "data" / "diff.yaml"
_HOMES = {
    "effect": "An effect: what a change does to the duty.",
    "axis": "An axis: by what the words of a rule are compared.",
    "mark": "An axis beside the words: what a code says of its rules.",
}


class Page(NamedTuple):
    """An effect or an axis: one line on it, how it is judged, and a rule before and after."""

    name: str
    group: str
    summary: str
    text: str
    old: str = ""
    new: str = ""
    effect: str = ""
    step: str = ""


@cache
def pages() -> dict[str, Page]:
    """Every effect and axis by name, in the order in which they are listed."""
    return {entry["name"]: Page(**entry) for entry in strings(_FILE)}


def page(name: str) -> str:
    """The page of an effect or axis as plain text; KeyError where there is none of that name."""
    told = pages()[name]
    parts = [told.name, filled(told.summary), filled(told.text)]
    if told.old:
        words = f"Old: {told.old}\nNew: {told.new}\n→ {told.effect or told.name}"
        parts.append(f"Example:\n\n{indented(words)}")
    home = _HOMES[told.group]
    if told.step:
        home += (
            f" It asks for a new {told.step} version, unless `bump` in conductkit.yaml says"
            f" otherwise; `conduct diff --fail-on {name}` makes it a gate."
        )
    parts.append(filled(home))
    return "\n\n".join(parts) + "\n"
