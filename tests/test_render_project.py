"""The pages that a project lists in conductkit.yaml: made, kept up to date, checked."""

from pathlib import Path

import pytest

from running import ROOT, conduct

SETTINGS = """\
conductkit: 1
render:
  - code: codes/community-code.yaml
    output: public/code.html
  - code: codes/community-code.yaml
    to: md
    output: CODE_OF_CONDUCT.md
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "codes").mkdir()
    (tmp_path / ".git").mkdir()
    words = (ROOT / "codes" / "community-code.yaml").read_bytes()
    (tmp_path / "codes" / "community-code.yaml").write_bytes(words)
    (tmp_path / "conductkit.yaml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def test_made_and_kept(project: Path) -> None:
    stale = conduct("render", "--check", cwd=project)
    assert stale.returncode == 1
    assert stale.stdout.splitlines() == [
        "public/code.html is missing: run conduct render without --check.",
        "CODE_OF_CONDUCT.md is missing: run conduct render without --check.",
    ]
    made = conduct("render", cwd=project)
    assert made.returncode == 0
    assert made.stderr.splitlines() == ["Wrote public/code.html", "Wrote CODE_OF_CONDUCT.md"]
    assert (project / "CODE_OF_CONDUCT.md").read_text(encoding="utf-8").startswith("# The Comm")
    assert conduct("render", "--check", cwd=project).returncode == 0
    below = conduct("render", "--check", cwd=project / "codes")
    assert (below.returncode, below.stdout) == (0, "")
    code = project / "codes" / "community-code.yaml"
    code.write_text(code.read_text(encoding="utf-8").replace("14 days", "20 days", 1), "utf-8")
    assert conduct("render", "--check", cwd=project).returncode == 1


@pytest.mark.parametrize(
    ("old", "new", "words", "code", "said"),
    [
        ("render:", "x-render:", (), 2, "No code was named. Name one"),
        ("", "", ("--to", "md"), 2, "need no options"),
        ("public/code.html", "CODE_OF_CONDUCT.md", (), 2, "two pages go to CODE_OF_CONDUCT.md"),
        ("public/code.html", "codes/community-code.yaml", (), 2, "community-code.yaml"),
        ("public/code.html", "public/code.what", (), 2, "does not say which format to write"),
        ("community-code.yaml\n    to", "gone.yaml\n    to", (), 3, "codes/gone.yaml"),
        ("", "", ("conductkit.yaml",), 2, "The settings of a project are no code."),
    ],
)
def test_mistakes(
    old: str, new: str, words: tuple[str, ...], code: int, said: str, project: Path
) -> None:
    text = SETTINGS.replace(old, new, 1) if old else SETTINGS
    if new.startswith("x-"):
        text = "conductkit: 1\n"
    (project / "conductkit.yaml").write_text(text, encoding="utf-8")
    before = (project / "codes" / "community-code.yaml").read_bytes()
    done = conduct("render", *words, cwd=project)
    assert done.returncode == code
    assert said in done.stderr
    assert (project / "codes" / "community-code.yaml").read_bytes() == before
    assert not (project / "public").exists()
