"""`conduct bump`: the version that the changes ask for, its date and its changelog entry."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conductkit.bump import Plan
    from conductkit.load import Loaded
    from conductkit.sheet import Sheet


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; codes/ where none is given.")
    ] = None,
    against: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help="Compare with this revision (or where the branch left it), and not with the commit"
            " that set the version which the default branch has.",
        ),
    ] = "",
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Write nothing; exit 1 where a version is too small for what changed, or names"
            " two texts.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what would be written.")
    ] = False,
    today: Annotated[str, typer.Option(help="The day of the changelog entry, YYYY-MM-DD.")] = "",
    output_format: Annotated[
        list[str] | None, typer.Option(help="text, json, markdown …, or FORMAT:FILE; repeatable.")
    ] = None,
) -> Exit:
    """Give codes the version that their changes ask for, and say in the changelog what changed."""
    if check and dry_run:
        raise ConductError("--check and --dry-run both write nothing: ask for one.")
    from conductkit import git, project, report, terminal
    from conductkit.bump_check import findings
    from conductkit.dates import day
    from conductkit.load import load_file
    from conductkit.reports import text

    when = day(today)
    files = project.codes(paths)
    top = git.root()
    loaded = [load_file(path) for path in files]
    faults = tuple(finding for item in loaded for finding in item.findings)
    plans = _plans([item for item in loaded if item.code], top, against, when)
    if check:
        found = [*faults, *(one for made, said in plans for one in findings(made, said))]
        result = report.Findings(tuple(found), tuple(files))
        report.write(output_format or [], "findings", result)
        return report.exit_code(found, "error", not faults)
    if faults:
        terminal.note(text.findings(report.Findings(faults, tuple(files)), terminal.colour()))
    done, refused = _written(plans, dry_run=dry_run)
    for error in refused:
        terminal.note(f"conduct: {terminal.clean(str(error))}")
    if done or not (refused or faults):
        report.write(output_format or [], "sheet", _sheet(done, dry_run=dry_run))
    return max([Exit.INPUT if faults else Exit.CLEAN, *(error.exit_code for error in refused)])


def _plans(
    loaded: "Sequence[Loaded]", top: str, against: str, when: Any
) -> "list[tuple[Plan, str]]":
    """What each code needs, and the edition that it was compared with in words."""
    from conductkit import config
    from conductkit.bump import plan
    from conductkit.gitpaths import inside_of
    from conductkit.releases import Past, Releases

    places = [inside_of(item.path, top) for item in loaded]
    releases = Releases(top, places, against)
    policy = dict(config.load().bump)
    found = []
    for place, item in zip(places, loaded, strict=True):
        code = item.code
        if code is None:
            continue
        past = releases.past(place, code)

        base = past.base

        def taken(version: str, past: Past = past, id: str = code.id) -> Any:
            # Who stays at the last version answers for its own past, not for what came after.
            ahead = past.base is None or version != past.base.code.version
            return list(releases.named(past.path, id, version, ahead))

        made = plan(
            base.code if base else None, code, when,
            policy=policy, committed=past.head, taken=taken,
        )  # fmt: skip
        found.append((made, base.said if base else ""))
    return found


def _written(
    plans: "Sequence[tuple[Plan, str]]", *, dry_run: bool
) -> "tuple[list[tuple[Plan, str]], list[ConductError]]":
    """Carry the plans out, or only try to: those that can be, and why others cannot."""
    from conductkit.edition_edits import edits
    from conductkit.write import edit_file

    done: list[tuple[Plan, str]] = []
    refused: list[ConductError] = []
    for made, said in plans:
        try:
            if made.writes:
                changes = edits(made.code, made.version, made.entry, made.replaces)
                if not dry_run:
                    edit_file(made.code.place.source, changes)
        except ConductError as error:
            refused.append(error)
        else:
            done.append((made, said))
    return done, refused


def _sheet(plans: "Sequence[tuple[Plan, str]]", *, dry_run: bool) -> "Sheet":
    from conductkit.sheet import Cell, Heading, Points, Sheet, Words

    parts: list[Any] = []
    for made, said in plans:
        parts.append(Heading(f"{made.code.id}  {made.code.place.source.path}"))
        parts.append(Words(_sentence(made, said, dry_run=dry_run)))
        if made.entry:
            parts.append(Words(f"Changelog, {made.entry.version} of {made.entry.date}:"))
            parts.append(Points(tuple(Cell(line) for line in made.entry.changes)))
    wrote = sum(made.writes for made, _ in plans)
    if wrote and dry_run:
        parts.append(Words("This was a dry run: nothing was written."))
    title = "Versions" if not wrote else "Versions to write" if dry_run else "New versions"
    data = {"codes": [_data(*item, dry_run=dry_run) for item in plans]}
    return Sheet(title, tuple(parts), data)


def _sentence(made: "Plan", said: str, *, dry_run: bool) -> str:
    version, wrote = made.code.version, _wrote(made, dry_run=dry_run)
    if not made.base:
        new = "This code has no version yet in git, so there is nothing to compare with."
        return f"{new} {wrote}"
    seen = f"Compared with {made.base} as {said} has it"
    if made.clash:
        return f"{version} names two texts: {made.clash} has it too. {wrote} {seen}."
    if made.step == "none":
        return f"Nothing changed that asks for a new version: it is {version}. {seen}."
    asks = f"The changes ask for a new {made.step} version, {made.least}."
    return f"{asks} {wrote} {seen}."


def _wrote(made: "Plan", *, dry_run: bool) -> str:
    if made.version != made.code.version:
        before = made.code.version or "no version"
        return f"{'Would be written' if dry_run else 'Written'}: {before} → {made.version}."
    if made.entry:
        was = "would be" if dry_run else "was"
        done = f"{was} brought up to date" if made.replaces else f"{was} written"
        return f"The version is {made.version} already; its changelog entry {done}."
    return f"The version is {made.version} already, and the changelog says what changed."


def _data(made: "Plan", said: str, *, dry_run: bool) -> dict[str, Any]:
    entry = made.entry
    return {
        "id": made.code.id,
        "path": made.code.place.source.path,
        "compared_with": {"version": made.base, "edition": said} if made.base else None,
        "declared": made.code.version or None,
        "required_bump": made.step,
        "required_version": made.least,
        "version": made.version,
        "written": made.writes and not dry_run,
        "would_write": made.writes and dry_run,
        "names_two_texts": made.clash or None,
        "entry": {"version": entry.version, "date": entry.date, "changes": list(entry.changes)}
        if entry
        else None,
    }
