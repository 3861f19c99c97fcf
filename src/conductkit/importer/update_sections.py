"""The sections of a newer text onto those of a code."""

from collections.abc import Collection

from conductkit.importer.opened import Tree, listed, rules, said
from conductkit.importer.pairs import name, pairs
from conductkit.importer.update_parts import Parts
from conductkit.importer.update_told import Told, shown


def divide(tree: Tree, new: list[Tree], told: Told) -> None:
    """Give a code without sections those of its newer text: each rule goes to its own.

    Rules that the text does not have stay below the one that they followed.
    """
    homes = {rule["id"]: part["id"] for part in new for rule in part.get("rules", [])}
    row: dict[str, list[Tree]] = {}
    home = next((homes[id] for id in map(name, listed(tree, "rules")) if id in homes), "")
    for rule in listed(tree, "rules"):
        home = homes.get(name(rule), home) or new[0]["id"]
        row.setdefault(home, []).append(rule)
    made = [
        {"id": part["id"], "title": part["title"], "rules": row[part["id"]]}
        for part in new
        if part["id"] in row
    ]
    for part in made:
        told.new(shown("sections", part), part["title"])
    if made:
        del tree["rules"]
        tree["sections"] = made


class Sections:
    """The sections of a code while it is brought up to a text.

    `homes` has for each section of the text that of the code, None where there is none.
    """

    def __init__(self, parts: Parts, new: list[Tree]) -> None:
        self._parts, self._new = parts, new
        row = listed(parts.tree, "sections")
        self.homes = pairs(row, new, name)
        # A text without sections says nothing of those that somebody made by hand.
        self._lone = [one for one in row if new and not any(one is two for two in self.homes)]

    def bring(self) -> None:
        """Change the sections that the code has, add those with words or rules of their own."""
        found = list(self.homes)
        known = {said(rule, "id") for _, rule in rules(self._parts.tree)}
        kept = [one for one in found if one is not None]
        placed = {name(rule) for one in kept for rule in listed(one, "rules")}
        entries: list[Tree] = []
        for number, (entry, mine) in enumerate(zip(self._new, found, strict=True)):
            named = {rule["id"] for rule in entry.get("rules", [])}
            fresh = bool(named - known or named & placed)
            if mine is None and (fresh or entry.get("text")):
                made = {key: value for key, value in entry.items() if key != "rules"}
                self.homes[number] = made  # `update_rules` puts the rules into it
                entry = made
            elif mine is not None and "text" in mine and not entry.get("text"):
                self._parts.text_out(mine)
            entries.append(entry)
        ours = [number for number, home in enumerate(self.homes) if home is not None]
        row = listed(self._parts.tree, "sections")
        self._parts.added("sections", row, [entries[n] for n in ours], [found[n] for n in ours])
        if row:
            self._parts.tree["sections"] = row

    def settle(self, told: Collection[str]) -> None:
        """Take out the sections that the text does not have, but for those that rules keep.

        `told` are the ids of the rules that the text has: where one stands in a section, somebody
        put it there.
        """
        for section in self._lone:
            mine = [said(rule, "id") for rule in listed(section, "rules")]
            if not mine:
                self._parts.gone("sections", listed(self._parts.tree, "sections"), section)
            elif any(id in told for id in mine) or "text" not in section:
                name_ = shown("sections", section)
                self._parts.told.stays(name_, said(section, "title"), "rules stand in it")
            else:
                self._parts.text_out(section)
