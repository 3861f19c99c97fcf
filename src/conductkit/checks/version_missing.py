"""The code has no version.

Why: readers, translations and comparisons must be able to say which state of the code they mean.

Example: no `version:` at all → `version: 1.0.0`.

Fix: add `version:` with three numbers, such as 0.1.0 for a draft and 1.0.0 for the first edition
in force. `conduct bump` raises it later as the changes ask for.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.model import KINDS, Code
from conductkit.patterns import lazily

_NAMED = lazily(r"(?i:\bv|\bversion )(?P<number>\d{1,4}(?:\.\d{1,4}){0,2})\b")


@define("error", "structure", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.version:
        return
    named = _NAMED.search(code.title)
    number = "0.1.0" if code.status == "draft" else "1.0.0"
    if named:
        number = ".".join([*named["number"].split("."), "0", "0"][:3])
    yield overall(
        code,
        "Only the title says which version this is" if named
        else "The code has no version: nobody can say which state of it they mean",
        f"Add `version: {number}`.",
    )  # fmt: skip
