"""The two sides of a merge as codes: what each changed, and what of it the rules demand.

What a rule demands is its text, its level, and whom and where it binds. Its title, reason, examples
and marks may change beside that: they are fields like any other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from conductkit.change import Change, Diff
from conductkit.diff import diff
from conductkit.model import Code, Rule

REACH = {"binds": Code.bound, "serves": Code.served, "channels": Code.channels_of}
"""What holds for a rule though it may be said above it."""
_DEMANDS = {"", "level", *REACH}


@dataclass(frozen=True)
class Side:
    """One side: its name, the base, its code, and the ids of rules that it renamed (new to old)."""

    name: str
    base: Code
    code: Code
    renamed: Mapping[str, str]

    @cached_property
    def told(self) -> Diff:
        """What it changed; made when it is asked for."""
        return diff(self.base, self.code)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Its rules by the ids of the base."""
        return {self.known(rule.id): rule for rule in self.code.rules}

    def known(self, id: str) -> str:
        """The id that the base has for a rule."""
        return self.renamed.get(id, id)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The rules of which anything that may be demanded is not as it was, new ones included."""
        return frozenset(
            name for name, rule in self.rules.items()
            if (old := self.base.by_id.get(name)) is None
            or demanded(self.base, old) != demanded(self.code, rule)
        )  # fmt: skip

    @cached_property
    def demands(self) -> Mapping[str, str]:
        """Base id of a rule to the words for what changed in what it demands."""
        found: dict[str, list[str]] = {}
        for change in self.told.changes:
            for id in self._concerned(change):
                found.setdefault(id, []).append(words(change))
        return {id: "; ".join(said) for id, said in found.items()}

    def _concerned(self, change: Change) -> Iterator[str]:
        if change.effect == "neutral":
            return
        if change.kind == "code":
            yield from map(self.known, change.rules)
        elif change.kind != "rule":  # a name or a term: the rules that have it in other words now
            yield from (id for id in map(self.known, change.rules) if id in self.touched)
        elif change.kind == "rule" and change.field in _DEMANDS:
            if change.change == "merged":
                yield from change.rules
            elif change.old_id is not None and not self._only_reason(change):
                yield change.old_id

    def _only_reason(self, change: Change) -> bool:
        """Whether a rule that got new words says the same, but for its reason."""
        old, new = self.base.by_id.get(change.old_id or ""), self.code.by_id.get(change.id or "")
        if change.change != "reworded" or old is None or new is None or old.why == new.why:
            return False
        plain = replace(self.base, sections=(), rules=(replace(old, why=""),))
        reworded = replace(plain, rules=(replace(old, why="", text=new.text),))
        return all(item.effect == "neutral" for item in diff(plain, reworded).changes)


def demanded(code: Code, rule: Rule) -> tuple[object, ...]:
    """What a rule demands, of whom and where, in a form that can be compared."""
    return rule.text, rule.level, *(frozenset(look(code, rule)) for look in REACH.values())


def words(change: Change) -> str:
    """A change in one line: its field, its effect, the words that decide."""
    field = change.field or "text"
    said = [f"“{item.old}” became “{item.new}”" for item in change.evidence if item.old or item.new]
    if not said:
        said = [f"“{change.old or ''}” became “{change.new or ''}”"]
    shown = ", ".join(said).replace("“” became ", "new: ").replace(" became “”", " went")
    return f"{field} ({change.effect}): {shown}"
