"""`conduct git`: git made to show and merge codes by meaning, in this repository."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conductkit.gitsetup import Step

_COMMIT = (
    "Commit .gitattributes: it says for everybody which files are codes. The settings are those of"
    " this clone; each clone has `conduct git --setup` run in it once."
)


def command(
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="What git hands over when it calls this."),
    ] = None,
    setup: Annotated[
        bool, typer.Option("--setup", help="Make git diff, log, show and merge read codes.")
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Undo what --setup did.")] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Say how things stand; exit 1 if not set up.")
    ] = False,
    as_diff: Annotated[bool, typer.Option("--as-diff", hidden=True)] = False,
    as_text: Annotated[bool, typer.Option("--as-text", hidden=True)] = False,
) -> Exit:
    """Set up or remove the diff and merge drivers in this repository.

    With them `git diff` says what a change does to the duty, `git log -p` and `git show` compare
    codes in one layout with the level of each rule, and `git merge` merges by id and field.
    docs/git.md says more.
    """
    chosen = [setup, remove, status, as_diff, as_text]
    if sum(chosen) != 1 or (given and not (as_diff or as_text)):
        raise ConductError("Say one of --setup, --remove and --status, and nothing else.")
    if as_diff or as_text:
        return _driven(given or [], as_diff=as_diff)
    from conductkit import gitsetup

    if status:
        return _told(gitsetup.status(), "Not all is set up: run `conduct git --setup`.")
    if remove:
        return _told(gitsetup.remove(), "")
    code = _told(gitsetup.setup(), "Not all of it takes effect.")
    from conductkit import terminal

    terminal.note(_COMMIT)
    return code


def _told(steps: "Sequence[Step]", advice: str) -> Exit:
    from conductkit import terminal

    width = max(len(step.what) for step in steps)
    names = max(len(step.name) for step in steps)
    for step in steps:
        line = f"{step.what:<{width}}  {step.name:<{names}}  {step.words}".rstrip()
        terminal.out(terminal.clean(line) + "\n")
    if all(step.right for step in steps):
        return Exit.CLEAN
    terminal.note(advice)
    return Exit.FINDINGS


def _driven(given: "Sequence[str]", *, as_diff: bool) -> Exit:
    """What git calls for one file: any exit code but 0 makes it show lines instead."""
    from conductkit import gitview, terminal
    from conductkit.files import read_bytes

    if as_diff:
        terminal.raw(gitview.difference(given, only_lines=_for_an_editor()))
        return Exit.CLEAN
    data = read_bytes(given[0]) if len(given) == 1 else None
    if not isinstance(data, bytes):
        raise ConductError("git calls this with one file that can be read.")
    terminal.raw(data if _for_an_editor() else _text(data))
    return Exit.CLEAN


def _text(data: bytes) -> bytes:
    """The text to compare; kept, since a long log asks for it again and again.

    git could keep it itself, but would not know it for old when conductkit is a newer one.
    """
    from conductkit import cache, gittext

    key = cache.digest(cache.stamp(), "git text", data)
    kept = cache.load(key)
    if isinstance(kept, str):
        return kept.encode("utf-8", "surrogateescape")
    text = gittext.git_text(data)
    cache.keep(key, text.decode("utf-8", "surrogateescape"))
    return text


def _for_an_editor() -> bool:
    """Whether an editor asks, which sets what it gets beside the file as it is.

    Visual Studio Code and its extensions read the committed text with `git show --textconv`; these
    are their variables, which they take away from the terminals that they open.
    """
    return any(name in os.environ for name in ("VSCODE_GIT_COMMAND", "VSCODE_PID"))
