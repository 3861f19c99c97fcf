"""What `import conductkit` offers."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import conductkit

TEXT = "conduct: 1\nid: a\ntitle: A\nlanguage: en\nrules: [{id: r, text: It is was theirs.}]\n"


def test_the_names_are_functions_and_classes_whatever_was_imported_before(tmp_path: Path) -> None:
    import conductkit.diff
    import conductkit.lint
    import conductkit.load
    import conductkit.render

    file = tmp_path / "a.yaml"
    file.write_text(TEXT)
    code = conductkit.load(file)
    assert isinstance(code, conductkit.Code)
    found = conductkit.lint(code, conductkit.Context(today=date(2026, 6, 1)))
    assert "verb-clash" in {finding.check for finding in found}
    assert conductkit.diff(code, code).changes == ()
    assert conductkit.render(code, "md").startswith("# A")


def test_every_public_name_is_there() -> None:
    for name in conductkit.__all__:
        assert getattr(conductkit, name).__name__ == name


def test_load_error_says_all(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("titel: x\n")
    with pytest.raises(conductkit.LoadError) as caught:
        conductkit.load(tmp_path / "a.yaml")
    assert len(caught.value.findings) == 6


def test_importing_costs_nothing() -> None:
    script = (
        "import sys, conductkit; print([n for n in sys.modules if n.startswith('conductkit.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
