"""`conduct new`: a code from an example."""

import os
import shlex
from datetime import MAXYEAR
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.model import Code
    from conductkit.new import Wishes
    from conductkit.scalar_types import ScalarType

_EXAMPLE = "cx-touchpoints"
_FOLDER = "codes"
_SUFFIXES = (".yaml", ".yml")


def command(
    path: Annotated[
        str | None, typer.Argument(help="The file to write, or a folder; codes/<id>.yaml if none.")
    ] = None,
    kind: Annotated[
        str, typer.Option(help="Begin from the example for staff, customers, two-sided, community.")
    ] = "",
    example: Annotated[
        str,
        typer.Option("--from", metavar="NAME", help=f"The example to begin from, else {_EXAMPLE}."),
    ] = "",
    title: Annotated[str, typer.Option(help="What the code is called.")] = "",
    owner: Annotated[str, typer.Option(help="Who answers for it: a role or a person.")] = "",
    email: Annotated[str, typer.Option(help="Where readers can ask.")] = "",
    language: Annotated[str, typer.Option(help="Of the words, such as en-GB.")] = "",
    id: Annotated[
        str, typer.Option("--id", help="Its permanent name; from the title if none.")
    ] = "",
    list_: Annotated[bool, typer.Option("--list", help="Show the examples.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    today: Annotated[str, typer.Option(help="The day of writing.", metavar="DATE")] = "",
) -> Exit:
    """Write a code of your own from an example. It never replaces a file unless told to."""
    from conductkit import terminal
    from conductkit.dates import day
    from conductkit.new import Wishes, scaffold
    from conductkit.schema_file import address, nearest

    if list_:
        return _list()
    now = day(today)
    if now.year == MAXYEAR:
        raise ConductError(
            f"{now} is too late a day: the code is to be looked at again a year later."
            " Give an earlier one, as in --today 2026-01-31."
        )
    example = _chosen(kind, example)
    source = _example(example)
    if path and not force and os.path.lexists(path) and not _is_folder(path):
        raise _exists(path)
    if terminal.is_terminal():
        title, owner, email = _ask(source, title, owner, email)
    wishes = Wishes(
        _id(id, title, path, source), title.strip(), owner.strip(), email.strip(), language
    )
    _check(wishes)
    target = _target(path, wishes.id)
    if os.path.lexists(target) and not force:
        raise _exists(target)
    folder = Path(target).parent
    schema = nearest(folder)
    text = scaffold(source, example, wishes, now, address(schema, folder))
    _write(target, text, schema, force)
    _say_next(target, wishes, source)
    return Exit.CLEAN


def _exists(path: str) -> ConductError:
    return ConductError(
        f"{path}: there is such a file already, and it was left as it is."
        " Name another one, or replace it with --force."
    )


def _chosen(kind: str, example: str) -> str:
    """The name of the example to begin from: the one asked for, else the one for a kind."""
    from conductkit import terminal
    from conductkit.faults import did_you_mean

    if kind and example:
        raise ConductError("--kind and --from both name an example: give one of them.")
    if example:
        return example
    starts = _starts()
    if not kind and terminal.is_terminal():
        kind = _asked_kind(starts)
    if kind and kind not in starts:
        hint = did_you_mean(kind, starts)
        raise ConductError(f"There is no example for the kind “{kind}”. {hint}")
    return starts[kind] if kind else _EXAMPLE


def _starts() -> dict[str, str]:
    """The example to begin from for each kind of code, in the order of the kinds."""
    from conductkit import bundled
    from conductkit.load import load
    from conductkit.model import KINDS

    kinds = {name: load(path).kind for name, path in bundled.codes().items()}
    named = [(kind, [name for name in kinds if kinds[name] == kind]) for kind in KINDS]
    return {kind: _EXAMPLE if _EXAMPLE in names else names[0] for kind, names in named if names}


def _asked_kind(starts: dict[str, str]) -> str:
    """The kind that the author wants; the first where the answer is empty."""
    from conductkit import terminal

    usual = next(iter(starts))
    try:
        while True:
            answer = input(f"Kind: {', '.join(starts)} [{usual}]: ").strip() or usual
            if answer in starts:
                return answer
            terminal.note(f"Answer with one of {', '.join(starts)}.")
    except EOFError:
        terminal.note("")
        return usual


def _list() -> Exit:
    """Each example with its title and how much it holds."""
    from conductkit import bundled, terminal
    from conductkit.load import load

    paths = bundled.codes()
    width = max(len(name) for name in paths)
    for name, path in paths.items():
        code = load(path)
        rules = f", {len(code.rules)} rules" if code.rules else ""
        held = f"{code.kind}, {len(code.values)} values{rules}"
        terminal.out(f"{name:<{width}}  {code.title} ({held})\n")
    return Exit.CLEAN


def _example(name: str) -> "Code":
    """A shipped code by name, or the code in a file."""
    from conductkit import bundled
    from conductkit.faults import did_you_mean
    from conductkit.load import load

    shipped = bundled.codes()
    if name in shipped:
        return load(shipped[name])
    if name.endswith(_SUFFIXES):
        return load(name)
    hint = did_you_mean(name, shipped) or "`conduct new --list` shows them."
    raise ConductError(f"There is no example “{name}”. {hint}")


def _ask(example: "Code", title: str, owner: str, email: str) -> tuple[str, str, str]:
    """What was not given on the command line; an empty answer takes what stands in brackets."""
    from conductkit import terminal
    from conductkit.scalar_types import EMAIL_TYPE

    try:
        title = title or input(f"Title [{terminal.clean(example.title)}]: ").strip()
        owner = owner or input("Who answers for the code, a role or a person [later]: ").strip()
        while not email:
            email = input("Mail address for questions [later]: ").strip()
            if not email or EMAIL_TYPE.accepts(email):
                break
            terminal.note(f"That must be {EMAIL_TYPE.says}.")
            email = ""
    except EOFError:
        terminal.note("")
    return title, owner, email


def _id(given: str, title: str, path: str | None, example: "Code") -> str:
    """The id asked for; else that of the file's name, the title or the example's title."""
    from conductkit.new import identifier

    if given:
        return given
    words = Path(path).stem if path and not _is_folder(path) else title or example.title
    found = identifier(words)
    if not found:
        raise ConductError(f"No id can be made of “{words}”: give one, as in --id front-desk.")
    return found


def _check(wishes: "Wishes") -> None:
    """ConductError for a wish that no code could hold."""
    from conductkit import scalar_types as types

    asked: list[tuple[str, str, ScalarType]] = [
        ("--id", wishes.id, types.IDENT),
        ("--email", wishes.email, types.EMAIL_TYPE),
        ("--language", wishes.language, types.LANGUAGE_TYPE),
    ]
    for option, given, type in asked:
        if given and not type.accepts(given):
            raise ConductError(f"{option} takes {type.says}, not “{given}”.")
    for option, given in (
        ("--title", wishes.title),
        ("--owner", wishes.owner),
        ("--email", wishes.email),
    ):
        if not given.isprintable():
            raise ConductError(f"{option} takes words on one line, without control characters.")


def _is_folder(path: str) -> bool:
    """Whether a path means a folder, there already or not."""
    return path.endswith(("/", os.sep)) or os.path.isdir(path)  # noqa: PTH112 # no OSError of any name


def _target(path: str | None, id: str) -> str:
    """The file to write. ConductError where its name is none for a code."""
    if path is None:
        return str(Path(_FOLDER) / f"{id}.yaml")
    if _is_folder(path):
        return str(Path(path) / f"{id}.yaml")
    if not path.endswith(_SUFFIXES):
        likely = os.path.splitext(path)[0] or id  # noqa: PTH122 # no ValueError of any name
        raise ConductError(f"{path}: the file of a code ends in .yaml, as in {likely}.yaml.")
    return path


def _write(target: str, text: str, schema: Path, force: bool) -> None:
    from conductkit import terminal
    from conductkit.schema import text as schema_text
    from conductkit.write import make_folder, write_atomic, write_new

    make_folder(Path(target).parent)
    written = [target]
    if force:
        write_atomic(target, text.encode())
    elif not write_new(target, text.encode()):
        raise _exists(target)
    if not os.path.lexists(schema) and write_new(schema, schema_text().encode()):
        written.append(str(schema))
    for name in written:
        terminal.out(f"Wrote {terminal.clean(name)}\n")


def _say_next(target: str, wishes: "Wishes", example: "Code") -> None:
    from conductkit import terminal
    from conductkit.new import is_foreign

    if is_foreign(example, wishes.language):
        terminal.note(
            f"The words are still those of the example, in {terminal.clean(example.language)}:"
            " write them in your language, then give each rule its level."
        )
    name = shlex.quote(target)
    page = shlex.quote(f"{wishes.id}.html")
    terminal.out(
        "Next:\n"
        f"  conduct lint {terminal.clean(name)}\n"
        f"  conduct render {terminal.clean(name)} -o {page}\n"
    )
