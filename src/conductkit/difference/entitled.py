"""A title that a rule has in one edition, and opens its words with in the other: “Quiet: …”."""

import re
from dataclasses import replace

from conductkit.model import Rule

_LEAD = re.compile(
    r"[*_]{0,3}(?P<name>[^*_.:!?–—\n]{1,120}?)\s?(?:[.:!?][*_]{0,3}|[*_]{0,3}\s?[.:!?]|[*_]{0,3}\s[–—-])\s+"
    r"(?P<rest>\S.*)",
    re.DOTALL,
)


def in_one_shape(old: Rule, new: Rule) -> tuple[Rule, Rule]:
    """The rules, a title that one has and words of one open with taken out of these."""
    titles = {rule.title for rule in (old, new) if rule.title}
    if len(titles) != 1:
        return old, new
    title = titles.pop()
    return _split(old, title), _split(new, title)


def _split(rule: Rule, title: str) -> Rule:
    match = _LEAD.fullmatch(rule.text)
    if match is None or _letters(match["name"]) != _letters(title):
        return rule
    return replace(rule, title=title, text=match["rest"])


def _letters(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
