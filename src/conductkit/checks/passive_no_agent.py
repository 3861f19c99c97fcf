"""A duty in the passive names nobody who has to do it.

Why: what must be done by nobody in particular is done by nobody.

Example: “Complaints must be answered within a day.” → “The front desk answers complaints within
a day.”

Fix: name who does it, as the subject or after “by”.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import readings
from conductkit.language import word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_AGENT = lazily(r"\bby\b", re.IGNORECASE)
_PASSIVE = lazily(r"[^.;!?]{0,60}?\bbe\s+(?:\w+ly\s+)?(?P<verb>\w+)")


@define("info", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    states = word_list("passive-no-agent-passes", code.language).entries
    for rule, reading in readings(code):
        for directive in reading.directives:
            if not directive.passive or directive.modal.force != "duty":
                continue
            sentence = reading.sentences[directive.sentence]
            match = _PASSIVE.match(rule.text, directive.modal.end)
            if match is None or match["verb"].lower() in states:
                continue
            if _AGENT.search(reading.quote(sentence)):
                continue
            quote = " ".join(rule.text[directive.modal.start : match.end()].split())
            yield words(
                rule, "text", directive.modal.start, match.end(),
                f"“{quote}”: by whom?",
                "Name who does it, as the subject or after “by”.",
            )  # fmt: skip
