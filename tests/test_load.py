"""What loads, what does not, and where it says so."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles import CASES
from conductkit import nodes
from conductkit.finding import Finding
from conductkit.load import Loaded, LoadError, load, load_bytes, load_file, load_text

HEAD = "conduct: 1\nid: case\ntitle: A code\nlanguage: en\n"


def _cases() -> list[Any]:
    with (CASES / "load.yaml").open(encoding="utf-8") as stream:
        cases = yaml.load(stream, yaml.BaseLoader)
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    text = (HEAD if "head" in case else "") + case["text"]
    if "replace" in case:
        text = text.replace(*case["replace"])
    loaded = load_text(text, "case.yaml")
    wanted = case["faults"]
    shown = [_shown(item, want) for item, want in zip(loaded.findings, wanted, strict=False)]
    assert shown == wanted
    assert len(loaded.findings) == len(wanted), [item.message for item in loaded.findings]
    assert (loaded.code is None) == bool(wanted)


def _shown(finding: Finding, wanted: dict[str, Any]) -> dict[str, Any]:
    span = finding.span
    facts: dict[str, Any] = {
        "check": finding.check,
        "at": f"{span.line}:{span.column}",
        "end": f"{span.end_line}:{span.end_column}",
        "message": finding.message,
        "help": finding.help,
        "quote": finding.quote,
        "also": [f"{other.line}:{other.column}" for other in finding.also],
    }
    return {key: facts[key] for key in wanted}


def _faults(loaded: Loaded) -> list[str]:
    return [finding.check for finding in loaded.findings]


def test_line_to_paste_loads() -> None:
    """What the help says to paste mends the file."""
    text = HEAD + "rules:\n  - id: a\n    text: *Never* say: no # 5\n"
    (finding,) = load_text(text).findings
    line = finding.help.removeprefix("Paste: ")
    lines = text.splitlines()
    lines[finding.span.line - 1] = "    " + line
    code = load_text("\n".join(lines)).code
    assert code is not None
    assert code.rules[0].text == "*Never* say: no # 5"


def test_encodings() -> None:
    code = (HEAD + "values: [{id: a, name: É}]\n").encode()
    assert load_bytes(code, "x").code is not None
    with_mark = load_bytes(b"\xef\xbb\xbf" + code + b"titel: x\n", "x")
    assert [finding.span.column for finding in with_mark.findings] == [1]
    assert _faults(load_bytes(code.decode().encode("utf-16"), "x")) == ["file-encoding"]
    latin = load_bytes(code.decode().encode("latin-1"), "x")
    assert _faults(latin) == ["file-encoding"]
    assert latin.findings[0].span[1:3] == (5, 24)
    assert latin.findings[0].line_text == "values: [{id: a, name: \ufffd}]"
    crlf = load_bytes(code.replace(b"\n", b"\r\n") + b"titel: x\r\n", "x")
    assert [(f.span.line, f.span.column) for f in crlf.findings] == [(6, 1)]


def test_columns_count_code_points() -> None:
    loaded = load_text(HEAD + "values: [{id: a, name: 😀é}, {id: a, name: B}]\n")
    assert [(f.check, f.span.column) for f in loaded.findings] == [("duplicate-id", 34)]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    big = tmp_path / "big.yaml"
    big.write_bytes(b"#" * (nodes.MAX_BYTES + 1))
    for path in (fifo, loop, tmp_path, tmp_path / "missing", "a\0b"):
        assert _faults(load_file(str(path))) == ["file-unreadable"], path
    assert _faults(load_file(str(big))) == ["file-too-large"]


def test_load_raises_with_all_findings(tmp_path: Path) -> None:
    file = tmp_path / "code.yaml"
    file.write_text("titel: x\n")
    with pytest.raises(LoadError, match="and 5 more") as caught:
        load(file)
    assert len(caught.value.findings) == 6
    assert str(caught.value).endswith(f" {caught.value.findings[0].help}")  # the remedy, too


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[" * 50_000, "nesting-too-deep"),
        ("{a: " * 50_000, "nesting-too-deep"),
        ("- " * 5_000, "nesting-too-deep"),
        ("a: &a [x, x]\n" + "".join(
            f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
            for before, name in zip("abcdefgh", "bcdefghi", strict=True)
        ), "alias-expansion"),
    ],
    ids=["brackets", "braces", "dashes", "billion laughs"],
)  # fmt: skip
def test_bombs_are_refused(text: str, fault: str) -> None:
    assert fault in _faults(load_text(text))


def test_bombs_do_not_end_the_interpreter() -> None:
    """In a process of its own: the C composer would take pytest with it."""
    script = (
        "from conductkit.load import load_text;print(load_text('[' * 2_000_000).findings[0].check)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "nesting-too-deep\n"


def test_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "rules:\n  - id: a\n    text: Greet “😀” customers.\n    levl: must\n"
    fast = load_text(text)
    monkeypatch.setattr(nodes, "PARSER", yaml.SafeLoader)
    assert load_text(text).findings == fast.findings
    assert _faults(load_text("[" * 5_000)) == ["nesting-too-deep"]


@given(st.binary(max_size=300))
def test_bytes_never_raise(data: bytes) -> None:
    loaded = load_bytes(data, "x")
    assert (loaded.code is None) == bool(loaded.findings)


_PIECES = st.sampled_from(
    ["rules:", "values:", "  - ", "id: a", "text: ", "name: x", "\n", " # ", ": ", "*a", "&a ",
     "!t ", "[", "]", "{", "}", "'", '"', "|", ">", "\t", "---", "...", "%", "é",
     "😀", "\r\n", "  ", "- "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_nearly_yaml_never_raises(pieces: list[str]) -> None:
    text = HEAD + "".join(pieces)
    for finding in load_text(text).findings:
        assert 1 <= finding.span.line <= text.count("\n") + text.count("\r") + 1
        assert finding.span.column >= 1
        assert (finding.span.end_line, finding.span.end_column) >= (
            finding.span.line,
            finding.span.column,
        )


def test_fault_after_fault() -> None:
    """Found by fuzzing: a repair of several lines, then a fault near the end of the file."""
    text = (
        "x-b: &q\n  ? [k, 1]  # ck\n  : - - z\n    - &r |+\nrules:\n- id: r1   # one\n"
        "    Do this. Then that.\n  values: [a, # ca"
    )
    assert load_text(text).code is None
