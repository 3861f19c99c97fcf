"""`conduct import`: a text that exists already as a code."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit, InputError

if TYPE_CHECKING:
    from conductkit.importing import Imported


def command(
    file: Annotated[str, typer.Argument(help="Markdown, HTML, text, reStructuredText, Word, CSV.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="Where the code goes; stdout where not given.")
    ] = "",
    update: Annotated[
        str, typer.Option(help="A code to bring up to the text; its ids stay.", metavar="CODE")
    ] = "",
    language: Annotated[
        str, typer.Option(help="The language of the text, as en or pt-BR; found by its words.")
    ] = "",
    part: Annotated[
        int, typer.Option(help="Which of several codes in one file, counted from 1.", min=1)
    ] = 1,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what --output names.")] = False,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="The report as text, json or markdown, or FORMAT:FILE; may be repeated."),
    ] = None,
) -> Exit:
    """Make a code of a text that exists already, and say what was guessed and left out."""
    from conductkit.importing import import_bytes

    _language(language)
    if output and not force and output != update and os.path.lexists(output):
        raise ConductError(
            f"{output} exists already. Give --force to write over it, or --update {output}"
            " to bring the text onto its ids."
        )
    data = _bytes(file)
    if update:
        return _update(data, file, update, output, language, part, output_format)
    made = import_bytes(data, file, language=language, part=part)
    _give(made, made.yaml, output, output_format)
    return Exit.CLEAN


def _language(tag: str) -> None:
    from conductkit.scalar_types import LANGUAGE_TYPE

    if tag and not LANGUAGE_TYPE.accepts(tag):
        raise ConductError(
            f"--language takes {LANGUAGE_TYPE.says.removeprefix('a ')}, not “{tag}”."
        )


def _bytes(path: str) -> bytes:
    from conductkit.files import read_bytes
    from conductkit.finding import Finding

    data = read_bytes(path)
    if isinstance(data, Finding):
        raise InputError(f"{path}: {data.message}. {data.help}".strip())
    return data


def _update(
    data: bytes, file: str, code: str, output: str, language: str, part: int,
    formats: list[str] | None,
) -> Exit:  # fmt: skip
    """The text brought onto an existing code, by edits that leave all else as it is."""
    from conductkit.importing import update_bytes
    from conductkit.load import LoadError, load_bytes
    from conductkit.write import write_atomic

    old = _bytes(code)
    loaded = load_bytes(old, code)
    if loaded.code is None or loaded.source is None:
        raise LoadError(loaded)
    made = update_bytes(data, file, loaded.code, loaded.source, language=language, part=part)
    if output:
        write_atomic(output, made.yaml.encode())
    else:
        write_atomic(code, made.yaml.encode(), expected=old)
    _report(made, formats or ["text"])
    return Exit.CLEAN


def _give(made: "Imported", text: str, output: str, formats: list[str] | None) -> None:
    """The code to its file or to stdout, the report to where it does not mix with the code."""
    from conductkit import terminal
    from conductkit.import_report_forms import as_text
    from conductkit.write import make_folder, write_atomic

    if output:
        make_folder(Path(output).parent)
        write_atomic(output, text.encode())
        _report(made, formats or ["text"])
        return
    if formats:
        _report(made, formats)
        if any(":" not in one for one in formats):
            return
    terminal.out(text)
    if not formats:
        terminal.note(as_text(made.report))


def _report(made: "Imported", formats: list[str]) -> None:
    from conductkit import import_report_forms as forms
    from conductkit import terminal
    from conductkit.write import write_atomic

    makers = {
        "text": forms.as_text, "json": forms.as_json,
        "markdown": forms.as_markdown,
    }  # fmt: skip
    for spec in formats:
        name, _, file = spec.partition(":")
        if name not in makers:
            raise ConductError(f"There is no report “{name}”. Known: {', '.join(makers)}.")
        text = makers[name](made.report)
        if file:
            write_atomic(str(Path(file)), text.encode())
        else:
            terminal.out(text)
