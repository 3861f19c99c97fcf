"""YAML text into a code with positions, or every fault that keeps it from being one."""

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from conductkit.bind import bind
from conductkit.errors import InputError
from conductkit.faults import Faults
from conductkit.fields import CODE, Shape
from conductkit.files import decode, read_bytes
from conductkit.finding import Finding
from conductkit.model import Code
from conductkit.nodes import Mapping
from conductkit.recover import nodes_of
from conductkit.references import check_references
from conductkit.source import Source


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
        super().__init__(f"{place}: {first.message}{more}. {first.help}".rstrip(), loaded.findings)


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


def load_shape(path: str, shape: Shape, data: bytes | None = None) -> tuple[Any, Loaded]:
    """What a file of another shape than a code's holds, or None and what is wrong with it.

    `data` are the file's bytes where they are known.
    """
    found = read_bytes(path) if data is None else data
    text = decode(found, path) if isinstance(found, bytes) else found
    if not isinstance(text, str):
        return None, Loaded(path, None, (text,))
    source = Source(path, text)
    faults = Faults(source)
    made = parse(source, shape, faults)
    if faults.findings or not isinstance(made, shape.holds):
        findings = sorted(dict.fromkeys(faults.findings), key=lambda finding: finding.span)
        return None, Loaded(path, None, tuple(findings), source)
    return made, Loaded(path, None, (), source)


def parse(source: Source, shape: Shape, faults: Faults) -> Any:
    """An instance of `shape` from a source; faults of YAML and of the shape are added.

    After a fault of YAML the rest is still looked at: from a text in which the words that YAML
    swallowed are quoted or, where that does not help, from what stands before the fault.
    """
    root, text, partial = nodes_of(source, faults)
    if faults.findings and root is None:
        return None
    if root is None:
        faults.add("file-empty", 0, 0, "the file holds nothing", _begin(shape))
        return None
    if not isinstance(root, Mapping):
        words = f"the file holds no {shape.name}: its top level must be keys and values"
        faults.add("not-a-mapping", root.start, root.start + 1, words, _begin(shape))
        return None
    if text is source.text:
        return bind(root, shape, faults)
    broken = {finding.span.line for finding in faults.findings}
    rest = Faults(Source(source.path, text))
    bind(root, shape, rest, partial)
    # What is cut off in the middle says nothing because it was cut off.
    cut = "empty-value" if partial else ""
    faults.findings += [
        found for found in rest.findings if found.span.line not in broken and found.check != cut
    ]
    return None


def _begin(shape: Shape) -> str:
    """How a file of this shape begins."""
    more = "; `conduct new` writes a whole example" if shape is CODE else ""
    return f"Begin with “{shape.fields[0].key}: 1”{more}."
