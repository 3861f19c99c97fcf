"""By what a reader can narrow a code's rules: who is bound, who is served, where it holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from conductkit.model import Code, Rule


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its mark on the rules, its name, and how many rules it leaves."""

    mark: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """One question (`binds`, `serves` or `channels`) and its answers."""

    key: str
    options: tuple[Option, ...]


class Narrowing:
    """The questions that tell rules of a code apart, and the marks that answer them."""

    def __init__(self, code: Code, parties: Mapping[str, str], channels: Mapping[str, str]) -> None:
        self._questions: dict[str, tuple[Callable[[Rule], Sequence[str]], list[str]]] = {}
        self.choices: list[Choices] = []
        for key, of, names in (
            ("binds", code.bound, parties),
            ("serves", code.served, parties),
            ("channels", code.channels_of, channels),
        ):
            self._add(code, key, of, names)

    def _add(
        self, code: Code, key: str, of: Callable[[Rule], Sequence[str]], names: Mapping[str, str]
    ) -> None:
        answers = [of(rule) for rule in code.rules]
        given = [name for name in names if any(name in answer for answer in answers)]
        counts = [sum(name in answer or not answer for answer in answers) for name in given]
        if all(count == len(code.rules) for count in counts):
            return  # whatever is chosen, every rule stays
        self._questions[key] = (of, given)
        self.choices.append(Choices(key, tuple(
            Option(f"{key[0]}{place}", names[name], count)
            for place, (name, count) in enumerate(zip(given, counts, strict=True))
        )))  # fmt: skip

    def marks(self, rule: Rule) -> tuple[str, ...]:
        """The marks of the choices under which a rule stays; one that names nobody always stays."""
        found: list[str] = []
        for key, (of, given) in self._questions.items():
            answer = of(rule)
            found += [
                f"{key[0]}{place}"
                for place, name in enumerate(given)
                if name in answer or not answer
            ]
        return tuple(found)
