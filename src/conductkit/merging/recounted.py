"""A side that counted the ids of its rules anew, and one that took a rule of the same row out.

By their ids the rules of two sides would then be others than they were: what one side took out
would stay, and nothing would show it.
"""

from conductkit.difference.numbered import row, shifted
from conductkit.difference.pairing import wording_of
from conductkit.model import Code


def recounted(base: Code | None, ours: Code, theirs: Code) -> str:
    """Why the sides cannot be merged by their ids, in a sentence; "" where they can."""
    if base is None:
        return ""
    sides = (("ours", ours), ("theirs", theirs))
    for (name, side), (other, code) in (sides, sides[::-1]):
        anew = shifted(base.rules, side.rules, (wording_of, wording_of))
        rows = {row(id) for id in anew}
        gone = sorted(id for id in base.by_id.keys() - code.by_id.keys() if row(id) in rows)
        if gone:
            first = next(rule.id for rule in base.rules if rule.id in anew)
            return (
                f"{name} counted its rules anew, so that “{first}” names another one, and {other}"
                f" took one out (“{gone[0]}” is there no more): which rule is which, a person must"
                " say"
            )
    return ""
