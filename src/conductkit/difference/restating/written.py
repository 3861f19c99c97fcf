"""What may be written in several ways before it is read: “&”, “three (3) days”, “9.00 a.m.”."""

import re

from conductkit.difference import cues
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon

_AND = re.compile(r"(?<=[\w)])[ \t]+&[ \t]+(?=\w)")
# A sentence that begins with a capital, though no full stop ends the one before.
_STOPLESS = re.compile(
    r"(?P<last>[a-z]{3,})[ \t]"
    r"(?=(?:The|This|These|We|You|They|It|Please|[A-Z][a-z]{2,12}ing) [a-z])"
)
_TWICE = re.compile(
    r"\b(?P<first>[a-z]+(?:-[a-z]+)?|\d{1,4})[ \t]\((?P<second>[a-z]+(?:-[a-z]+)?|\d{1,4})\)",
    re.IGNORECASE,
)
_HALF = r"(?P<half>[ap])\.?[ \t]?m\b(?P<stop>\.?)"
_CLOCK = re.compile(
    rf"(?<![\d.:,$€£])(?P<hour>\d{{1,2}})(?:[.:](?P<minutes>[0-5]\d))?[ \t]?{_HALF}", re.IGNORECASE
)
_EARLY = re.compile(r"(?<![\d.:,])(?P<hour>0\d|1[3-9]|2[0-3]):(?P<minutes>[0-5]\d)(?![\d:])")
_NOON = re.compile(r"\b12(?:[.:]00)?(?:[ \t]?pm)?[ \t]+(?P<named>noon|midday)\b", re.IGNORECASE)
_TWELVE = re.compile(r"\b12\.00pm\b")
_MIDNIGHT = re.compile(r"\b12(?:[.:]00)?[ \t]+midnight\b", re.IGNORECASE)
_DAY = re.compile(r"(?<=day),[ \t](?=\d{1,2}\.\d\d[ap]m|noon)")
_TO = re.compile(r"(?<=[ap]m)[ \t]?[-–—][ \t]?(?=\d{1,2}\.\d\d[ap]m)")


def plain(text: str, language: str) -> str:
    """A text with each of these written in one way."""
    text = _STOPLESS.sub(_stopped, _AND.sub(" and ", text))
    if not any(char.isdigit() for char in text):
        return text
    text = _TWICE.sub(lambda found: _once(found, language), text)
    text = _CLOCK.sub(_of_the_clock, text)
    text = _EARLY.sub(_of_the_day, text)
    text = _NOON.sub("noon", text.replace("12.00pm noon", "12 noon"))
    text = _MIDNIGHT.sub("midnight", _TWELVE.sub("noon", text))
    return _TO.sub(" to ", _DAY.sub(" ", text))


def _stopped(found: re.Match[str]) -> str:
    """A word with the full stop behind it, where it can be the last one of a sentence."""
    known = lexicon("en")
    open_ = known.prepositions | known.determiners | known.auxiliaries | known.coordinators
    open_ |= cues.entries("negation", "en") | cues.entries("modal-words", "en")
    last = found["last"]
    goes_on = last in open_ or last in known.subordinators or lemma.is_adverb(last, known)
    return found[0] if goes_on else f"{last}. "


def _once(found: re.Match[str], language: str) -> str:
    """“Three (3)”: the same number in letters and in figures, in letters."""
    one, two = found["first"].lower(), found["second"].lower()
    numbers = {cues.figure(word, language) for word in (one, two)}
    same = len(numbers) == 1 and None not in numbers and one.isdigit() != two.isdigit()
    return (found["second"] if one.isdigit() else found["first"]) if same else found[0]


def _of_the_clock(found: re.Match[str]) -> str:
    """“9 a.m.”, “9:00 AM” as “9.00am”; a full stop that also ends the sentence stays."""
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return found[0]
    behind = found.string[found.end() :]
    ends = found["stop"] if not behind.strip() or re.match(r"\s+[A-Z]", behind) else ""
    return f"{hour}.{found['minutes'] or '00'}{found['half'].lower()}m{ends}"


def _of_the_day(found: re.Match[str]) -> str:
    """“17:30” as “5.30pm”, “09:00” as “9.00am”; what may be the night or noon stays."""
    hour = int(found["hour"])
    if not hour:
        return found[0]
    return f"{hour % 12}.{found['minutes']}{'pm' if hour > 12 else 'am'}"
