"""A place that was left for somebody to fill in is still empty.

Why: the code looks finished and is not; often the missing words are the very address to which
a complaint should go.

Example: “Report it to [INSERT CONTACT METHOD].” → “Report it to service@example.org.”

Fix: write what belongs there, or take the sentence out.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._placeholders import placeholders
from conductkit.checks._texts import names, pieces
from conductkit.model import Code


@define("error", "proofing")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for piece in (*pieces(code), *names(code)):
        for start, end in placeholders(piece.text):
            quote = " ".join(piece.text[start:end].split())
            if quote.endswith("."):
                message = f"“{quote}”: the address is missing"
                help = "Write the address to which people can turn."
            else:
                message = f"“{quote}” is a placeholder"
                help = "Write what belongs here, or take the sentence out."
            yield piece.hit(start, end, message, help)
