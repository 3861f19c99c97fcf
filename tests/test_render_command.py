"""`conduct render`, as the shell sees it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from conductkit.cli import app

CODE = "conduct: 1\nid: small\ntitle: Small\nlanguage: en\nrules: [{id: one, text: Be kind.}]\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app(["render"]), ["render", *arguments])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("small.yaml").write_text(CODE, encoding="utf-8")
    Path("other.yaml").write_text(CODE.replace("small", "other"), encoding="utf-8")


def test_without_output_the_page_goes_to_stdout() -> None:
    result = run("small.yaml", "--to", "md")
    assert result.exit_code == 0
    assert result.stdout.startswith("# Small\n")
    assert result.stderr == ""
    assert run("small.yaml").stdout.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.md", "# Small"), ("a.html", "<!DOCTYPE"), ("new/folder/a.markdown", "# Small")],
)
def test_the_suffix_names_the_format(name: str, beginning: str) -> None:
    assert run("small.yaml", "-o", name).exit_code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(beginning)


def test_the_format_named_wins_over_the_suffix() -> None:
    assert run("small.yaml", "--to", "print", "-o", "a.html").exit_code == 0
    assert "@page" in Path("a.html").read_text(encoding="utf-8")


def test_several_codes_go_into_a_folder() -> None:
    result = run("small.yaml", "other.yaml", "--to", "print", "-o", "public/")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("public").iterdir()) == [
        "other.print.html",
        "small.print.html",
    ]
    assert "Wrote public/small.print.html" in result.stderr
    assert result.stdout == ""


def test_what_is_up_to_date_is_not_written() -> None:
    run("small.yaml", "-o", "a.md")
    before = Path("a.md").stat().st_mtime_ns
    assert "Up to date: a.md" in run("small.yaml", "-o", "a.md").stderr
    assert Path("a.md").stat().st_mtime_ns == before


def test_check_says_what_is_stale_and_writes_nothing() -> None:
    missing = run("small.yaml", "-o", "a.md", "--check")
    assert (missing.exit_code, missing.stdout) == (
        1, "a.md is missing: run conduct render without --check.\n",
    )  # fmt: skip
    assert not Path("a.md").exists()
    run("small.yaml", "-o", "a.md")
    assert run("small.yaml", "-o", "a.md", "--check").exit_code == 0
    Path("a.md").write_bytes(Path("a.md").read_bytes().replace(b"\n", b"\r\n"))
    assert run("small.yaml", "-o", "a.md", "--check").exit_code == 0
    Path("a.md").write_text("old", encoding="utf-8")
    stale = run("small.yaml", "-o", "a.md", "--check")
    assert stale.exit_code == 1
    assert "a.md is not what the code says now" in stale.stdout
    assert Path("a.md").read_text(encoding="utf-8") == "old"


def test_a_file_that_is_no_code_is_said_so_and_nothing_is_written() -> None:
    Path("bad.yaml").write_text("conduct: 1\ntitel: x\n", encoding="utf-8")
    result = run("bad.yaml", "small.yaml", "-o", "public/")
    assert result.exit_code == 3
    assert "bad.yaml" in result.stderr
    assert result.stdout == ""
    assert not Path("public").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["small.yaml", "other.yaml"], "2 codes cannot share one page"),
        (["small.yaml", "other.yaml", "-o", "a.md"], "2 codes need a folder"),
        (["small.yaml", "small2.yaml", "-o", "public/"], "two of the codes have the id small"),
        (["small.yaml", "--to", "hmtl"], "There is no format “hmtl”"),
        (["small.yaml", "-o", "a.xyz"], "does not say which format"),
        (["small.yaml", "--to", "md", "-o", "small.yaml"], "this is the code itself"),
        (["small.yaml", "--to", "md", "-o", "link.yaml"], "this is the code itself"),
        (["small.yaml", "--check"], "name it with -o"),
        (["small.yaml", "--paper", "a5"], "--paper takes a4 or letter"),
        (["small.yaml", "--templates", "none"], "there is no such folder"),
        (["small.yaml", "-o", "small.yaml/a.md"], "small.yaml/a.md"),
        (["small.yaml", "-o", "a" * 300 + ".md"], "a.md: "),
        (["small.yaml", "--templates", "t" * 300], "there is no such folder"),
    ],
)
def test_usage_mistakes_are_said_in_a_sentence(arguments: list[str], words: str) -> None:
    Path("small2.yaml").write_text(CODE, encoding="utf-8")
    Path("link.yaml").symlink_to("small.yaml")
    result = run(*arguments)
    assert words in result.stderr
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert Path("small.yaml").read_text(encoding="utf-8") == CODE


def test_a_file_that_is_not_there() -> None:
    assert run("none.yaml").exit_code == 3


def test_own_templates() -> None:
    Path("t").mkdir()
    Path("t/md.j2").write_text("{{ code.title }}!", encoding="utf-8")
    assert run("small.yaml", "--to", "md", "--templates", "t").stdout == "Small!\n"
    Path("t/md.j2").write_text("{{ nobody }}", encoding="utf-8")
    result = run("small.yaml", "--to", "md", "--templates", "t")
    assert (result.exit_code, "t/md.j2:1: there is no variable “nobody”" in result.stderr) == (
        2,
        True,
    )


def test_a_pdf_is_written_compared_and_named_by_its_suffix() -> None:
    assert run("small.yaml", "-o", "a.pdf").exit_code == 0
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")
    assert run("small.yaml", "-o", "a.pdf", "--check").exit_code == 0
    assert run("small.yaml", "-o", "a.pdf", "--paper", "letter", "--check").exit_code == 1
    assert run("small.yaml", "--to", "card", "-o", "public/").exit_code == 0
    assert Path("public/small.card.pdf").is_file()
    assert run("small.yaml", "--to", "pdf").stdout_bytes.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--signature"], "or pdf, not for html."),
        (["--to", "pdf", "--party", "staff"], "--party is for --to handout, not for pdf."),
        (["--to", "md", "--fonts", "x"], "--fonts is for --to card or"),
        (["--to", "pdf", "--fonts", "none"], "none: there is no such folder."),
        (["--paper", "a3"], "--paper takes a4 or letter"),
    ],
)
def test_an_option_that_a_format_cannot_heed_is_refused(arguments: list[str], words: str) -> None:
    result = run("small.yaml", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_pdf_is_not_thrown_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductkit.terminal.shows_stdout", lambda: True)
    result = run("small.yaml", "--to", "pdf")
    assert "pdf is no text for a terminal: name a file, such as -o code.pdf." in result.stderr
