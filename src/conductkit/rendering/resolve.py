"""A code made ready for templates: every id looked up once."""

from collections.abc import Callable, Iterable, Mapping

from conductkit.model import Code, Edition, Measure, Retired, Rule, Section, Value
from conductkit.rendering.anchors import Anchors
from conductkit.rendering.interface import Interface, readable
from conductkit.rendering.narrowing import Narrowing
from conductkit.rendering.view import (
    MeasureView,
    Reach,
    Ref,
    RetiredView,
    RuleView,
    SectionView,
    ValueView,
    View,
)


def resolve(code: Code, words: Interface, catalogue: Code | None = None) -> View:
    """The code, ready for a template. `catalogue` gives the principles their names."""
    return _Viewer(code, words, catalogue).view()


class _Viewer:
    """Looks names up once for all rules of a code."""

    def __init__(self, code: Code, words: Interface, catalogue: Code | None) -> None:
        self.code, self.words, self.anchors = code, words, Anchors(code)
        self.parties = {party.id: party.name for party in code.parties}
        self.value_names = {value.id: value.name for value in code.values}
        self.measure_names = {measure.id: measure.name for measure in code.measures}
        self.principles = {value.id: value.name for value in catalogue.values} if catalogue else {}
        self.numbers = {rule.id: number for number, rule in code.numbered()}
        self.by_value = _index(code.rules, lambda rule: rule.values)
        self.by_measure = _index(code.rules, lambda rule: rule.measures)
        channels = {channel: words.named("channel", channel) for channel in code.channels}
        self.narrowing = Narrowing(code, self.parties, channels)

    def view(self) -> View:
        code = self.code
        sections = tuple(self.section(section) for section in code.sections)
        if not sections and code.rules:
            rules = tuple(self.rule(rule) for rule in code.rules)
            sections = (SectionView("", "", "", (), (), (), rules),)
        return View(
            sections,
            tuple(self.value(value) for value in code.values),
            tuple(self.measure(measure) for measure in code.measures),
            tuple(self.gone(gone) for gone in code.retired),
            self.names(code.binds), self.names(code.serves), self.channel_names(code.channels),
            *self.editions(), tuple(self.narrowing.choices),
        )  # fmt: skip

    def editions(self) -> tuple[Edition | None, tuple[Edition, ...]]:
        every = self.code.changelog
        ours = next((one for one in every if one.version == self.code.version), None)
        return ours, tuple(one for one in every if one is not ours)

    def names(self, parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.parties[party] for party in parties)

    def channel_names(self, channels: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.words.named("channel", channel) for channel in channels)

    def section(self, section: Section) -> SectionView:
        return SectionView(
            self.anchors.of("section", section.id), section.title, section.text,
            self.names(_unlike(section.binds, self.code.binds)),
            self.names(_unlike(section.serves, self.code.serves)),
            self.channel_names(_unlike(section.channels, self.code.channels)),
            tuple(self.rule(rule) for rule in section.rules),
        )  # fmt: skip

    def rule(self, rule: Rule) -> RuleView:
        code, examples = self.code, rule.examples
        above = code.section_of(rule) or code
        level = self.words.named("level", rule.level) if rule.level else ""
        return RuleView(
            rule.id, self.numbers[rule.id], rule.title, rule.text, rule.level, level, rule.why,
            examples.good if examples else (), examples.bad if examples else (),
            tuple(Ref(self.value_names[i], self.anchors.of("value", i)) for i in rule.values),
            tuple(Ref(self.principles.get(i, readable(i))) for i in rule.principles),
            tuple(Ref(self.measure_names[i], self.anchors.of("measure", i)) for i in rule.measures),
            tuple(self.rule_link(link) for link in rule.backed_by),
            self.names(_unlike(rule.binds, above.binds or code.binds)),
            self.names(_unlike(rule.serves, above.serves or code.serves)),
            self.channel_names(_unlike(rule.channels, above.channels or code.channels)),
            self.reach(rule), f"{code.id}#{rule.id}", self.narrowing.marks(rule),
        )  # fmt: skip

    def reach(self, rule: Rule) -> Reach:
        code = self.code
        return Reach(
            self.names(code.bound(rule)), self.names(code.served(rule)),
            self.channel_names(code.channels_of(rule)),
        )  # fmt: skip

    def rule_link(self, link: str) -> Ref:
        """A rule of this code by its number, a rule of another as it is written."""
        code, _, rule = link.partition("#")
        if code in ("", self.code.id) and rule in self.numbers:
            return Ref(self.words.word("rule", number=str(self.numbers[rule])), rule)
        return Ref(link)

    def numbered(self, rules: Iterable[Rule]) -> tuple[Ref, ...]:
        return tuple(Ref(str(self.numbers[rule.id]), rule.id) for rule in rules)

    def value(self, value: Value) -> ValueView:
        rules = self.numbered(self.by_value.get(value.id, ()))
        return ValueView(self.anchors.of("value", value.id), value.name, value.text, rules)

    def measure(self, measure: Measure) -> MeasureView:
        rules = self.numbered(self.by_measure.get(measure.id, ()))
        latest = max(measure.readings, key=lambda reading: reading.date, default=None)
        return MeasureView(self.anchors.of("measure", measure.id), measure, latest, rules)

    def gone(self, gone: Retired) -> RetiredView:
        if not gone.replaced_by:
            return RetiredView(gone, None)
        rule = self.code.by_id.get(gone.replaced_by)
        name = gone.replaced_by
        if rule is not None:
            number = self.words.word("rule", number=str(self.numbers[rule.id]))
            name = f"{number}: {rule.title}" if rule.title else number
        return RetiredView(gone, Ref(name, gone.replaced_by))


def _unlike(own: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    return () if own == above else own


def _index(
    rules: Iterable[Rule], of: Callable[[Rule], tuple[str, ...]]
) -> Mapping[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in of(rule):
            found.setdefault(name, []).append(rule)
    return found
