"""A noun that says what is done, and its verb: “for the enforcement of”, “for enforcing”."""

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, words
from conductkit.language import lemma, normalise


def done_of(line: Line) -> Line:
    """“Responsible for enforcing this code” as “responsible for the enforcement of this code”."""
    lows = line.lows
    nouns = _nouns(line.language)
    for at in range(1, len(lows) - 1):
        verb = lemma.verb(lows[at], line.known)
        if lows[at - 1] != "for" or not lemma.is_gerund(lows[at], line.known):
            continue
        noun = nouns.get(normalise(verb, line.language))
        behind = lows[at + 1] in line.known.determiners or lows[at + 1] not in line.known.verbs
        closed = (
            line.toks[at - 1].gap or line.toks[at].gap or lows[at + 1] in line.known.prepositions
        )
        if noun and behind and not closed:
            put = words(f"the {noun} of")
            return line.having([*line.toks[:at], *put, *line.toks[at + 1 :]])
    return line


def _nouns(language: str) -> dict[str, str]:
    """The noun of each verb, whatever its spelling."""
    found = cues.pairs("nominals", language)
    return {normalise(verb, language): noun for noun, verb in found.items()}
