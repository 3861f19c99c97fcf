"""The waivers of a code, each with the rule that it stands on."""

from collections.abc import Iterator

from conductkit.check import Context, Hit
from conductkit.model import Code, Rule, Waiver


def waivers(code: Code) -> Iterator[tuple[Waiver, Rule | None]]:
    """Every waiver in the order of the file's rules, those of the whole code last."""
    for rule in code.rules:
        for waiver in rule.waive:
            yield waiver, rule
    for waiver in code.waive:
        yield waiver, None


def expired(waiver: Waiver, context: Context) -> bool:
    """Whether its last day has passed."""
    return bool(waiver.until) and waiver.until < context.today.isoformat()


def at(waiver: Waiver, rule: Rule | None, key: str, message: str, help: str) -> Hit:
    """A hit on a field of a waiver, told of the rule that the waiver stands on."""
    span, where = waiver.place.span(key), rule.id if rule else None
    return Hit(span, message, help, where, quote=getattr(waiver, key))
