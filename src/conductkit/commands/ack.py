"""`conduct ack`: who has read what binds."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit, InputError

if TYPE_CHECKING:
    from conductkit.ack_status import Find
    from conductkit.acks import Ack
    from conductkit.model import Code

_KEY = "CONDUCTKIT_ACK_KEY"
_SHOWN = 60
_CODE = typer.Argument(metavar="CODE", help="The file of the code.")


def command(
    code: Annotated[str, _CODE],
    people: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PERSON]...", help="Who has read it; git’s user.email if none."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Keep names as they are, not as pseudonyms.")
    ] = False,
    today: Annotated[str, typer.Option(help="The day of the reading.", metavar="DATE")] = "",
) -> Exit:
    """Record in acks/<code-id>.yaml that people have read a code as it binds now.

    `conduct ack status` lists who has to read what; `conduct ack forget CODE PERSON` takes a person
    out. Changes that bind nobody to anything new ask nobody to read again.
    """
    from conductkit import ack_file, digest, terminal
    from conductkit.acks import Ack, added
    from conductkit.dates import day
    from conductkit.load import load

    found = load(code)
    if found.status == "retired":
        raise ConductError(f"{code}: this code is retired; nobody has to read it any more.")
    when, now = day(today).isoformat(), digest.of_code(found)
    readers = _readers(people or [_me()], plain)
    new = [
        Ack(place=found.place, reader=reader, version=found.version, date=when, digest=now)
        for reader in readers
    ]
    changed = ack_file.change(found.id, lambda old: added(old, new))
    for one in new:
        told = f"{one.reader}: {found.id} {found.version}".rstrip()
        terminal.out(terminal.clean(f"{told} ({digest.short(now)}) is read.") + "\n")
    if not changed:
        terminal.note(f"Nothing new for {terminal.clean(ack_file.path_of(found.id))}.")
    if found.extends:
        terminal.note(
            terminal.clean(
                f"This counts its own words alone. It extends {found.extends}: have that read and"
                " acknowledged, too."
            )
        )
    if found.status == "draft":
        terminal.note("This code is still a draft: what it binds to may yet change.")
    return Exit.CLEAN


def _me() -> str:
    """The address that git knows the person at this machine by."""
    from conductkit import git

    found = git.run(["config", "--get", "user.email"], ".").stdout.decode("utf-8", "replace")
    if not found.strip():
        raise ConductError(
            "Nobody was named, and git knows no user.email. Name who has read the code, as in"
            " `conduct ack codes/ours.yaml ann@example.org`."
        )
    return found.strip()


def _readers(people: list[str], plain: bool) -> list[str]:
    """How people stand in the file, each once."""
    from conductkit.acks import READER, is_pseudonym, pseudonym

    for person in people:
        if not person.isprintable() or not READER.accepts(person):
            raise ConductError(
                f"“{person[:_SHOWN]}{'…' * (len(person) > _SHOWN)}” is no name or address to keep."
                " Give one line of up to 200 characters, without control characters."
            )
    key = os.environ.get(_KEY, "")
    as_is = [plain or is_pseudonym(person) for person in people]
    found = [
        person if kept else pseudonym(person, key)
        for person, kept in zip(people, as_is, strict=True)
    ]
    return list(dict.fromkeys(found))


def status(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Files or folders; codes/.")
    ] = None,
    readers: Annotated[
        str, typer.Option(metavar="FILE", help="Who has to read them, one person a line.")
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 where somebody has to read.")
    ] = False,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="text, json, markdown, html, csv, or FORMAT:FILE; repeatable."),
    ] = None,
) -> Exit:
    """List who has to read which code, with what changed since they last did."""
    from conductkit import ack_file, ack_status, report
    from conductkit.ack_sheet import sheet
    from conductkit.commands._codes import loaded

    names = _roster(readers) if readers else {}
    codes = loaded(paths)
    if codes is None:
        return Exit.INPUT
    asked = [one for one in codes if one.kind != "catalogue" and one.status != "retired"]
    found = [
        ack_status.status(one, ack_file.read(one.id), list(names), _past(one)) for one in asked
    ]
    report.write(output_format or [], "sheet", sheet(found, names))
    waiting = any(one.open for one in found)
    return Exit.FINDINGS if check and waiting else Exit.CLEAN


def _roster(file: str) -> dict[str, str]:
    """People of a list by the name that they have in the files."""
    from conductkit import files

    data = files.read_bytes(file)
    words = files.decode(data, file) if isinstance(data, bytes) else data
    if not isinstance(words, str):
        raise InputError(f"{file}: {words.message}. {words.help}", (words,))
    people = [line.strip() for line in words.splitlines()]
    named = [person for person in people if person and not person.startswith("#")]
    if not named:
        raise InputError(f"{file}: nobody stands in this list. Write one person a line.")
    try:
        return {reader: person for person in named for reader in _readers([person], False)}
    except ConductError as error:
        raise InputError(f"{file}: {error}") from None


def _past(code: "Code") -> "Find":
    """How to find the texts of a code that somebody read before; in git, where there is one.

    The history is read when the first text is asked for, and once.
    """
    from functools import cache

    from conductkit import digest, git
    from conductkit.gitpaths import inside_of
    from conductkit.releases import Releases

    @cache
    def history() -> tuple[Releases, str]:
        path = code.place.source.path
        top = git.root(os.path.dirname(path) or ".")  # noqa: PTH120 - any path may stand here
        place = inside_of(path, top)
        return Releases(top, [place]), place

    def find(version: str, wanted: str) -> "Code | None":
        try:
            releases, place = history()
            editions = releases.named(place, code.id, version, ahead=True)
            return next((one for _, one in editions if digest.of_code(one) == wanted), None)
        except ConductError:
            return None

    return find


def forget(
    code: Annotated[str, _CODE],
    people: Annotated[list[str], typer.Argument(metavar="PERSON...", help="Whom to take out.")],
) -> Exit:
    """Take people out of a code’s acknowledgements: what the file holds of them, all of it."""
    from conductkit import ack_file, terminal
    from conductkit.load import load

    found = load(code)
    gone = {*people, *_readers(people, False)}
    before = [one for one in ack_file.read(found.id) if one.reader in gone]
    if not before:
        raise ConductError(f"None of them stands in {ack_file.path_of(found.id)}.")

    def without(old: "tuple[Ack, ...]") -> "tuple[Ack, ...]":
        return tuple(one for one in old if one.reader not in gone)

    ack_file.change(found.id, without)
    for reader in sorted({one.reader for one in before}):
        terminal.out(terminal.clean(f"{reader}: taken out of {found.id}.") + "\n")
    terminal.note("Earlier commits still hold what was there; git keeps them.")
    return Exit.CLEAN


ACTIONS = {"status": status, "forget": forget}
