"""The types of single values: what may stand there, and how to say it to a person."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
VERSION = r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*"
NUMBER = r"[+-]?[0-9]+(\.[0-9]+)?"
EMAIL = r"[^@\s<>()]+@[^@\s<>()]+"
URL = r"(https?://|mailto:|tel:)\S+"


class ScalarType(NamedTuple):
    """A kind of single value.

    `pattern` is a regular expression for the whole value (none: any words), `choices` the words
    allowed, `ref` what the value must be the id of, `says` completes "must be …", `test` finds what
    a pattern cannot say and returns the rest of that sentence, or "" where all is well. `names`
    says that a value is the name of something.
    """

    name: str
    says: str
    pattern: str = ""
    choices: tuple[str, ...] = ()
    ref: str = ""
    markdown: bool = False
    example: str = ""
    test: Callable[[str], str] | None = None
    names: bool = False

    def accepts(self, value: str) -> bool:
        """Whether a value is of this type; references are looked up elsewhere."""
        if self.choices:
            return value in self.choices
        if self.pattern and not re.fullmatch(self.pattern, value):
            return False
        return self.test is None or not self.test(value)


def choice(name: str, *words: str) -> ScalarType:
    """One of a few words."""
    return ScalarType(name, "one of " + ", ".join(words), choices=words)


def reference(ref: str) -> ScalarType:
    """The id of something in the same code: value, party, channel, measure, rule."""
    return ScalarType(f"{ref} id", f"the id of a {ref}", pattern=ID, ref=ref, names=True)


def impossible_date(value: str) -> str:
    """What is wrong with a date that has the right shape."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return "there is no such day in the calendar"
    return ""


WORDS = ScalarType("words", "words on one line", example="Head of Customer Service")
PROSE = ScalarType("prose", "words (Markdown)", markdown=True, example="Greet customers by name.")
IDENT = ScalarType(
    "id", "lower-case letters, digits and hyphens, such as same-day-reply", ID, example="privacy",
    names=True,
)  # fmt: skip
VERSION_TYPE = ScalarType("version", "three numbers, such as 1.0.0", VERSION, example="1.0.0")
DATE_TYPE = ScalarType(
    "date", "a date, such as 2026-01-31", DATE, example="2026-01-31", test=impossible_date
)
LANGUAGE_TYPE = ScalarType(
    "language", "a language tag (BCP 47), such as en, en-GB or pt-BR", LANGUAGE, example="en-GB"
)
NUMBER_TYPE = ScalarType("number", "a number, such as 31 or 4.5", NUMBER, example="31")
EMAIL_TYPE = ScalarType(
    "email", "a mail address, such as service@example.org", EMAIL, example="service@example.org"
)
URL_TYPE = ScalarType(
    "url", "an address that begins with https://, http://, mailto: or tel:", URL,
    example="https://example.org/code",
)  # fmt: skip
FORMAT_TYPE = ScalarType("format version", "1, the version of the format", choices=("1",))
RULE_LINK = ScalarType(
    "rule link", "a code's id, # and a rule's id, such as staff-code#privacy", f"({ID})?#{ID}",
    example="staff-code#privacy", names=True,
)  # fmt: skip
DIGEST = ScalarType(
    "digest", "a digest as `conduct` prints it: sha256: and 64 hexadecimal digits",
    "sha256:[0-9a-f]{64}", example="sha256:" + "0" * 64,
)  # fmt: skip
