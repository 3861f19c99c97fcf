"""Two editions of one code side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from conductkit.difference.defining import renamed_definitions
from conductkit.difference.elsewhere import settled
from conductkit.difference.holders import Holders, holders
from conductkit.difference.issuer import issuer_named
from conductkit.difference.names import renamed
from conductkit.difference.new_ids import under_new_ids
from conductkit.difference.pairing import Pairs, pair
from conductkit.difference.renames import Names, renames
from conductkit.difference.shared import Shared
from conductkit.difference.shorter_names import shorter_names
from conductkit.difference.standing import shaken
from conductkit.difference.terms import renamed_terms, swaps
from conductkit.model import Code, Rule
from conductkit.source import Span


@dataclass(frozen=True)
class Editions:
    """The old and the new code, and which rule is which.

    The old one has the ids of the new one; `renamed` has those that it had.
    """

    old: Code
    new: Code
    pairs: Pairs
    renamed: Names

    @cached_property
    def shared(self) -> Shared:
        """What the editions as wholes say of a change in one place."""
        texts = list(_texts(self))
        names = renamed(texts, self.languages) | renamed_definitions(texts, self.languages)
        names |= issuer_named(texts, self.languages, self._giving)
        names |= shorter_names(texts, self.languages, (self.old.title, self.new.title))
        terms = frozenset(swaps(self.old, self.new))
        return Shared(settled(self.old, self.new, self.pairs), names | terms)

    @property
    def _giving(self) -> list[str]:
        """What says who gives the code."""
        return [text for code in (self.old, self.new) for text in (code.title, code.issuer)]

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The terms that have another name, and which."""
        return renamed_terms(self.old, self.new)

    @cached_property
    def reused(self) -> frozenset[str]:
        """The ids of old rules that name other rules now."""
        news = [two for one, two in self.pairs.pairs if one.id != two.id]
        ids = {rule.id for rule in (*news, *self.pairs.added)}
        return frozenset(ids & self.old.by_id.keys())

    @cached_property
    def shaken(self) -> bool:
        """Whether a rule that leans on the one before it has another one before it now."""
        return shaken(self.old, self.new, self.pairs)

    @cached_property
    def sides(self) -> tuple[Holders, Holders]:
        """Who is bound and served by each edition as a whole."""
        return holders(self.old), holders(self.new)

    def holders(self, rule: Rule, *, new: bool) -> Holders:
        """Who is bound and served where a rule of one of the editions stands."""
        code = self.new if new else self.old
        if code.bound(rule) == code.binds and code.served(rule) == code.serves:
            return self.sides[new]
        return holders(code, rule)

    @property
    def languages(self) -> tuple[str, str]:
        return self.old.language, self.new.language


def _texts(both: Editions) -> Iterator[tuple[str, str]]:
    """The texts of both editions side by side."""
    for key in ("title", "purpose", "scope", "summary", "issuer", "closing", "redress"):
        yield getattr(both.old, key), getattr(both.new, key)
    for old, new in both.pairs.pairs:
        yield old.text, new.text
    paired = {rule.id for pair in both.pairs.pairs for rule in pair}
    yield from ((rule.text, "") for rule in both.old.rules if rule.id not in paired)
    yield from (("", rule.text) for rule in both.new.rules if rule.id not in paired)
    for kind in ("parties", "consequences"):
        yield from ((item.name, "") for item in getattr(both.old, kind))
        yield from (("", item.name) for item in getattr(both.new, kind))
    for kind, name in (
        ("sections", "title"),
        ("sections", "text"),
        ("consequences", "then"),
        ("values", "text"),
    ):
        after = {item.id: item for item in getattr(both.new, kind)}
        for item in getattr(both.old, kind):
            if item.id in after:
                yield getattr(item, name), getattr(after[item.id], name)


def editions(old: Code, new: Code) -> Editions:
    """Two editions of one code with their rules paired."""
    pairs = pair(old, new)
    names = renames(old, new, pairs)
    if names:
        old = under_new_ids(old, names)
        pairs = pair(old, new)
    return Editions(old, new, pairs, names)


def at(rule: Rule) -> Span:
    """Where a rule's words stand."""
    return rule.place.span("text")
