"""Sentences that stand elsewhere in the other edition: they neither came nor went."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from conductkit.difference import cues
from conductkit.difference.literals import addresses
from conductkit.difference.pairing import Pairs
from conductkit.difference.passage import passage
from conductkit.difference.relisted import Listed, lists, same_lists
from conductkit.difference.restated import form
from conductkit.difference.runs import Unit, units
from conductkit.difference.shared import Key
from conductkit.difference.texts import states_something
from conductkit.language import normalise
from conductkit.model import Code, Rule, Section

_LABEL = r"(?:contact|e-?mail|mail|courriel|correo|kontakt|contato|contacto)"
_MAIL = re.compile(
    rf"(?:(?:{_LABEL}(?: us)?[*_]*:?[*_]*\s)?\[(?P<words>[^\[\]\s]{{3,200}})\]"
    rf"|\[{_LABEL}(?: (?!to\b|for\b|about\b|if\b|when\b)[\w’'-]{{1,30}}){{0,4}}\])"
    r"\(mailto:(?P<address>[^()\s]{1,200})\)",
    re.IGNORECASE,
)
_FEW = 60  # sentences that are put in other words to be known again
_LEAST = 3  # words of a sentence that could be known again
_PROSE = ("purpose", "summary", "closing")
_PARTS = ("scope", "redress", "limits")


class _Stands(NamedTuple):
    """Where a sentence stands: the place, the sentence before it there, whether it is all."""

    unit: Unit
    place: str
    before: Key | None
    whole: bool
    section: str


_Said = dict[Key, list[_Stands]]


def settled(old: Code, new: Code, pairs: Pairs) -> frozenset[Key]:
    """The sentences that only moved to another place, or that a whole rule says in both editions.

    Those that lean on what stands around them must have moved with it. Nothing moves from a rule
    into words that only describe, nor from one rule into another.
    """
    twins = {two.id: one.id for one, two in pairs.pairs}
    twins |= {rule.id: f"{rule.id} anew" for rule in pairs.added if rule.id in old.by_id}
    said = _said(old, {}), _said(new, twins)
    found: set[Key] = set()
    for key in said[0].keys() & said[1].keys():
        sides = [
            [here for here in one if here.place not in {there.place for there in two}]
            for one, two in ((said[0][key], said[1][key]), (said[1][key], said[0][key]))
        ]
        if _moved(sides[0], sides[1], old.language) or _repeated(
            said[0][key], said[1][key], sides, old.language
        ):
            found.add(key)
    if old.language == new.language:
        found |= _reworded(said, old.language)
        found |= same_lists(_lists(old), list(_lists(new)))
    known = _addresses(old), _addresses(new)
    for side, other in ((0, 1), (1, 0)):
        found |= {key for key, at in said[side].items() if _only_address(at[0].unit, known[other])}
    return frozenset(found)


def _reworded(said: tuple[_Said, _Said], language: str) -> set[Key]:
    """The sentences that moved and are put in other words there, which come down to the same."""
    sides: list[dict[tuple[str, str], list[Key]]] = []
    for one, two in (said, said[::-1]):
        lone = [key for key in one if key not in two]
        forms: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in lone if len(lone) <= _FEW else ():
            unit = one[key][0].unit
            forms[unit.lead, normalise(form(unit.text, language), language)].append(key)
        sides.append(forms)
    pairs = [
        (sides[0][plain][0], sides[1][plain][0])
        for plain in sides[0].keys() & sides[1].keys()
        if len(sides[0][plain]) == len(sides[1][plain]) == 1
    ]
    return {
        key
        for pair in pairs
        if pair[0][2:] == pair[1][2:]
        and _moved(said[0][pair[0]], said[1][pair[1]], language)
        and said[0][pair[0]][0].place != said[1][pair[1]][0].place
        for key in pair
    }


def _lists(code: Code) -> Iterator[Listed]:
    """The lists of rules and sections: neither stands in prose beside them."""
    for place, text, _ in _texts(code, {}):
        if place.partition(" ")[0] in ("rule", "section"):
            yield from lists(units(passage(text, code.language)), code.language)


def _moved(gone: list[_Stands], come: list[_Stands], language: str) -> bool:
    if not gone or not come:
        return False
    if not all(any(_may_move(one, two) for two in come) for one in gone):
        return False
    if not all(any(_may_move(one, two) for one in gone) for two in come):
        return False
    if not _speaks(gone[0].unit, language) and _under_heading(*gone, *come):
        return False
    if any(one.whole for one in gone) and any(two.whole for two in come):
        return True
    together = {one.before for one in gone} & {two.before for two in come} - {None}
    return bool(together) or _stands_alone(gone[0].unit, language)


def _speaks(unit: Unit, language: str) -> bool:
    """Whether words direct or state something; “Glass on the pier” leans on its heading."""
    side = passage(unit.text, language)
    return bool(unit.lead or side.reading.directives) or states_something(side, tuple(side.words))


def _under_heading(*places: _Stands) -> bool:
    return all(here.place.startswith("section ") for here in places)


def _may_move(one: _Stands, two: _Stands) -> bool:
    kinds = {here.place.partition(" ")[0] for here in (one, two)}
    if kinds == {"rule"}:
        return one.whole and two.whole
    if kinds == {"consequence"}:
        return False  # what follows one breach would follow another
    return not ("rule" in kinds and "prose" in kinds)


def _repeated(
    old: list[_Stands], new: list[_Stands], loose: list[list[_Stands]], language: str
) -> bool:
    """Whether both editions say it in one place, and it was only said once more besides: by a rule
    of its own, or by the rules of the section whose text it is."""
    kept = {here.place for here in old if here.whole or not here.place.startswith("rule ")}
    kept &= {here.place for here in new}
    besides = [here for side in loose for here in side]
    return (
        bool(kept)
        and all(here.whole or here.section in kept or _may_repeat(here.place) for here in besides)
        and _stands_alone(old[0].unit, language)
    )


def _may_repeat(place: str) -> bool:
    return not place.startswith("rule ")


def _said(code: Code, twins: dict[str, str]) -> _Said:
    found: _Said = defaultdict(list)
    for place, text, section in _texts(code, twins):
        parts = units(passage(text, code.language))
        before: Key | None = None
        for part in parts:
            if len(part.words) >= _LEAST or part.lead or "@" in part.text:
                found[part.said].append(_Stands(part, place, before, len(parts) == 1, section))
            before = part.said
    return found


def _texts(code: Code, twins: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every text in which something could be demanded, with its place and the section it is in."""
    for rule in code.rules:
        section = code.section_of(rule)
        if not _aimed(rule) and not (section and _aimed(section)):
            within = f"section {section.id}" if section else ""
            yield f"rule {twins.get(rule.id, rule.id)}", rule.text, within
    for section in code.sections:
        for text in filter(None, () if _aimed(section) else (section.title, section.text)):
            yield f"section {section.id}", text, ""
    for item in code.consequences:
        yield f"consequence {item.id}", item.then, ""
    for kind, keys in (("prose", _PROSE), ("part", _PARTS)):
        for key in keys:
            if text := getattr(code, key):
                yield f"{kind} {key}", text, ""


