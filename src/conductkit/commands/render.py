"""`conduct render`: publish a code."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit import shelf
from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.format import Paper, Sheet
    from conductkit.model import Code
    from conductkit.rendering.templates import Templates
    from conductkit.rendering.theme import Theme

_DEFAULT = "html"
_PAPERS: "dict[str, Paper]" = {"a4": "A4", "letter": "letter"}


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE]...", help="Files and folders; the pages of conductkit.yaml if none."
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            help=f"{', '.join(shelf.files('formats'))}; by the suffix of --output where not given."
        ),
    ] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file, or a folder for several codes.")
    ] = "",
    into: Annotated[
        str,
        typer.Option(
            help="A Markdown file, such as README.md, that marks the place of the code in it.",
            metavar="FILE",
        ),
    ] = "",
    templates: Annotated[
        str, typer.Option(help="A folder with templates of your own.", metavar="DIR")
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Only say whether what is there is up to date.")
    ] = False,
    paper: Annotated[str, typer.Option(help="Sheet of paged formats: a4 or letter.")] = "a4",
    signature: Annotated[
        bool, typer.Option("--signature", help="End a PDF with a page to sign.")
    ] = False,
    party: Annotated[str, typer.Option(help="A handout for this party alone.", metavar="ID")] = "",
    channel: Annotated[
        str, typer.Option(help="A handout for this channel alone.", metavar="ID")
    ] = "",
    fonts: Annotated[
        str,
        typer.Option(help="A folder of fonts for PDF, in place of the machine’s.", metavar="DIR"),
    ] = "",
    watch: Annotated[
        bool, typer.Option("--watch", help="Show it in a browser here, anew at each save.")
    ] = False,
    port: Annotated[int, typer.Option(help="Where --watch serves; 0 takes a free port.")] = 8040,
) -> Exit:
    """Publish a code as a web page, for paper and the wall, as Markdown, text or data."""
    from conductkit import dates, project, terminal
    from conductkit.commands._codes import loaded
    from conductkit.format import Sheet

    if not paths:
        named = (to, output, into, signature, party, channel, fonts, watch, paper != "a4")
        return _project(templates, check, alone=not any(named))
    _agree(to, output, into, watch=watch, check=check)
    format = "md" if into else _format(to, output)
    sheet = Sheet(_paper(paper), signature, party, channel, dates.source_day(), fonts)
    _refuse(format, sheet, shown=not (output or into or watch) and terminal.shows_stdout())
    if watch:
        return _watch(paths, format, templates, sheet, port)
    files = project.codes(paths)
    if not files:
        raise ConductError("The settings of a project are no code. Name the file of a code.")
    chosen = _chosen(templates)
    codes = loaded(files)
    if codes is None:
        return Exit.INPUT
    if into:
        return _into(into, codes, check, lambda code: _page(code, format, chosen, _theme(), sheet))
    if not output:
        if len(codes) > 1:
            raise ConductError(f"{len(codes)} codes cannot share one page: name a folder with -o.")
        terminal.raw(_page(codes[0], format, chosen, _theme(), sheet))
        return Exit.CLEAN
    targets = _targets(codes, files, format, output)
    theme = _theme()
    pages = {path: _page(code, format, chosen, theme, sheet) for path, code in targets.items()}
    return _compare(pages) if check else _write(pages)


def _project(templates: str, check: bool, alone: bool) -> Exit:
    """Bring the pages that conductkit.yaml lists up to date, or say which are not."""
    from conductkit import config, dates
    from conductkit.commands._codes import loaded
    from conductkit.format import Sheet

    settings = config.load()
    if not settings.render or not alone:
        raise ConductError(
            "No code was named. Name one, as in `conduct render codes/ours.yaml -o code.html`; the"
            " pages that a project lists under `render:` in conductkit.yaml need no options."
        )
    files = list(dict.fromkeys(settings.here(one.code) for one in settings.render))
    codes = loaded(files)
    if codes is None:
        return Exit.INPUT
    by_file = dict(zip(files, codes, strict=True))
    chosen, theme, day = _chosen(templates), _theme(), dates.source_day()
    pages: dict[str, bytes] = {}
    for one in settings.render:
        file, output = settings.here(one.code), settings.here(one.output)
        format = _format(one.to, output)
        sheet = Sheet(_paper(one.paper or "a4"), day=day)
        for path, code in _targets([by_file[file]], files, format, output).items():
            if path in pages:
                raise ConductError(f"{settings.path}: two pages go to {path}. Give each its own.")
            pages[path] = _page(code, format, chosen, theme, sheet)
    return _compare(pages) if check else _write(pages)


def _agree(to: str, output: str, into: str, *, watch: bool, check: bool) -> None:
    """ConductError where options contradict each other."""
    if check and not (output or into):
        raise ConductError("--check compares a file: name it with -o or --into.")
    if watch and (output or into or check):
        raise ConductError("--watch shows and writes nothing: leave out -o and --check, or --into.")
    if into and (output or to not in ("", "md")):
        raise ConductError("--into puts Markdown into a file that is there: leave out -o and --to.")


def _chosen(folder: str) -> "Templates":
    """The templates of the folder named, else of that in conductkit.yaml, over the shipped ones."""
    from conductkit import config
    from conductkit.rendering import templates

    settings = config.load()
    folder = folder or (settings.here(settings.templates) if settings.templates else "")
    return templates.with_folder(folder) if folder else templates.shipped()


def _watch(paths: list[str], format: str, templates: str, sheet: "Sheet", port: int) -> Exit:
    from conductkit.commands._watch import Maker, watch
    from conductkit.preview.pages import kind_of
    from conductkit.render import formats

    def maker() -> Maker:
        chosen, theme = _chosen(templates), _theme()
        return lambda code: _page(code, format, chosen, theme, sheet)

    asked = formats()[format]
    kind = kind_of(asked.suffixes[0], text=asked.make is None)
    if not kind:
        raise ConductError(f"A browser does not show {format}: take html, print or pdf to watch.")
    return watch(paths, maker, kind, [templates], port)


def _theme() -> "Theme":
    """The look that conductkit.yaml asks for; which of its colours had to give way is said."""
    from conductkit import config
    from conductkit.rendering.look import look

    theme, advice = look(config.load())
    for sentence in advice:
        _advise(sentence)
    return theme


@cache
def _advise(sentence: str) -> None:
    """Say something once a run, however often the settings are read."""
    from conductkit import terminal

    terminal.note(sentence)


def _format(to: str, output: str) -> str:
    """The format that is asked for by name, else by the suffix of the output."""
    from conductkit.faults import did_you_mean
    from conductkit.render import format_of, formats

    known = formats()
    if to and to not in known:
        hint = did_you_mean(to, known) or f"Known: {', '.join(known)}."
        raise ConductError(f"There is no format “{to}”. {hint}")
    if to or not output or _is_folder(output):
        return to or _DEFAULT
    found = format_of(output)
    if found is None:
        raise ConductError(
            f"{output}: its name does not say which format to write. Add --to {'|'.join(known)}."
        )
    return found


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112, Path's fails for long names


def _paper(given: str) -> "Paper":
    paper = _PAPERS.get(given.lower())
    if paper is None:
        raise ConductError(f"--paper takes a4 or letter, not “{given}”.")
    return paper


def _refuse(format: str, sheet: "Sheet", shown: bool) -> None:
    """ConductError where a format cannot do what is asked; `shown` means on a terminal."""
    from conductkit.render import formats

    known = formats()
    for option in ("signature", "party", "channel", "fonts"):
        if getattr(sheet, option) and option not in known[format].takes:
            able = " or ".join(name for name in known if option in known[name].takes)
            raise ConductError(f"--{option} is for --to {able}, not for {format}.")
    if known[format].make and shown:
        raise ConductError(
            f"{format} is no text for a terminal: name a file, such as"
            f" -o code{known[format].suffixes[0]}."
        )


def _page(
    code: "Code", format: str, templates: "Templates", theme: "Theme", sheet: "Sheet"
) -> bytes:
    from conductkit.project import catalogue
    from conductkit.render import publish

    named = catalogue(code)
    return publish(code, format, templates, catalogue=named, sheet=sheet, theme=theme)


def _targets(codes: "list[Code]", files: list[str], format: str, output: str) -> "dict[str, Code]":
    """The file for each code; ConductError where two would share one or a source would be lost."""
    from conductkit.render import formats

    if not _is_folder(output):
        if len(codes) > 1:
            raise ConductError(f"{output}: {len(codes)} codes need a folder; write {output}/.")
        named = [output]
    else:
        suffix = formats()[format].suffixes[0]
        named = [str(Path(output) / (code.id + suffix)) for code in codes]
    sources = {os.path.realpath(path) for path in files}
    targets: dict[str, Code] = {}
    for path, code in zip(named, codes, strict=True):
        if os.path.realpath(path) in sources:
            raise ConductError(f"{path}: this is the code itself. Name another file with -o.")
        if path in targets:
            raise ConductError(f"{path}: two of the codes have the id {code.id}. Render one.")
        targets[path] = code
    return targets


def _into(path: str, codes: "list[Code]", check: bool, page: "Callable[[Code], bytes]") -> Exit:
    """Put codes between their marks in a file; or say whether they stand there as they are."""
    from conductkit.rendering import inplace

    names = [code.id for code in codes]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise ConductError(f"{path}: two of the codes have the id {twice}. Name one.")
    try:
        there = Path(path).read_bytes()
    except OSError as error:
        raise ConductError(f"{path}: cannot be read: {error.strerror}.") from error
    made = {code.id: page(code).decode() for code in codes}
    text = inplace.put(there.decode("utf-8", "surrogateescape"), made, path)
    data = text.encode("utf-8", "surrogateescape")
    return _compare({path: data}) if check else _write({path: data}, there)


def _write(pages: dict[str, bytes], expected: bytes | None = None) -> Exit:
    from conductkit import terminal
    from conductkit.write import refuse_to_replace_a_code, write_atomic

    for path in pages:
        refuse_to_replace_a_code(path)
    for path, page in pages.items():
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            changed = write_atomic(path, page, expected)
        except OSError as error:
            raise ConductError(f"{path}: cannot be written: {error.strerror}.") from error
        terminal.note(f"{'Wrote' if changed else 'Up to date:'} {terminal.clean(path)}")
    return Exit.CLEAN


def _compare(pages: dict[str, bytes]) -> Exit:
    """Say which files are missing or differ; line endings of text may be the checkout's."""
    from conductkit import terminal

    stale = False
    for path, page in pages.items():
        try:
            there = Path(path).read_bytes()
        except FileNotFoundError:
            words = "is missing"
        except OSError as error:
            raise ConductError(f"{path}: cannot be read: {error.strerror}.") from error
        else:
            same = page in (there, there.replace(b"\r\n", b"\n"))
            words = "" if same else "is not what the code says now"
        if words:
            stale = True
            terminal.out(f"{terminal.clean(path)} {words}: run conduct render without --check.\n")
    return Exit.FINDINGS if stale else Exit.CLEAN
