"""The code does not say whom it binds, where and when.

Why: people can only keep a code, or rely on it, if they know that it is meant for them.

Example: no `scope:` → `scope: Everybody who serves customers in our name, in person, on the phone
and online.`

Fix: add `scope:` with one or two sentences: who is bound, where, and from when. `binds:` with the
id of a party, or a purpose that names the people, does as well.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._stems import named, promises, prose
from conductkit.language import read, word_list
from conductkit.model import Code


@define("warning", "structure")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.scope or code.extends or _binds_somebody(code) or _names_people(code):
        return
    if code.language.startswith("en") and (" for " in f"{code.title} " or promises(code)):
        return
    if any(named(text, "scope-missing", code.language) for text in prose(code)):
        return
    yield overall(
        code, "The code does not say whom it binds",
        "Add `scope:`: who is bound, where and when, such as “Everybody who serves customers in"
        " our name, on every channel”.",
    )  # fmt: skip


def _binds_somebody(code: Code) -> bool:
    return bool(code.binds) or any(code.bound(rule) for rule in code.rules)


def _names_people(code: Code) -> bool:
    """Whether the words around the rules, or the subject of a rule, name those who are meant.

    In a language without words for people, any text will do.
    """
    around = [code.title, code.purpose, code.summary, *(section.text for section in code.sections)]
    if not word_list("scope-missing", code.language):
        return any(around)
    readings = [read(rule.text, code.language) for rule in code.rules]
    subjects = [one.subject for reading in readings for one in reading.directives]
    told = " ".join([*around, *filter(None, subjects)])
    meant = _meant(code)
    return any(word.low in meant for word in read(told, code.language).words)


def _meant(code: Code) -> set[str]:
    """Words for people that a code of its kind can bind."""
    people = set(word_list("people", code.language).entries)
    people.difference_update(word_list("scope-missing-general", code.language).entries)
    if code.kind == "staff":
        people.difference_update(word_list("served", code.language).entries)
    return people
