"""What commands that merge say and write."""

from typing import TYPE_CHECKING

from conductkit.errors import Exit

if TYPE_CHECKING:
    from conductkit.merge import Merged

_LONGEST = 300


def done(merged: "Merged", name: str, output: str) -> Exit:
    """Write a merged text to a file, or stdout, and say what a person must decide."""
    from conductkit import terminal

    write(merged.text.encode(), output)
    for note in merged.notes:
        terminal.note(f"conduct: {name}: {terminal.clean(note)}")
    if not merged.conflicts:
        return Exit.CLEAN
    number = len(merged.conflicts)
    terminal.note(f"conduct: {name}: {number} conflict{'s' if number > 1 else ''}")
    for item in merged.conflicts:
        of = "conflict of meaning: " if item.meaning else ""
        terminal.note(f"  {of}{terminal.clean(item.what)}: {terminal.clean(item.why)}")
        for side, words in (("ours", item.ours), ("theirs", item.theirs)):
            if words:
                shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
                terminal.note(f"    {side + ':':<7} {terminal.clean(shown)}")
    terminal.note(
        "Both texts stand in the file between marks: keep what shall hold, delete the marks, then"
        " `git add` it."
    )
    return Exit.FINDINGS


def write(data: bytes, output: str) -> None:
    """Write bytes to a file, or to stdout where none is named."""
    from conductkit import terminal
    from conductkit.write import write_atomic

    if output:
        write_atomic(output, data)
    else:
        terminal.raw(data)
