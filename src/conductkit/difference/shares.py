"""Parts of a whole: half, two thirds, 40 per cent."""

import re

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.language.lexicon import primary

_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")


def share(duty: Duty, at: int) -> tuple[float, int] | None:
    """The part that begins at a word of a duty, and where it ends; None where there is none."""
    words, language = duty.words, primary(duty.language)
    parts = cues.scale("fraction", language)
    low = bare(words[at])
    behind = bare(words[at + 1]) if at + 1 < len(words) else ""
    number = cues.number(words[at], language)
    if number is not None and number >= 1 and behind in parts:
        return round(number * parts[behind], 6), cues.end(words[at + 1])
    if written := _FRACTION.fullmatch(low):
        under = int(written[2])
        return (round(int(written[1]) / under, 6), cues.end(words[at])) if under else None
    top, _, bottom = low.partition("-")
    if bottom in parts and (number := cues.figure(top, language)):  # two-thirds
        return round(number * parts[bottom], 6), cues.end(words[at])
    if low in parts:
        return parts[low], cues.end(words[at])
    if number is None:
        return None
    signs = cues.entries("per-cent", language)
    rest = duty.reading.text[words[at].end :]
    sign = next((one for one in signs if rest.lstrip().lower().startswith(one)), "")
    return (number / 100, words[at].end + rest.lower().index(sign) + len(sign)) if sign else None
