"""Reasons at the end of a sentence: “Tell us early, because small problems are easier to solve”."""

import re

from conductkit.difference import cues
from conductkit.difference.hoping import hopes
from conductkit.difference.passage import Passage, passage
from conductkit.difference.reason_words import is_reason
from conductkit.difference.word_lists import listed
from conductkit.language import lemma, normalise
from conductkit.language.lexicon import lexicon, primary

_JOINT = re.compile(r",?\s+(?P<joint>because|so that)\s+|,\s+(?P<open>as|since)\s+", re.IGNORECASE)


def same_but_for_reasons(one: Passage, two: Passage) -> bool:
    """Whether two sentences ask the same in the same words, and only say otherwise why.

    What stands behind must be a reason and nothing more: it lets nobody off and promises nothing.
    """
    if not one.lone or not two.lone or one.language != two.language:
        return False
    if _hope(one, two) or _hope(two, one):
        return True
    joints = [_JOINT.search(side.text) for side in (one, two)]
    heads = {
        normalise(side.text[: joint.start() if joint else None], one.language).strip(" .;!,")
        for side, joint in zip((one, two), joints, strict=True)
    }
    if len(heads) != 1 or not any(joints):
        return False
    denied = not cues.entries("negation", one.language).isdisjoint(
        passage(heads.pop(), one.language).tokens
    )
    if denied and not all(_closed(side) for side in (one, two)):
        return False  # “do not refuse guests because they are late”
    return all(
        _gives_reason(side, joint)
        for side, joint in zip((one, two), joints, strict=True)
        if joint is not None
    )


def _gives_reason(side: Passage, joint: re.Match[str]) -> bool:
    """Whether a reason follows; “as far as possible”, “as we see fit”, “since May” are none."""
    tail = [word for word in side.words if word.start >= joint.end()]
    known = lexicon(primary(side.language))
    told = bool(tail) and tail[0].low in known.determiners | known.personal | known.pronouns
    told = told or any(lemma.is_finite(word.low, known) for word in tail[1:2])  # “English is new”
    escapes = cues.find(side.reading, side.words, "escape-clause")
    if any(cue.start >= joint.start() for cue in escapes) or not (told or joint["joint"]):
        return False
    return _only_a_reason(side.text[joint.end() :], side.language)


def _closed(side: Passage) -> bool:
    """Whether a comma stands before the reason of a text, if it has one."""
    joint = _JOINT.search(side.text)
    return joint is None or joint[0].startswith(",")


def _hope(short: Passage, long: Passage) -> bool:
    """Whether all that one sentence says more is a hope or thanks: “…, and we thank you for it”."""
    size = len(short.tokens)
    if not size or long.tokens[:size] != short.tokens or len(long.owners) <= size:
        return False
    end = long.words[long.owners[size - 1]].end
    rest = long.text[end:].lstrip(", ")
    part = passage(rest.removeprefix("and "), long.language)
    joined = rest.startswith("and ") and len(part.reading.sentences) == 1
    return joined and hopes(part, part.reading.sentences[0].words)


def _only_a_reason(text: str, language: str) -> bool:
    allowed = cues.entries("reason-words", language)
    words = re.findall(r"[^\W\d_][\w'’-]*", text.lower().replace("’", "'"))
    return is_reason(text, language) and not any(
        listed(word, "forces", language) and word not in allowed for word in words
    )
