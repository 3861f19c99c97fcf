"""A code as data for other programs: every field, ids resolved, rules numbered."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from conductkit import digest
from conductkit.fields import CODE, MEASURE, RETIRED, RULE, SECTION, VALUE, Field, Shape
from conductkit.model import Code, Measure, Retired, Rule, Section, Value
from conductkit.rendering.interface import Interface, readable

Data = dict[str, Any]


def whole(code: Code, words: Interface, catalogue: Code | None = None) -> Data:
    """Every field of the code under its key, in the order of the field table, each always there.

    What is not given is "", null or []. An id that names something is `{"id", "name"}`. A rule has
    its number, its section, and the parties and channels that hold for it, whoever says so; a
    section, a value and a measure name their rules by id.
    """
    return _Writer(code, words, catalogue).whole()


class _Writer:
    """Looks names up once for all fields of a code."""

    def __init__(self, code: Code, words: Interface, catalogue: Code | None) -> None:
        self.code, self.words = code, words
        self.numbers = {rule.id: number for number, rule in code.numbered()}
        parties = {party.id: party.name for party in code.parties}
        self.names: Mapping[str, Callable[[str], str]] = {
            "binds": parties.__getitem__,
            "serves": parties.__getitem__,
            "channels": lambda name: words.named("channel", name),
            "values": {value.id: value.name for value in code.values}.__getitem__,
            "measures": {measure.id: measure.name for measure in code.measures}.__getitem__,
            "principles": lambda name: principles.get(name, readable(name)),
        }
        principles = {value.id: value.name for value in catalogue.values} if catalogue else {}

    def whole(self) -> Data:
        code, made = self.code, {"format": 1, **self.element(CODE, self.code)}
        made["rules"] = [self.rule(rule) for rule in code.rules]
        made["sections"] = [self.section(section) for section in code.sections]
        made["values"] = [self.value(value) for value in code.values]
        made["measures"] = [self.measure(measure) for measure in code.measures]
        made["retired"] = [self.gone(gone) for gone in code.retired]
        made["digest"] = digest.of_code(code)
        return made

    def element(self, shape: Shape, element: object) -> Data:
        return {
            field.key: self.written(field, getattr(element, field.attribute))
            for field in shape.fields
        }

    def written(self, field: Field, value: Any) -> Any:
        if isinstance(field.type, Shape):
            if field.many:
                return [self.element(field.type, one) for one in value]
            return None if value is None else self.element(field.type, value)
        if field.many and field.key in self.names:
            return self.named(field.key, value)
        return list(value) if field.many else value

    def named(self, key: str, ids: Iterable[str]) -> list[Data]:
        return [{"id": id, "name": self.names[key](id)} for id in ids]

    def rule(self, rule: Rule) -> Data:
        code, section = self.code, self.code.section_of(rule)
        level = self.words.named("level", rule.level) if rule.level else ""
        return {
            "id": rule.id, "number": self.numbers[rule.id],
            "section": section.id if section else None,
            **self.element(RULE, rule), "level_name": level,
            "binds": self.named("binds", code.bound(rule)),
            "serves": self.named("serves", code.served(rule)),
            "channels": self.named("channels", code.channels_of(rule)),
            "backed_by": [self.link(link) for link in rule.backed_by],
        }  # fmt: skip

    def link(self, link: str) -> Data:
        """A rule of this or another code; its number where it is one of this code."""
        name, _, rule = link.partition("#")
        ours = name in ("", self.code.id)
        number = self.numbers.get(rule) if ours else None
        return {"code": name or self.code.id, "rule": rule, "number": number}

    def section(self, section: Section) -> Data:
        return {**self.element(SECTION, section), "rules": [rule.id for rule in section.rules]}

    def value(self, value: Value) -> Data:
        rules = [rule.id for rule in self.code.rules if value.id in rule.values]
        return {**self.element(VALUE, value), "rules": rules}

    def measure(self, measure: Measure) -> Data:
        rules = [rule.id for rule in self.code.rules if measure.id in rule.measures]
        return {**self.element(MEASURE, measure), "rules": rules}

    def gone(self, gone: Retired) -> Data:
        by = self.link(f"#{gone.replaced_by}") if gone.replaced_by else None
        return {**self.element(RETIRED, gone), "replaced_by": by}
