"""A two-sided code that asks next to nothing of one side.

Why: a two-sided code is a deal. If one side has all the duties, the other cannot see what is
asked of it, and the first cannot rely on it.

Example: twenty rules with `binds: [company]` and one with `binds: [customers]` → rules on what
customers do: give true details, keep appointments, respect staff.

Fix: write at least three rules with `binds:` for each side, a prohibition among them where the
other side has one, or change `kind:` if only one side is meant.
"""

from collections import defaultdict
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.language import level, read
from conductkit.model import Code, Party, Rule

_RULES = 3


@define("warning", "coverage", kinds="two-sided")
def check(code: Code, context: Context) -> Iterator[Hit]:
    bound: dict[str, list[Rule]] = defaultdict(list)
    for rule in code.rules:
        for key in code.bound(rule):
            bound[key].append(rule)
    if len(bound) < 2:
        yield overall(code, _one_side(code, list(bound)), _ADVICE)
        return
    banned = {key: any(_bans(rule, code.language) for rule in bound[key]) for key in bound}
    for party in code.parties:
        rules = bound.get(party.id, [])
        if rules and len(rules) < _RULES:
            yield _few(party, len(rules))
        elif rules and any(banned.values()) and not banned[party.id]:
            yield whole(
                party, "name",
                f"No rule says what “{party.name}” must not do, as for the other side",
                f"Write a prohibition with `binds: [{party.id}]`.",
            )  # fmt: skip


_ADVICE = "Name both sides under `parties:` and say under `binds:` whom each rule or section binds."


def _one_side(code: Code, bound: list[str]) -> str:
    if not bound:
        return "The code has two sides, but no rule says which side it binds"
    names = {party.id: party.name for party in code.parties}
    return f"The code has two sides, but every rule binds “{names.get(bound[0], bound[0])}”"


def _few(party: Party, count: int) -> Hit:
    rules = "one rule binds" if count == 1 else f"{count} rules bind"
    return whole(
        party, "name", f"Only {rules} “{party.name}”: a side of its own needs at least {_RULES}",
        f"Write rules with `binds: [{party.id}]` for what the other side relies on.",
    )  # fmt: skip


def _bans(rule: Rule, language: str) -> bool:
    strength = rule.level or level(read(rule.text, language)) or ""
    return strength.endswith("not")
