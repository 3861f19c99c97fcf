"""Reasons at the end of a sentence: “Tell us early, because small problems are easier to solve”."""

import re

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.difference.reason_words import is_reason
from conductkit.difference.remarks import listed
from conductkit.language import normalise

_JOINT = re.compile(r",?\s+(?P<joint>because|so that)\s+|,\s+(?:as|since)\s+", re.IGNORECASE)


def same_but_for_reasons(one: Passage, two: Passage) -> bool:
    """Whether two sentences ask the same in the same words, and only say otherwise why.

    What stands behind must be a reason and nothing more: it lets nobody off and promises nothing.
    """
    if not one.lone or not two.lone or one.language != two.language:
        return False
    parts = [_JOINT.split(side.text, maxsplit=1) for side in (one, two)]
    heads = {normalise(part[0], one.language).strip(" .;!,") for part in parts}
    if len(heads) != 1 or all(len(part) == 1 for part in parts):
        return False
    return all(_only_a_reason(part[-1], one.language) for part in parts if len(part) > 1)


def _only_a_reason(text: str, language: str) -> bool:
    allowed = cues.entries("reason-words", language)
    words = re.findall(r"[^\W\d_][\w'’-]*", text.lower().replace("’", "'"))
    return is_reason(text, language) and not any(
        listed(word, "forces", language) and word not in allowed for word in words
    )
