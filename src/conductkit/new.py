"""`new`: a code of one's own from an example, with comments that teach the format."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from conductkit.emit import Path as Place
from conductkit.emit import emit
from conductkit.language.lexicon import primary
from conductkit.layout import Notes
from conductkit.model import Code
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.steps import STEPS
from conductkit.strings import strings

_LESSONS = Path(__file__).parent / "data" / "lessons.yaml"
_HISTORY = (
    "adopted", "effective", "approved_by", "changelog", "retired", "translation_of",
    "issuer", "owner", "authors", "consulted", "contacts",
)  # fmt: skip
_MEASURED = ("baseline", "readings")
_FICTION = re.compile(r"[\w.+-]{1,64}@example\.(?:com|net|org)\b")
_LOST = "[insert a mail address]"
_LONGEST = 60
_SPELT = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the author said about the new code; empty where nothing was said."""

    id: str
    title: str = ""
    owner: str = ""
    email: str = ""
    language: str = ""


def identifier(words: str) -> str:
    """An id out of a title or a file name, without accents and a leading “the”.

    "" where nothing is left, as of a title in a script without Latin letters.
    """
    spelt = words.casefold().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    while len(parts) > 1 and len("-".join(parts)) > _LONGEST:
        parts.pop()
    return "-".join(parts)[:_LONGEST]


def a_year_after(day: date) -> date:
    """The same day of the next year; the 28th for a 29 February."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def scaffold(example: Code, name: str, wishes: Wishes, today: date, schema: str) -> str:
    """The text of a new code.

    It takes over the words, the sources and the waivers of the example, and neither its history nor
    its people; fictional addresses in its words become places to fill in. Where the new code is to
    be in another language, levels and waivers stay behind, for they judge the example's words.
    `name` is what the example is called, `schema` the address of the JSON Schema for the first
    line.
    """
    tree = _tree(example.place.node)
    if is_foreign(example, wishes.language):
        _drop_judgements(tree)
    for key in _HISTORY:
        tree.pop(key, None)
    for measure in tree.get("measures", []):
        for key in _MEASURED:
            measure.pop(key, None)
    tree = _without_fiction(tree, wishes.email or _LOST)
    tree.update(id=wishes.id, version="0.1.0", status="draft", review_by=str(a_year_after(today)))
    tree["title"] = wishes.title or tree["title"]
    tree["language"] = wishes.language or tree["language"]
    if wishes.owner:
        tree["owner"] = {"name": wishes.owner} | ({"email": wishes.email} if wishes.email else {})
    if wishes.email:
        tree["contacts"] = [{"for": "questions", "email": wishes.email}]
    notes = _notes(tree, name, schema)
    if is_foreign(example, wishes.language):
        words = [line.replace("{language}", example.language) for line in _lessons()["foreign"]]
        notes[("language",)].before += words
    return emit(tree, notes)


def is_foreign(example: Code, language: str) -> bool:
    """Whether a language asked for is another one than the example's, whatever the region."""
    return bool(language) and primary(language) != primary(example.language)


def _drop_judgements(tree: dict[str, Any]) -> None:
    """Take out what depends on the words: levels, and waivers but those about what is covered."""
    from conductkit.lint import all_checks

    lasting = {
        check.name
        for check in all_checks().values()
        if check.group == "coverage" and not check.languages
    }
    waived = [item for item in tree.pop("waive", []) if item.get("check") in lasting]
    if waived:
        tree["waive"] = waived
    for section in tree.get("sections", []):
        section.pop("waive", None)
    for _, rule in _rules(tree):
        rule.pop("waive", None)
        rule.pop("level", None)


def _tree(node: Node) -> Any:
    """A node as a plain tree; what stands under an `x-` key stays the node that it is."""
    if isinstance(node, Mapping):
        return {
            key.value: value if key.value.startswith("x-") else _tree(value)
            for key, value in node.entries
            if isinstance(key, Scalar)
        }
    if isinstance(node, Sequence):
        return [_tree(item) for item in node.items]
    return node.value


def _without_fiction(tree: Any, address: str) -> Any:
    if isinstance(tree, dict):
        return {key: _without_fiction(value, address) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_without_fiction(item, address) for item in tree]
    return _FICTION.sub(lambda _: address, tree) if isinstance(tree, str) else tree


@cache
def _lessons() -> dict[str, Any]:
    lessons: dict[str, Any] = strings(_LESSONS)
    return lessons


def _notes(tree: dict[str, Any], name: str, schema: str) -> dict[Place, Notes]:
    """The comments of a new code, by the entries that they stand above."""
    lessons = _lessons()
    head = [line.replace("{example}", name) for line in lessons["head"]]
    if tree.get("kind") != "catalogue":
        head += ["#", *lessons["steps"], *_checklist(lessons["step"])]
    notes: dict[Place, Notes] = {
        ("conduct",): Notes([f"# yaml-language-server: $schema={schema}", "", *head, ""])
    }
    for key, lines in lessons["top"].items():
        if key in tree:
            notes[(key,)] = Notes(list(lines))
    missing = [lines for key, lines in lessons["missing"].items() if key not in tree]
    for lines in missing[::-1]:
        notes[("review_by",)].before[:0] = [*lines, ""]
    todo = dict(lessons["rule"])
    for place, rule in _rules(tree):
        for key in [key for key in todo if key in rule]:
            notes[(*place, key)] = Notes(list(todo.pop(key)))
    return notes


def _checklist(line: str) -> list[str]:
    """The steps of a code's life, a line each."""
    return [
        line.format(number=number, name=name, where=where)
        for number, (name, where) in enumerate(STEPS.items(), start=1)
    ]


def _rules(tree: dict[str, Any]) -> list[tuple[Place, dict[str, Any]]]:
    """Every rule with its place."""
    homes: list[tuple[Place, list[dict[str, Any]]]] = [(("rules",), tree.get("rules", []))]
    for number, section in enumerate(tree.get("sections", [])):
        homes.append((("sections", number, "rules"), section.get("rules", [])))
    return [((*home, index), rule) for home, rules in homes for index, rule in enumerate(rules)]
