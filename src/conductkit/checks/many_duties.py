"""A rule holds three duties or more.

Why: only a rule with one duty can be tied to a value, tested, waived and compared with its next
version; in a bundle the third duty is the one that gets lost.

Example: “Take ownership of complaints, follow up and tell the customer.” → three rules.

Fix: make each duty a rule of its own, or list the steps of one procedure as items. Waive the check
where the duties belong together.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import quoted
from conductkit.checks._placeholders import placeholders
from conductkit.checks._texts import readings
from conductkit.language import Directive, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_MOST = 2
_POINTS = ("note that ", "notice that ", "see ")  # these turn the reader’s eye, not their hand
# An infinitive that says what an act is for; `the person you want to talk to` is none.
_AIM = lazily(r"(?<!\b[Ww]ant)(?<!\b[Nn]eed)\sto (?P<verb>\w+)(?: (?P<next>\w+))?")
_ITEM = lazily(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])\s", re.MULTILINE)


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        every = reading.directives
        duties = [
            one
            for before, one in zip((None, *every), every, strict=False)
            if _binds(one, rule.text)
            and not (before and _goes_on(before, one, rule.text))
            and not (before and _shares(before, one))
        ]
        if len(duties) <= _MOST or len(_ITEM.findall(rule.text)) > 1:
            continue
        acts = [("not " if one.negated else "") + (one.verb or "act") for one in duties]
        last = max(one.main_end for one in duties)
        yield words(
            rule, "text", duties[0].start, last,
            f"{len(duties)} duties in one rule: {', '.join(acts)}",
            "Make each duty a rule of its own, or list the steps of one procedure as items.",
        )  # fmt: skip


def _goes_on(before: Directive, one: Directive, text: str) -> bool:
    """`Make an effort to listen and understand`: the second verb belongs to `to`."""
    cue = one.modal.cue
    same = before.sentence == one.sentence and one.joint and cue in ("", before.modal.cue)
    if not same or (cue and one.form != before.form):
        return False
    verbs = word_list("verbs", "en").entries
    aims = _AIM.finditer(text[before.modal.start : one.start])
    return any(
        aim["verb"] in verbs
        or (aim["verb"].endswith("ly") and (aim["next"] == "and" or aim["next"] in verbs))
        for aim in aims
    )


def _shares(before: Directive, one: Directive) -> bool:
    """`Support, encourage and praise the players`: verbs in a row do one thing to one object."""
    bare = before.object is None and before.form == "imperative" and not before.acts[1:]
    row = before.sentence == one.sentence and one.negated == before.negated
    return bare and row and before.verb is not None and _alone(before)


def _alone(directive: Directive) -> bool:
    """Whether a directive is its verb alone, as the first verbs of a row are."""
    verb = directive.verb or " "
    return " " not in verb and directive.main_end - directive.start == len(verb)


def _binds(directive: Directive, text: str) -> bool:
    """Whether it is a duty of its own: not `ideas, not people`, `(see below)` or quoted words."""
    start = directive.start
    aside = any(first <= start < last for first, last in quoted(text))
    aside = aside or text.rfind("(", 0, start) > text.rfind(")", 0, start)
    aside = aside or any(first <= start < last for first, last in placeholders(text))
    told = directive.passive and (directive.subject or "").lower() in ("you", "you'll", "you’ll")
    aside = aside or told or text[start:].lower().startswith(_POINTS) or directive.object == "able"
    return directive.modal.force in ("duty", "ban") and directive.modal.cue != "not" and not aside
