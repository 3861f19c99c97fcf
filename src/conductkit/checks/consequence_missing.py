"""The code does not say what happens when it is not kept.

Why: a duty without a consequence is a wish. Those who break it and those who suffer from it
should know what follows, and that it follows for everybody.

Example: rules alone → `consequences:` with `name: Conversation`, `when: A rule is broken for the
first time.` and `then: The line manager talks about it within one week.`

Fix: add `consequences:` for a breach by those who are bound, or `redress:` for a promise that was
not kept. A code that `extends` another has those of the other.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._stems import named, prose
from conductkit.language import word_list
from conductkit.model import Code


@define("info", "coverage")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if not code.rules or code.consequences or code.redress or code.extends:
        return
    if not word_list("consequence-missing", code.language):
        if code.language.split("-")[0].lower() != "en" and code.sections:
            return  # the words may say it, and cannot be read
    elif any(named(text, "consequence-missing", code.language) for text in prose(code)):
        return
    yield overall(
        code, "The code does not say what happens when it is not kept",
        "Add `consequences:` for a breach, or `redress:` for a promise that was not kept.",
    )  # fmt: skip
