"""`docs/checks.md`: every check as a page for people, made from the checks' own documentation."""

from conductkit.check import GROUPS, Check
from conductkit.lint import all_checks

_HEAD = """\
# Checks

What `conduct lint` looks for. This page is made from the documentation of the checks;
`conduct explain NAME` prints the same. Errors are facts, wording is at most a warning, and an info
is a hint.

A check is left out for one run with `--ignore NAME`. A decision not to follow a check is recorded
in the code, with its reason, on the rule or on the whole code:

```yaml
waive:
  - check: many-duties
    reason: One procedure, kept together.
    until: 2027-01-01     # optional
```
"""


def page() -> str:
    """The page as Markdown: a table of all checks, then each with why, example and remedy."""
    checks = all_checks()
    parts = [_HEAD, "| check | severity | languages | what |\n|---|---|---|---|"]
    ordered = [check for group in GROUPS for check in checks.values() if check.group == group]
    parts[-1] += "".join(f"\n{_row(check)}" for check in ordered)
    for group in GROUPS:
        parts.append(f"\n## {group.capitalize()}")
        parts += [_entry(check) for check in ordered if check.group == group]
    return "\n".join(parts) + "\n"


def _row(check: Check) -> str:
    languages = ", ".join(sorted(check.languages)) or "any"
    severity = check.severity.word if check.on else f"{check.severity.word}, off"
    summary = check.summary.replace("|", "\\|")
    return f"| [{check.name}](#{check.name}) | {severity} | {languages} | {summary} |"


def _entry(check: Check) -> str:
    paragraphs = [" ".join(part.split()) for part in check.doc.split("\n\n")]
    body = []
    for part in paragraphs[1:]:
        label, colon, words = part.partition(": ")
        known = colon and label in ("Why", "Example", "Fix")
        body.append(f"**{label}.** {words}" if known else part)
    return f"\n### {check.name}\n\n{paragraphs[0]}\n\n" + "\n\n".join(body)
