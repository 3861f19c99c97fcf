"""Many findings of one check in one code, shown once."""

from collections.abc import Sequence
from typing import NamedTuple

from conductkit.finding import Finding

_LEAST = 8
_SHARE = 0.25


class Entry(NamedTuple):
    """A finding to show, and the others that it stands for."""

    finding: Finding
    others: tuple[Finding, ...] = ()


def roll_up(findings: Sequence[Finding], rules: int) -> list[Entry]:
    """One entry for a check that hits eight rules or more, and a quarter of the `rules` rules."""
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.rule:
            by_check.setdefault(finding.check, []).append(finding)
    entries = []
    for finding in findings:
        group = by_check.get(finding.check, [])
        hit = len({item.rule for item in group})
        if not finding.rule or hit < max(_LEAST, _SHARE * rules):
            entries.append(Entry(finding))
        elif finding is group[0]:
            entries.append(Entry(finding, tuple(group[1:])))
    return entries
