"""A waiver that covers no finding.

Why: when the words have been mended, a waiver left behind would hide the next mistake of the
kind.

Example: `check: many-duties` waived on a rule that now has one duty → take the waiver out.

Fix: take the waiver out. If it stands on the wrong rule, move it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._waivers import at, expired, waivers
from conductkit.model import Code, Rule


@define("warning", "consistency", last=True)
def check(code: Code, context: Context) -> Iterator[Hit]:
    used = {(finding.check, finding.rule) for finding in context.findings}
    seen: set[tuple[str, str | None]] = set()
    for waiver, rule in waivers(code):
        name, where = waiver.check, rule.id if rule else None
        if name not in context.ran or expired(waiver, context):
            continue
        again = (name, where) in seen
        seen.add((name, where))
        if not again and any(_covers(code, one, rule, name, seen) for one in used):
            continue
        message = f"“{name}” is waived twice here" if again else _nothing(name, rule)
        yield at(waiver, rule, "check", message, "Take the waiver out, or move it to its rule.")


def _covers(
    code: Code, finding: tuple[str, str | None], rule: Rule | None, name: str,
    seen: set[tuple[str, str | None]],
) -> bool:  # fmt: skip
    """Whether a waiver holds for a finding; a rule's own comes before that of the whole code."""
    check, where = finding
    if check != name:
        return False
    return where == rule.id if rule else (name, where) not in seen or where is None


def _nothing(name: str, rule: Rule | None) -> str:
    return f"“{name}” is waived, but finds nothing " + ("in this rule" if rule else "in this code")
