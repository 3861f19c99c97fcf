"""A newer text onto an existing code: what the text says of it changes, everything else stays."""

from collections.abc import Collection

from conductkit.importer import update_rules
from conductkit.importer.opened import Tree, put, rules, said, words
from conductkit.importer.pairs import name, pairs
from conductkit.outline import Remark

Place = tuple[str, int]
"""A field of a code (-1), or an element of one of its lists by its index."""

_FIELDS = ("purpose", "scope", "summary", "redress", "closing")
_BROUGHT = {
    "values": ("id", "name", "text"), "consequences": ("id", "name", "when", "then"),
    "terms": ("term", "text"), "sources": ("title", "author", "url", "licence"),
    "contacts": ("for", "email", "url", "phone", "address"),
    "sections": ("id", "title", "text", "rules"),
}  # fmt: skip
_FIXED = ("id", "for", "rules")


class Update:
    """Brings the tree of a code up to a text; `remarks` say what came, went and stayed.

    `comments` are the places at which comments stand: what has one is not taken out.
    """

    def __init__(self, tree: Tree, comments: Collection[Place]) -> None:
        self.tree = tree
        self.remarks: list[Remark] = []
        self._comments = comments
        own = [value for key, value in tree.items() if key not in ("contacts", "sources")]
        self._words = " ".join(words(own)).casefold()
        self._places = {
            id(one): (kind, number)
            for kind in _BROUGHT
            for number, one in enumerate(tree.get(kind, []))
        }

    def run(self, new: Tree, *, whole: bool) -> None:
        """Bring the code up to `new`, whose rules have the ids of the code where it knows them.

        `whole` is False for a table of rules, which says nothing of all else.
        """
        sections = new.get("sections", [])
        if whole and sections and "sections" not in self.tree:
            self._divide(sections)
        homes = pairs(self.tree.get("sections", []), sections, name)
        lone = [] if not sections else [
            one for one in self.tree.get("sections", []) if not any(one is two for two in homes)
        ]  # fmt: skip
        if whole:
            self._fields(new)
            for kind in ("contacts", "values", "consequences", "terms", "sources"):
                self._parts(kind, new.get(kind, []))
            homes = self._sections(sections, homes)
        update_rules.bring(
            self.tree, [*zip(sections, homes, strict=True), (new, None)], self.remarks
        )
        if whole:
            told = {rule["id"] for _, rule in rules(new)}
            for section in lone:
                self._lone(section, told)
            self._drop_empty()

    def _divide(self, sections: list[Tree]) -> None:
        """A code without sections, of a text that has some now: each rule goes to its own.

        Rules that the text does not have stay below the one that they followed.
        """
        homes = {rule["id"]: part["id"] for part in sections for rule in part.get("rules", [])}
        row: dict[str, list[Tree]] = {}
        home = next((homes[id] for id in map(name, self.tree.get("rules", [])) if id in homes), "")
        for rule in self.tree.pop("rules", []):
            home = homes.get(name(rule), home) or sections[0]["id"]
            row.setdefault(home, []).append(rule)
        made = [
            {"id": part["id"], "title": part["title"], "rules": row[part["id"]]}
            for part in sections
            if part["id"] in row
        ]
        for part in made:
            self._new(_shown("sections", part), part["title"])
        if made:
            self.tree["sections"] = made

    def _fields(self, new: Tree) -> None:
        put(self.tree, "title", new.get("title", ""))
        for key in _FIELDS:
            had, text = key in self.tree, new.get(key, "")
            if text:
                if put(self.tree, key, text):
                    tell = self._changed if had else self._new
                    tell(f"`{key}`", text)
            elif had:
                self._take_out(self.tree, key, (key, -1), f"`{key}`")

    def _take_out(self, holder: Tree, key: str, place: Place, shown: str) -> None:
        """Words that the newer text does not have, but for those that a comment stands with."""
        if place in self._comments:
            self._stays(shown, said(holder, key), "a comment stands with it")
        else:
            self._went(shown, said(holder, key))
            del holder[key]

    def _parts(self, kind: str, new: list[Tree]) -> None:
        row: list[Tree] = self.tree.get(kind, [])
        found = pairs(row, new, name)
        gone = [one for one in row if not any(one is two for two in found)]
        self._added(kind, row, new, found)
        for one in gone:
            if kind in ("contacts", "sources") and name(one) not in self._words:
                continue  # set by hand: what a text names is in the words of its code too
            self._gone(kind, row, one)
        if row:
            self.tree[kind] = row

    def _added(self, kind: str, row: list[Tree], new: list[Tree], found: list[Tree | None]) -> None:
        """Change the parts that have a counterpart, put in those that have none, in order."""
        place = 0 if any(one is not None for one in found) else len(row)
        for entry, mine in zip(new, found, strict=True):
            if mine is None:
                row.insert(place, entry)
                self._new(_shown(kind, entry), _words(kind, entry))
                place += 1
                continue
            changed = [
                put(mine, key, str(entry.get(key, "")))
                for key in _BROUGHT[kind]
                if key not in _FIXED
            ]
            if any(changed):
                self._changed(_shown(kind, mine), _words(kind, mine))
            place = next(number for number, one in enumerate(row, 1) if one is mine)

    def _gone(self, kind: str, row: list[Tree], one: Tree) -> None:
        why = self._own(kind, one)
        if why:
            self._stays(_shown(kind, one), _words(kind, one), why)
            return
        row[:] = [two for two in row if two is not one]
        self._went(_shown(kind, one), _words(kind, one))

    def _own(self, kind: str, one: Tree) -> str:
        """Why a part that the text does not have stays: it holds what no text says."""
        more = [key for key in one if key not in _BROUGHT[kind]]
        if more:
            return f"it holds `{more[0]}`"
        if self._places.get(id(one)) in self._comments:
            return "a comment stands with it"
        id_ = said(one, "id")
        if kind == "values" and any(
            id_ in words(rule.get("values", [])) for _, rule in rules(self.tree)
        ):
            return "rules serve it"
        return ""

    def _sections(self, new: list[Tree], found: list[Tree | None]) -> list[Tree | None]:
        """The section of the code for each of the text; those that bring something are added."""
        known = {said(rule, "id") for _, rule in rules(self.tree)}
        bare, homes = [], list(found)
        for number, (entry, mine) in enumerate(zip(new, found, strict=True)):
            fresh = any(rule["id"] not in known for rule in entry.get("rules", []))
            if mine is None and (fresh or entry.get("text")):
                homes[number] = {key: value for key, value in entry.items() if key != "rules"}
            bare.append(entry if mine is not None else homes[number] or entry)
            if mine is not None and "text" in mine and not entry.get("text"):
                place = ("sections.text", self._places[id(mine)][1])
                self._take_out(mine, "text", place, f"the text of section “{said(mine, 'id')}”")
        kept = [number for number, home in enumerate(homes) if home is not None]
        row: list[Tree] = self.tree.get("sections", [])
        self._added("sections", row, [bare[n] for n in kept], [found[n] for n in kept])
        if row:
            self.tree["sections"] = row
        return homes

    def _lone(self, section: Tree, told: Collection[str]) -> None:
        """A section that the text does not have: rules that stay keep it."""
        row, shown = self.tree["sections"], _shown("sections", section)
        mine = [said(rule, "id") for rule in section.get("rules", [])]
        if not mine:
            self._gone("sections", row, section)
        elif any(id in told for id in mine) or "text" not in section:
            self._stays(shown, said(section, "title"), "rules stand in it")
        else:
            place = ("sections.text", self._places[id(section)][1])
            self._take_out(section, "text", place, f"the text of section “{said(section, 'id')}”")

    def _drop_empty(self) -> None:
        for kind in _BROUGHT:
            if self.tree.get(kind) == []:
                del self.tree[kind]

    def _new(self, shown: str, text: str) -> None:
        quote = _quoted(text)
        self.remarks.append(Remark("part-new", 1, quote, f"{shown} is new: “{quote}”"))

    def _changed(self, shown: str, text: str) -> None:
        quote = _quoted(text)
        told = f"{shown} has other words now: “{quote}”"
        self.remarks.append(Remark("part-changed", 1, quote, told))

    def _went(self, shown: str, text: str) -> None:
        quote = _quoted(text)
        told = f"{shown} is not in the newer text; it was taken out: “{quote}”"
        self.remarks.append(Remark("part-gone", 1, quote, told))

    def _stays(self, shown: str, text: str, why: str) -> None:
        told = f"{shown} is not in the newer text; it was kept, because {why}"
        help = "Take it out if it no longer holds."
        self.remarks.append(Remark("part-kept", 1, _quoted(text), told, help))


def _quoted(text: str) -> str:
    return " ".join(text.split())[:80]


def _shown(kind: str, part: Tree) -> str:
    known = said(part, "id") or said(part, "title") or name(part)
    return f"the {kind.removesuffix('s')} “{known}”"


def _words(kind: str, part: Tree) -> str:
    """What a part says of itself."""
    return " ".join(said(part, key) for key in _BROUGHT[kind] if key not in _FIXED)
