"""Bring a form back to its word: verbs by the lexicon, nouns by the plural."""

from conductkit.language.lexicon import Lexicon


def is_base(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the base form of a known verb."""
    return word in lexicon.verbs or word in lexicon.verbs_or_nouns


def verb(word: str, lexicon: Lexicon) -> str:
    """Return the base form of a verb: "sharing", "shares", "shared" → "share"."""
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    if is_base(word, lexicon) or lexicon.language != "en":
        return word
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for base in _bases(stem, ending):
                if is_base(base, lexicon):
                    return base
    return _guess(word)


def _bases(stem: str, ending: str) -> tuple[str, ...]:
    if ending in ("ied", "ies"):
        return (stem + "y",)
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return (stem, stem[:-1], stem + "e")
    return (stem + "e", stem)


def _guess(word: str) -> str:
    if word.endswith("ing") and len(word) > 5:
        return word[:-3]
    if word.endswith("ed") and len(word) > 4:
        return word[:-2]
    return word


def noun(word: str, lexicon: Lexicon) -> str:
    """Return the singular of a noun: "complaints" → "complaint"; a possessive loses its mark."""
    word = word.removesuffix("'s").removesuffix("'")
    if lexicon.language != "en" or len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is", "news", "ics")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def is_participle(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a past participle by its ending or by the list."""
    if word in lexicon.participles:
        return True
    return word.endswith("ed") and len(word) > 4 and not word.endswith("eed")


def is_gerund(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the -ing form of a known verb."""
    return word.endswith("ing") and len(word) > 4 and is_base(verb(word, lexicon), lexicon)


def is_adverb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between a modal and its verb, or before an imperative."""
    if word in lexicon.adverbs:
        return True
    return (
        lexicon.language == "en"
        and len(word) > 4
        and word.endswith("ly")
        and word not in lexicon.not_adverbs
        and not is_base(word, lexicon)
    )


def is_finite(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an auxiliary or the -s form of a known verb."""
    if word in lexicon.auxiliaries:
        return True
    return (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(("ss", "'s"))
        and verb(word, lexicon) in lexicon.verbs
    )
