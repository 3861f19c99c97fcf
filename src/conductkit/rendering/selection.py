"""A code's rules for one party or channel alone, with the numbers that they have in the code."""

from collections.abc import Collection
from dataclasses import replace

from conductkit.errors import ConductError
from conductkit.faults import did_you_mean
from conductkit.format import Sheet
from conductkit.model import Code, Rule
from conductkit.rendering.view import Ref, SectionView, ValueView, View


def selected(code: Code, view: View, sheet: Sheet) -> View:
    """The view with those rules only that bind or serve a sheet's party and hold on its channel.

    Sections and values without such a rule are left out. ConductError where the code has no such
    party or channel, or no such rule.
    """
    if not sheet.party and not sheet.channel:
        return view
    _known("party", sheet.party, [party.id for party in code.parties])
    _known("channel", sheet.channel, code.channels)
    kept = {rule.id for rule in code.rules if _concerns(code, rule, sheet)}
    if not kept:
        raise ConductError(
            f"{code.id}: no rule is for {' and '.join(filter(None, (sheet.party, sheet.channel)))}."
            " Name another party or channel."
        )
    sections = (_section(section, kept) for section in view.sections)
    values = (_value(value, kept) for value in view.values)
    return replace(
        view,
        sections=tuple(section for section in sections if section.rules),
        values=tuple(value for value in values if value.rules),
    )


def _known(kind: str, name: str, known: Collection[str]) -> None:
    if name and name not in known:
        hint = did_you_mean(name, known) or f"It has: {', '.join(known) or 'none'}."
        raise ConductError(f"The code has no {kind} “{name}”. {hint}")


def _concerns(code: Code, rule: Rule, sheet: Sheet) -> bool:
    """A rule without parties or channels is for everybody, everywhere."""
    parties = (*code.bound(rule), *code.served(rule))
    channels = code.channels_of(rule)
    return (not sheet.party or not parties or sheet.party in parties) and (
        not sheet.channel or not channels or sheet.channel in channels
    )


def _section(section: SectionView, kept: Collection[str]) -> SectionView:
    return replace(section, rules=tuple(rule for rule in section.rules if rule.id in kept))


def _value(value: ValueView, kept: Collection[str]) -> ValueView:
    rules: tuple[Ref, ...] = tuple(ref for ref in value.rules if ref.anchor in kept)
    return replace(value, rules=rules)
