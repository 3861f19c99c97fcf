"""A text in the one form that other ways to say the same come down to."""

from collections.abc import Sequence
from functools import lru_cache

from conductkit.difference.literals import same_marks
from conductkit.difference.passage import Passage, passage
from conductkit.difference.restating import (
    counted,
    denying,
    figures,
    forms,
    house,
    joined,
    listing,
    nominal,
    one_subject,
    order,
    person,
    placing,
    reach,
    relative,
    someone_else,
    spoken,
    voice,
    written,
)
from conductkit.difference.restating.line import Line, lines
from conductkit.language.lexicon import primary

_LONGEST = 6  # sentences
_STEPS = (
    placing.set_off_first,
    placing.only_in_cases,
    spoken.pledged,
    spoken.politely,
    person.told_apart,
    order.should,
    forms.when_you,
    forms.when_they,
    spoken.mailed,
    forms.broken,
    forms.phrases,
    forms.perfect,
    counted.one,
    counted.under,
    counted.aged,
    counted.colon,
    counted.examples,
    someone_else.different,
    nominal.done_of,
    relative.whom,
    spoken.let_know,
    spoken.helped,
    spoken.no_doing,
    spoken.any_form,
    forms.in_a_way,
    person.they,
    person.they,
    person.their,
    person.absent,
    forms.whoever_does,
    spoken.who_does,
    forms.of_a_body,
    forms.owned,
    forms.that_left_out,
    forms.owner_once,
    forms.be_once,
    reach.any_banned,
    reach.per_unit,
    house.told_to_you,
    denying.have_to,
    denying.anybody,
    denying.refused,
    order.stated,
    voice.forbidden,
    voice.denied,
    voice.refrained,
    voice.unfailing,
    voice.limited,
    voice.tolerated,
    voice.active,
    spoken.promised,
    voice.told,
    reach.each_of_all,
    reach.every_who,
    denying.prohibited,
    house.asked,
    house.we_do,
    house.done_by_us,
    house.can_be_done,
    placing.so_then,
    placing.possible_first,
    placing.whether_or_not,
    placing.doing_of,
    placing.described_before,
    order.asked_why,
    order.if_clause,
    order.last,
    order.exception_comma,
    order.adverb_last,
    listing.sorted_items,
    relative.reduced,
    relative.that,
)


def restated(old: Passage, new: Passage) -> tuple[str, str] | None:
    """Both texts in their plain form; None where that says nothing new of them."""
    if primary(old.language) != "en" or primary(new.language) != "en":
        return None
    one, two = (
        passage(figures.plain(written.plain(side.text, "en")), side.language) for side in (old, new)
    )
    if one.residue or two.residue or not same_marks(one, two):
        return None
    if _ranked(one, two) or _ranked(two, one):
        return None
    plain = _plain(one.text, old.language), _plain(two.text, new.language)
    return None if plain == (old.text, new.text) else plain


def form(text: str, language: str) -> str:
    """One text in its plain form; as it is in a language without one."""
    if primary(language) != "en":
        return text
    return _plain(figures.plain(written.plain(text, "en")), language)


def _ranked(one: Passage, two: Passage) -> bool:
    """Whether “will” became “must”: the plain form of a promise hides which of them it was."""
    musts = [not {"must", "shall"}.isdisjoint(side.tokens) for side in (one, two)]
    return ["will" in side.tokens for side in (one, two)] == [True, False] and musts == [
        False,
        True,
    ]


@lru_cache(maxsize=2048)
def _plain(text: str, language: str) -> str:
    side = passage(joined.inline(text, language), language)
    if len(side.reading.sentences) > _LONGEST:
        return text
    found: list[Line] = []
    for line in _joined(lines(side)):
        parts = [line]
        for cut in (
            joined.apart,
            denying.apart,
            joined.clauses,
            joined.reason_apart,
            joined.parted,
        ):
            parts = [two for one in parts for two in cut(one)]
        found += [_steps(part) for part in parts]
    return " ".join(line.text for line in found)


def _joined(found: Sequence[Line]) -> list[Line]:
    for join in (joined.with_examples, one_subject.joined, one_subject.by_means):
        found = join(found)
    return list(found)


def _steps(line: Line) -> Line:
    for step in _STEPS:
        line = step(line)
    return line
