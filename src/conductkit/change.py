"""What diff reports: one change of a code, what it does to the duty, and the words that show it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from conductkit.finding import span_dict
from conductkit.source import Span

if TYPE_CHECKING:
    from conductkit.model import Code

# In the order in which a reader must see them.
EFFECTS = ("reversed", "mixed", "weaker", "unknown", "stronger", "neutral")
KINDS = (
    "code", "section", "rule", "value", "term", "consequence", "contact", "party", "measure",
)  # fmt: skip
CHANGES = (
    "added", "removed", "retired", "reworded", "moved", "renamed", "split", "merged", "retagged",
    "edited",
)  # fmt: skip
# What an effect and a change become when old and new are exchanged.
MIRROR = {
    "stronger": "weaker", "weaker": "stronger", "added": "removed", "removed": "added",
    "retired": "added", "split": "merged", "merged": "split",
}  # fmt: skip


def mirror(word: str) -> str:
    """The effect or change that the same two texts have the other way round."""
    return MIRROR.get(word, word)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One difference that decides: the axis, the words on both sides, the direction.

    An empty side means that nothing stands there.
    """

    axis: str
    old: str
    new: str
    effect: str

    def as_dict(self) -> Mapping[str, str]:
        return {"axis": self.axis, "old": self.old, "new": self.new, "effect": self.effect}


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a diff.

    `id` and `old_id` name the element in the new and in the old edition (None where it is in one
    only). `field` is the key that changed where it is not the element as a whole. `rules` are the
    rules that one cause touches, `notes` what a reader should know besides, a sentence each.
    """

    code: str
    kind: str
    change: str
    effect: str
    id: str | None = None
    old_id: str | None = None
    axes: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    old: str | None = None
    new: str | None = None
    old_at: Span | None = None
    new_at: Span | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: str = "high"
    field: str = ""
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id by which readers know the element: the new one, or the old one where it went."""
        return self.id or self.old_id or self.code

    def as_dict(self) -> Mapping[str, Any]:
        """The change in the JSON shape, which is fixed; `field`, `rules`, `notes` are additions."""
        return {
            "code": self.code,
            "kind": self.kind,
            "id": self.id,
            "old_id": self.old_id,
            "change": self.change,
            "effect": self.effect,
            "axes": list(self.axes),
            "binds": list(self.binds),
            "serves": list(self.serves),
            "old": self.old,
            "new": self.new,
            "old_at": span_dict(self.old_at) if self.old_at else None,
            "new_at": span_dict(self.new_at) if self.new_at else None,
            "evidence": [item.as_dict() for item in self.evidence],
            "confidence": self.confidence,
            "field": self.field or None,
            "rules": list(self.rules),
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class Versions:
    """The two versions of one code; None where the code is on one side only.

    `before` and `after` are the editions themselves, for reports that show whole texts.
    """

    id: str
    old: str | None
    new: str | None
    before: "Code | None" = field(default=None, compare=False, repr=False)
    after: "Code | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes between two editions of one or more codes, in the order of the codes' files.

    `policy` gives the step of an effect, of `removed` and of `added`; what it leaves out is as in
    `POLICY`. `revisions` are the names that stand before paths, as HEAD in `HEAD:codes/x.yaml`.
    `page` lays an edition out, for reports that show whole texts. `link` is the address at which a
    place can be seen on the web, "" where there is none.
    """

    changes: tuple[Change, ...] = ()
    codes: tuple[Versions, ...] = field(default=())
    policy: Mapping[str, str] = field(default_factory=dict)
    revisions: tuple[str, ...] = ()
    page: "Callable[[Code], str] | None" = field(default=None, compare=False, repr=False)
    link: "Callable[[Span], str] | None" = field(default=None, compare=False, repr=False)

    def required_bump(self, code: str) -> str:
        """The least step of the version that the changes of a code ask for: one of `STEPS`.

        Below 1.0.0 major counts as minor. A reading of a measure asks none.
        """
        asked = {**POLICY, **self.policy}
        steps = [_step(change, asked) for change in self.changes if change.code == code]
        step = max(steps, default=0)
        old = next((item.old for item in self.codes if item.id == code), None)
        if (old or "").startswith("0."):
            step = min(step, STEPS.index("minor"))
        return STEPS[step]

    def as_dict(self) -> Mapping[str, Any]:
        """The diff in the JSON shape."""
        codes = [
            {
                "id": item.id,
                "old": item.old,
                "new": item.new,
                "required_bump": self.required_bump(item.id),
            }
            for item in self.codes
        ]
        changes = [change.as_dict() for change in self.changes]
        return {"format": 1, "codes": codes, "changes": changes}


STEPS = ("none", "patch", "minor", "major")
POLICY: Mapping[str, str] = {
    "removed": "major", "reversed": "major", "mixed": "major", "weaker": "major",
    "added": "minor", "stronger": "minor", "unknown": "minor", "neutral": "patch",
}  # fmt: skip
"""The step of the version that each effect asks for, and rules or codes that came or went."""


def held_by(changes: Iterable[Change], side: str) -> tuple[str, ...]:
    """The parties whom several changes bind ("binds") or serve ("serves"), each once, in order."""
    return tuple(dict.fromkeys(party for change in changes for party in getattr(change, side)))


def _step(change: Change, policy: Mapping[str, str]) -> int:
    if change.kind == "measure" and change.field == "readings":
        return 0
    asked = change.effect
    if change.kind in ("rule", "code") and change.field in ("", "rules"):
        if change.change in ("removed", "retired"):
            asked = "removed"
        elif change.change == "added" and change.effect in ("stronger", "unknown", "neutral"):
            asked = "added"
    return STEPS.index(policy[asked])


def together(diffs: Iterable[Diff]) -> Diff:
    """Several diffs as one."""
    parts = list(diffs)
    return Diff(
        tuple(change for part in parts for change in part.changes),
        tuple(code for part in parts for code in part.codes),
    )
