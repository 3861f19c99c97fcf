"""A duty asks for speed and names no time.

Why: how fast is the most testable promise a service makes; “promptly” promises nothing that
a customer could hold anybody to.

Example: “Answer e-mails promptly.” → “Answer e-mails within one working day.”

Fix: name the time (“within 24 hours”, “the same day”), or how often for “regularly”.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.language import Hit as Found
from conductkit.language import Reading, Sentence, find, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_EMERGENCY = lazily(r"\b(?:emergenc|danger|injur|fire\b|112\b|911\b|999\b)", re.IGNORECASE)


@define("warning", "wording", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading, hit in listed(code, context, "unmeasured-time"):
        sentence = next(one for one in reading.sentences if one.end >= hit.end)
        if not _in_duty(reading, hit) or _measured(reading, sentence) or _asked(sentence, hit):
            continue
        often = hit.entry.startswith("regul")
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{hit.entry}” names no time" if not often else f"“{hit.entry}”: how often?",
            "Write how often, such as “every month”." if often
            else "Write the time, such as “within one working day”.",
        )  # fmt: skip


def _in_duty(reading: Reading, hit: Found) -> bool:
    for one in reading.directives:
        if not one.start <= hit.start < one.end or one.modal.force != "duty":
            continue
        if one.start <= hit.start < one.main_end:
            return True
        inside = [two for two in reading.clauses if two.start <= hit.start < two.end]
        return all(two.start == hit.start or two.kind == "main" for two in inside)
    return False


def _asked(sentence: Sentence, hit: Found) -> bool:
    """Whether somebody is kindly asked: `please tell us as soon as possible` is no promise."""
    return any(word.low == "please" and word.start < hit.start for word in sentence.words)


def _measured(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence has a number, a named time, or an emergency for which none is needed."""
    text = reading.quote(sentence)
    if _EMERGENCY.search(text) or any(character.isdigit() for character in text):
        return True
    if next(find(reading, "time-phrase", sentence.start, sentence.end), None):
        return True
    units = word_list("time-unit", reading.language).entries
    numbers = word_list("number-word", reading.language).entries
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    return any(one.low in numbers and two.low in units for one, two in pairs)
