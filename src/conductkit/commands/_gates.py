"""`--fail-on` of the commands that report changes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conductkit.errors import ConductError

if TYPE_CHECKING:
    from conductkit.change import Diff


def gates(given: Sequence[str]) -> frozenset[str]:
    """The effects and changes that `--fail-on` names; ConductError for one that there is not."""
    from conductkit.change import CHANGES, EFFECTS
    from conductkit.faults import did_you_mean

    names = [name.strip() for words in given for name in words.split(",") if name.strip()]
    takes = f"It takes {', '.join(EFFECTS)}, and changes such as removed or added."
    if given and not names:
        raise ConductError(f"--fail-on names nothing. {takes}")
    for name in names:
        if name not in (*EFFECTS, *CHANGES):
            hint = did_you_mean(name, (*EFFECTS, *CHANGES))
            raise ConductError(f"--fail-on knows no “{name}”. {hint or takes}")
    return frozenset(names)


def fails(result: "Diff", chosen: frozenset[str]) -> bool:
    """Whether a change is among those chosen."""
    return any(
        item.effect in chosen
        or (item.change in chosen and (item.kind in ("rule", "code") or item.effect != "neutral"))
        for item in result.changes
    )
