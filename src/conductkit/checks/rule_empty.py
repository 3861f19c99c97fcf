"""A rule says nothing yet.

Why: a stub looks like a duty on the page, and nobody can keep it, test it or refer to it.

Example: `text: TBC`, or a text that only repeats the title “Complaints” → `text: Acknowledge each
complaint within one working day.`

Fix: write who must do what, or take the rule out until you know. A single word that the code stands
for belongs under `values:`.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.language import normalise, read, supported
from conductkit.model import Code, Rule

# What the check for placeholders reports is left to it.
_STUB = re.compile(
    r"\W*(?:tb[ac]|n/?a|none|empty|pending|coming soon|text|rule|to be (?:confirmed|added|written|done))?\W*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"tbd|todo|xxx|fixme|lorem|[\[{<]", re.IGNORECASE)
_HELP = "Write who must do what, or take the rule out until you know."


@define("error", "structure")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule in code.rules:
        message = _empty(rule, code.language)
        if message:
            yield whole(rule, "text", message, _HELP)


def _empty(rule: Rule, language: str) -> str:
    text = rule.text.strip()
    if _STUB.fullmatch(text):
        return f"“{text}” is no rule yet"
    if _PLACEHOLDER.search(text) or language.split("-")[0].lower() not in supported():
        return ""
    reading = read(rule.text, language)
    if reading.directives:
        return ""  # “Be kind.”
    if _same(rule.title, text, language):
        return "The rule only repeats its title"
    if reading.word_count < 3:
        return f"“{text}” tells nobody what to do"
    return ""


def _same(title: str, text: str, language: str) -> bool:
    return bool(title) and normalise(title, language).strip(" .!") == normalise(
        text, language
    ).strip(" .!")
