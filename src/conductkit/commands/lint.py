"""`conduct lint`: does it read well, hang together and cover what it should?"""

from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conductkit.choice import Choice

_SEVERITIES = ("error", "warning", "info", "never")


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; codes/ where none is given.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these checks; names with commas between.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Not these checks; names with commas between.")
    ] = None,
    profile: Annotated[
        list[str] | None,
        typer.Option(help="Ask what a standard or law asks, too: `conduct explain` lists them."),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 from this severity on: error, warning, info or never.")
    ] = "warning",
    output_format: Annotated[
        list[str] | None, typer.Option(help="text, json …, or FORMAT:FILE; may be repeated.")
    ] = None,
    today: Annotated[
        str, typer.Option(help="The day that dates are measured against.", metavar="DATE")
    ] = "",
    baseline: Annotated[
        str,
        typer.Option(
            help="Findings that were there before; conductkit-baseline.json at the root of the"
            " project where one lies there.",
            metavar="FILE",
        ),
    ] = "",
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Count what the baseline records, too.")
    ] = False,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Record what is found now; drop the rest.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write fixes of spaces, stops, marks into the files.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Those judged from words, too: read them.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what --fix would change.")
    ] = False,
    cache: Annotated[
        bool, typer.Option(help="Keep results for the next run, in the user's cache folder.")
    ] = True,
) -> Exit:
    """Check how codes read, hang together and cover what they should."""
    from conductkit import config, project, report
    from conductkit.commands import _baseline, _fixes
    from conductkit.dates import day
    from conductkit.linted import Wanted, lint_files

    if fail_on not in _SEVERITIES:
        raise ConductError(f"--fail-on takes {', '.join(_SEVERITIES)}, not “{fail_on}”.")
    now = day(today)
    fixes = _fixes.Use(fix, unsafe_fixes, diff, output_format or [], update_baseline)
    choice = _choose(select or [], ignore or [], profile or [])
    looked, broken = project.faults(paths or [])
    if broken:
        report.write(output_format or [], "findings", report.Findings(tuple(broken), tuple(looked)))
        return Exit.INPUT
    files = project.codes(paths)
    settings = config.load()
    known = _baseline.Use(settings, baseline, no_baseline, update_baseline, choice)
    wanted = Wanted(choice, now, settings)
    results, worst = lint_files(files, wanted, use_cache=cache), Exit.CLEAN
    if fixes.asked:
        results, worst = fixes.apply(results, wanted, known.known)
    found = known.apply(results)
    rules = {path: one.rules for path, one in results.items()}
    loaded = all(one.loaded for one in results.values())
    # A diff stands instead of a report, save of what does not load.
    shown = tuple(one for one in found if not (diff and results[one.span.path].loaded))
    if shown or not diff:
        report.write(output_format or [], "findings", report.Findings(shown, tuple(files), rules))
    return max(worst, report.exit_code(found, fail_on, loaded))


def _choose(select: list[str], ignore: list[str], profiles: list[str]) -> "Choice":
    """The checks to run; ConductError for a name that no check or profile has."""
    from conductkit.choice import Choice

    wanted, unwanted, asked = _split(select), _split(ignore), _split(profiles)
    if wanted or unwanted:
        from conductkit.lint import check_names, family_names

        _known("check", (*wanted, *unwanted), [*check_names(), *family_names()])
    if asked:
        from conductkit.profile import names

        _known("profile", asked, names())
    return Choice(wanted, unwanted, profiles=asked)


def _split(given: list[str]) -> tuple[str, ...]:
    return tuple(name for words in given for name in words.split(",") if name)


def _known(what: str, names: "Iterable[str]", known: "Iterable[str]") -> None:
    from conductkit.faults import did_you_mean
    from conductkit.terminal import clean

    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "`conduct explain` lists them."
            raise ConductError(f"There is no {what} “{clean(name)}”. {hint}")
