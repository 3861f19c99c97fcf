"""A name that became another one throughout: the same company, project or body, called anew."""

from collections import Counter, defaultdict

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.difference.shared import Swap
from conductkit.difference.slips import is_cue, is_known
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import blocks

_LEAST = 3  # times that it is replaced
_LONGEST = 4  # words of a name


def renamed(pairs: list[tuple[str, str]], languages: tuple[str, str]) -> frozenset[Swap]:
    """The names replaced in all of the paired texts, the old one left nowhere.

    So is what a body of any kind is called (“the committee”, “the working group”). No other body
    with an article is: it may decide otherwise. Nor is anyone to whom a duty sends people.
    """
    if primary(languages[0]) != primary(languages[1]):
        return frozenset()
    found: Counter[Swap] = Counter()
    forms: dict[Swap, set[Swap]] = defaultdict(set)
    barred: set[Swap] = set()
    pronouns: set[Swap] = set()
    sides = [(passage(a, languages[0]), passage(b, languages[1])) for a, b in pairs]
    for old, new in sides:
        if old.text == new.text:
            continue
        for block in blocks(old.tokens, new.tokens):
            a, b, c, d = block
            swap = old.tokens[a:b], new.tokens[c:d]
            if _both_genders(swap):
                pronouns.add(swap)
                continue
            if not 0 < b - a <= _LONGEST or not 0 < d - c <= _LONGEST:
                continue
            found[_plain(swap)] += 1
            forms[_plain(swap)].add(swap)
            body = _bodies(_plain(swap), old.language)
            if not body and not (_is_name(old, a, b) and _is_name(new, c, d)):
                barred.add(_plain(swap))
    names = {swap for swap, count in found.items() if count >= _LEAST} - barred
    gone = (swap for swap in names if _gone(swap, sides))
    kept = all(any(_stands(form, pair[at]) for form in _GENDERS for pair in sides) for at in (0, 1))
    return frozenset(
        [*(form for swap in gone for form in forms[swap]), *(() if kept else pronouns)]
    )


_GENDERS = (("he/she",), ("she/he",), ("s/he",), ("he", "or", "she"), ("she", "or", "he"))
_MANY = {"has": "have", "is": "are", "was": "were", "does": "do"}


def _both_genders(swap: Swap) -> bool:
    """Whether “he or she” became “they”, with its verb: once no text of a code says it any more,
    one person is meant as before."""
    for old, new in (swap, swap[::-1]):
        size = next((len(form) for form in _GENDERS if old[: len(form)] == form), 0)
        if size and new[:1] == ("they",):
            verbs = tuple(_MANY.get(word, word.removesuffix("s")) for word in old[size:])
            return verbs == new[1:]
    return False


def _plain(swap: Swap) -> Swap:
    """The swap without the ’s that both names have."""
    ends = [part[-1].endswith("'s") for part in swap]
    if not all(ends):
        return swap
    one, two = ((*part[:-1], part[-1].removesuffix("'s")) for part in swap)
    return one, two


def _bodies(swap: Swap, language: str) -> bool:
    """Whether both names say what kind of body it is: “committee”, “working group”."""
    kinds = cues.entries("body-kinds", language)
    return all(" ".join(part) in kinds for part in swap)


def _gone(swap: Swap, sides: list[tuple[Passage, Passage]]) -> bool:
    return not any(_stands(swap[1], old) or _stands(swap[0], new) for old, new in sides)


def _stands(phrase: tuple[str, ...], side: Passage) -> bool:
    tokens = (token.removesuffix("'s") for token in side.tokens)
    return f" {' '.join(phrase)} " in f" {' '.join(tokens)} "


def _is_name(side: Passage, first: int, last: int) -> bool:
    """Whether a stretch is a proper name, and nobody is sent to who bears it."""
    words = lexicon(primary(side.language))
    before = side.tokens[first - 1] if first else ""
    sends = cues.entries("contact-verbs", side.language)
    if before in words.determiners or not sends.isdisjoint(side.tokens[max(first - 4, 0) : first]):
        return False
    for at in range(first, last):
        word, token = side.words[side.owners[at]], side.tokens[at]
        written = side.text[word.start : word.end]
        mixed = written[:1].isupper() or any(char.isdigit() for char in written)
        if not mixed or written.isdigit() or not any(char.isalpha() for char in written):
            return False
        if is_known(token, side.language) or (is_cue(token, side.language) and token.isalpha()):
            return False
    return True
