"""“If a report comes from a clerk, it goes to a clerk other than the one who made the report”: to
another clerk."""

import re

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, Tok

_OTHER = re.compile(
    r"(?P<what>\w+) (?:\w+ )?(?:from|by) "
    r"(?P<who>an? (?P<noun>\w+(?: of the (?:\w+ ){0,2}\w+)?)) (?P<main>.+ )"
    r"(?P=who) (?:different from|other than) the one (?:who )?(?P<act>\w+) (?:the|that) (?P=what)"
)


def different(line: Line) -> Line:
    """The sentence with “a different clerk”, where the one left out is the one just named, who
    made what the sentence is about."""
    said = " ".join(line.lows)
    found = _OTHER.search(said)
    if not found or not {"if", "when"}.intersection(line.lows[:1]):
        return line
    if found.end() != len(said) or found["act"] not in cues.entries("making", line.language):
        return line
    start = said[: found.end("main")].count(" ")
    size = found["noun"].count(" ") + 1
    noun = line.toks[start + 1 : start + 1 + size]
    head = line.toks[:start]
    return line.having([*head, Tok("a", "a"), Tok("different", "different"), *noun])
