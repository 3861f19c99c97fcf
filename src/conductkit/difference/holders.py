"""Whose a permission is: of those bound by the code, or of those it serves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from conductkit.difference import cues
from conductkit.difference.passage import passage
from conductkit.language import Directive, normalise
from conductkit.model import Code, Rule

_OFTEN = 2  # times as many promises as demands


@dataclass(frozen=True, slots=True)
class Holders:
    """The words that name those bound and those served."""

    bound: frozenset[str] = frozenset()
    served: frozenset[str] = frozenset()

    def of(self, directive: Directive, language: str) -> str:
        """Whose freedom a directive speaks of: "bound", "served" or "" where nobody can tell."""
        subject = normalise(directive.subject or "", language).split()
        if not subject:
            return "bound" if directive.form == "imperative" else ""
        named = {_singular(word) for word in subject} | set(subject)
        if named & self.bound:
            return "" if named & self.served else "bound"
        return "served" if named & self.served else ""


Sides = tuple[Holders, Holders]

NOBODY: Sides = Holders(), Holders()
"""For two texts of which nobody knows whom they bind."""


def holders(code: Code, rule: Rule | None = None) -> Holders:
    """Who is bound and served where a rule stands (or by the code), in words."""
    binds = code.bound(rule) if rule else code.binds
    serves = code.served(rule) if rule else code.serves
    bound = _names(code, binds) | cues.entries("issuer", code.language)
    served = _names(code, serves)
    if not binds and not serves:
        served |= cues.entries("served", code.language) - _reached(code)
    addressed = cues.entries("addressed", code.language)
    if not binds and not serves and _promises(code):
        return Holders(bound - served, served | addressed)
    if code.kind == "customers" and not _names(code, binds) & cues.entries("served", code.language):
        return Holders(bound - served, served | addressed)
    return Holders((bound | addressed) - served, served)


@lru_cache(maxsize=8)
def _reached(code: Code) -> frozenset[str]:
    """The words of the sentences that say whom the code holds for: “it applies to all guests”."""
    verbs = cues.entries("scope-verbs", code.language)
    found: set[str] = set()
    for text in (code.scope, code.purpose, code.summary):
        for sentence in passage(text or "", code.language).reading.sentences:
            lows = {word.low for word in sentence.words}
            found |= set() if verbs.isdisjoint(lows) else lows
    visiting = cues.entries("visiting", code.language)
    return frozenset(found | visiting if found & visiting else found)


def _promises(code: Code) -> bool:
    """Whether a code speaks to those it serves: “we greet you”, far more often than “you must”."""
    promised = demanded = 0
    issuer, addressed = (cues.entries(name, code.language) for name in ("own", "addressed-all"))
    for text in (*(rule.text for rule in code.rules), *(part.text for part in code.sections)):
        for sentence in passage(text, code.language).reading.sentences:
            lows = [word.low for word in sentence.words]
            first = next((low for low in lows if low in issuer | addressed), "")
            both = not issuer.isdisjoint(lows) and not addressed.isdisjoint(lows)
            promised += both and first in issuer
            demanded += any(_demands(one, addressed) for one in sentence.directives)
    return promised > _OFTEN * demanded


def _demands(directive: Directive, addressed: frozenset[str]) -> bool:
    """Whether a directive asks something of the reader."""
    if directive.modal.force not in ("duty", "ban"):
        return False
    subject = normalise(directive.subject or "", "").split()
    return directive.form == "imperative" or not addressed.isdisjoint(subject)


def _names(code: Code, ids: Sequence[str]) -> frozenset[str]:
    """The words of the parties' ids and names, in the singular too."""
    found: set[str] = set()
    for party in code.parties:
        if party.id in ids:
            found |= set(normalise(party.name, code.language).split())
            found |= set(party.id.split("-"))
    return frozenset({_singular(word) for word in found} | found)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
