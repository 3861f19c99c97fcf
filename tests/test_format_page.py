"""`docs/format.md` and the pages of the faults: made from the tables, and true."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from conductkit import fault_pages, reference
from conductkit.errors import ConductError
from conductkit.fields import shapes
from conductkit.fmt import format_source
from conductkit.load import load_bytes, load_file, load_text
from conductkit.nodes import MAX_ALIASED, MAX_BYTES, MAX_DEPTH
from conductkit.source import Source

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "conductkit"
LOADER = ("files", "load", "recover", "bind", "values", "references", "nodes")
_RAISED = re.compile(
    r"(?:faults\.add|\badd|NodeError|_add|file_fault|_unreadable)\(\s*(?:faults,\s*|path,\s*)?\"([a-z]+(?:-[a-z]+)+)\""
    r"|\bfault = \"([a-z-]+)\"|\belse \"(wrong-value)\""
)
HEAD = {"conduct": "1", "id": "front-desk", "title": "Front desk", "language": "en"}
_CONTENT = {"values", "rules", "sections"}


def used() -> set[str]:
    """The names of faults in the modules of the loader: words in quotes that add one."""
    found: set[str] = set()
    for name in LOADER:
        text = (SOURCES / f"{name}.py").read_text(encoding="utf-8")
        found |= {word for groups in _RAISED.findall(text) for word in groups if word}
    return found


def test_every_fault_has_its_page_and_every_page_its_fault() -> None:
    assert set(fault_pages.names()) == used()


def test_pages_are_whole() -> None:
    for name, page in fault_pages.pages().items():
        assert page.name == name
        assert page.summary.endswith(".")
        assert len(page.summary) <= 90
        assert page.why.endswith(".")
        assert bool(page.bad) == bool(page.good) != bool(page.fix), name


EXAMPLES = [page for page in fault_pages.pages().values() if page.bad]


def code(lines: str) -> str:
    """The lines of an example as a whole file."""
    if "conduct:" in lines or lines.startswith(("-", "#")):
        return lines
    given = {line.split(":")[0] for line in lines.splitlines() if line[:1].strip()}
    head = "".join(f"{key}: {word}\n" for key, word in HEAD.items() if key not in given)
    filler = "" if given & _CONTENT else "values:\n  - id: respect\n    name: Respect\n"
    return head + filler + lines


@pytest.mark.parametrize("page", EXAMPLES, ids=[page.name for page in EXAMPLES])
def test_examples_are_true(page: fault_pages.FaultPage) -> None:
    assert {found.check for found in load_text(code(page.bad)).findings} == {page.name}
    assert load_text(code(page.good)).findings == ()


def test_faults_without_lines_are_true(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    big.write_bytes(b"#" * (MAX_BYTES + 1))
    aliases = "&a [" + "x, " * 200 + "]\nb: [" + "*a, " * (MAX_ALIASED // 200 + 1) + "]\n"
    found = {
        "file-unreadable": load_file(str(tmp_path)),
        "file-too-large": load_file(str(big)),
        "file-encoding": load_bytes(b"title: caf\xe9\n", "a.yaml"),
        "alias-expansion": load_text("x-a: " + aliases),
        "nesting-too-deep": load_text("x-a: " + "[" * (MAX_DEPTH + 1)),
    }
    assert set(found) == {page.name for page in fault_pages.pages().values() if page.fix}
    for name, loaded in found.items():
        assert name in {finding.check for finding in loaded.findings}


def test_page_as_text() -> None:
    assert fault_pages.page("yaml-tab") == (
        "yaml-tab\n\n"
        "A tab indents the line.\n\n"
        "Why: YAML takes spaces only, because a tab is as wide as each editor likes, and here the\n"
        "width has a meaning.\n\n"
        "Severity:  error: the file is not a code until this is mended\n\n"
        "Instead of\n\n"
        "    owner:\n"
        "      name: Head of Service\n"
        "    ⇥email: service@example.org\n\n"
        "write\n\n"
        "    owner:\n"
        "      name: Head of Service\n"
        "      email: service@example.org\n\n"
        "It cannot be waived.\n"
    )
    assert "Remedy: Save the file as UTF-8." in fault_pages.page("file-encoding")
    with pytest.raises(ConductError, match="no fault “verb-clash”"):
        fault_pages.page("verb-clash")


# ── docs/format.md ────────────────────────────────────────────────────────────────────────────


def test_the_page_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden("docs/format.md", reference.page())


def test_the_page_has_all(root: Path) -> None:
    page = reference.page()
    assert not re.search(r"@[a-z]+@", page)
    for shape in shapes():
        for field in shape.fields:
            assert f"| `{field.key}` | " in page
    for name in fault_pages.names():
        assert f"| `{name}` | " in page
    anchors = {
        line[3:].lower().replace(" ", "-") for line in page.splitlines() if line[:3] == "## "
    }
    assert {link[1:] for link in re.findall(r"\]\((#[a-z-]+)\)", page)} <= {
        "#" + a for a in anchors
    } | anchors


def test_the_example_is_a_code_in_the_layout() -> None:
    found = re.search(r"```yaml\n(.*?)```", reference.page(), re.DOTALL)
    assert found
    assert load_text(found[1]).findings == ()
    assert format_source(Source("example", found[1])) == found[1]


def test_the_data_of_the_pages_is_plain() -> None:
    """No key of an entry is given twice: YAML would drop the first without a word."""
    text = (SOURCES / "data" / "faults.yaml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=yaml.BaseLoader)
    names = [entry["name"] for entry in entries]
    assert len(set(names)) == len(names) == text.count("\n- name: ")
