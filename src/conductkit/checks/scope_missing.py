"""The code does not say whom it binds, where and when.

Why: people can only keep a code, or rely on it, if they know that it is meant for them.

Example: no `scope:` → `scope: Everybody who serves customers in our name, in person, on the phone
and online.`

Fix: add `scope:` with one or two sentences: who is bound, where, and from when. `binds:` with the id
of a party, or a purpose that names the people, does as well.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.language import read, word_list
from conductkit.model import Code


@define("warning", "structure")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.scope or code.extends or _binds_somebody(code) or _names_people(code):
        return
    yield overall(
        code, "The code does not say whom it binds",
        "Add `scope:`: who is bound, where and when, such as “Everybody who serves customers in"
        " our name, on every channel”.",
    )  # fmt: skip


def _binds_somebody(code: Code) -> bool:
    return bool(code.binds) or any(code.bound(rule) for rule in code.rules)


def _names_people(code: Code) -> bool:
    """Whether purpose or summary say whom it is for; in a language without words, any text does."""
    told = f"{code.purpose} {code.summary}".strip()
    people = word_list("people", code.language).entries
    if not people:
        return bool(told)
    return any(word.low in people for word in read(told, code.language).words)
