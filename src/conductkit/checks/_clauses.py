"""Which clauses of a profile a code covers."""

from collections.abc import Iterator

from conductkit import profile
from conductkit.check import Hit, overall
from conductkit.checks._stems import mentions, sentences
from conductkit.finding import Severity
from conductkit.language.lexicon import primary
from conductkit.model import Code
from conductkit.profile import Clause

_LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese"}


def uncovered(code: Code, name: str) -> Iterator[Hit]:
    """A hit for each clause of a profile that no field and no sentence of the code covers.

    Clauses whose words are not known in the code's language are not judged, and one hit says so.
    A code that extends another is not asked: what it leaves out may stand there.
    """
    if not code.rules or code.extends:
        return
    asked = profile.read(name)
    label = asked.title.partition(":")[0]
    unread = []
    for clause in asked.clauses:
        if given(code, clause):
            continue
        if clause.words and primary(code.language) not in clause.words:
            unread.append(clause.name)
        elif not any(says(told, clause, code.language) for told in sentences(code)):
            place = f"{label}, {clause.ref}" if clause.ref else label
            message = f"{place}: {asked.says} {clause.missing}"
            yield overall(code, message, _remedy(clause.write))
    if unread:
        yield _unread(code, label, unread, asked.languages)


def given(code: Code, clause: Clause) -> bool:
    """Whether the code has a field that covers a clause."""
    for field in clause.fields:
        key, _, route = field.partition(".")
        held = getattr(code, key)
        if any(contact.route == route for contact in held) if route else held:
            return True
    return False


def says(sentence: str, clause: Clause, language: str) -> bool:
    """Whether a sentence covers a clause: one of its alternatives has a word of each group."""
    alternatives = clause.words.get(primary(language), ())
    return any(all(mentions(sentence, group) for group in groups) for groups in alternatives)


def _remedy(write: str) -> str:
    """Advice in words; what begins like a sentence of a code is quoted as an example."""
    return f"Write, for example: “{write}”" if write[0].isupper() else f"Add {write}"


def _unread(code: Code, label: str, names: list[str], languages: tuple[str, ...]) -> Hit:
    known = ", ".join(_LANGUAGES.get(tag, tag) for tag in languages)
    return overall(
        code, f"{label}: {len(names)} parts were not judged, for want of words in this language",
        f"Look yourself for {'; '.join(names)}. The profile's words are in {known}.",
    )._replace(severity=Severity.INFO)  # fmt: skip
