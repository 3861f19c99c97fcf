"""Which checks run, said in layers: the project's, those for a path, the command line's."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from conductkit.finding import Severity
from conductkit.profile import DEFAULT, read

OFF = "off"


class Choice(NamedTuple):
    """One layer: only the checks selected (none: those so far), less those ignored.

    `severity` says how loud a check is, and so switches it on, or off with “off”. `profiles` are
    lists of such words, made for a standard or a law; `severity` has the last word.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    profiles: tuple[str, ...] = ()


def resolve(
    default: Iterable[str], layers: Iterable[Choice]
) -> tuple[list[str], Mapping[str, Severity]]:
    """The checks to run in the order in which they were named, and the severities that were set.

    `default` are those that run where no layer says anything; each layer starts from what the one
    before it left.
    """
    chosen = dict.fromkeys(default)
    severities: dict[str, Severity] = {}
    for layer in layers:
        if layer.select:
            chosen = dict.fromkeys(layer.select)
        for name, word in (*_asked(layer.profiles), *layer.severity):
            if word == OFF:
                chosen.pop(name, None)
            else:
                chosen[name] = None
                if word != DEFAULT:
                    severities[name] = Severity.named(word)
        for name in layer.ignore:
            chosen.pop(name, None)
    return list(chosen), severities


def _asked(profiles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the profiles say of checks; of two that name one check the later holds."""
    for name in profiles:
        yield from read(name).checks.items()
