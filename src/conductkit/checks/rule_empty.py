"""A rule says nothing yet.

Why: a stub looks like a duty on the page, and nobody can keep it, test it or refer to it.

Example: `text: TBC`, or a text that only repeats the title “Complaints” → `text: Acknowledge each
complaint within one working day.`

Fix: write who must do what, or take the rule out until you know. A single word that the code
stands for belongs under `values:`.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.language import normalise, read, supported
from conductkit.model import Code, Rule
from conductkit.patterns import lazily

# What the check for placeholders reports is left to it.
_STUB = lazily(
    r"\W*+(?:tb[ac]|n/?a|none|empty|pending|coming soon|text|rule"
    r"|to be (?:confirmed|added|written|done))?\W*",
    re.IGNORECASE,
)
_OTHER_SCRIPT = lazily(r"[\u0370-\u1cff\u2e80-\ud7ff]")  # words cannot be counted in some
_PLACEHOLDER = lazily(r"tbd|todo|xxx|fixme|lorem|[\[{<]", re.IGNORECASE)
_FEW = 3
_STUB_SIZE = 60
_HELP = "Write who must do what, or take the rule out until you know."


@define("error", "structure")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule in code.rules:
        message = _empty(code, rule)
        if message:
            yield whole(rule, "text", message, _HELP)


def _empty(code: Code, rule: Rule) -> str:
    text, language = rule.text.strip(), code.language
    if len(text) <= _STUB_SIZE and _STUB.fullmatch(text):
        return f"“{text}” is no rule yet"
    if language.split("-")[0].lower() not in supported():
        return ""
    reading = read(text, language)
    if reading.directives or rule.level or _led_in(code, rule):
        return ""  # “Be kind.”; “Personal attacks” under “You must not use:”
    if _PLACEHOLDER.search(text) or _OTHER_SCRIPT.search(text):
        return ""
    if _same(rule.title, text, language):
        return "The rule only repeats its title"
    return f"“{text}” tells nobody what to do" if reading.word_count < _FEW else ""


def _led_in(code: Code, rule: Rule) -> bool:
    """Whether words before the rules of its section begin the sentence that it ends."""
    section = code.section_of(rule)
    return section is not None and re.search(r":\s*$", section.text, re.MULTILINE) is not None


def _same(title: str, text: str, language: str) -> bool:
    return bool(title) and normalise(title, language).strip(" .!") == normalise(
        text, language
    ).strip(" .!")
