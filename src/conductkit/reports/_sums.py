"""Changes summed up: how many of each effect, for whom, and what they ask of the version."""

from collections import Counter

from conductkit.change import EFFECTS, Diff
from conductkit.reports._entries import Section
from conductkit.version import next_version, parts


def by_party(result: Diff) -> list[str]:
    """What the changes do to each party that is bound, in words; nothing where all bind the same.

    Parties are named by their ids. Changes that bind nobody in particular are left out.
    """
    bound = dict.fromkeys(party for change in result.changes for party in change.binds)
    if len({tuple(change.binds) for change in result.changes if change.binds}) < 2:
        return []
    lines = []
    for party in bound:
        own = Diff(tuple(change for change in result.changes if party in change.binds))
        told = ", ".join(f"{number} {effect}" for effect, number in counts(own))
        lines.append(f"binds {party}: {told}")
    return lines


def counts(result: Diff) -> list[tuple[str, int]]:
    """How many changes have each effect, in the order of reading; none that do not occur."""
    numbers = Counter(change.effect for change in result.changes)
    return [(effect, numbers[effect]) for effect in EFFECTS if numbers[effect]]


def advice(section: Section, result: Diff) -> str:
    """What the changes ask of the version, in a sentence, and whether the new one has it."""
    if section.step == "none":
        return ""
    asked = f"This asks for a new {section.step} version"
    old, new = section.code.old, section.code.new
    if old and new and parts(new) >= parts(next_version(old, section.step)):
        return f"{asked}; {new} is enough."
    if section.code.before and not old:
        first = "" if new else "; the code has none yet"
        return f"{asked}{first}."
    # Files here beside one revision: what `conduct bump` looks at, too.
    return f"{asked}: `conduct bump` writes it." if len(result.revisions) == 1 else f"{asked}."
