"""What a template sees of a code: ids resolved to names and anchors, rules numbered."""

from dataclasses import dataclass

from conductkit.model import Edition, Measure, Reading, Retired
from conductkit.rendering.narrowing import Choices


@dataclass(frozen=True, slots=True)
class Ref:
    """A name to show and the anchor that it leads to; "" where there is nothing to lead to."""

    name: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a rule binds and serves, and on which channels, whoever says so."""

    bound: tuple[str, ...]
    served: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule.

    Parties and channels are given only where they differ from what is said above it; `reach` has
    them all. `reference` names the rule for good; `marks` are those of the choices that keep it.
    """

    id: str
    number: int
    title: str
    text: str
    level: str
    level_name: str
    why: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    values: tuple[Ref, ...]
    principles: tuple[Ref, ...]
    measures: tuple[Ref, ...]
    backed_by: tuple[Ref, ...]
    bound: tuple[str, ...]
    served: tuple[str, ...]
    channels: tuple[str, ...]
    reach: Reach
    reference: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section and its rules; a code without sections is one without a title and an anchor."""

    anchor: str
    title: str
    text: str
    bound: tuple[str, ...]
    served: tuple[str, ...]
    channels: tuple[str, ...]
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value and the rules that serve it; `rules` name them by their numbers."""

    anchor: str
    name: str
    text: str
    rules: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure, its latest reading (None where there is none) and the rules it stands for."""

    anchor: str
    measure: Measure
    latest: Reading | None
    rules: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class RetiredView:
    """A rule that is no more; `replacement` is None where nothing took its place."""

    retired: Retired
    replacement: Ref | None


@dataclass(frozen=True, slots=True)
class View:
    """What of a code is not simply a field of it.

    `edition` is the changelog's entry for this version, `earlier` are the others; `choices` are
    the questions by which rules can be told apart.
    """

    sections: tuple[SectionView, ...]
    values: tuple[ValueView, ...]
    measures: tuple[MeasureView, ...]
    retired: tuple[RetiredView, ...]
    bound: tuple[str, ...]
    served: tuple[str, ...]
    channels: tuple[str, ...]
    edition: Edition | None
    earlier: tuple[Edition, ...]
    choices: tuple[Choices, ...]
