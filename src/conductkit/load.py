"""YAML text into a code with positions, or every fault that keeps it from being one."""

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from conductkit.bind import bind
from conductkit.errors import InputError
from conductkit.faults import Faults, file_fault
from conductkit.fields import CODE, Shape
from conductkit.finding import Finding
from conductkit.model import Code
from conductkit.nodes import MAX_BYTES, Mapping, Node, NodeError, read
from conductkit.references import check_references
from conductkit.source import Source
from conductkit.swallowed import repair

_MAX_REPAIRS = 40
_ENCODING_HELP = "Save the file as UTF-8."


class Loaded(NamedTuple):
    """What came of one file: a code, or at least one finding."""

    path: str
    code: Code | None
    findings: tuple[Finding, ...]
    source: Source | None = None


class LoadError(InputError):
    """A file that is no code; `findings` says all that is wrong with it."""

    def __init__(self, loaded: Loaded) -> None:
        first = loaded.findings[0]
        more = f" (and {len(loaded.findings) - 1} more)" if len(loaded.findings) > 1 else ""
        place = f"{loaded.path}:{first.span.line}:{first.span.column}"
        super().__init__(f"{place}: {first.message}{more}")
        self.findings = loaded.findings


def load(path: str | Path) -> Code:
    """The code in a file. LoadError with every finding where the file is none."""
    loaded = load_file(str(path))
    if loaded.code is None:
        raise LoadError(loaded)
    return loaded.code


def load_file(path: str) -> Loaded:
    """The code in a file, or its faults; never raises for what the file holds."""
    data = read_bytes(path)
    return load_bytes(data, path) if isinstance(data, bytes) else Loaded(path, None, (data,))


def load_bytes(data: bytes, path: str) -> Loaded:
    """The code in a file's bytes, or its faults. `path` is only for naming places."""
    text = decode(data, path)
    return load_text(text, path) if isinstance(text, str) else Loaded(path, None, (text,))


def load_text(text: str, path: str = "<text>") -> Loaded:
    """The code in a text, or its faults. `path` is only for naming places."""
    source = Source(path, text.removeprefix("\ufeff"))
    faults = Faults(source)
    code = parse(source, CODE, faults)
    if isinstance(code, Code):
        if code.sections:
            rules = tuple(rule for section in code.sections for rule in section.rules)
            code = replace(code, rules=rules)
        check_references(code, faults)
    if faults.findings or not isinstance(code, Code):
        found = sorted(dict.fromkeys(faults.findings), key=lambda finding: finding.span)
        return Loaded(path, None, tuple(found), source)
    return Loaded(path, code, (), source)


def read_bytes(path: str) -> bytes | Finding:
    """A regular file's bytes, or the reason why there are none to be had."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return _unreadable(path, error.strerror or "cannot be opened")
    except ValueError:
        return _unreadable(path, "no file can have this name")
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return _unreadable(path, "it is not a file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(path, error.strerror or "cannot be read")
    finally:
        os.close(handle)
    if len(data) > MAX_BYTES:
        words = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return file_fault(path, "file-too-large", words, "A code of conduct is never that long.")
    return data


def _unreadable(path: str, why: str) -> Finding:
    help = "Check the name, and that you may read it."
    return file_fault(path, "file-unreadable", f"cannot read this file: {why}", help)


def decode(data: bytes, path: str) -> str | Finding:
    """UTF-8 bytes as text without a byte-order mark, or the finding that they are none."""
    for mark, name in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            words = f"the file is written in {name}, not in UTF-8"
            return file_fault(path, "file-encoding", words, _ENCODING_HELP)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = f"byte {data[error.start]:#04x} in line {line} is not UTF-8"
        return file_fault(path, "file-encoding", words, _ENCODING_HELP, line)


def parse(source: Source, shape: Shape, faults: Faults) -> Any:
    """An instance of `shape` from a source; faults of YAML and of the shape are added.

    After a fault of YAML the rest is still looked at: from a text in which the words that YAML
    swallowed are quoted or, where that does not help, from what stands before the fault.
    """
    root, text, partial = _nodes(source, faults)
    if faults.findings and root is None:
        return None
    if root is None:
        faults.add("file-empty", 0, 0, "the file holds nothing", "`conduct new` writes a code.")
        return None
    if not isinstance(root, Mapping):
        words = "the file holds no code: its top level must be keys and values"
        faults.add("not-a-mapping", root.start, root.start + 1, words, _MAPPING_HELP)
        return None
    if text is source.text:
        return bind(root, shape, faults)
    broken = {finding.span.line for finding in faults.findings}
    rest = Faults(Source(source.path, text))
    bind(root, shape, rest, partial)
    faults.findings += [found for found in rest.findings if found.span.line not in broken]
    return None


_MAPPING_HELP = "Begin with “conduct: 1”; `conduct new` writes a whole example."


def _nodes(source: Source, faults: Faults) -> tuple[Node | None, str, bool]:
    """The nodes, the text they were read from, and whether that is only its beginning."""
    text = source.text
    spent = [0]
    for _ in range(_MAX_REPAIRS):
        try:
            return read(text), text, False
        except NodeError as error:
            mended = _mend(text, error, source, faults, spent)
            if mended is None:
                return *_before(text, error), True
            text = mended
    return None, text, True


def _blank(line: str) -> str:
    """The spaces and tabs that a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _content_column(line: str) -> int:
    """The column in which a line's key stands, dashes of lists passed over."""
    return len(line) - len(line.lstrip(" \t-"))


