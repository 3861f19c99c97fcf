"""The forms of a verb phrase: “reply to”, “replies to”, “replying to”, “replied to”."""

from collections.abc import Iterator
from functools import cache

from conductkit.language.lexicon import lexicon

_VOWELS = "aeiou"


def forms(phrase: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb with the words behind it, each beside which form it is."""
    verb, _, rest = phrase.partition(" ")
    behind = f" {rest}" if rest else ""
    yield "", phrase
    yield "s", third(verb) + behind
    for stem in {verb, _doubled(verb), verb.removesuffix("e")}:
        yield "ing", f"{stem}ing{behind}"
        yield "ed", f"{stem}ed{behind}"
    if verb[-1] == "y" and verb[-2] not in _VOWELS:
        yield "ed", f"{verb[:-1]}ied{behind}"
    for form in _irregular().get(verb, ()):
        if not form.endswith(("s", "ing")):
            yield "ed", form + behind


def regular(phrase: str, form: str) -> str:
    """One form of a verb that is regular, with the words behind it."""
    verb, _, rest = phrase.partition(" ")
    if form == "s":
        verb = third(verb)
    elif form:
        stem = verb.removesuffix("e")
        if form == "ed" and stem.endswith("y") and stem[-2] not in _VOWELS:
            stem = f"{stem[:-1]}i"
        verb = stem + form
    return f"{verb} {rest}".strip()


def third(verb: str) -> str:
    """A verb as he, she or it has it."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if len(verb) > 2 and verb[-2] in _VOWELS else verb


@cache
def _irregular() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, base in lexicon("en").irregular.items():
        found.setdefault(base, []).append(form)
    return found
