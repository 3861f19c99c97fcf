"""A code inside a README: between its marks, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from conductkit.cli import app
from conductkit.errors import ConductError
from conductkit.rendering.inplace import put

CODE = "conduct: 1\nid: small\ntitle: Small\nlanguage: en\nrules: [{id: one, text: Be kind.}]\n"
README = "# Ours\n\nBefore.  \n\n<!-- conduct:begin -->\nold\n<!-- conduct:end -->\n\nAfter.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app(["render"]), ["render", *arguments])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("small.yaml").write_text(CODE, encoding="utf-8")
    Path("other.yaml").write_text(CODE.replace("mall", "maller"), encoding="utf-8")
    Path("README.md").write_text(README, encoding="utf-8")


def test_the_code_stands_between_the_marks_and_the_rest_stays() -> None:
    result = run("small.yaml", "--into", "README.md")
    assert (result.exit_code, result.stderr) == (0, "Wrote README.md\n")
    text = Path("README.md").read_text(encoding="utf-8")
    assert text.startswith("# Ours\n\nBefore.  \n\n<!-- conduct:begin -->\n\n## Small\n")
    assert text.endswith("\n\n<!-- conduct:end -->\n\nAfter.\n")
    assert "**1.** Be kind." in text
    assert "\n### Rules\n" in text
    assert "old" not in text.splitlines()
    assert "Up to date: README.md" in run("small.yaml", "--into", "README.md").stderr


def test_check_says_whether_it_is_up_to_date() -> None:
    stale = run("small.yaml", "--into", "README.md", "--check")
    assert (stale.exit_code, stale.stdout) == (
        1, "README.md is not what the code says now: run conduct render without --check.\n",
    )  # fmt: skip
    assert Path("README.md").read_text(encoding="utf-8") == README
    run("small.yaml", "--into", "README.md")
    assert run("small.yaml", "--into", "README.md", "--check").exit_code == 0


def test_several_codes_by_their_ids() -> None:
    marks = "<!-- conduct:begin {0} -->\n<!-- conduct:end {0} -->\n"
    Path("README.md").write_text(marks.format("smaller") + marks.format("small"), encoding="utf-8")
    assert run("small.yaml", "other.yaml", "--into", "README.md").exit_code == 0
    text = Path("README.md").read_text(encoding="utf-8")
    assert (
        text.index("# Smaller\n") < text.index("conduct:begin small -->") < text.index("# Small\n")
    )
    before = text
    assert run("small.yaml", "--into", "README.md").exit_code == 0
    assert Path("README.md").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_outside_stay_whatever_they_are(ending: str, mark: bytes) -> None:
    before, after = b"caf\xe9 \x0b\xe2\x80\xa8 \n\r\n", b"\n end\xff"
    marks = f"<!-- conduct:begin -->{ending}<!-- conduct:end -->{ending}".encode()
    Path("README.md").write_bytes(mark + before + marks + after)
    assert run("small.yaml", "--into", "README.md").exit_code == 0
    found = Path("README.md").read_bytes()
    assert found.startswith(mark + before + b"<!-- conduct:begin -->")
    assert found.endswith(b"<!-- conduct:end -->" + ending.encode() + after)
    assert run("small.yaml", "--into", "README.md", "--check").exit_code == 0


BEGIN, END = "<!-- conduct:begin -->\n", "<!-- conduct:end -->\n"
WRONG = [
    ("nothing\n", "README.md: no lines say where the code goes. Put these two"),
    (f"```\n{BEGIN}{END}```\n", "no lines say where the code goes"),
    (f"    {BEGIN}    {END}", "no lines say where the code goes"),
    (BEGIN, "README.md:1: what begins here has no end. Put a line <!-- conduct:end -->"),
    (END, "README.md:1: conduct:end has no beginning"),
    (BEGIN + END + BEGIN + END, "README.md:3: conduct:begin stands in line 1 already"),
    (BEGIN + BEGIN + END, "README.md:2: conduct:begin stands before the end of what line 1 begins"),
    (
        "<!-- conduct:begin a -->\n<!-- conduct:end b -->\n",
        "conduct:end b has no beginning (line 1",
    ),
    ("<!-- conduct:begin a -->\n<!-- conduct:end a -->\n", "where the code small goes"),
]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_marks_that_are_missing_or_doubled_are_told(text: str, words: str) -> None:
    Path("README.md").write_text(text, encoding="utf-8")
    result = run("small.yaml", "--into", "README.md")
    assert result.exit_code == 2
    assert words in result.stderr
    assert Path("README.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["small.yaml", "--into", "none.md"], "none.md: cannot be read"),
        (["small.yaml", "--into", "README.md", "-o", "a.md"], "leave out -o and --to"),
        (["small.yaml", "--into", "README.md", "--to", "html"], "leave out -o and --to"),
        (["small.yaml", "small.yaml", "--into", "small.yaml"], "no lines say where"),
    ],
)
def test_usage_mistakes_are_said_in_a_sentence(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert words in result.stderr
    assert result.exit_code == 2
    assert Path("small.yaml").read_text(encoding="utf-8") == CODE


def test_words_of_a_code_end_nothing() -> None:
    hostile = CODE.replace("Be kind.", '"<!-- conduct:end -->\\n\\n<!-- conduct:begin -->"')
    Path("small.yaml").write_text(hostile, encoding="utf-8")
    for _ in range(2):
        assert run("small.yaml", "--into", "README.md").exit_code == 0
    assert Path("README.md").read_text(encoding="utf-8").endswith(f"\n{END}\nAfter.\n")


TEXT = st.text(st.sampled_from("ab #\n`<!-> \r"), max_size=40)


@given(TEXT, TEXT)
def test_put_twice_is_put_once(before: str, after: str) -> None:
    text = f"{before}\n{BEGIN}{END}{after}"
    try:
        once = put(text, {"small": "# Small\n\nWords.\n"}, "x.md")
    except ConductError:  # the marks stand in a block of code
        return
    assert put(once, {"small": "# Small\n\nWords.\n"}, "x.md") == once
    assert once.startswith(f"{before}\n{BEGIN.strip()}")
    assert once.endswith(f"{END.strip()}\n{after}")
