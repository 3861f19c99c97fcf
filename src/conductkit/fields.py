"""The field table: every key of a code, once.

The loader, the JSON Schema, the canonical key order and `docs/format.md` are all made from it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from conductkit import model
from conductkit import scalar_types as types
from conductkit.model import Element
from conductkit.scalar_types import ScalarType, choice, reference


class Shape(NamedTuple):
    """A mapping of the format: the class that holds it and its fields in canonical order.

    `key` names the field by which an element is known: no two elements of a list share it.
    """

    name: str
    holds: type[object]
    fields: tuple["Field", ...]
    key: str = ""

    @property
    def by_key(self) -> Mapping[str, "Field"]:
        return {field.key: field for field in self.fields}


class Field(NamedTuple):
    """One key. `attr` is the model's name for it where the key is a word of Python.

    With `keys` it holds a mapping: keys of that type, each with a value of `type`; the model has
    them as pairs, in the order of the file.
    """

    key: str
    type: ScalarType | Shape
    doc: str
    many: bool = False
    required: bool = False
    attr: str = ""
    keys: ScalarType | None = None

    @property
    def attribute(self) -> str:
        return self.attr or self.key

    @property
    def unique(self) -> bool:
        """Whether it lists ids, of which each can be meant but once."""
        return self.many and isinstance(self.type, ScalarType) and self.type.names


WORDS, PROSE, ID, DATE = types.WORDS, types.PROSE, types.IDENT, types.DATE_TYPE
LEVEL = choice("level", *model.LEVELS)
BINDS = Field("binds", reference("party"), "Who is bound. The nearest holds.", many=True)
SERVES = Field("serves", reference("party"), "Who is served. The nearest holds.", many=True)
CHANNELS = Field("channels", reference("channel"), "Where it holds. The nearest holds.", many=True)

WAIVER = Shape("waiver", model.Waiver, (
    Field("check", ID, "The check that is not followed here.", required=True),
    Field("reason", WORDS, "Why not.", required=True),
    Field("until", DATE, "The last day on which the waiver holds."),
))  # fmt: skip
WAIVE = Field("waive", WAIVER, "Recorded decisions not to follow a check.", many=True)

OWNER = Shape("owner", model.Owner, (
    Field("name", WORDS, "A person or, better, a role.", required=True),
    Field("email", types.EMAIL_TYPE, "How to reach the owner."),
    Field("url", types.URL_TYPE, "A page or form that reaches the owner."),
    Field("phone", WORDS, "A telephone number."),
))  # fmt: skip
CONTACT = Shape("contact", model.Contact, (
    Field(
        "for", choice("route", "questions", "reports", "feedback", "appeals"),
        "What this contact answers.", required=True, attr="route",
    ),
    Field("name", WORDS, "Who answers."),
    Field("email", types.EMAIL_TYPE, "A mail address."),
    Field("url", types.URL_TYPE, "A page or form."),
    Field("phone", WORDS, "A telephone number."),
    Field("address", WORDS, "A place to go or to write to, or another way in words."),
))  # fmt: skip
APPROVAL = Shape("approval", model.Approval, (
    Field("name", WORDS, "Who approved: a person, role or body.", required=True),
    Field("date", DATE, "When."),
))  # fmt: skip
PARTY = Shape("party", model.Party, (
    Field("id", ID, "Permanent name of the party.", required=True),
    Field("name", WORDS, "What readers call it.", required=True),
    Field("text", PROSE, "Who belongs to it."),
), key="id")  # fmt: skip
VALUE = Shape("value", model.Value, (
    Field("id", ID, "Permanent name of the value.", required=True),
    Field("name", WORDS, "What readers call it.", required=True),
    Field("text", PROSE, "What it means here."),
), key="id")  # fmt: skip
EXAMPLES = Shape("examples", model.Examples, (
    Field("good", PROSE, "What keeping the rule looks like.", many=True),
    Field("bad", PROSE, "What breaking it looks like.", many=True),
))  # fmt: skip
RULE = Shape("rule", model.Rule, (
    Field("id", ID, "Permanent name of the rule; its anchor in every rendering.", required=True),
    Field("title", WORDS, "A short name for readers."),
    Field("text", PROSE, "The duty: who must, should, may or must not do what.", required=True),
    Field("level", LEVEL, "The strength of the rule; read from the text when absent."),
    Field("values", reference("value"), "The values that it serves.", many=True),
    Field("principles", ID, "Ids of values in the catalogue.", many=True),
    BINDS, SERVES, CHANNELS,
    Field("why", PROSE, "The reason, apart from the duty."),
    Field("examples", EXAMPLES, "Do and don't."),
    Field("measures", reference("measure"), "The measures that show it works.", many=True),
    Field("backed_by", types.RULE_LINK, "Rules of other codes that carry this one.", many=True),
    Field("translates", types.DIGEST, "In a translation: digest of the text translated."),
    WAIVE,
), key="id")  # fmt: skip
SECTION = Shape("section", model.Section, (
    Field("id", ID, "Permanent name of the section.", required=True),
    Field("title", WORDS, "Its heading.", required=True),
    Field("text", PROSE, "Words before its rules."),
    BINDS, SERVES, CHANNELS,
    Field("rules", RULE, "Its rules, in order.", many=True),
), key="id")  # fmt: skip
CONSEQUENCE = Shape("consequence", model.Consequence, (
    Field("id", ID, "Permanent name of the consequence.", required=True),
    Field("name", WORDS, "What readers call it.", required=True),
    Field("when", PROSE, "What leads to it."),
    Field("then", PROSE, "What happens."),
), key="id")  # fmt: skip
TERM = Shape("term", model.Term, (
    Field("term", WORDS, "The word or phrase.", required=True),
    Field("text", PROSE, "What it means in this code.", required=True),
), key="term")  # fmt: skip
READING = Shape("reading", model.Reading, (
    Field("date", DATE, "The day of the reading.", required=True),
    Field("value", types.NUMBER_TYPE, "What was read, in the measure's unit.", required=True),
))  # fmt: skip
MEASURE = Shape("measure", model.Measure, (
    Field("id", ID, "Permanent name of the measure.", required=True),
    Field("name", WORDS, "What readers call it.", required=True),
    Field("unit", WORDS, "What is counted: points, %, days …"),
    Field("baseline", types.NUMBER_TYPE, "Where it stood at the start."),
    Field("target", types.NUMBER_TYPE, "Where it should go."),
    Field("readings", READING, "What was read since, in the order of dates.", many=True),
), key="id")  # fmt: skip
TRANSLATION = Shape("translation_of", model.Translation, (
    Field("id", ID, "The code that was translated.", required=True),
    Field("version", types.VERSION_TYPE, "Its version."),
))  # fmt: skip
ORIGIN = Shape("source", model.Origin, (
    Field("title", WORDS, "The work.", required=True),
    Field("author", WORDS, "Who wrote it."),
    Field("url", types.URL_TYPE, "Where it stands."),
    Field("licence", WORDS, "On what terms it is used."),
))  # fmt: skip
EDITION = Shape("edition", model.Edition, (
    Field("version", types.VERSION_TYPE, "The version.", required=True),
    Field("date", DATE, "The day it came out."),
    Field("changes", PROSE, "What changed, a line each.", many=True),
), key="version")  # fmt: skip
RETIRED = Shape("retired", model.Retired, (
    Field("id", ID, "The rule's id; it is never given to another rule.", required=True),
    Field(
        "in", types.VERSION_TYPE, "The version in which it went.", required=True, attr="version"
    ),
    Field("replaced_by", reference("rule"), "The rule that took its place."),
    Field("reason", WORDS, "Why it went."),
), key="id")  # fmt: skip

CODE = Shape("code", model.Code, (
    Field("conduct", types.FORMAT_TYPE, "Version of this format.", required=True),
    Field("id", ID, "Permanent name of this code.", required=True),
    Field("title", WORDS, "What it is called.", required=True),
    Field("version", types.VERSION_TYPE, "Version of the code, three parts."),
    Field(
        "status", choice("status", *model.STATUSES),
        "Where it stands in its life; draft where not given.",
    ),
    Field(
        "language", types.LANGUAGE_TYPE,
        "BCP 47 tag; its region sets the spelling.", required=True,
    ),
    Field("kind", choice("kind", *model.KINDS), "What sort of code; staff where not given."),
    Field("purpose", PROSE, "Why this code exists."),
    Field("scope", PROSE, "Whom it binds, where and when."),
    Field("summary", PROSE, "One paragraph."),
    Field("issuer", WORDS, "The organisation in whose name it is published."),
    Field("owner", OWNER, "Who answers for it."),
    Field("authors", WORDS, "Who wrote it.", many=True),
    Field("consulted", WORDS, "Who was heard.", many=True),
    Field("contacts", CONTACT, "Who answers questions, reports, feedback, appeals.", many=True),
    Field("adopted", DATE, "The day it was adopted."),
    Field("effective", DATE, "The day from which it binds."),
    Field("review_by", DATE, "The day by which it is looked at again."),
    Field("approved_by", APPROVAL, "Who said yes, and when.", many=True),
    Field("parties", PARTY, "Those who are bound or served.", many=True),
    Field("channels", ID, "The channels it covers, such as phone, email, chat.", many=True),
    BINDS, SERVES,
    Field("values", VALUE, "What the code stands for.", many=True),
    Field("sections", SECTION, "The rules, in sections.", many=True),
    Field("rules", RULE, "The rules, in a code without sections.", many=True),
    Field("consequences", CONSEQUENCE, "What follows a breach, mildest first.", many=True),
    Field("redress", PROSE, "What is done when a promise is not kept."),
    Field("limits", PROSE, "What is not promised."),
    Field("terms", TERM, "Words with a meaning of their own here.", many=True),
    Field("measures", MEASURE, "How the company sees that it works.", many=True),
    Field("closing", PROSE, "Last words."),
    Field("catalogue", ID, "The code whose values serve this one as principles."),
    Field("aligns_with", WORDS, "Codes that must rest on the same values.", many=True),
    Field("extends", WORDS, "The code this one builds on: a path, revision:path or id@version."),
    Field("translation_of", TRANSLATION, "The code that this one translates."),
    Field("sources", ORIGIN, "The works it draws on, with author and licence.", many=True),
    Field("changelog", EDITION, "What changed, newest first.", many=True),
    Field("retired", RETIRED, "Rules that are no more; their anchors stay.", many=True),
    WAIVE,
), key="id")  # fmt: skip


def shapes(root: Shape = CODE) -> tuple[Shape, ...]:
    """Every shape that a code (or what `root` is) is made of, itself first, each once."""
    found: list[Shape] = [root]
    for shape in found:
        for field in shape.fields:
            if isinstance(field.type, Shape) and field.type not in found:
                found.append(field.type)
    return tuple(found)


__all__ = ["CODE", "Element", "Field", "Shape", "shapes"]