def _mend(
    text: str, error: NodeError, source: Source, faults: Faults, spent: list[int]
) -> str | None:
    """Report a fault of YAML; the text with the fault mended, or None."""
    now = Source(source.path, text)
    line, column = now.point(error.start)
    blank = _blank(now.line(line))
    start, end = source.line_start(min(line, source.line_count)), 0
    if error.fault == "yaml-syntax" and "\t" in blank:
        end = start + len(blank)
        words = "a tab indents this line; YAML takes spaces only"
        faults.add("yaml-tab", start, end, words, "Indent with two spaces a level.")
        above = next((now.line(n) for n in range(line - 1, 0, -1) if now.line(n).strip()), "")
        at = now.line_start(line)
        depth = _content_column(above) + 2 * above.rstrip().endswith(":")
        return text[:at] + " " * depth + text[at + len(blank) :]
    found = None
    known = {finding.span.line for finding in faults.findings}
    if error.fault == "yaml-syntax" or _is_prose_alias(text, error):
        found = repair(text, error, spent)
    if found is None or now.point(found.start)[0] in known:
        start = start + column - 1
        end = start + max(1, error.end - error.start)
        faults.add(
            error.fault, start, min(end, len(source.text)), _words(error), _HELP[error.fault]
        )
        return None
    first, at = now.point(found.start)
    last, stop = now.point(found.end)
    start = source.line_start(first) + at - 1
    end = source.line_start(last) + stop - 1
    faults.add(
        "words-swallowed", start, max(end, start + 1),
        "YAML takes marks in these words for its own and cannot read the line",
        f"Paste:\n{found.paste}" if "\n" in found.paste else f"Paste: {found.paste.strip()}",
    )  # fmt: skip
    return found.text


def _is_prose_alias(text: str, error: NodeError) -> bool:
    """A leading * followed by words is emphasis; alone it is an alias with a wrong name."""
    rest = text[error.end : error.end + 80].split("\n", 1)[0].strip()
    return error.fault == "alias-unknown" and bool(rest) and rest[0] not in ",]}#"


def _words(error: NodeError) -> str:
    if error.fault == "yaml-syntax":
        return f"YAML cannot be read here: {error.message}"
    return error.message


_HELP = {
    "yaml-syntax": "Look at this line and the one above: indentation, quotes, brackets, colons.",
    "control-character": "Delete it; it is invisible and of no use in a text.",
    "several-documents": "Delete the line “---”, or move the second code to a file of its own.",
    "nesting-too-deep": "The format needs six levels at most.",
    "alias-unknown": "Put words that begin with * in quotes.",
    "alias-expansion": "Write the words out instead of repeating them by alias.",
}


def _before(text: str, error: NodeError) -> tuple[Node | None, str]:
    """What stands before a fault, as far as it can be read."""
    cut = text.rfind("\n", 0, error.start) + 1
    try:
        return (read(text[:cut]), text[:cut]) if cut else (None, "")
    except NodeError:
        return None, ""
