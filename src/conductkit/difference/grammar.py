"""Words that make a sentence grammatical and say nothing else: “may [be] expelled”."""

from conductkit.difference import cues
from conductkit.difference.articles import article_put_right
from conductkit.difference.passage import Passage
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block

_PROGRESSIVE = frozenset({"am", "are", "is"})
_ONLY_BE = frozenset({"aware", "concerned", "interested", "involved", "responsible"})
_FELT = frozenset({"believe", "believes", "feel", "feels", "think", "thinks"})
_FOR_IS = (("in",), ("it",), ("if",), ("i",), ("s",), ("id",))
_NEVER_TO = frozenset({"can", "could", "may", "must", "shall", "should", "will", "would"})
_BEFORE_TO = frozenset({"able", "going", "supposed", "want", "wants", "wish", "wishes"})


def repaired(wrong: Passage, right: Passage, block: Block) -> bool:
    """Whether the right text has what the wrong one lacks for its grammar, and no more."""
    if primary(wrong.language) != "en" or primary(right.language) != "en":
        return False
    a, b, c, d = block
    out, into = wrong.tokens[a:b], right.tokens[c:d]
    before = wrong.tokens[a - 1] if a else ""
    after = wrong.tokens[b] if b < len(wrong.tokens) else ""
    words = lexicon("en")
    if article_put_right(wrong, right, (a, c), out, into):
        return True
    if not out and into == ("be",):  # “may expelled”
        participle = lemma.is_participle(after, words) and not lemma.is_base(after, words)
        return before in cues.entries("modal-words", "en") and participle
    if out == ("to",) and not into:  # “must to respect”
        return before in _NEVER_TO and lemma.is_base(after, words)
    if not out and into == ("to",):  # “going be strict”
        return before in _BEFORE_TO and lemma.is_base(after, words)
    if into == ("is",) and out in _FOR_IS:  # “the group in empowered to act”
        participle = lemma.is_participle(after, words) and not lemma.is_base(after, words)
        return participle and _verbless(wrong, a)
    if {out, into} == {("but",), ("and",)}:  # “we follow the law, but we want more”
        return a > 0 and _goes_on(wrong, a) and _goes_on(right, c)
    if out == ("have",) and into == ("are",):  # “something you’ve involved with”
        behind = wrong.tokens[b + 1] if b + 1 < len(wrong.tokens) else ""
        return before in words.personal and after in _ONLY_BE and behind in words.prepositions
    if len(out) == 1 and len(into) == 1:  # “help ensuring”, “taken to correcting it”
        bare = before in ("help", "helps") or (
            before == "to" and wrong.tokens[a - 2 : a - 1] == ("taken",)
        )
        return (bare and _gerund_of(out[0], into[0])) or _had(wrong, a, into[0])
    if not out and into == ("is",):  # “if you feel your safety in danger”
        return after in words.prepositions and not _FELT.isdisjoint(wrong.tokens[max(a - 3, 0) : a])
    if len(out) == 2 and len(into) == 1 and out[0] in _PROGRESSIVE:  # “we are expecting”
        return before in words.personal and _gerund_of(out[1], into[0])
    return False


def _verbless(side: Passage, at: int) -> bool:
    """Whether no verb stands in a sentence before a word, which a noun with an article opens."""
    words = lexicon("en")
    place = side.words[side.owners[at]].start
    sentence = next(s for s in side.reading.sentences if s.start <= place < s.end)
    before = [word.low for word in sentence.words if word.start < place]
    opens = len(before) > 1 and before[0] in ("the", "a", "an", "this", "our")
    return opens and not any(
        low in words.auxiliaries or low in words.verbs or lemma.is_finite(low, words)
        for low in before
    )


def _goes_on(side: Passage, at: int) -> bool:
    """Whether a whole new clause stands behind a joint, and nothing is denied or excepted."""
    words = lexicon("en")
    after = side.tokens[at + 1] if at + 1 < len(side.tokens) else ""
    opens = after in words.personal or after in ("our", "my", "their", "your", "this", "these")
    denials = cues.entries("negation", "en") | cues.entries("exception", "en")
    place = side.words[side.owners[at]].start
    sentence = next(s for s in side.reading.sentences if s.start <= place < s.end)
    quiet = denials.isdisjoint(word.low for word in sentence.words)
    return opens and quiet and side.gap(side.owners[at] - 1) == ","


def _had(wrong: Passage, at: int, done: str) -> bool:
    """“What you have experience”: the participle is meant, where a person has it."""
    words = lexicon("en")
    who, have = (*wrong.tokens[max(at - 2, 0) : at], "", "")[:2]
    verb = lemma.verb(done, words)
    return (
        who in words.personal
        and have in ("has", "have", "had")
        and verb == wrong.tokens[at] != done
        and lemma.is_participle(done, words)
    )


def _gerund_of(form: str, base: str) -> bool:
    """Whether a form is the -ing form of a verb in its base form."""
    words = lexicon("en")
    return lemma.is_gerund(form, words) and lemma.verb(form, words) == base
