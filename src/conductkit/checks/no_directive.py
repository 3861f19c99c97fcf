"""A rule tells nobody what to do.

Why: a rule that only states a fact or names a topic binds nobody; staff cannot follow it and nobody
can say that it was broken.

Example: “Your job is to serve every customer well.” → “Serve every customer within their rights.”

Fix: begin with what is to be done (“Greet …”), with who must do it (“Agents must …”), or with what
is forbidden (“Never …”). Move mere background to `why`.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._placeholders import placeholders
from conductkit.checks._splices import splices
from conductkit.checks._texts import readings
from conductkit.language import Reading, find, word_list
from conductkit.model import Code, Rule

_MODALS = frozenset({"must", "shall", "should", "may", "cannot"})


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        if reading.directives or reading.word_count < 3 or placeholders(rule.text):
            continue
        if _level_says(rule, reading) or _has_modal(reading) or _states_norm(reading):
            continue
        if any(True for one in reading.sentences for _ in splices(reading, one)):
            continue
        first = reading.sentences[0].words
        yield words(
            rule, "text", first[0].start, first[-1].end,
            "This rule tells nobody what to do: it has no order, and no must, should or may",
            "Begin with the act (“Greet …”), with who must do it, or with “Never”; "
            "move background to `why`.",
        )  # fmt: skip


def _level_says(rule: Rule, reading: Reading) -> bool:
    """Whether a mere phrase (`Insults of any kind`) has its level beside it."""
    finite = word_list("auxiliaries", "en").entries
    end = reading.clauses[0].end
    opening = [word.low for word in reading.words if word.end <= end]
    return bool(rule.level) and not any(word in finite for word in opening)


def _has_modal(reading: Reading) -> bool:
    """Whether a modal stands in it all the same, in a sentence too hard to read."""
    return any(word.low in _MODALS for word in reading.words)


def _states_norm(reading: Reading) -> bool:
    """Whether a statement says what is right or wrong: `Jokes about customers are unacceptable`."""
    return next(find(reading, "norm"), None) is not None
