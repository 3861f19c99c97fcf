"""Numbers that are neither a time nor a limit: warnings before a ban, percentages to be reached.

The fewer warnings before a sanction, the harder it is for those bound; the higher a share, a sum or
a number that is asked for, the more is asked; the more that one may look after, the less is asked.
"""

from collections.abc import Callable

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.durations import amount
from conductkit.difference.limits import limits
from conductkit.difference.strikes import strikes
from conductkit.language.lexicon import primary

_Tally = tuple[Span, float]
_NEAR = 4  # words before a number that may say what it is a share of


def tallied(old: Duty, new: Duty) -> tuple[_Tally, _Tally, str] | None:
    """The one number of each side, and what a rise of it does; None where nothing is known."""
    one, two = _lone(old), _lone(new)
    if not one or not two or one[1][1] == two[1][1]:
        return None
    readers: tuple[tuple[Callable[[Duty, int, float], bool], str], ...] = (
        (strikes, "weaker"), (_share, "stronger"), (_ratio, "weaker"), (_fine, "stronger"),
        (_asked, "stronger"), (_least, "stronger"), (_most, "weaker"),
    )  # fmt: skip
    for read, more in readers:
        if read(old, one[0], one[1][1]) and read(new, two[0], two[1][1]):
            return one[1], two[1], more
    return None


def _share(duty: Duty, at: int, _: float) -> bool:
    """“Must answer 90 % of calls”, where more is asked by a higher share."""
    asked = duty.force == "duty" and bool(duty.directive.modal.cue) and not duty.presumed
    if not asked or duty.cues("head-turns") or limits(duty):
        return False
    behind = duty.reading.text[duty.words[at].end :].lstrip().lower()
    share = behind.startswith(tuple(cues.entries("per-cent-of", duty.language)))
    return share and duty.words[at].start > duty.directive.modal.end


def _ratio(duty: Duty, at: int, _: float) -> bool:
    """“One adult for every six children” asks for more than one for every eight."""
    before = [bare(word) for word in duty.words[max(0, at - _NEAR) : at]]
    lead = any(" ".join(before[-size:]) in cues.entries("ratio-leads", duty.language)
               for size in (1, 2))  # fmt: skip
    people = cues.entries("heads", duty.language) | cues.entries("people", duty.language)
    return lead and duty.force == "duty" and not people.isdisjoint(before)


def _fine(duty: Duty, at: int, _: float) -> bool:
    """“A fine of 50 euros”: the higher, the harder."""
    before = [bare(word) for word in duty.words[:at]]
    fined = cues.entries("fines", duty.language)
    denied = not cues.entries("negation", duty.language).isdisjoint(duty.lows)
    return not fined.isdisjoint(before) and not denied and not limits(duty)


def fined(old: Duty, new: Duty) -> bool:
    """Whether both duties say how much somebody has to pay for a breach."""
    names = cues.entries("fines", old.language)
    return not any(duty.ban or names.isdisjoint(duty.lows) for duty in (old, new))


def _least(duty: Duty, at: int, _: float) -> bool:
    """“The minimum age is 18”."""
    return _named(duty, at, "named-least")


def _most(duty: Duty, at: int, _: float) -> bool:
    """“The maximum size of a group is 12”; of what is given away, a most is a favour."""
    given = cues.entries("giving", duty.language) | cues.entries("given", duty.language)
    return _named(duty, at, "named-most") and given.isdisjoint(duty.lows)


def _named(duty: Duty, at: int, name: str) -> bool:
    being = cues.entries("be-words", duty.language)
    before = [bare(word) for word in duty.words[:at]]
    opens = duty.presumed and duty.force == "duty" and bool(being.intersection(before[-1:]))
    return opens and not cues.entries(name, duty.language).isdisjoint(before[:_NEAR])


def _asked(duty: Duty, at: int, _: float) -> bool:
    """“Must attend four meetings”, “must pay 40 euros”: so many are asked for."""
    verb = duty.verb_span
    pays = duty.presumed and bare(duty.words[at - 1]) in cues.entries("paying", duty.language)
    if pays and duty.force == "duty":
        return True
    if duty.force != "duty" or duty.presumed or not verb or amount(duty, at) or limits(duty):
        return False
    distant = bare(duty.words[min(at + 1, len(duty.words) - 1)]) in cues.scale(
        "distance-unit", primary(duty.language)
    )
    keeps = distant and duty.directive.verb in cues.entries("distance-verbs", duty.language)
    if not keeps and duty.directive.verb not in cues.entries("amount-verbs", duty.language):
        return False  # “use two towels” may say how many are allowed
    behind = [word for word in duty.words if verb[1] <= word.start <= duty.words[at].start]
    if len(behind) != 1 or bare(duty.words[at]) in cues.entries("ordinal", duty.language):
        return False
    return all(word.start not in duty.open for word in duty.words[at + 1 : at + 2])


def _lone(duty: Duty) -> tuple[int, _Tally] | None:
    """The only open number of a duty, and where it stands among the words."""
    ordinals = cues.scale("ordinal", primary(duty.language))
    times = cues.scale("times", primary(duty.language))
    found = []
    for at, word in enumerate(duty.words):
        low = bare(word)
        value = cues.number(word, duty.language) or ordinals.get(low) or times.get(low)
        if value is not None and word.start in duty.open and low not in ("a", "an"):
            found.append((at, ((word.start, word.end), value)))
    return found[0] if len(found) == 1 else None
