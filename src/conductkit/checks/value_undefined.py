"""A value has a name and no meaning.

Why: Respect means ten things to ten people. What it means here is what they can be held to.

Example: `name: Respect` alone → `text: Treat each person as an equal, whoever they are.`

Fix: add `text:` with a sentence that says what somebody does who acts on the value.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._values import each_or_all
from conductkit.language import normalise
from conductkit.model import KINDS, Code, Value

_HELP = "Add `text:`: what somebody does who acts on it."


@define("info", "values", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    found = [value for value in code.values if _undefined(value, code.language)]
    every = (f"None of the {len(found)} values says what it means here", _HELP)
    yield from each_or_all(found, len(code.values), _one, every)


def _undefined(value: Value, language: str) -> bool:
    text = normalise(value.text, language).strip(" .!")
    return not text or text == normalise(value.name, language)


def _one(name: str) -> tuple[str, str]:
    return f"The value “{name}” does not say what it means here", _HELP
