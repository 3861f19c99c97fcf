"""Fields and lists of a code, brought up to those of a newer text."""

from collections.abc import Collection

from conductkit.importer.ids import Taken
from conductkit.importer.opened import Tree, listed, put, rules, said, words
from conductkit.importer.pairs import name, pairs
from conductkit.importer.update_told import BROUGHT, FIXED, Told, shown, words_of

Place = tuple[str, int]
"""A field of a code (-1), or an element of one of its lists by its index."""

_FIELDS = ("purpose", "scope", "summary", "redress", "closing")
_GIVEN = ("title", "effective")
"""Fields that a text may leave out though they hold."""


class Parts:
    """The tree of a code while it is brought up to a text, and what there is to say of it.

    `comments` are the places at which comments stand: what has one is not taken out.
    """

    def __init__(self, tree: Tree, comments: Collection[Place]) -> None:
        self.tree = tree
        self.told = Told()
        self._comments = comments
        own = [value for key, value in tree.items() if key not in ("contacts", "sources")]
        self._words = " ".join(words(own)).casefold()
        self._places = {
            id(one): (kind, number)
            for kind in BROUGHT
            for number, one in enumerate(listed(tree, kind))
        }
        self._places |= {
            id(one): (f"sections.{number}.rules", place)
            for number, section in enumerate(listed(tree, "sections"))
            for place, one in enumerate(listed(section, "rules"))
        }

    def fields(self, new: Tree) -> None:
        """The title, the day from which it holds, and the texts of the code itself."""
        for key in _GIVEN:
            put(self.tree, key, new.get(key, ""))
        for key in _FIELDS:
            had, text = key in self.tree, new.get(key, "")
            if text:
                if put(self.tree, key, text):
                    tell = self.told.changed if had else self.told.new
                    tell(f"`{key}`", text)
            elif had:
                self.take_out(self.tree, key, (key, -1), f"`{key}`")

    def take_out(self, holder: Tree, key: str, place: Place, shown: str) -> None:
        """Words that the newer text does not have, but for those that a comment stands with."""
        if place in self._comments:
            self.told.stays(shown, said(holder, key), "a comment stands with it")
        else:
            self.told.went(shown, said(holder, key))
            del holder[key]

    def parts(self, kind: str, new: list[Tree]) -> None:
        """One of the lists, in the order of the text where it has a new part."""
        row: list[Tree] = listed(self.tree, kind)
        found = pairs(row, new, name)
        gone = [one for one in row if not any(one is two for two in found)]
        self.added(kind, row, new, found)
        for one in gone:
            if kind in ("contacts", "sources") and name(one) not in self._words:
                continue  # set by hand: what a text names is in the words of its code too
            self.gone(kind, row, one)
        if row:
            self.tree[kind] = row

    def added(self, kind: str, row: list[Tree], new: list[Tree], found: list[Tree | None]) -> None:
        """Change the parts that have a counterpart, put in those that have none, in order."""
        place = 0 if any(one is not None for one in found) else len(row)
        for entry, mine in zip(new, found, strict=True):
            if mine is None:
                if "id" in entry:  # another part has it where that one is known by its words
                    entry["id"] = Taken(said(one, "id") for one in row).give(entry["id"])
                row.insert(place, entry)
                self.told.new(shown(kind, entry), words_of(kind, entry))
                place += 1
                continue
            changed = [
                put(mine, key, str(entry.get(key, ""))) for key in BROUGHT[kind] if key not in FIXED
            ]
            if any(changed):
                self.told.changed(shown(kind, mine), words_of(kind, mine))
            place = next(number for number, one in enumerate(row, 1) if one is mine)

    def gone(self, kind: str, row: list[Tree], one: Tree) -> None:
        """A part that the text does not have is taken out, unless it holds what no text says."""
        why = self.own(kind, one)
        if why:
            self.told.stays(shown(kind, one), words_of(kind, one), why)
            return
        row[:] = [two for two in row if two is not one]
        self.told.went(shown(kind, one), words_of(kind, one))

    def own(self, kind: str, one: Tree) -> str:
        """Why a part that the text does not have stays: it holds what no text says."""
        more = [key for key in one if key not in BROUGHT[kind]]
        if more:
            return f"it holds `{more[0]}`"
        if self._places.get(id(one)) in self._comments:
            return "a comment stands with it"
        id_ = said(one, "id")
        if kind == "rules" and id_ in words(self.tree.get("retired", [])):
            return "the list `retired` names it"
        if kind == "values" and any(
            id_ in words(rule.get("values", [])) for _, rule in rules(self.tree)
        ):
            return "rules serve it"
        return ""

    def text_out(self, section: Tree) -> None:
        """The words of a section that the newer text does not have there."""
        place = ("sections.text", self._places[id(section)][1])
        self.take_out(section, "text", place, f"the text of section “{said(section, 'id')}”")

    def drop_empty(self) -> None:
        """Lists of which all was taken out."""
        for kind in {kind for kind, _ in self._places.values()}:
            if self.tree.get(kind) == []:
                del self.tree[kind]
