"""Random edits of random codes; each leaves a code that loads, or nearly always."""

import copy
import random

from merge_codes import (
    LEVELS,
    OPTIONAL,
    TEXTS,
    Tree,
    digest,
    lists_of_rules,
    rule,
    rules,
    text,
)


def _some_rule(rng: random.Random, tree: Tree) -> Tree | None:
    found = rules(tree)
    return rng.choice(found) if found else None


def _reword(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        found["text"] = text(rng)


def _relevel(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        found["level"] = rng.choice(LEVELS)


def _field(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found is None:
        return
    key = rng.choice(["title", "why", "values", "channels", "examples", "level", "binds", "x-own"])
    if key in found and rng.random() < 0.4:
        del found[key]
    elif key == "values":
        found[key] = rng.sample([value["id"] for value in tree["values"]], 1)
    elif key == "channels":
        found[key] = rng.sample(tree["channels"], rng.randint(1, len(tree["channels"])))
    elif key == "examples":
        found[key] = {"good": [f"Do {rng.randint(0, 9)}.", "Help."]}
    elif key == "binds":
        found[key] = [rng.choice(["staff", "guests"])]
    elif key == "level":
        found[key] = rng.choice(LEVELS)
    elif key == "x-own":
        found[key] = {"b": str(rng.randint(0, 9))}
    else:
        found[key] = f"Words {rng.randint(0, 9)}."


def _example(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        good = found.setdefault("examples", {}).setdefault("good", [])
        good.insert(rng.randint(0, len(good)), f"Do {rng.randint(0, 99)}.")


def _add(rng: random.Random, tree: Tree) -> None:
    row = rng.choice(lists_of_rules(tree))
    new = rule(rng, f"n{rng.randint(0, 30)}")
    new["text"] = rng.choice(TEXTS).format(rng.randint(100, 999))  # else it is another one renamed
    row.insert(rng.randint(0, len(row)), new)
    seen: set[str] = set()
    for items in lists_of_rules(tree):
        items[:] = [item for item in items if not (item["id"] in seen or seen.add(item["id"]))]  # type: ignore[func-returns-value]


def _remove(rng: random.Random, tree: Tree) -> None:
    row = rng.choice(lists_of_rules(tree))
    if row:
        row.pop(rng.randrange(len(row)))


def _move(rng: random.Random, tree: Tree) -> None:
    rows = lists_of_rules(tree)
    row = rng.choice(rows)
    if row:
        item = row.pop(rng.randrange(len(row)))
        other = rng.choice(rows)
        other.insert(rng.randint(0, len(other)), item)


def _value(rng: random.Random, tree: Tree) -> None:
    values = tree["values"]
    values.insert(rng.randint(0, len(values)), {"id": f"w{rng.randint(0, 9)}", "name": "New"})
    tree["values"] = list({value["id"]: value for value in values}.values())


def _rename_value(rng: random.Random, tree: Tree) -> None:
    rng.choice(tree["values"])["name"] = f"Name {rng.randint(0, 9)}"


def _drop_value(rng: random.Random, tree: Tree) -> None:
    gone = rng.choice(tree["values"])["id"]
    if len(tree["values"]) > 1:
        tree["values"] = [value for value in tree["values"] if value["id"] != gone]
        for item in rules(tree):
            if gone in item.get("values", ()):
                del item["values"]


def _top(rng: random.Random, tree: Tree) -> None:
    key = rng.choice(list(OPTIONAL))
    if key in tree and rng.random() < 0.3:
        del tree[key]
    else:
        tree[key] = OPTIONAL[key](rng)


def _title(rng: random.Random, tree: Tree) -> None:
    tree["title"] = f"Code {rng.randint(0, 9)}"


def _release(rng: random.Random, tree: Tree) -> None:
    tree["version"] = f"1.{rng.randint(1, 3)}.0"
    log = tree.setdefault("changelog", [])
    entry = {"version": tree["version"], "changes": [f"Change {rng.randint(0, 9)}."]}
    if all(item["version"] != tree["version"] for item in log):
        log.insert(0, entry)


def _reading(rng: random.Random, tree: Tree) -> None:
    for measure in tree.get("measures", ()):
        day = f"2026-0{rng.randint(2, 9)}-01"
        readings = measure.setdefault("readings", [])
        if all(item["date"] != day for item in readings):
            readings.append({"date": day, "value": str(rng.randint(0, 9))})
            readings.sort(key=lambda item: str(item["date"]))


def _channel(rng: random.Random, tree: Tree) -> None:
    tree["channels"].insert(rng.randint(0, 3), f"c{rng.randint(0, 9)}")
    tree["channels"] = list(dict.fromkeys(tree["channels"]))


def _term(rng: random.Random, tree: Tree) -> None:
    terms = tree.setdefault("terms", [])
    name = rng.choice(["Guest", "Call", "Data"])
    found = next((item for item in terms if item["term"] == name), None)
    if found:
        found["text"] = f"Meaning {rng.randint(0, 9)}."
    else:
        terms.append({"term": name, "text": f"Meaning {rng.randint(0, 9)}."})


def _sections(rng: random.Random, tree: Tree) -> None:
    """Flat rules into sections, or a section more, or one less."""
    if "sections" not in tree:
        found = tree.pop("rules", [])
        cut = rng.randint(0, len(found))
        tree["sections"] = [
            {"id": f"s{n}", "title": f"Section {n}", "text": "Words. More.", "rules": part}
            for n, part in enumerate((found[:cut], found[cut:]))
        ]
    elif rng.random() < 0.5:
        id = f"t{rng.randint(0, 3)}"
        if all(section["id"] != id for section in tree["sections"]):
            moved = rules(tree)[:1]
            for row in lists_of_rules(tree):
                row[:] = [item for item in row if item not in moved]
            tree["sections"].append({"id": id, "title": f"Section {id}", "rules": moved})
    elif len(tree["sections"]) > 1:
        gone = tree["sections"].pop(rng.randrange(len(tree["sections"])))
        tree["sections"][0].setdefault("rules", []).extend(gone.get("rules", []))


def _rename(rng: random.Random, tree: Tree) -> None:
    """Another id; a rule is known again by its text, so that must be its own."""
    found = _some_rule(rng, tree)
    told = [item["text"] for item in rules(tree)]
    new = f"renamed-{rng.randint(0, 99)}"
    if found and told.count(found["text"]) == 1 and new not in [item["id"] for item in rules(tree)]:
        found["id"] = new


def _split_section(rng: random.Random, tree: Tree) -> None:
    """The last rules of a section in one of their own behind it."""
    at = rng.randrange(len(tree.get("sections", [0])))
    id = f"split-{rng.randint(0, 9)}"
    if "sections" not in tree or id in [section["id"] for section in tree["sections"]]:
        return
    row = tree["sections"][at].setdefault("rules", [])
    cut = rng.randint(0, len(row))
    tree["sections"].insert(at + 1, {"id": id, "title": id, "rules": row[cut:]})
    del row[cut:]


def _words(rng: random.Random, tree: Tree) -> None:
    """Prose of the code or of an element, of which one sentence changes."""
    places: list[tuple[Tree, str]] = [(tree, key) for key in ("purpose", "scope") if key in tree]
    places += [(item, "then") for item in tree.get("consequences", ())]
    places += [(item, "text") for item in tree.get("sections", ()) if "text" in item]
    places += [(item, "why") for item in rules(tree) if "why" in item]
    places += [(item, "text") for item in rules(tree) if item["text"].count(". ") > 1]
    if places:
        node, key = rng.choice(places)
        parts = node[key].split(". ")
        at = rng.randrange(len(parts))
        change = rng.choice(["", " ", f" {rng.randint(0, 9)}", " recieve", f". So {at}"])
        parts[at] = parts[at].replace("Recieve", "Receive").removesuffix(".") + change
        node[key] = ". ".join(parts).rstrip(". ") + "."


def _contact(rng: random.Random, tree: Tree) -> None:
    contacts = tree.setdefault("contacts", [])
    route = rng.choice(["questions", "reports", "feedback", "appeals"])
    found = next((item for item in contacts if item["for"] == route), None)
    if found is None:
        contacts.append({"for": route, "email": f"c{rng.randint(0, 9)}@example.org"})
    else:
        found[rng.choice(["phone", "name"])] = str(rng.randint(100, 999))


def _consequence(rng: random.Random, tree: Tree) -> None:
    found = tree.setdefault("consequences", OPTIONAL["consequences"](rng))
    if rng.random() < 0.5:
        rng.choice(found)[rng.choice(["name", "when", "then"])] = f"Then {rng.randint(0, 9)}."
    elif rng.random() < 0.5 and len(found) > 1:
        found.pop(rng.randrange(len(found)))
    elif all(item["id"] != "k" for item in found):
        found.append({"id": "k", "name": "K", "then": "So."})


def _translated(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        found["translates"] = digest(rng)


def _measured(rng: random.Random, tree: Tree) -> None:
    measures = tree.setdefault("measures", [])
    id = rng.choice(["m", "speed"])
    found = next((item for item in measures if item["id"] == id), None)
    if found is None:
        measures.append({"id": id, "name": "Speed", "unit": "days", "target": "2"})
    else:
        found[rng.choice(["target", "baseline"])] = str(rng.randint(0, 9))


def _retire(rng: random.Random, tree: Tree) -> None:
    row = rng.choice(lists_of_rules(tree))
    if row:
        gone = row.pop(rng.randrange(len(row)))["id"]
        tree.setdefault("retired", []).append({"id": gone, "in": "1.0.0", "reason": "Old."})


_EDITS = [
    _reword, _reword, _relevel, _field, _field, _example, _add, _add, _remove, _move, _move,
    _value, _rename_value, _drop_value, _top, _title, _release, _reading, _channel, _term,
    _sections, _rename, _rename, _split_section, _words, _words, _words, _contact, _consequence,
    _translated, _measured, _retire,
]  # fmt: skip


def edited(rng: random.Random, tree: Tree, most: int = 4) -> Tree:
    """A tree with a few random edits."""
    made = copy.deepcopy(tree)
    for _ in range(rng.randint(1, most)):
        rng.choice(_EDITS)(rng, made)
    for section in made.get("sections", ()):
        if not section.get("rules"):
            section.pop("rules", None)
    if not made.get("rules", True):
        del made["rules"]
    return made
