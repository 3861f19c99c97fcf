"""What is wrong with the version that a code declares. Pure, as `bump` is."""

from conductkit.bump import Plan
from conductkit.change import Change
from conductkit.finding import Finding, Severity
from conductkit.version import parts

_FEW = 3


def findings(made: Plan, compared: str = "") -> list[Finding]:
    """What is wrong with the declared version. `compared` names the edition it was held against."""
    declared = made.code.version
    seen = f" Compared with {made.base} as {compared} has it." if compared else ""
    if made.base and parts(declared) < parts(made.least) and not made.clash:
        return [_too_small(made, seen)]
    if made.clash and declared:
        words = (
            f"version {declared} names two texts: {made.clash} has it too, with other words that"
            " bind"
        )
        help = f"Run `conduct bump`: it writes {made.version}. A version is never given twice."
        return [_finding(made, "version-names-two-texts", Severity.ERROR, words, help)]
    released = parts(made.base)[:1] == (0,) and parts(declared) == (1, 0, 0)
    if made.base and declared and parts(declared) > parts(made.least) and not released:
        asked = "ask for no new version" if made.step == "none" else f"ask for {made.least} only"
        words = f"version {declared} is larger than needed: the changes {asked}"
        return [_finding(made, "version-too-large", Severity.INFO, words, seen.strip())]
    return []


def _too_small(made: Plan, seen: str) -> Finding:
    declared = made.code.version
    names = [_named(change) for change in made.asking]
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    if made.step == "none":
        words = f"version {declared or 'none'} is below {made.base}, which was given out before"
    else:
        still = f"is still {declared}" if declared == made.base else f"is {declared or 'missing'}"
        words = (
            f"the version {still}, but {'; '.join(names[:_FEW])}{more}: this asks for a new"
            f" {made.step} version, {made.least}"
        )
    help = f"Run `conduct bump`, which writes it and the changelog entry.{seen}"
    return _finding(made, "version-too-small", Severity.ERROR, words, help)


def _named(change: Change) -> str:
    """A change in a few words: “rule “privacy” is weaker”."""
    name = f"{change.kind} “{change.name}”" if change.kind != "code" else change.field or "the code"
    if change.kind == "code" and change.field == "rules":
        name = "every rule"
    elif change.kind == "code" and change.rules:
        name = f"{len(change.rules)} rules"
    if change.change in ("added", "removed", "retired", "split", "merged", "renamed", "moved"):
        return f"{name} was {change.change}"
    if change.effect in ("weaker", "stronger", "reversed"):
        return f"{name} {'are' if change.rules and change.kind == 'code' else 'is'} {change.effect}"
    return f"{name} was {change.change}"


def _finding(made: Plan, check: str, severity: Severity, words: str, help: str) -> Finding:
    place = made.code.place
    span = place.span("version" if place.find("version") else "title")
    line = place.source.line(span.line)
    return Finding(
        check=check, severity=severity, span=span, message=words, help=help, code=made.code.id,
        quote=made.code.version, line_text=line,
    )  # fmt: skip
