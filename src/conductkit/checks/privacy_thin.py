"""The code says nothing at all about privacy.

Why: whoever serves customers or runs a community handles what people would not tell everybody.
The law asks for care with it, and so does trust.

Example: no rule on it → “Never share a customer’s personal data without their consent.”

Fix: write a rule on what is kept confidential and who may see it. One is enough for this check;
the profiles for data protection law ask for more.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._stems import named, prose
from conductkit.model import Code


@define("info", "coverage", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if not code.rules or code.extends:
        return
    if not any(named(text, "privacy-thin", code.language) for text in prose(code)):
        yield overall(
            code, "The code says nothing about privacy or confidential information",
            "Write a rule on it, such as “Never share a customer’s personal data without their"
            " consent”.",
        )  # fmt: skip
