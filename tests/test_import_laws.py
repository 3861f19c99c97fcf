"""Laws of import: no input ends in a traceback, what is made loads, no time runs away."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conductkit.errors import ConductError
from conductkit.importing import import_bytes
from conductkit.load import load_text
from work import grows_no_faster_than_the_input

LAX = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
NAMES = st.sampled_from(
    ["a.md", "a.html", "a.txt", "a.csv", "a.json", "a.ftl", "a.docx", "a.rst", "a"]
)
PIECES = st.sampled_from([
    "# ", "## ", "- ", "  - ", "1. ", "* ", "> ", "| a | b |\n|---|---|\n", "\n", "\n\n", "**",
    "[x](", ")", "[a]: http://x\n", "You must ", "be kind", "not:", "Values", ": ", "<p>", "<li>",
    "</ul>", "<!--", "-->", "{% x %}", "{{ y }}", "---\n", "+++\n", "&amp;", "é", "\u0000", "…",
    "•", "\t", "<table><tr><td>", "”", "#", "may be banned", "Report to a@b.org", "行動規範", "لا",
    "Licensed under CC BY 4.0", "'", '"', "\\",
])  # fmt: skip


def imported(data: bytes, name: str) -> None:
    """Import, or a sentence; what is made must load and account for every word."""
    try:
        result = import_bytes(data, name)
    except ConductError:
        return
    loaded = load_text(result.yaml)
    assert loaded.code is not None, (result.yaml, [one.message for one in loaded.findings])
    assert result.report.unplaced == 0, result.report.left


@LAX
@given(st.binary(max_size=300), NAMES)
def test_bytes(data: bytes, name: str) -> None:
    imported(data, name)


@LAX
@given(st.lists(PIECES, max_size=60).map("".join), NAMES)
def test_markup(text: str, name: str) -> None:
    imported(text.encode(), name)


@LAX
@given(st.binary(max_size=300))
def test_word_documents(data: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", data)
        archive.writestr("word/document.xml", data[::-1])
    imported(buffer.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("a.md", b"- Do not lie.\n"), ("a.md", b"> "), ("a.md", b"["), ("a.md", b"[a](b "),
        ("a.md", b"<!--"), ("a.md", b"**a "), ("a.md", b"| a "), ("a.html", b"<div>"),
        ("a.html", b"<!["), ("a.html", b"<a '"), ("a.html", b"<p>Be kind. "), ("a.txt", b"a\n"),
        ("a.txt", b"You must not do it. "), ("a.txt", b"1. a:\n"), ("a.csv", b"a,b\n"),
        ("a.txt", b"values of a, b, "),
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_work(name: str, piece: bytes) -> None:
    imported(piece * (20_000 // len(piece)), name)
    assert grows_no_faster_than_the_input(
        lambda size: imported(piece * (size // len(piece)), name), 3_000
    )
