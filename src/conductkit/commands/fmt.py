"""`conduct fmt`: one canonical layout."""

from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.finding import Finding


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; codes/ where none is given.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
) -> Exit:
    """Give codes their one layout, so that a line diff is readable. Words and comments stay."""
    from conductkit import project, report, terminal

    found: list[Finding] = []
    changed = 0
    worst = Exit.CLEAN
    files = project.codes(paths)
    for path in files:
        try:
            new = _formatted(path, found, write=not (check or diff), show=diff)
        except ConductError as error:
            terminal.note(f"conduct: {terminal.clean(str(error))}")
            worst = max(worst, error.exit_code)
            continue
        if new:
            changed += 1
            if not diff:
                words = "would be laid out anew" if check else "laid out anew"
                terminal.out(f"{terminal.clean(path)}: {words}\n")
    if found:
        report.write([], "findings", report.Findings(tuple(found), tuple(files)))
        worst = max(worst, Exit.INPUT)
    if check and changed:
        worst = max(worst, Exit.FINDINGS)
        terminal.note("Run `conduct fmt` to give them the layout.")
    elif not changed and worst is Exit.CLEAN:
        terminal.note("All files have the layout already." if len(files) > 1 else "Nothing to do.")
    return worst


def _formatted(path: str, found: "list[Finding]", write: bool, show: bool) -> bool:
    """Whether a file has another layout than it should; its faults are added to `found`."""
    from conductkit.commands import _patch
    from conductkit.files import read_bytes
    from conductkit.finding import Finding
    from conductkit.fmt import relayout
    from conductkit.load import load_bytes
    from conductkit.write import write_atomic

    data = read_bytes(path)
    if isinstance(data, Finding):
        found.append(data)
        return False
    loaded = load_bytes(data, path)
    found += loaded.findings
    if loaded.code is None or loaded.source is None:
        return False
    text = relayout(loaded.source, loaded.code)
    if text.encode() == data:
        return False
    if show:
        _patch.show(path, loaded.source.text, text, "laid out")
    return not write or write_atomic(path, text.encode(), expected=data)
