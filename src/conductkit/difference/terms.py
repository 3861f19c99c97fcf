"""Terms: in which rules one is used, and which term of the older edition has another name now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields

from conductkit.difference import cues
from conductkit.difference.passage import passage
from conductkit.difference.shared import Swap
from conductkit.language import normalise
from conductkit.language.words import fold
from conductkit.model import Code, Element, Term

_RECORDS = ("place", "id", "sources", "changelog", "retired", "waive", "terms")
"""What holds no words of the code itself; of the terms their meanings are looked at."""
_FORMS = ("", "s", "'s", "s'")


def users(code: Code, term: str) -> tuple[str, ...]:
    """The rules of a code in whose words a term stands, in the singular or the plural."""
    return tuple(rule.id for rule in code.rules if _says(rule.text, term, code.language))


def renamed_terms(old: Code, new: Code) -> Mapping[str, str]:
    """Names of terms to those that they have now: the one on each side whose meaning is the same to
    the letter."""
    sides = [_by_meaning(code, {_key(item) for item in other.terms})
             for code, other in ((old, new), (new, old))]  # fmt: skip
    return {
        one[0].term: sides[1][text][0].term
        for text, one in sides[0].items()
        if len(one) == 1 and len(sides[1].get(text, ())) == 1
    }


def replaced(old: Code, new: Code, before: str, after: str) -> bool:
    """Whether a term has its new name throughout, and the new name meant nothing else before."""
    forces = cues.entries("modal-words", old.language) | cues.entries("negation", old.language)
    names = {*fold(before).split(), *fold(after).split()}
    return forces.isdisjoint(names) and not (_stands(new, before) or _stands(old, after))


def swaps(old: Code, new: Code) -> Iterator[Swap]:
    """The names of terms that changed throughout, in all their forms."""
    for before, after in renamed_terms(old, new).items():
        if replaced(old, new, before, after):
            for form in _FORMS:
                one, two = (tuple(f"{fold(name)}{form}".split()) for name in (before, after))
                yield one, two


def _by_meaning(code: Code, known: set[str]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for item in code.terms:
        if item.text and _key(item) not in known:
            found[item.text].append(item)
    return found


def _key(item: Term) -> str:
    return normalise(item.term, "und")


def _stands(code: Code, term: str) -> bool:
    texts = [*_texts(code), *(item.text for item in code.terms)]
    return any(_says(text, term, code.language) for text in texts)


def _texts(part: Element) -> Iterator[str]:
    """All words of a part, those of its own parts too."""
    for item in fields(part):
        value = getattr(part, item.name) if item.name not in _RECORDS else ()
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Element):
                yield from _texts(one)
            elif (isinstance(one, str) and " " in one.strip()) or item.name in ("title", "name"):
                yield str(one)


def _says(text: str, term: str, language: str) -> bool:
    wanted = tuple(fold(term).split())
    lows = [word.low for word in passage(text, language).words]
    for at in range(len(lows) - len(wanted) + 1):
        run = lows[at : at + len(wanted)]
        if [*run[:-1], _bare(run[-1])] == [*wanted[:-1], _bare(wanted[-1])]:
            return True
    return False


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip("s'")