def _aimed(part: Rule | Section) -> bool:
    """Whether a part says itself whom it binds or serves, or where it holds: its words mean it."""
    return bool(part.binds or part.serves or part.channels)


def _stands_alone(unit: Unit, language: str) -> bool:
    """Whether a sentence names who does what, and points to no other one."""
    pointing = cues.entries("pointing", language)
    own = cues.entries("own-names", language)  # “this code” points to no other sentence
    if not pointing or set(unit.words[:1]) & (cues.entries("leaning", language) - pointing):
        return False
    if any(
        word in pointing and after not in own and (word, after) != ("such", "as")
        for word, after in pairwise((*unit.words, ""))
    ):
        return False
    found = passage(unit.text, language).reading.directives
    return not any(one.form == "imperative" for one in found)


def _addresses(code: Code) -> set[str]:
    """Every address of a code, in its contacts and its texts."""
    found = {item.email for item in code.contacts}
    for _, text, _ in _texts(code, {}):
        found |= {part.removeprefix("mailto:") for part in addresses(text)}
    return found


def _only_address(unit: Unit, known: set[str]) -> bool:
    """Whether all of a sentence links to an address that the other edition names too, and says
    no more than that one may write there."""
    found = _MAIL.fullmatch(unit.text.strip(" .!*_"))
    if found is None or found["words"] not in (None, found["address"]):
        return False
    return found["address"] in known
