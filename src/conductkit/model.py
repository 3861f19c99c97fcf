"""A code as frozen dataclasses.

Equality ignores where things stand (`place`), so that two codes are equal when they say the same.
What each field means stands in the field table (`fields.py`); a test holds the two together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from conductkit.place import Place
from conductkit.record import Record, record

LEVELS = ("must", "should", "may", "should-not", "must-not")
KINDS = ("staff", "customers", "two-sided", "community", "catalogue")
STATUSES = ("draft", "active", "retired")


@record
class Element(Record):
    """What every part of a code has: its place in the file."""

    place: Place = field(compare=False)


@record
class Owner(Element):
    """Who answers for the code."""

    name: str = ""
    email: str = ""
    url: str = ""
    phone: str = ""


@record
class Contact(Element):
    """Whom to turn to, and for what (`route`)."""

    route: str = ""
    name: str = ""
    email: str = ""
    url: str = ""
    phone: str = ""
    address: str = ""


@record
class Approval(Element):
    """Who said yes, and when."""

    name: str = ""
    date: str = ""


@record
class Party(Element):
    """Those who are bound or served."""

    id: str = ""
    name: str = ""
    text: str = ""


@record
class Value(Element):
    """What the code stands for."""

    id: str = ""
    name: str = ""
    text: str = ""


@record
class Waiver(Element):
    """A recorded decision not to follow a check."""

    check: str = ""
    reason: str = ""
    until: str = ""


@record
class Examples(Element):
    """Do and don't."""

    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


@record
class Rule(Element):
    """One thing somebody must, should, may or must not do."""

    id: str = ""
    title: str = ""
    text: str = ""
    level: str = ""
    values: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    why: str = ""
    examples: Examples | None = None
    measures: tuple[str, ...] = ()
    backed_by: tuple[str, ...] = ()
    translates: str = ""
    waive: tuple[Waiver, ...] = ()


@record
class Section(Element):
    """Rules that belong together."""

    id: str = ""
    title: str = ""
    text: str = ""
    binds: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@record
class Consequence(Element):
    """What follows a breach."""

    id: str = ""
    name: str = ""
    when: str = ""
    then: str = ""


@record
class Term(Element):
    """A word with a meaning of its own in this code."""

    term: str = ""
    text: str = ""


@record
class Reading(Element):
    """What a measure showed on a day."""

    date: str = ""
    value: str = ""


@record
class Measure(Element):
    """How the company sees that the code works."""

    id: str = ""
    name: str = ""
    unit: str = ""
    baseline: str = ""
    target: str = ""
    readings: tuple[Reading, ...] = ()


@record
class Translation(Element):
    """Which code and version was translated."""

    id: str = ""
    version: str = ""


@record
class Origin(Element):
    """A work that the code draws on."""

    title: str = ""
    author: str = ""
    url: str = ""
    licence: str = ""


@record
class Edition(Element):
    """A version and what changed in it."""

    version: str = ""
    date: str = ""
    changes: tuple[str, ...] = ()


@record
class Retired(Element):
    """A rule that is no more; its anchor stays."""

    id: str = ""
    version: str = ""
    replaced_by: str = ""
    reason: str = ""


@record
class Code(Element):
    """One code of conduct. `rules` holds every rule in order, those of sections included."""

    conduct: str = "1"
    id: str = ""
    title: str = ""
    version: str = ""
    status: str = "draft"
    language: str = ""
    kind: str = "staff"
    purpose: str = ""
    scope: str = ""
    summary: str = ""
    issuer: str = ""
    owner: Owner | None = None
    authors: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    adopted: str = ""
    effective: str = ""
    review_by: str = ""
    approved_by: tuple[Approval, ...] = ()
    parties: tuple[Party, ...] = ()
    channels: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    sections: tuple[Section, ...] = ()
    rules: tuple[Rule, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    redress: str = ""
    limits: str = ""
    terms: tuple[Term, ...] = ()
    measures: tuple[Measure, ...] = ()
    closing: str = ""
    catalogue: str = ""
    aligns_with: tuple[str, ...] = ()
    extends: str = ""
    translation_of: Translation | None = None
    sources: tuple[Origin, ...] = ()
    changelog: tuple[Edition, ...] = ()
    retired: tuple[Retired, ...] = ()
    waive: tuple[Waiver, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """Every rule under its id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def _sections_of(self) -> Mapping[str, Section]:
        return {rule.id: section for section in self.sections for rule in section.rules}

    def section_of(self, rule: Rule) -> Section | None:
        """The section that a rule stands in; None in a code without sections."""
        return self._sections_of.get(rule.id)

    def bound(self, rule: Rule) -> tuple[str, ...]:
        """The ids of the parties that a rule binds: the nearest `binds` holds."""
        section = self.section_of(rule)
        return rule.binds or (section.binds if section else ()) or self.binds

    def served(self, rule: Rule) -> tuple[str, ...]:
        """The ids of the parties that a rule serves: the nearest `serves` holds."""
        section = self.section_of(rule)
        return rule.serves or (section.serves if section else ()) or self.serves

    def channels_of(self, rule: Rule) -> tuple[str, ...]:
        """The channels that a rule holds for: the nearest `channels` holds."""
        section = self.section_of(rule)
        return rule.channels or (section.channels if section else ()) or self.channels

    def numbered(self) -> Iterator[tuple[int, Rule]]:
        """Every rule with the number that renderings give it: one sequence through all sections."""
        return enumerate(self.rules, start=1)
