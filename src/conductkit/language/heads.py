"""The head of a directive: where it begins, how strong it is, which verb it has."""

from collections.abc import Sequence
from dataclasses import dataclass

from conductkit.language import lemma
from conductkit.language.lexicon import Lexicon
from conductkit.language.reading import Force, Form
from conductkit.language.words import Word, is_word


@dataclass(slots=True, eq=False, repr=False)
class Head:
    """Token numbers of a directive's parts; `cue` is the modal's span of tokens, if any."""

    first: int
    verb_at: int | None
    verb: str | None
    form: Form
    force: Force = "duty"
    value: int = 5
    cue: tuple[int, int] | None = None
    subject: tuple[int, int] | None = None
    after: int = 0  # where the object begins
    passive: bool = False


def strength(value: str) -> tuple[Force, int]:
    """Return the force and the value that a modal list's name stands for."""
    if value == "permission":
        return "permission", 1
    if value == "release":
        return "release", 0
    number = int(value)
    return ("duty" if number > 0 else "ban"), number


def object_head(tokens: Sequence[Word], at: int, end: int, lexicon: Lexicon) -> str | None:
    """Return the head of the direct object that begins at a token, or None."""
    head: str | None = None
    for place in range(at, end):
        low = tokens[place].low
        if not is_word(tokens[place]) or low in lexicon.coordinators:
            break
        if low in lexicon.determiners and low not in lexicon.objects:
            if head is not None:
                break
            continue
        if low in lexicon.objects:
            return head or low
        if (
            low == "not"
            or low in lexicon.personal
            or low in lexicon.prepositions
            or low in lexicon.auxiliaries
        ):
            break
        if lemma.is_adverb(low, lexicon):
            if head is not None and not _within(tokens, place, end, lexicon):
                break
            continue
        if head is not None and _trails(tokens, place, end, lexicon):
            break
        head = low
    return lemma.noun(head, lexicon) if head else None


def _within(tokens: Sequence[Word], place: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an adverb stands inside a noun phrase: `customer service best practices`."""
    return place + 1 < end and content(tokens[place + 1].low, lexicon)


def _trails(tokens: Sequence[Word], place: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a participle follows its noun, as in `promises made by …`."""
    if not lemma.is_participle(tokens[place].low, lexicon):
        return False
    if place + 1 >= end or not is_word(tokens[place + 1]):
        return True
    following = tokens[place + 1].low
    return (
        following in lexicon.prepositions
        or following in lexicon.determiners
        or following in lexicon.objects
        or following in lexicon.coordinators
    )


def content(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is a noun, an adjective or a verb rather than a function word."""
    return not (
        low in lexicon.determiners
        or low in lexicon.prepositions
        or low in lexicon.objects
        or low in lexicon.personal
        or low in lexicon.auxiliaries
        or low in lexicon.coordinators
        or low in lexicon.subordinators
        or low == "not"
    )
