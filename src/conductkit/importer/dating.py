"""The day from which a code holds, where a line of its text gives it."""

import datetime
import re
from collections.abc import Iterable

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import plain
from conductkit.outline import Block

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?"
_FORMS = [
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_NAME},? (?P<year>\d{{4}})"),
    re.compile(rf"{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
]


def effective(blocks: Iterable[Block], words: Lexicon) -> str:
    """The day as a code writes it; "" where no line gives one, or two give two."""
    lines = [plain(block.text).strip("() ") for block in blocks if block.kind == "furniture"]
    found = {_day(line) for line in lines if words.starts("effective", line)}
    return found.pop() if len(found) == 1 else ""


def _day(line: str) -> str:
    """The one date of a line."""
    low = line.casefold()
    found = [match for form in _FORMS for match in form.finditer(low)]
    if len(found) != 1:
        return ""
    month = found[0]["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    try:
        day = datetime.date(int(found[0]["year"]), number, int(found[0]["day"]))
    except ValueError:
        return ""
    return day.isoformat()
