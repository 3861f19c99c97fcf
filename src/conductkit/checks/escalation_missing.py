"""No rule says whom staff turn to when they cannot solve something.

Why: somebody who is stuck, threatened or in doubt needs a way out that the code allows. Without
it complaints wait, and promises are made that cannot be kept.

Example: rules on courtesy alone → “Hand a complaint that you cannot solve to your team lead on
the same day.”

Fix: write a rule that says what is passed on, to whom and how soon, or give a contact `for:
reports`. Codes with fewer than five rules are not asked.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._stems import mentions, promises, prose, sentences
from conductkit.language import word_list
from conductkit.model import Code

_RULES = 5


@define("warning", "coverage", languages="en", kinds="staff two-sided")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if len(code.rules) < _RULES or code.extends or not _serves(code) or promises(code):
        return
    if any(contact.route == "reports" for contact in code.contacts):
        return
    words = word_list("escalation-missing", code.language).entries
    if not any(_turns(told, words["act"], words["role"]) for told in sentences(code)):
        yield overall(
            code, "No rule says whom staff turn to when they cannot solve something",
            "Write one, such as “Hand a complaint that you cannot solve to your team lead on the"
            " same day”.",
        )  # fmt: skip


def _serves(code: Code) -> bool:
    """Whether staff serve somebody: the code says so, or speaks of customers, patients …"""
    served = word_list("served-at-work", code.language).entries
    return bool(code.serves) or any(mentions(text, ",".join(served)) for text in prose(code))


def _turns(text: str, act: str, role: str) -> bool:
    """Whether somebody who can help, or an address, is told or asked; in any order of words."""
    if mentions(text, "escalat*"):
        return True
    return mentions(text, act) and ("@" in text or mentions(text, role))
