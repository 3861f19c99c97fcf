"""One rule asks for an act and another forbids it.

Why: whoever keeps the one breaks the other, and nobody can be blamed for either.

Example: “Accept gifts.” and “Never accept gifts.” → “Never accept gifts worth more than 20 euros.”

Fix: take one out, or say in which case each holds.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._acts import Deed, cases, clashes, same_people
from conductkit.model import Code


@define("warning", "duplicates", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    yield from clashes(code, _act, lambda one, two: _opposed(code, one, two))


def _act(deed: Deed) -> tuple[str, str] | None:
    """Verb and object; None for a release, which asks for nothing, and where there is no object."""
    if deed.object is None or deed.directive.modal.force == "release":
        return None
    return deed.verb, deed.object


def _opposed(code: Code, one: Deed, two: Deed) -> bool:
    """Whether a ban covers all that a duty or permission is about, in the same cases."""
    if one.directive.negated == two.directive.negated or not same_people(code, one.rule, two.rule):
        return False
    ban, duty = (one, two) if one.directive.negated else (two, one)
    if ban.directive.exceptions or duty.directive.exceptions or ban.directive.modal.value > -5:
        return False
    pairs = [(deed.directive.conditions, deed.reading) for deed in (ban, duty)]
    return ban.about <= duty.about and cases(*pairs[0]) == cases(*pairs[1])
