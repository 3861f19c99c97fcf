"""Where a code stands in its life: ten steps, each with the facts that show it taken.

The steps are those of Max Mitchell, “How To Write Your Own Customer Service Code Of Conduct”; what
counts as a fact for each is ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from conductkit.model import Code
from conductkit.phrases import counted, listed

STEPS = {
    "Know what it is for": "purpose",
    "Do the research": "sources",
    "Name who writes it": "authors",
    "Talk it over": "consulted",
    "Make an outline": "sections",
    "Write the rules": "rules",
    "Proofread": "conduct lint",
    "Finish it": "values of the rules, approved_by",
    "Put it to use and test it": "status, effective, conduct ack, conduct measure",
    "Keep it up to date": "review_by, contacts, changelog",
}
"""The names of the steps in order, and where the facts of each stand."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the file alone does not say: findings of lint, and readers of the text that binds.

    `findings` counts warnings and errors that are neither waived nor recorded.
    """

    findings: int
    readers: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is so (`words` says what) or is still to do (`words` says how)."""

    holds: bool
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps and its facts; it is done where all of them hold."""

    number: int
    name: str
    facts: tuple[Fact, ...]

    @property
    def done(self) -> bool:
        return all(fact.holds for fact in self.facts)

    @property
    def evidence(self) -> str:
        """What is there."""
        return "; ".join(fact.words for fact in self.facts if fact.holds)

    @property
    def todo(self) -> str:
        """What comes next in this step; "" where it is done."""
        return next((fact.words for fact in self.facts if not fact.holds), "")


@dataclass(frozen=True, slots=True)
class Standing:
    """One code and its steps on a day. `overdue` is by how many days its review is late."""

    code: Code
    today: date
    steps: tuple[Step, ...]
    overdue: int

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The first step that is not done; None where all are, or the code is retired."""
        if self.code.status == "retired":
            return None
        return next((step for step in self.steps if not step.done), None)


def standing(code: Code, known: Known, today: date) -> Standing:
    """Where a code stands on a day."""
    late = (today - date.fromisoformat(code.review_by)).days if code.review_by else 0
    overdue = max(late, 0) if code.status != "retired" else 0
    facts = (
        _purpose(code), _sources(code), _authors(code), _consulted(code), _outline(code),
        _rules(code), _proofread(known), _finished(code), _used(code, known, today),
        _kept(code, overdue),
    )  # fmt: skip
    named = enumerate(zip(STEPS, facts, strict=True), start=1)
    steps = (Step(number, name, tuple(found)) for number, (name, found) in named)
    return Standing(code, today, tuple(steps), overdue)


def _fact(holds: object, said: str, todo: str) -> Fact:
    return Fact(bool(holds), said if holds else todo)


def _purpose(code: Code) -> Iterator[Fact]:
    yield _fact(code.purpose, "its purpose is stated", "say under `purpose:` what it is for")


def _sources(code: Code) -> Iterator[Fact]:
    names = listed(source.title for source in code.sources)
    yield _fact(names, f"it draws on {names}", "name under `sources:` what it draws on")


def _authors(code: Code) -> Iterator[Fact]:
    names = listed(code.authors)
    yield _fact(names, f"written by {names}", "name under `authors:` who writes it")


def _consulted(code: Code) -> Iterator[Fact]:
    names = listed(code.consulted)
    yield _fact(names, f"talked over with {names}", "name under `consulted:` who was asked")


def _outline(code: Code) -> Iterator[Fact]:
    said = counted(len(code.sections), "section")
    yield _fact(code.sections, said, "make `sections:`, and put each rule into one")


def _rules(code: Code) -> Iterator[Fact]:
    yield _fact(code.rules, counted(len(code.rules), "rule"), "write rules")
    empty = [section.id for section in code.sections if not section.rules]
    if empty:
        yield Fact(False, f"write rules for {listed(empty)}, where there are none yet")


def _proofread(known: Known) -> Iterator[Fact]:
    count = counted(known.findings, "finding")
    todo = f"see to the {count} that `conduct lint` has, or waive what is meant so"
    yield _fact(not known.findings, "`conduct lint` finds nothing", todo)


def _finished(code: Code) -> Iterator[Fact]:
    used = {value for rule in code.rules for value in rule.values}
    idle = [value.name for value in code.values if value.id not in used]
    if idle:
        yield Fact(False, f"write a rule for {listed(idle)}, which no rule carries")
    else:
        todo = "name under `values:` what it rests on, and at each rule what it carries"
        yield _fact(code.values, "each value is carried by a rule", todo)
    approved = listed(one.name + (f" on {one.date}" if one.date else "")
                       for one in code.approved_by)  # fmt: skip
    yield _fact(approved, f"approved by {approved}", "name under `approved_by:` who said yes")


def _used(code: Code, known: Known, today: date) -> Iterator[Fact]:
    begun = not code.effective or date.fromisoformat(code.effective) <= today
    since = f" since {code.effective}" if code.effective else ""
    if code.status != "active":
        yield Fact(False, "set `status: active` and the day under `effective:` when it begins")
    else:
        yield _fact(begun, f"in force{since}", f"it comes into force on {code.effective}")
    read = f"acknowledged by {counted(known.readers, 'reader')}"
    yield _fact(known.readers, read, "let those who keep it read it, and record it: `conduct ack`")
    days = [one.date for measure in code.measures for one in measure.readings]
    tested = [day for day in days if day > code.effective]
    last = f"last measured on {max(tested)}" if tested else ""
    yield _fact(tested, last, "measure what it changed: `conduct measure record`")


def _kept(code: Code, overdue: int) -> Iterator[Fact]:
    if not code.review_by:
        yield Fact(False, "set under `review_by:` when you look at it again")
    else:
        late = f"the review is {counted(overdue, 'day')} overdue: look at it, then set the next day"
        yield _fact(not overdue, f"next review by {code.review_by}", late)
    ways = [one.name or one.email or one.url or one.phone or one.address
            for one in code.contacts if one.route == "feedback"]  # fmt: skip
    whom = _whose(code)
    todo = f"add a contact with `for: feedback`, for the feedback{whom}"
    yield _fact(ways, f"feedback{whom} goes to {listed(ways)}", todo)
    told = [one for one in code.changelog if one.version == code.version]
    said = f"the changelog says what {code.version} changed"
    yield _fact(told, said, "say in the changelog what changed: `conduct bump`")


def _whose(code: Code) -> str:
    """All parties of the rules: a contact in the format is open to each of them."""
    parties = {name for rule in code.rules for name in (*code.bound(rule), *code.served(rule))}
    people = [one.name for one in code.parties if one.id in parties]
    return f" of everybody ({', '.join(people)})" if people else ""
