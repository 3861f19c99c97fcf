"""Two sentences are joined by a comma alone, or by nothing.

Why: the second sentence hides behind the first; where it is an order of its own, readers miss it,
and nobody can tag, test or compare it.

Example: “Do not wait for problems to erupt, solve them early.” → “Do not wait for problems to
erupt. Solve them early.”

Fix: put a full stop between the two, or a word that says how they belong together (and, because).
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._splices import splices
from conductkit.checks._texts import readings
from conductkit.model import Code


@define("warning", "proofing", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        for sentence in reading.sentences:
            for splice in splices(reading, sentence):
                quote = " ".join(rule.text[splice.start : splice.end].split())
                if splice.comma:
                    message = f"“{quote}”: only a comma stands between two sentences"
                    help = (
                        "Put a full stop for the comma, or add a word such as “and” or “because”."
                    )
                else:
                    message = f"“{quote}”: nothing stands between two sentences"
                    help = "Put a full stop between the two."
                yield words(rule, "text", splice.start, splice.end, message, help)
