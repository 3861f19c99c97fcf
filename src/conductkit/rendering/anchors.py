"""Permanent anchors: a rule's is its id, everything else makes way for it."""

from conductkit.model import Code


class Anchors:
    """The anchors of one code's renderings."""

    def __init__(self, code: Code) -> None:
        self._taken = frozenset(code.by_id) | {gone.id for gone in code.retired}

    def of(self, kind: str, name: str) -> str:
        """The anchor of something that is no rule: `value-empathy`.

        Where a rule has that very id, two hyphens part the words: no id can have them.
        """
        anchor = f"{kind}-{name}"
        return f"{kind}--{name}" if anchor in self._taken else anchor

    def page(self, name: str) -> str:
        """The anchor of a part of the page: `values`; `page--values` where a rule has that id."""
        return f"page--{name}" if name in self._taken else name
