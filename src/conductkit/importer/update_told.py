"""What an update of a code has to say: what came, changed, went, and stayed."""

from conductkit.importer.opened import Tree, said
from conductkit.importer.pairs import name
from conductkit.outline import Remark

BROUGHT = {
    "values": ("id", "name", "text"), "consequences": ("id", "name", "when", "then"),
    "terms": ("term", "text"), "sources": ("title", "author", "url", "licence"),
    "contacts": ("for", "email", "url", "phone", "address"),
    "sections": ("id", "title", "text", "rules"),
    "rules": ("id", "title", "text", "level", "why", "values", "examples"),
}  # fmt: skip
"""The keys of each kind of part that an import can bring."""

FIXED = ("id", "for", "rules")
"""Those that it does not change in a part that is there."""


class Told:
    """The remarks of one update. `shown` names a part, `text` is what it says."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []

    def new(self, shown: str, text: str) -> None:
        quote = _quoted(text)
        self.remarks.append(Remark("part-new", 1, quote, f"{shown} is new: “{quote}”"))

    def changed(self, shown: str, text: str) -> None:
        quote = _quoted(text)
        told = f"{shown} has other words now: “{quote}”"
        self.remarks.append(Remark("part-changed", 1, quote, told))

    def went(self, shown: str, text: str) -> None:
        quote = _quoted(text)
        told = f"{shown} is not in the newer text; it was taken out: “{quote}”"
        self.remarks.append(Remark("part-gone", 1, quote, told))

    def rule_went(self, id: str, text: str) -> None:
        quote = _quoted(text)
        told = f"the rule “{id}” is not in the newer text; it was taken out: “{quote}”"
        help = "If links may lead to it, put its id on the list `retired`, with a reason."
        self.remarks.append(Remark("rule-gone", 1, quote, told, help))

    def stays(self, shown: str, text: str, why: str) -> None:
        told = f"{shown} is not in the newer text; it was kept, because {why}"
        help = "Take it out if it no longer holds."
        self.remarks.append(Remark("part-kept", 1, _quoted(text), told, help))


def _quoted(text: str) -> str:
    return " ".join(text.split())[:80]


def shown(kind: str, part: Tree) -> str:
    known = said(part, "id") or said(part, "title") or name(part)
    return f"the {kind.removesuffix('s')} “{known}”"


def words_of(kind: str, part: Tree) -> str:
    """What a part says of itself."""
    return " ".join(said(part, key) for key in BROUGHT[kind] if key not in FIXED)
