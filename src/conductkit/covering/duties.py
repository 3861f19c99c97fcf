"""What each rule tells people to do, and the words in it that speak of a thing."""

from collections.abc import Iterator
from functools import cached_property

from conductkit.checks._stems import spot
from conductkit.covering.channels import by_channel
from conductkit.covering.result import Link, link
from conductkit.covering.word_lists import Groups, Lists, lists
from conductkit.language import read
from conductkit.model import Code, Rule


class Duties:
    """The rules of a code with the parts of their texts that direct somebody, reasons left out."""

    def __init__(self, code: Code) -> None:
        self.code = code

    @cached_property
    def lists(self) -> Lists:
        return lists(self.code.language)

    @cached_property
    def on(self) -> dict[str, list[Link]]:
        """For each channel the rules that hold there."""
        return by_channel(self.code, self.lists.channels)

    @cached_property
    def parts(self) -> list[tuple[Rule, list[tuple[int, str]]]]:
        """Each rule with its directives: where one begins in the text, and its words."""
        return [(rule, self._of(rule)) for rule in self.code.rules]

    def _of(self, rule: Rule) -> list[tuple[int, str]]:
        directives = read(rule.text, self.code.language).directives
        return [(one.start, rule.text[one.start : one.end]) for one in directives]

    def saying(self, stems: str, passes: tuple[str, ...] = ()) -> Iterator[Link]:
        """A link for each rule of which a duty has one of the stems, with its words."""
        for rule, parts in self.parts:
            for start, words in parts:
                found = spot(words, stems, passes)
                if found:
                    yield link(rule, start + found[0], start + found[1])
                    break

    def meeting(self, alternatives: tuple[Groups, ...]) -> Iterator[Link]:
        """A link for each rule of which a duty has a word of each group of one alternative."""
        for rule, parts in self.parts:
            for start, words in parts:
                found = met(words, alternatives)
                if found:
                    yield link(rule, start + found[0], start + found[1])
                    break


def met(words: str, alternatives: tuple[Groups, ...]) -> tuple[int, int] | None:
    """From the first to the last word by which a text meets one of the alternatives."""
    for groups in alternatives:
        spots = [spot(words, group) for group in groups]
        found = [place for place in spots if place]
        if len(found) == len(spots):
            return min(start for start, _ in found), max(end for _, end in found)
    return None
