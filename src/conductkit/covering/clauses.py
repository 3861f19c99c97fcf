"""The parts that a standard or a law asks for, and what in a code covers each."""

from collections.abc import Iterator

from conductkit import profile
from conductkit.checks._stems import parts, sentence_spans
from conductkit.covering.duties import met
from conductkit.covering.result import Dimension, Link, Row
from conductkit.language.lexicon import primary
from conductkit.model import Code, Rule
from conductkit.profile import Clause


def dimension(code: Code, name: str) -> Dimension:
    """The clauses of a profile, each with the fields and sentences that cover it."""
    asked = profile.read(name)
    known = primary(code.language) in asked.languages
    notes = []
    if code.kind not in asked.kinds:
        notes.append(f"It is not for codes of the kind {code.kind}. {asked.limits}")
    if not known:
        notes.append("Its words are not known in this language: only fields count.")
    rows = tuple(
        Row(clause.id, clause.name, (*_fields(code, clause), *_said(code, clause)))
        for clause in asked.clauses
    )
    return Dimension(name, asked.title, rows, note=" ".join(notes).strip())


def _fields(code: Code, clause: Clause) -> Iterator[Link]:
    """The fields of the code that are given, or the contacts for a route."""
    for field in clause.fields:
        key, _, route = field.partition(".")
        held = getattr(code, key)
        if any(contact.route == route for contact in held) if route else held:
            yield Link(None, "declared", code.place.span(key), where=key)


def _said(code: Code, clause: Clause) -> Iterator[Link]:
    """One link for each part of the code with a sentence that has the words."""
    alternatives = clause.words.get(primary(code.language), ())
    for element, key in parts(code) if alternatives else ():
        text = getattr(element, key)
        for start, end in sentence_spans(text, code.language):
            found = met(text[start:end], alternatives)
            if found:
                first, last = start + found[0], start + found[1]
                rule = element.id if isinstance(element, Rule) else None
                span = element.place.words(key, first, last)
                where = "" if rule else key if element is code else getattr(element, "id", "terms")
                yield Link(rule, "words", span, text[first:last], where)
                break
