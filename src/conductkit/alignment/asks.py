"""What a code asks of people, duty by duty, in a form in which codes can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from conductkit.alignment.topics import topics_of
from conductkit.axis import Duty
from conductkit.checks._acts import content
from conductkit.checks._stems import spot
from conductkit.covering.word_lists import lists
from conductkit.difference import cues
from conductkit.difference.durations import Time, times
from conductkit.difference.duties import duties
from conductkit.difference.holders import Holders
from conductkit.difference.passage import passage
from conductkit.language import normalise
from conductkit.model import Code, Rule
from conductkit.source import Span

_PUBLIC = ("customers", "two-sided")


@dataclass(frozen=True, eq=False)
class Ask:
    """One duty, ban or permission of a rule.

    `ours` says whether it binds those in whose name the code is given, not those they serve.
    `channels` are those that its rule is kept to; None where it holds everywhere. `rank` is the
    place of its code among those compared.
    """

    code: Code
    rule: Rule
    duty: Duty
    ours: bool
    channels: frozenset[str] | None
    rank: int = 0

    @property
    def public(self) -> bool:
        """Whether its code is for those who are served as well."""
        return self.code.kind in _PUBLIC

    @property
    def reach(self) -> frozenset[str]:
        """The channels on which it has to be kept, as far as the code names them."""
        return self.channels if self.channels is not None else frozenset(self.code.channels)

    @property
    def span(self) -> Span:
        return self.rule.place.words("text", self.duty.directive.start, self.duty.directive.end)

    @cached_property
    def text(self) -> str:
        """Its words without the party that it binds."""
        directive, text = self.duty.directive, self.duty.reading.text
        verb = self.duty.verb_span
        if not directive.subject or directive.form not in ("modal", "statement"):
            return text[directive.start : directive.end]
        if directive.modal.cue:
            lead = "You " if directive.form == "modal" else ""
            return f"{lead}{text[directive.modal.start : directive.end]}"
        return text[verb[0] if verb else directive.start : directive.end]

    @cached_property
    def acts(self) -> frozenset[tuple[str, str | None]]:
        """Its verbs with their objects; the verb alone says too little where it is light."""
        directive = self.duty.directive
        own = [(directive.verb, directive.object)] if directive.verb else []
        return frozenset([*directive.acts, *own])

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Until when, where it says so in numbers."""
        return tuple(time for time in times(self.duty) if time.kind == "by")

    @cached_property
    def about(self) -> frozenset[str]:
        """The words that say what it is about: without its party, strength and time."""
        directive, text = self.duty.directive, self.duty.reading.text
        language = self.duty.language
        words = content(text[directive.start : directive.end], language)
        for time in times(self.duty):
            words -= content(text[time.start : time.end], language)
        for part in (directive.modal.cue, directive.subject or ""):
            words -= content(part, language)
        return words

    @cached_property
    def topics(self) -> frozenset[str]:
        """The acts that it puts in its own words."""
        directive = self.duty.directive
        words = self.duty.reading.text[directive.start : directive.end]
        return topics_of(words, self.duty.language)

    def meets(self, other: "Ask") -> bool:
        """Whether the two hold for the same side, on a channel in common."""
        if self.ours != other.ours:
            return False
        if self.channels is None or other.channels is None:
            return True
        return bool(self.channels & other.channels)


def asks(code: Code, rank: int = 0) -> Iterator[Ask]:
    """Every duty, ban and permission of a code, in order."""
    for rule in code.rules:
        channels = _channels(code, rule)
        for duty in duties(passage(rule.text, code.language), frozenset(), Holders()):
            yield Ask(
                code, rule, duty, ours(code, rule, duty.directive.subject or ""), channels, rank
            )


def ours(code: Code, rule: Rule, subject: str = "") -> bool:
    """Whether a rule binds those who give the code: not only those who are served.

    Where no party is named, the `subject` of its sentence says so.
    """
    served = cues.entries("served", code.language)
    bound = code.bound(rule)
    if not bound:
        return served.isdisjoint(normalise(subject, code.language).split())
    names = {party.id: party.name for party in code.parties}
    # The last word says what a party is: “customer service professionals” are no customers.
    heads = ({normalise(name, code.language).split()[-1:][0] for name in (id.replace("-", " "),
             names[id])} for id in bound)  # fmt: skip
    return any(served.isdisjoint(said) for said in heads)


def _channels(code: Code, rule: Rule) -> frozenset[str] | None:
    """The channels that a rule is kept to: by what is nearest, else by its words."""
    section = code.section_of(rule)
    near = rule.channels or (section.channels if section else ())
    if near:
        return frozenset(near)
    known = lists(code.language).channels
    told = frozenset(name for name, stems in known.items() if spot(rule.text, stems))
    return told or None
