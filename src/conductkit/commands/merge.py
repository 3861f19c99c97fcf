"""`conduct merge`: two branches of a code and what they come from, merged by id and field."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.merge import Merged, Style

_SIDES = ("the base", "ours", "theirs")
_SIZE = 7
_MARKED = re.compile(rb"^<{7,} ", re.MULTILINE)


def command(
    base: Annotated[str, typer.Argument(metavar="BASE", help="What both come from.")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="One side: it leads in order.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="The other side.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="Where to write the result; stdout without it.")
    ] = "",
    label: Annotated[
        list[str] | None,
        typer.Option(help="Names of ours, base and theirs in conflict marks; up to three."),
    ] = None,
    marker_size: Annotated[
        int, typer.Option(min=1, max=200, help="Length of conflict marks.", metavar="N")
    ] = 7,
    path: Annotated[str, typer.Option(help="The file's name in messages.")] = "",
) -> Exit:
    """Merge two versions of a code by id and field. Exit 1 where a person must decide.

    docs/merge.md says how git is made to use this for the codes of a repository.
    """
    from conductkit import terminal
    from conductkit.commands._merged import done, write
    from conductkit.textmerge import merge_lines

    files = (base, ours, theirs)
    contents = [_read(file) for file in files]
    style = _style(label or [], marker_size)
    name = terminal.clean(path or ours)
    read = _acknowledgements(files, contents)
    if read is not None:
        write(read, output)
        return Exit.CLEAN
    silent = _of_ancestors(path, marker_size)
    try:
        unread = _unread(files, contents)
        if not unread:
            made = _merged(contents, style)
            if not silent:
                return done(made, name, output)
            write(made.text.encode(), output)
            return Exit.FINDINGS if made.conflicts else Exit.CLEAN
    except ConductError:
        raise
    except Exception:
        # A bug of ours must not leave git with one side only.
        write(merge_lines(contents[0], contents[1], contents[2], style)[0], output)
        raise
    if not silent:
        terminal.note(f"conduct: {name}: {unread}, so the lines were merged, as git does.")
    data, clean = merge_lines(contents[0], contents[1], contents[2], style)
    write(data, output)
    if not clean and not silent:
        terminal.note(f"conduct: {name}: conflicts are marked in the file.")
    return Exit.CLEAN if clean else Exit.FINDINGS


def _read(file: str) -> bytes:
    from conductkit.errors import InputError
    from conductkit.files import read_bytes

    if file in ("/dev/null", "nul"):
        return b""
    data = read_bytes(file)
    if isinstance(data, bytes):
        return data
    raise InputError(f"{file}: {data.message}. {data.help}")


def _style(labels: list[str], size: int) -> "Style":
    from conductkit import git
    from conductkit.merge import Style
    from conductkit.terminal import clean

    if len(labels) > 3:
        raise ConductError("--label may be given three times: for ours, the base and theirs.")
    # An older git leaves %X and the like as they are.
    given = [clean(words) if words[:1] != "%" else "" for words in labels] + [""] * 3
    names = [
        words or known for words, known in zip(given, ("ours", "base", "theirs"), strict=False)
    ]
    answer = git.run(["config", "--get", "merge.conflictStyle"], ".")
    with_base = answer.stdout.strip() in (b"diff3", b"zdiff3")
    return Style(names[0], names[1], names[2], size, with_base)


def _of_ancestors(path: str, size: int) -> bool:
    """Whether git merges two common ancestors first, whose conflicts nobody is to decide.

    It makes the marks longer there than anywhere else.
    """
    from conductkit import git

    if size <= _SIZE or not path:
        return False
    told = git.run(["check-attr", "-z", "conflict-marker-size", "--", path], ".", literal=False)
    asked = told.stdout.split(b"\0")[2:3]
    return not (asked and asked[0].isdigit() and int(asked[0]) >= size)


def _acknowledgements(files: tuple[str, str, str], contents: list[bytes]) -> bytes | None:
    """The merged file of who has read what; None where the sides are not such files of one code."""
    from conductkit.acks import ACKS, Acks, merged, text
    from conductkit.load import load_shape

    if not all(b"acks:" in data for data in contents if data.strip()):
        return None
    sides = []
    for file, data in zip(files, contents, strict=True):
        found = load_shape(file, ACKS, data)[0] if data.strip() else None
        if data.strip() and not isinstance(found, Acks):
            return None
        sides.append(found)
    base, ours, theirs = sides
    if ours is None or theirs is None or ours.code != theirs.code:
        return None
    return text(ours.code, merged(base.read if base else (), ours.read, theirs.read)).encode()


def _unread(files: tuple[str, str, str], contents: list[bytes]) -> str:
    """Why the files cannot be merged as codes; "" where they can."""
    from conductkit.load import load_bytes

    for side, file, data in zip(_SIDES, files, contents, strict=True):
        if side == "the base" and not data.strip():
            continue
        if side == "the base" and _MARKED.search(data):
            return "the two sides have several common ancestors, which conflict with one another"
        loaded = load_bytes(data, file)
        if loaded.code is None:
            first = loaded.findings[0]
            return f"{side} cannot be read as a code (line {first.span.line}: {first.message})"
    return ""


def _merged(contents: list[bytes], style: "Style") -> "Merged":
    from conductkit.merge import merge

    base, ours, theirs = (data.decode("utf-8") for data in contents)
    return merge(base, ours, theirs, style)
