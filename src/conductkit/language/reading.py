"""What reading a text yields. All offsets are code points of the text given, ends exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from conductkit.language.words import Word

ClauseKind = Literal[
    "main", "adverbial", "condition", "exception", "concession", "reason", "relative"
]
SentenceKind = Literal["directive", "reason", "other"]
Force = Literal["duty", "ban", "permission", "release"]
Form = Literal["imperative", "modal", "statement", "nominal"]
Level = Literal["must", "should", "may", "should-not", "must-not"]
Act = tuple[str, str | None]


class Modal(NamedTuple):
    """The strength of a directive.

    `value` runs from +5 (must) to -5 (must not); a permission has 1 and a release (need not) 0,
    told apart from weak duties by `force`. `cue` is the words that say so, in lower case ("" for a
    bare imperative), `start` and `end` their place.
    """

    force: Force
    value: int
    cue: str
    start: int
    end: int


class Clause(NamedTuple):
    """A part of a sentence: its kind, and the mark or word that joins it to the part before.

    `joint` is "" for the first clause, else such as ",", ", and", "or", ":"; "run-on" where
    nothing stands between two sentences.
    """

    start: int
    end: int
    kind: ClauseKind
    joint: str = ""
    cue: str = ""


class Directive(NamedTuple):
    """One thing somebody is told to do, not to do, or free to do.

    The span runs from the first word of its clause to the end of what belongs to it, reasons
    left out; `main_end` is where the main clause ends (before "which", "if", "unless" …).
    `object` is the head of the direct object, or the complement of "be". `acts` has every
    (verb, object) of it, light verbs left out; `act` is the first, or None.
    """

    start: int
    end: int
    main_end: int
    sentence: int
    form: Form
    modal: Modal
    subject: str | None
    verb: str | None
    object: str | None
    acts: tuple[Act, ...] = ()
    passive: bool = False
    joint: str = ""
    conditions: tuple[Clause, ...] = ()
    exceptions: tuple[Clause, ...] = ()
    concessions: tuple[Clause, ...] = ()

    @property
    def act(self) -> Act | None:
        """The (verb, object) of the directive, or None where the verb says too little."""
        return self.acts[0] if self.acts else None

    @property
    def negated(self) -> bool:
        """Whether it tells somebody not to do something."""
        return self.modal.force == "ban"


class Sentence(NamedTuple):
    """A sentence: its words without marks and list numbers, its clauses and directives."""

    start: int
    end: int
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...] = ()
    directives: tuple[Directive, ...] = ()
    kind: SentenceKind = "other"


@dataclass(frozen=True, eq=False, repr=False)
class Reading:
    """A text as its reader understands it."""

    text: str
    language: str
    sentences: tuple[Sentence, ...] = field(repr=False)

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """All directives, in order."""
        return tuple(one for sentence in self.sentences for one in sentence.directives)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in order."""
        return tuple(one for sentence in self.sentences for one in sentence.clauses)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, in order, without marks and list numbers."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """For each word, in its comparable form, the numbers of the sentences that hold it."""
        found: dict[str, list[int]] = {}
        for number, sentence in enumerate(self.sentences):
            for low in {word.low for word in sentence.words}:
                found.setdefault(low, []).append(number)
        return found

    @property
    def word_count(self) -> int:
        """How many words the text has."""
        return len(self.words)

    def quote(self, span: Word | Clause | Directive | Sentence | Modal) -> str:
        """The words of a part, as they stand in the text."""
        return self.text[span.start : span.end]
