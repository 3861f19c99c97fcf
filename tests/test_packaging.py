"""A wheel and an editable install, installed for real and used from another folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest


def run(*command: str | Path, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(__file__).resolve().parent.parent
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, root, cwd=out)
    (built,) = out.glob("conductkit-*.whl")
    return built


def _environment(folder: Path) -> Path:
    """An environment with our dependencies (lent from this one) and without conductkit."""
    venv.create(folder, with_pip=False, symlinks=True)
    site = next((folder / "lib").glob("python*/site-packages"))
    # A path line, not a site folder: the .pth of an editable conductkit there is not followed.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "python"


def _use(python: Path, folder: Path) -> None:
    """Render a shipped code from a folder that knows nothing of the checkout."""
    where = run(python, "-c", "import conductkit; print(conductkit.__file__)", cwd=folder).strip()
    assert "conductkit" in where
    run(python, "-m", "conductkit", "new", "ours.yaml", "--from", "cx-touchpoints", cwd=folder)
    page = run(python, "-m", "conductkit", "render", "ours.yaml", "--to", "html", cwd=folder)
    assert page.startswith("<!DOCTYPE html>")
    assert 'id="privacy' in page


def test_wheel_holds_what_it_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "conductkit/py.typed",
        "conductkit/_data/codes/cx-touchpoints.yaml",
        "conductkit/_data/templates/html.j2",
        "conductkit/_data/templates/paper/document.typ",
        "conductkit/language/data/en.yaml",
    ):
        assert needed in names
    assert not [name for name in names if name.startswith(("tests/", "bench/"))]


def test_wheel_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    python = _environment(tmp_path / "venv")
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as packed:  # what an installer does with a pure wheel
        packed.extractall(site)
    work = tmp_path / "work"
    work.mkdir()
    _use(python, work)
    assert str(site) in run(python, "-c", "import conductkit; print(conductkit.__file__)", cwd=work)


def test_editable_install_finds_codes_and_templates(tmp_path: Path, root: Path) -> None:
    python = _environment(tmp_path / "venv")
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    (site / "editable.pth").write_text(f"{root / 'src'}\n")  # what pip install -e writes
    work = tmp_path / "work"
    work.mkdir()
    _use(python, work)
