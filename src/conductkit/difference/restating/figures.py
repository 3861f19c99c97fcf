"""Dates, sums and shares in one form, and people without their titles."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_SHORT = re.compile(
    r"\b(?P<first>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
    r"(?= \d{1,2}\b|,? (?:19|20)\d\d\b)"
)
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?"
    rf"(?=\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(_MONTHS)}) (?:19|20)\d\d)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?\b"),
    re.compile(rf"\b{_MONTH} (?:the )?{_DAY}(?:,? {_YEAR})?\b(?!:)"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>\d\d)\b"),
)
_SIGNED = re.compile(r"(?P<sign>[€£$])[ \t]?(?P<sum>\d[\d,]*(?:\.\d+)?)(?![\d.,]*\d)")
_NAMED = re.compile(r"\b(?P<sum>\d[\d,]*(?:\.\d+)?) (?P<unit>euros?|EUR|pounds|GBP|dollars|USD)\b")
_UNITS = {"€": "EUR", "£": "GBP", "$": "dollars", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
          "dollars": "dollars"}  # fmt: skip
_SHARE = re.compile(r"(?<=\d)[ \t]?(?:%|per[ \t]?cent\b)")
_PRONOUNS = re.compile(r"[ \t]\((?:she|he|they)/(?:her|hers|him|his|them|theirs|they)"
                       r"(?:/(?:hers|his|theirs))?\)")  # fmt: skip
_OFFICE = re.compile(
    r"(?P<office>\b(?:the|our|your) [a-z]+(?: [a-z]+)?), (?P<name>[A-Z][\w'’-]+ [A-Z][\w'’-]+)"
    r"(?=,| at\b|[.]?$)"
)
_COMMONS = re.compile(
    r"\bCreative Commons Attribution(?P<nc>[- ]?Non-?Commercial)?(?P<sa>[- ]?Share-?Alike)?"
    r"(?P<nd>[- ]?No-?Derivatives)?(?P<version> \d\.\d)(?: International)?\b"
)
_NAME = r"(?=[A-Z][\w'’-]+[ \t][A-Z][\w'’-]+)"
_TITLE = re.compile(rf"\b(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Doctor|Professor)\.?[ \t])+{_NAME}")


def plain(text: str) -> str:
    """A text with each of these in one form."""
    text = _WEEKDAY.sub("", _SHORT.sub(_whole_month, text))
    for pattern in _DATES:
        text = pattern.sub(_date, text)
    text = _SIGNED.sub(lambda found: f"{found['sum']} {_UNITS[found['sign']]}", text)
    text = _NAMED.sub(
        lambda found: f"{found['sum']} {_UNITS.get(found['unit'], found['unit'])}", text
    )
    text = _SHARE.sub(" percent", text)
    text = _TITLE.sub("", _PRONOUNS.sub("", text))
    return _COMMONS.sub(_licence, _OFFICE.sub(r"\g<name>, \g<office>", text))


def _licence(found: re.Match[str]) -> str:
    """“Creative Commons Attribution 4.0” as “CC BY 4.0”."""
    parts = ["BY", *(name.upper() for name in ("nc", "sa", "nd") if found[name])]
    return f"CC {'-'.join(parts)}{found['version']}"


def _whole_month(found: re.Match[str]) -> str:
    return next(month for month in _MONTHS if month.startswith(found["first"][:3]))


def _date(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = parts.get("month") or _MONTHS[int(parts["number"]) - 1]
    year = f" {parts['year']}" if parts["year"] else ""
    return f"{int(parts['day'])} {month}{year}"
