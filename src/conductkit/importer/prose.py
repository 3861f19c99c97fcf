"""Paragraphs as rules, consequences and words: by what each of their sentences does."""

from conductkit.importer.draft import Rule, Section, Step
from conductkit.importer.judge import Act, act, level, spoken, turns
from conductkit.importer.ladder import named_sanction
from conductkit.importer.lists import Context
from conductkit.importer.words import bold_lead, plain, sentences
from conductkit.outline import Block

_GUESS = "a sentence of a paragraph that directs somebody"


def add(block: Block, section: Section, context: Context, *, contact: bool = False) -> bool:
    """Put a paragraph into a section; whether a rule or a consequence came of it.

    A sentence that directs somebody begins a rule; what explains it goes with it. A sentence that
    says what follows a breach is a consequence. What stands before them, or is neither, is text.
    In a section about contacts (`contact`), “Ask Ann” only says where to turn.
    """
    words = context.words
    told = sentences(block.text, words.language)
    acts = [_act(one, context) for one in told]
    if contact:
        acts = [
            "report" if turns(one, words) else does for one, does in zip(told, acts, strict=True)
        ]
    if told[-1].rstrip().endswith(":"):
        acts[-1] = "plain"
    quiet = "attribution" in acts or spoken(block.text)
    if quiet or not {"duty", "sanction"} & set(acts):
        section.text.append(block.text)
        context.draft.place(block, section)
        return False
    pieces = _Pieces(block, section, context)
    for sentence, does in zip(told, acts, strict=True):
        pieces.take(sentence, does)
    pieces.close()
    return True


def _act(sentence: str, context: Context) -> Act:
    """What a sentence does; what the earlier edition took it for holds where it had it."""
    was = context.earlier.took([sentence])
    if was:
        return "duty" if was == "rules" else "plain"
    return act(sentence, context.words)


class _Pieces:
    """The sentences of one paragraph, gathered into rules, consequences and text."""

    def __init__(self, block: Block, section: Section, context: Context) -> None:
        self._block, self._section, self._context = block, section, context
        self._before: list[str] = []
        self._rules: list[Rule] = []
        self._last: Rule | Step | None = None

    def take(self, sentence: str, does: str) -> None:
        """One sentence and what it does."""
        words = self._context.words
        goes_on = words.starts("again", plain(sentence).lstrip('"“‘('))
        if does == "sanction" and not (goes_on and isinstance(self._last, Step)):
            self._sanction(sentence)
        elif does == "duty" and not (goes_on and self._last is not None):
            self._rule(sentence)
        elif isinstance(self._last, Rule):
            self._last.text += f" {sentence}"
        elif isinstance(self._last, Step):
            self._last.then += f" {sentence}"
        else:
            self._before.append(sentence)

    def _rule(self, sentence: str) -> None:
        own = sentence
        first = not self._rules
        if first and self._before and self._section.rules and not self._reports():
            sentence = " ".join([*self._before, sentence])
            self._before = []
        title, text = _titled(sentence)
        rule = Rule(text, self._block.line, title=title, own=plain(own))
        self._rules.append(rule)
        self._section.rules.append(rule)
        self._last = rule

    def _reports(self) -> bool:
        return any(act(one, self._context.words) == "report" for one in self._before)

    def _sanction(self, sentence: str) -> None:
        words = self._context.words
        step = Step(named_sanction(sentence, words), then=sentence)
        self._context.draft.steps.append(step)
        note = "the name of the consequence was chosen by its words"
        self._context.draft.place(self._block, step, "medium", note)
        self._last = step

    def close(self) -> None:
        """The paragraph ends: what stood before its first rule is text of the section."""
        place = self._context.draft.place
        if self._before:
            self._section.text.append(" ".join(self._before))
            place(self._block, self._section)
        for rule in self._rules:
            told = level(rule.text, self._context.words)
            note = _GUESS if told else f"{_GUESS}; its words give no level"
            place(self._block, rule, "medium", note)


def _titled(sentence: str) -> tuple[str, str]:
    """The name in bold that a rule begins with as its title, and the rest: “**Quiet.** Hush.”"""
    name, rest = bold_lead(sentence)
    mark = sentence[: len(sentence) - len(rest)].strip(" *_")[-1:]
    if not (name and rest) or mark not in (".", ":", "!", "?") or rest[0].islower():
        return "", sentence
    return plain(name).rstrip("."), rest


def duties(block: Block, context: Context) -> int:
    """How many sentences of a paragraph direct somebody or threaten."""
    told = sentences(block.text, context.words.language)
    return sum(act(one, context.words) in ("duty", "sanction") for one in told)
