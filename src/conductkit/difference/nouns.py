"""Whether a word can be a noun, by the lists of English."""

from conductkit.language import lemma
from conductkit.language.lexicon import lexicon


def is_thing(low: str) -> bool:
    """Whether a word can be a noun: no verb, no adverb, no word of grammar."""
    return names_or_describes(low) and not low.endswith(("ing", "ed"))


def names_or_describes(low: str) -> bool:
    """Whether a word can be a noun or what describes one, by the lists of English."""
    words = lexicon("en")
    small = words.determiners | words.prepositions | words.auxiliaries | words.coordinators
    small |= words.personal | words.objects | words.pronouns | words.verbs
    return low not in small and not lemma.is_adverb(low, words)
