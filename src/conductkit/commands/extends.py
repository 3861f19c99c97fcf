"""`conduct extends`: what a code changes in the one that it builds on, and a new base for it."""

from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.model import Code


def command(
    path: Annotated[str, typer.Argument(metavar="CODE", help="A code with `extends:`.")],
    onto: Annotated[
        str,
        typer.Option(
            help="Put the code on this base: a path, a revision with a path, or id@version.",
            metavar="BASE",
        ),
    ] = "",
    whole: Annotated[
        bool, typer.Option("--whole", help="Write the code and its base as one code.")
    ] = False,
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="Where --onto and --whole write; stdout without it."),
    ] = "",
    fail_on: Annotated[
        list[str] | None,
        typer.Option(help="Exit 1 for these local changes: weaker,reversed,removed …"),
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="text, json, markdown, html …, or FORMAT:FILE; repeatable."),
    ] = None,
) -> Exit:
    """List what a code changes in its base, each change with what it does to the duty.

    With --onto, a new base is merged in by id and field: what both sides changed is a conflict,
    marked in the text, and the exit code is 1.
    """
    from conductkit import bases, report
    from conductkit.commands._codes import loaded
    from conductkit.commands._gates import ended, gates
    from conductkit.extending import local_changes

    if onto and whole:
        raise ConductError("--onto and --whole write two different texts: ask for one.")
    if output and not (onto or whole):
        raise ConductError(
            "-o goes with --onto or --whole; a report goes to --output-format text:FILE."
        )
    gated = gates(fail_on or [])
    codes = loaded([path])
    if codes is None:
        return Exit.INPUT
    if len(codes) != 1:
        raise ConductError(f"{path} holds {len(codes)} codes: name one.")
    base = bases.base_of(codes[0])
    if onto:
        return _onto(codes[0], base, onto, output)
    if whole:
        return _whole(codes[0], base, output)
    found = local_changes(codes[0], base)
    report.write(output_format or [], "changes", found)
    return ended(found, gated)


def _whole(code: "Code", base: "Code", output: str) -> Exit:
    from conductkit.commands._merged import write
    from conductkit.extending import whole
    from conductkit.write import refuse_to_replace_a_code

    if output:
        refuse_to_replace_a_code(output)
    write(whole(code, base).encode(), output)
    return Exit.CLEAN


def _onto(code: "Code", base: "Code", onto: str, output: str) -> Exit:
    import os
    from pathlib import Path

    from conductkit import bases, terminal
    from conductkit.commands._merged import done
    from conductkit.diff import diff
    from conductkit.extending import onto as put_onto
    from conductkit.merge import Style

    path = code.place.source.path
    folder = str(Path(path).parent)
    here = Path(onto).is_file()
    new = bases.named(onto, "." if here else folder, (os.path.realpath(path),))
    link = os.path.relpath(onto, folder).replace(os.sep, "/") if here else onto
    style = Style("ours", code.extends, link)
    merged = put_onto(code, base, new, link, style)
    effects = [change.effect for change in diff(base, new).changes]
    told = ", ".join(f"{effects.count(one)} {one}" for one in dict.fromkeys(sorted(effects)))
    terminal.note(
        terminal.clean(f"conduct: {base.id} {base.version} → {new.version}: {told or 'no changes'}")
    )
    return done(merged, terminal.clean(path), output)
