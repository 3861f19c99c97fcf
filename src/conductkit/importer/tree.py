"""A code in the making as the plain tree that is written down."""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePath
from typing import Any

from conductkit.importer.draft import Draft, Rule
from conductkit.importer.ids import Taken, slug, tells
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import plain
from conductkit.scalar_types import ID

_GENERIC = {"code-conduct", "contributor-code-conduct"}


def name(draft: Draft, words: Lexicon, known: dict[str, str], gone: Collection[str] = ()) -> None:
    """Give every part of the code its id.

    `known` are ids to keep, by the words of the rule; `gone` those that nothing gets.
    """
    taken = Taken({*known.values(), *gone})
    for rule in draft.rules:
        rule.id = known.get(key(rule.text), "") or taken.give(_wanted(rule, words))
    values = Taken()
    for value in draft.values:
        value.id = values.give(value.id or slug(value.name, words, "value"))
    sections, steps = Taken(), Taken()
    for section in draft.sections:
        section.id = (
            sections.give(slug(section.title, words, "section", 6)) if section.title else ""
        )
    for step in draft.steps:
        step.id = steps.give(slug(step.name, words, "step"))


def key(text: str) -> str:
    """A rule's words as they are compared."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _wanted(rule: Rule, words: Lexicon) -> str:
    if re.fullmatch(ID, rule.id or "-"):
        return rule.id
    own = rule.title or rule.own
    return slug(own if tells(own) else rule.text, words, "rule")


def code_id(draft: Draft, words: Lexicon, path: str) -> str:
    """The id of a code: from its title, or from the file's name where the title says little."""
    wanted = slug(draft.title, words, "code", 6)
    if wanted in _GENERIC or wanted.startswith("code-"):
        stem = slug(re.sub(r"[\W_]+", " ", PurePath(path).stem), words, "code", 6)
        return stem or wanted
    return wanted


def tree(draft: Draft, words: Lexicon, path: str) -> dict[str, Any]:
    """The code as plain mappings, lists and strings."""
    found: dict[str, Any] = {
        "conduct": 1, "id": code_id(draft, words, path), "title": _line(plain(draft.title)),
        "language": draft.language,
    }  # fmt: skip
    kind = _kind(draft, words)
    if kind:
        found["kind"] = kind
    for field, texts in draft.fields.items():
        found[field] = "\n\n".join(texts)
    if draft.issuer:
        found["issuer"] = draft.issuer
    if draft.contacts:
        found["contacts"] = [{k: _line(v) for k, v in entry.items()} for entry in draft.contacts]
    if draft.effective:
        found["effective"] = draft.effective
    if draft.values:
        found["values"] = [
            _some(id=one.id, name=_line(one.name), text=one.text) for one in draft.values
        ]
    _settle(draft, found)
    titled = [section for section in draft.sections if section.title]
    loose = [rule for section in draft.sections if not section.title for rule in section.rules]
    if titled:
        found["sections"] = [
            _some(
                id=one.id, title=_line(one.title), text="\n\n".join(one.text),
                rules=[_rule(rule) for rule in one.rules],
            )
            for one in titled
        ]  # fmt: skip
    elif loose:
        found["rules"] = [_rule(rule) for rule in loose]
    if draft.steps:
        found["consequences"] = [
            _some(id=one.id, name=_line(one.name), when=one.when, then=one.then)
            for one in draft.steps
        ]
    if draft.terms:
        found["terms"] = [{"term": _line(term), "text": text} for term, text in draft.terms]
    if draft.sources:
        found["sources"] = [{k: _line(v) for k, v in entry.items()} for entry in draft.sources]
    return found


def _settle(draft: Draft, found: Mapping[str, Any]) -> None:
    """Rules without a section, in a code that has sections, come under the code's own title."""
    bare = [section for section in draft.sections if not section.title and section.rules]
    if bare and len(bare) < len(draft.sections):
        for section in bare:
            section.title, section.id = found["title"], found["id"]


def _kind(draft: Draft, words: Lexicon) -> str:
    """The kind of the code, where its words tell: a catalogue has values only."""
    if draft.values and not draft.rules:
        return "catalogue"
    text = " ".join(rule.text for rule in draft.rules)[:20_000] + " ".join(
        draft.fields.get("purpose", [])
    )
    community, staff = len(words.all("community", text)), len(words.all("staff", text))
    return "community" if community > staff else ""


def _rule(rule: Rule) -> dict[str, Any]:
    examples = _some(good=rule.good, bad=rule.bad)
    return _some(
        id=rule.id, title=_line(rule.title), text=rule.text, level=rule.level, why=rule.why,
        values=rule.values, examples=examples,
    )  # fmt: skip


def _some(**entries: Any) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value}


def _line(text: str) -> str:
    return " ".join(text.split())
