"""Terms that a text defines where it stands, “*Ban* refers to the act of …”, and that have another
name now: the same meaning to the letter, under one name in each edition."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.difference.shared import Swap
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary

_DEFINED = re.compile(
    r"^[ \t]*(?:[*+-][ \t]+)?([*_]{1,2})(\w[\w-]{0,40})\1[ \t]+(\S(?:[^.\n]|\.(?=\S))*)", re.M
)
_LEAST = 6  # words of a meaning
_Meanings = dict[tuple[str, ...], str]


def renamed_definitions(
    pairs: Sequence[tuple[str, str]], languages: tuple[str, str]
) -> frozenset[Swap]:
    """The names of terms defined in the paired texts that became others, in all their forms.

    The old name is left nowhere, and the new one stood nowhere before but in the meaning.
    """
    if {primary(language) for language in languages} != {"en"}:
        return frozenset()
    sides = [[passage(pair[at], languages[at]) for pair in pairs if pair[at]] for at in (0, 1)]
    old, new = (_meanings(side) for side in sides)
    found: set[Swap] = set()
    for meaning in old.keys() & new.keys():
        names = old[meaning], new[meaning]
        if _base(names[0]) != _base(names[1]):
            found |= _swaps(names, meaning, sides)
    return frozenset(found)


def _meanings(side: Sequence[Passage]) -> _Meanings:
    """The meanings that one name alone has, and that name."""
    found = defaultdict(set)
    for text in side:
        for name, meaning in _definitions(text):
            found[meaning].add(name)
    return {meaning: names.pop() for meaning, names in found.items() if len(names) == 1}


def _definitions(text: Passage) -> Iterator[tuple[str, tuple[str, ...]]]:
    verbs = cues.entries("definition-verbs", text.language)
    joined = re.sub(r"\n[ \t]*(?=[^\s*+-])", " ", text.text)  # a line that goes on
    for match in _DEFINED.finditer(joined):
        tokens = passage(match[3], text.language).tokens
        said = f"{' '.join(tokens)} "
        verb = next((verb for verb in verbs if said.startswith(f"{verb} ")), None)
        if verb and len(tokens) >= _LEAST:
            yield match[2].lower(), tokens[len(verb.split()) :]


def _swaps(
    names: tuple[str, str], meaning: tuple[str, ...], sides: Sequence[Sequence[Passage]]
) -> set[Swap]:
    """The name in all its forms; none where it is left, or where the new one stood before."""
    old, new = ([token for text in side for token in text.tokens] for side in sides)
    before, after = (_forms(name) for name in names)
    for forms, tokens in ((after, old), (before, new)):
        if _stands(forms, tokens) > _stands(forms, meaning):
            return set()
    alike = {
        ((one,), (two,))
        for one, ending in before.items()
        for two, other in after.items()
        if ending == other
    }
    return {*alike, ((names[0],), (names[1],))}


def _stands(forms: Mapping[str, str], tokens: Sequence[str]) -> int:
    return sum(token in forms for token in tokens)


def _forms(name: str) -> dict[str, str]:
    """The forms of a word, noun or verb, and how each ends: “bans”, “banned”, “banning”."""
    base = _base(name)
    stem = base.removesuffix("e")
    stems = (stem, base + base[-1])
    verbs = {f"{one}{ending}": ending for one in stems for ending in ("ed", "ing")}
    return {base: "", f"{base}s": "s", f"{base}es": "s", f"{base}'s": "'s", **verbs}


def _base(word: str) -> str:
    return lemma.noun(word, lexicon("en"))
