"""Read a text: sentences, clauses, directives."""

from functools import lru_cache

from conductkit.language.directives import directives
from conductkit.language.lexicon import Lexicon, lexicon, primary
from conductkit.language.markup import mask
from conductkit.language.reading import Directive, Level, Reading, Sentence, SentenceKind
from conductkit.language.sentences import sentence_spans
from conductkit.language.words import is_word, tokens


@lru_cache(maxsize=8192)
def read(text: str, language: str) -> Reading:
    """Read a text in a language (BCP 47; its primary subtag decides).

    Markup is passed over. In a language without a data file only sentences and words are found.
    """
    words = lexicon(primary(language))
    masked = mask(text)
    spans = sentence_spans(text, masked, words)
    sentences = [_sentence(text, masked, span, number, words) for number, span in enumerate(spans)]
    directs = any(sentence.directives for sentence in sentences)
    return Reading(text, language, tuple(_named(one, directs) for one in sentences))


def level(reading: Reading) -> Level | None:
    """Return the level that the words of a rule give it, or None where nothing directs anybody.

    A bare imperative is `must`, advice, effort and suggestion are `should`, a permission or a
    release is `may`. Of several directives the strongest decides, of equals the first.
    """
    best: Directive | None = None
    for directive in reading.directives:
        if best is None or _rank(directive) > _rank(best):
            best = directive
    return None if best is None else level_of(best)


def level_of(directive: Directive) -> Level:
    """Return the level of one directive."""
    modal = directive.modal
    if modal.force in ("permission", "release"):
        return "may"
    if modal.force == "ban":
        return "must-not" if modal.value <= -5 else "should-not"
    return "must" if modal.value >= 5 else "should"


def _rank(directive: Directive) -> float:
    """Rank by strength; a weak duty still binds more than a permission."""
    if directive.modal.force in ("permission", "release"):
        return abs(directive.modal.value) / 2
    return abs(directive.modal.value)


def _sentence(
    text: str, masked: str, span: tuple[int, int], number: int, words: Lexicon
) -> Sentence:
    found = tokens(masked, *span)
    clauses, directed = directives(text, found, number, words)
    return Sentence(*span, tuple(one for one in found if is_word(one)), clauses, directed)


def _named(sentence: Sentence, directs: bool) -> Sentence:
    kind: SentenceKind = "other"
    if sentence.directives:
        kind = "directive"
    elif directs:
        kind = "reason"
    if kind == sentence.kind:
        return sentence
    return Sentence(
        sentence.start, sentence.end, sentence.words, sentence.clauses, sentence.directives, kind
    )
