"""An escape makes a duty optional.

Why: “where possible” and “as appropriate” leave it to the person bound whether the rule applies;
the customer cannot rely on it.

Example: “Return calls the same day where possible.” → “Return calls the same day; if you cannot,
tell the customer when you will.”

Fix: name the cases in which the rule does not hold, or take the words out.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.language import Hit as Found
from conductkit.language import Reading
from conductkit.model import Code


@define("warning", "wording", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading, hit in listed(code, context, "escape-clause"):
        if _loosens(reading, hit):
            yield words(
                rule, "text", hit.start, hit.end,
                f"“{hit.entry}” makes the duty optional",
                "Name the cases in which the rule does not hold, or take the words out.",
            )  # fmt: skip


def _loosens(reading: Reading, hit: Found) -> bool:
    """Whether the words stand in a sentence that lays a duty on somebody."""
    for sentence in reading.sentences:
        if sentence.start <= hit.start < sentence.end and sentence.directives:
            free = all(one.modal.force in ("permission", "release") for one in sentence.directives)
            reason = any(
                one.kind in ("reason", "relative") and one.start < hit.start < one.end
                for one in sentence.clauses
            )
            return not reason and (not free or "deem" in hit.entry)
    return False
