"""Measures and their readings: how far each has come, and which rules they stand behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from conductkit.model import Code, Measure, Reading, Rule


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a measure stands. Figures are in its own unit; None where the code gives none.

    `start` is the baseline, else the first of several readings. `rules` are those that name it.
    """

    measure: Measure
    readings: tuple[Reading, ...]
    start: Decimal | None
    target: Decimal | None
    rules: tuple[Rule, ...]

    @property
    def latest(self) -> Reading | None:
        """The reading of the last day."""
        return self.readings[-1] if self.readings else None

    @property
    def share(self) -> Decimal | None:
        """How much of the way from the start to the target is behind us: 1 is all of it.

        Negative where the last reading is further off than the start was. None where there is no
        way to speak of.
        """
        if self.latest is None or self.start is None or self.target is None:
            return None
        if self.target == self.start:
            return None
        return (Decimal(self.latest.value) - self.start) / (self.target - self.start)

    @property
    def met(self) -> bool:
        """Whether the last reading is at the target or beyond."""
        if self.latest is None or self.target is None:
            return False
        return Decimal(self.latest.value) == self.target or (self.share or 0) >= 1

    @property
    def verdict(self) -> str:
        """The state in words."""
        if self.latest is None:
            return "no reading yet"
        if self.met:
            return "target met"
        if self.target is None:
            return "no target"
        if self.share is None:
            return "no baseline" if self.start is None else "target not met"
        if self.share < 0:
            return "further off than at the start"
        return f"{percent(self.share)} of the way"


def percent(share: Decimal) -> str:
    """A share in whole percent, rounded down: 99.9 % of the way is not all of it."""
    return f"{int(share * 100)} %"


def progress(code: Code) -> tuple[Progress, ...]:
    """Every measure of a code, in its order."""
    return tuple(_progress(code, measure) for measure in code.measures)


def _progress(code: Code, measure: Measure) -> Progress:
    readings = tuple(sorted(measure.readings, key=lambda one: one.date))
    first = readings[0].value if len(readings) > 1 else ""
    start = measure.baseline or first
    return Progress(
        measure,
        readings,
        Decimal(start) if start else None,
        Decimal(measure.target) if measure.target else None,
        tuple(rule for rule in code.rules if measure.id in rule.measures),
    )


def unmeasured(code: Code) -> tuple[Rule, ...]:
    """The rules that no measure stands behind."""
    return tuple(rule for rule in code.rules if not rule.measures)


def readings_of(found: Sequence[Progress]) -> int:
    """How many readings there are in all."""
    return sum(len(one.readings) for one in found)


@dataclass(frozen=True, slots=True)
class Retention:
    """What customers who leave cost, and what keeping more of them saves, a year.

    `churn` and `churn_after` are percent of the customers who leave within a year, before and after
    a change; `value` is what one customer is worth in a year, in any currency. The arithmetic is
    that of Daniel Schmidt, “The Customer Code of Ethics: For a Great Service Attitude”.
    """

    customers: Decimal
    churn: Decimal
    churn_after: Decimal
    value: Decimal

    @property
    def lost(self) -> Decimal:
        """What the customers who leave are worth."""
        return self.customers * self.churn / 100 * self.value

    @property
    def lost_after(self) -> Decimal:
        """The same after the change."""
        return self.customers * self.churn_after / 100 * self.value

    @property
    def saved(self) -> Decimal:
        """What the change saves; negative where it costs."""
        return self.lost - self.lost_after
