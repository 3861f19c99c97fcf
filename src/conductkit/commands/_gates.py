"""`--fail-on` of the commands that report changes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.change import Diff


def gates(given: Sequence[str]) -> frozenset[str]:
    """The effects and changes that `--fail-on` names; ConductError for one that there is not."""
    from conductkit.change import CHANGES, EFFECTS
    from conductkit.faults import did_you_mean

    names = [name.strip() for words in given for name in words.split(",") if name.strip()]
    takes = f"It takes {', '.join(EFFECTS)}, changes such as removed or added, and never."
    if given and not names:
        raise ConductError(f"--fail-on names nothing. {takes}")
    known = (*EFFECTS, *CHANGES, "never")
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            raise ConductError(f"--fail-on knows no “{name}”. {hint or takes}")
    if "never" in names and len(set(names)) > 1:
        raise ConductError("--fail-on never goes with nothing else. Leave out one of the two.")
    return frozenset(names) - {"never"}


def ended(result: "Diff", chosen: frozenset[str]) -> Exit:
    """What a run ends with; where it stops a change, a sentence says which."""
    number = sum(
        item.effect in chosen
        or (item.change in chosen and (item.kind in ("rule", "code") or item.effect != "neutral"))
        for item in result.changes
    )
    if not number:
        return Exit.CLEAN
    from conductkit import terminal

    changes = "1 change is" if number == 1 else f"{number} changes are"
    names = ", ".join(sorted(chosen))
    terminal.note(f"conduct: {changes} of those that --fail-on names ({names}), so this ends in 1.")
    return Exit.FINDINGS
