"""The page of one check, effect, axis, finding of import, load fault or profile; all in a list."""

import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from conductkit import diff_pages, fault_pages, profile, profile_pages
from conductkit.check import GROUPS, Check
from conductkit.errors import ConductError
from conductkit.faults import did_you_mean
from conductkit.finding import Severity
from conductkit.lint import all_checks
from conductkit.model import KINDS
from conductkit.page_text import filled
from conductkit.terminal import clean

_LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese"}
_FIXES = {
    "safe": "conduct lint --fix",
    "unsafe": "conduct lint --fix --unsafe-fixes, where the words leave no doubt",
}


def page(name: str) -> str:
    """The page of a check (what, why, an example, the remedy, how to waive it), fault or profile.

    ConductError with the nearest name where there is neither.
    """
    checks = all_checks()
    if name in checks:
        return _check_page(checks[name])
    if name in fault_pages.pages():
        return fault_pages.page(name)
    if name in diff_pages.pages():
        return diff_pages.page(name)
    if name in fault_pages.imports():
        return fault_pages.import_page(name)
    if name in fault_pages.versions():
        return fault_pages.version_page(name)
    if name in fault_pages.alignments():
        return fault_pages.alignment_page(name)
    if name in profile.names():
        return profile_pages.page(profile.read(name))
    known = [*checks, *fault_pages.names(), *fault_pages.imports(), *fault_pages.versions()]
    known += [*fault_pages.alignments(), *profile.names(), *diff_pages.pages()]
    hint = did_you_mean(name, known) or "`conduct explain` lists them all."
    raise ConductError(f"There is no check, effect, fault or profile “{clean(name)}”. {hint}")


class Told(NamedTuple):
    """A check or fault as other programs want it: its name, what it is, and its whole page."""

    name: str
    summary: str
    page: str
    severity: Severity
    group: str
    on: bool = True


@cache
def catalogue() -> tuple[Told, ...]:
    """All that `conduct` can report of a file: every check, every fault of loading, versions
    and families."""
    return (*_checks(), *_faults())


def _checks() -> Iterator[Told]:
    for check in all_checks().values():
        told = _check_page(check)
        yield Told(check.name, check.summary, told, check.severity, check.group, check.on)


def _faults() -> Iterator[Told]:
    for group, pages in (
        ("loading", fault_pages.pages()),
        ("versions", fault_pages.versions()),
        ("family", fault_pages.alignments()),
    ):
        for one in pages.values():
            yield Told(one.name, one.summary, page(one.name), Severity.named(one.severity), group)


def overview() -> str:
    """Every check by group, with its summary; the findings of import; every fault of loading."""
    checks, faults = all_checks(), fault_pages.pages()
    imports, versions = fault_pages.imports(), fault_pages.versions()
    family = fault_pages.alignments()
    width = max(len(name) for name in (*checks, *faults, *imports, *versions, *family))
    parts = []
    for group in GROUPS:
        rows = [_row(check, width) for check in checks.values() if check.group == group]
        if rows:
            parts.append("\n".join([group.capitalize(), *rows]))
    for title, told in (
        ("Import (what its report says of a text)", imports),
        ("Versions (what `conduct bump --check` says)", versions),
        ("Family (what `conduct align` says, and lint of a code with `aligns_with`)", family),
    ):
        rows = [f"  {one.name:<{width}}  {one.severity:<7}  {one.summary}" for one in told.values()]
        parts.append("\n".join([title, *rows]))
    rows = [f"  {one.name:<{width}}  {one.group:<7}  {one.summary}" for one in _changes()]
    parts.append("\n".join(["Changes (what `conduct diff` says, and by what it judges)", *rows]))
    asked = [profile.read(name) for name in profile.names()]
    rows = [f"  {one.name:<{width}}  {'off':<7}  {one.title}" for one in asked]
    parts.append("\n".join(["Profiles (`conduct lint --profile NAME` asks what they ask)", *rows]))
    rows = [f"  {fault.name:<{width}}  {'error':<7}  {fault.summary}" for fault in faults.values()]
    parts.append("\n".join(["Loading (what keeps a file from being a code)", *rows]))
    parts.append("`conduct explain NAME` says more: why, an example, the remedy, how to waive it.")
    return "\n\n".join(parts) + "\n"


def _changes() -> Iterable[diff_pages.Page]:
    return diff_pages.pages().values()


def _row(check: Check, width: int) -> str:
    severity = check.severity.word if check.on else "off"
    return f"  {check.name:<{width}}  {severity:<7}  {check.summary}"


def _check_page(check: Check) -> str:
    paragraphs = [" ".join(part.split()) for part in check.doc.split("\n\n")]
    body = "\n\n".join(map(filled, paragraphs[1:]))
    return f"{check.name}\n\n{check.summary}\n\n{body}\n\n{_facts(check)}\n\n{_waiving(check)}\n"


def _facts(check: Check) -> str:
    languages = _listed(_LANGUAGES.get(tag, tag) for tag in sorted(check.languages))
    asked = check.kinds or set(KINDS) - {"catalogue"}
    kinds = "every kind of code" if asked == set(KINDS) else _listed(k for k in KINDS if k in asked)
    severity = check.severity.word + ("" if check.on else ", off unless a profile or --select asks")
    facts = [
        f"Severity:  {severity}",
        f"Group:     {check.group}",
        f"Languages: {languages or 'any'}",
        f"Kinds:     {kinds}",
    ]
    return "\n".join([*facts, f"Fixed by:  {_FIXES[check.fix]}"] if check.fix else facts)


def _waiving(check: Check) -> str:
    if check.name.startswith("waiver-"):
        return "It is about waivers, so mend the waiver, or leave the check out with --ignore."
    return textwrap.dedent(
        f"""\
        To keep the words as they are, record the decision where it holds, on a rule or on the
        whole code; `until` (a date) is optional:

            waive:
              - check: {check.name}
                reason: Why it is right here."""
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
