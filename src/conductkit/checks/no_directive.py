"""A rule tells nobody what to do.

Why: a rule that only states a fact or names a topic binds nobody; staff cannot follow it and nobody
can say that it was broken.

Example: “Your job is to serve every customer well.” → “Serve every customer within their rights.”

Fix: begin with what is to be done (“Greet …”), with who must do it (“Agents must …”), or with what
is forbidden (“Never …”). Move mere background to `why`.
"""

from collections.abc import Iterator
from itertools import pairwise

from conductkit.check import Context, Hit, define, words
from conductkit.checks._placeholders import placeholders
from conductkit.checks._splices import splices
from conductkit.checks._texts import readings
from conductkit.language import Reading, Sentence, find, word_list
from conductkit.model import Code, Rule

_WE = frozenset({"i", "they", "we", "you"})
_DEFINING = frozenset({"apply", "exist", "include", "mean", "refer"})
_SUBJECT = 6  # words within which a sentence names who does it
_MODALS = frozenset({"must", "shall", "should", "may", "cannot"})


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        if reading.directives or reading.word_count < 3 or placeholders(rule.text):
            continue
        if _level_says(rule, reading) or _has_modal(reading) or _sets_standard(reading):
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
    lows = [word.low for word in reading.words]
    willing = any(one in _WE and two == "will" for one, two in pairwise(lows))
    return willing or any(low in _MODALS for low in lows)


def _sets_standard(reading: Reading) -> bool:
    """Whether a statement says what is right, or what is done as a rule.

    `Jokes about guests are unacceptable`, `Complaints are answered in writing`, `Nurses record
    every fall`, `Bags go out in ten minutes`: such sentences bind without an order.
    """
    if next(find(reading, "norm"), None) or next(find(reading, "time-phrase"), None):
        return True
    units = word_list("time-unit", "en").entries
    if any(word.low in units for word in reading.words):
        return True
    return any(_is_done(sentence) or _do_it(sentence) for sentence in reading.sentences[:1])


def _is_done(sentence: Sentence) -> bool:
    """`is answered`, `are never left`: a passive in the present."""
    words = [one.low for one in sentence.words]
    known = word_list("participles", "en").entries
    for first, second, third in zip(words, words[1:], [*words[2:], ""], strict=False):
        if first not in ("is", "are") or (second, third) == ("not", "limited"):
            continue  # `includes, but is not limited to` only lists
        done = third if second in ("always", "never", "not", "only") else second
        if done in known or (done.endswith("ed") and not done.endswith("eed")):
            return True
    return False


def _do_it(sentence: Sentence) -> bool:
    """`The manager signs every refund`, `Bags go out first`: a verb of doing, in the present."""
    words = [one.low for one in sentence.words[:_SUBJECT]]
    people = word_list("people", "en").entries
    verbs = word_list("verbs", "en").entries
    doubtful = word_list("verbs-or-nouns", "en").entries
    for who, verb in pairwise(words):
        stems = {verb, verb.removesuffix("s"), verb.removesuffix("es")} - _DEFINING
        stems -= {verb} if words[0] in ("each", "every") else set()
        plural = who == words[0] and who.endswith("s")
        does = any(one in verbs for one in stems)
        if verb not in people and (
            (does and (verb.endswith("s") or plural or who in people))
            or (who in people and any(one in doubtful for one in stems))
        ):
            return True
    return False
