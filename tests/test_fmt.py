"""`fmt` and `emit`: one layout, in which nothing is lost."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from conductkit import cli, fmt, layout, quoting
from conductkit.comments import comments
from conductkit.emit import emit
from conductkit.errors import ConductError, Exit, InputError
from conductkit.fmt import format_source
from conductkit.layout import Notes
from conductkit.load import LoadError, load_text
from conductkit.nodes import Mapping, Scalar, read
from conductkit.prose_lines import sentence_lines
from conductkit.source import Source
from made_codes import TRAPS, plain, prose, trees, words

ROOT = Path(__file__).resolve().parent.parent
SLOW = settings(
    max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
HEAD = "conduct: 1\nid: a\ntitle: A\nlanguage: en\n"
VALUES = "\nvalues:\n  - id: v\n    name: V\n"


def tidy(text: str) -> str:
    return format_source(Source("a.yaml", text.removeprefix("\ufeff")))


def words_of(text: str) -> list[str]:
    root = read(text)
    assert root is not None
    return [comment.text for comment in comments(Source("", text), root)]


# ── the layout, by example ────────────────────────────────────────────────────────────────────


def test_the_whole_layout() -> None:
    """Key order, groups, lists of ids on a line, prose by sentences, foreign keys last."""
    messy = (
        "%YAML 1.1\n"
        "---\n"
        "rules: [{values: [v], text: 'Greet guests. Smile.', id: r, x-own: {b: 1, a: '1'}},\n"
        '  {id: s, text: "Never: lie", why: |-\n   x\n}]\n'.replace("|-\n   x\n", "Because.")
        + "x-top: &n [~, no, 'no', 1.0]\n"
        "x-again: *n\n"
        "values:\n- {name: 'V', id: v}\n"
        "title: 'A title'\n"
        "authors: [Ann, 'Bob: the one']\n"
        "language: en\n"
        "id:   a\n"
        "conduct: 1\n"
        "...\n"
    )
    assert tidy(messy) == (
        "conduct: 1\n"
        "id: a\n"
        "title: A title\n"
        "language: en\n"
        "\n"
        "authors:\n"
        "  - Ann\n"
        '  - "Bob: the one"\n'
        "\n"
        "values:\n"
        "  - id: v\n"
        "    name: V\n"
        "\n"
        "rules:\n"
        "  - id: r\n"
        "    text: >-\n"
        "      Greet guests.\n"
        "      Smile.\n"
        "    values: [v]\n"
        "    x-own:\n"
        "      b: 1\n"
        '      a: "1"\n'
        "\n"
        "  - id: s\n"
        "    text: >-\n"
        "      Never: lie\n"
        "    why: Because.\n"
        "\n"
        "x-top:\n"
        "  - ~\n"
        "  - no\n"
        '  - "no"\n'
        "  - 1.0\n"
        "x-again:\n"
        "  - ~\n"
        "  - no\n"
        '  - "no"\n'
        "  - 1.0\n"
    )


def test_comments_stay_with_their_entries() -> None:
    messy = (
        "# head\n"
        "\n"
        "# of the first key\n"
        "conduct: 1 # behind conduct\n"
        "title: A\n"
        "# above id\n"
        "id: a\n"
        "language: en\n"
        "owner:  # behind owner\n"
        "  # above name\n"
        "  name: Me\n"
        "  # end of owner\n"
        "# below owner\n"
        "\n"
        "values: [ # behind values\n"
        "  {id: v, # behind v\n"
        "   name: V} # of the item\n"
        "  # end of values\n"
        "]\n"
        "rules:\n"
        "  - # of the rule\n"
        "    id: r\n"
        "    values: [v] # behind the list\n"
        "    text: > # behind the header\n"
        "      Words.\n"
        "    # end of the rule\n"
        "\n"
        "# foot\n"
    )
    assert tidy(messy) == (
        "# head\n"
        "\n"
        "# of the first key\n"
        "conduct: 1  # behind conduct\n"
        "\n"
        "# above id\n"
        "id: a\n"
        "title: A\n"
        "language: en\n"
        "\n"
        "owner:  # behind owner\n"
        "  # above name\n"
        "  name: Me\n"
        "  # end of owner\n"
        "\n"
        "# below owner\n"
        "\n"
        "values:  # behind values\n"
        "  # of the item\n"
        "  - id: v  # behind v\n"
        "    name: V\n"
        "  # end of values\n"
        "\n"
        "rules:\n"
        "  # of the rule\n"
        "  - id: r\n"
        "    text: Words.  # behind the header\n"
        "    values: [v]  # behind the list\n"
        "    # end of the rule\n"
        "\n"
        "# foot\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # between items, and in a list of ids, which then becomes a block
        ("binds: [s, # one\n  t]\n", "binds:\n  - s  # one\n  - t\n"),
        ("binds:\n- s\n# two\n- t\n", "binds:\n  - s\n  # two\n  - t\n"),
        ("binds: [] # none\n", "binds: []  # none\n"),
        ("binds: [\n # none\n ]\n", "# none\nbinds: []\n"),
        ("binds: # one\n  # two\n  [s]\n", "binds:  # one\n  # two\n  - s\n"),
        # a # that begins no comment
        ("purpose: a#b\n", "purpose: a#b\n"),
        ("purpose: 'a # b'\n", "purpose: >-\n  a # b\n"),
        ("purpose: |\n  # a\n  b\n", "purpose: |-\n  # a\n  b\n"),
        ("purpose: |\n  a\n # c\nscope: b\n", "purpose: a\n\n# c\nscope: b\n"),
        # two behind one entry: the first goes above
        ("purpose: # one\n  a  # two\n", "# one\npurpose: a  # two\n"),
        # an alias has no comments of its own, its entry has
        ("purpose: &p a\nscope: *p # s\n", "purpose: a\nscope: a  # s\n"),
    ],
)
def test_comments_in_odd_places(before: str, after: str) -> None:
    party = "parties:\n  - id: s\n    name: S\n  - id: t\n    name: T\n"
    text = tidy(HEAD + party + before + "values: [{id: v, name: V}]\n")
    kept = text.removeprefix(HEAD + "\n").removesuffix(VALUES)
    found = kept.replace(party, "").strip("\n")
    assert found == after.strip("\n")


# ── one value ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Be kind.", ["Be kind."]),
        ("Be kind. Be true.", [">-", "Be kind.", "Be true."]),
        ("Be kind.  Be true.", ["Be kind.  Be true."]),
        ("Note: be kind.", [">-", "Note: be kind."]),
        ("* kind\n* true", ["|-", "* kind", "* true"]),
        ("One.\n\nTwo.", ["|-", "One.", "", "Two."]),
        ("null", [">-", "null"]),
        ("- a", [">-", "- a"]),
        (" a", ['" a"']),
        ("a ", ['"a "']),
        ("  a\nb", ['"  a\\nb"']),
        ("a\u2028b", ['"a\\u2028b"']),
        ("a\ufeffb", ['"a\\uFEFFb"']),
    ],
)
def test_prose(value: str, lines: list[str]) -> None:
    assert layout_of(value) == lines


RULE = HEAD + VALUES + "\nrules:\n  - id: r\n    text: "


@pytest.mark.parametrize(
    ("written", "after"),
    [
        (
            '"Do \\u202e evil.\\u200b x\\u00a0y\\u00ad"',
            '"Do \\u202E evil.\\u200B x\\u00A0y\\u00AD"',
        ),
        ('"a\\_b \\u2011 c"', '"a\\u00A0b \\u2011 c"'),
        ('"Be \\u200b kind. Be true."', '"Be \\u200B kind. Be true."'),
        ('"caf\\u00e9"', "café"),
        ('"\\\\u200b"', "\\u200b"),
        ("x\u00a0y\u00ad \u200d", "x\u00a0y\u00ad \u200d"),
        ("turned \u202e round", '"turned \\u202E round"'),
        ("own \ue000 use", '"own \\uE000 use"'),
    ],
)
def test_what_nobody_sees_stays_an_escape(written: str, after: str) -> None:
    assert tidy(RULE + written + "\n") == RULE + after + "\n"
    assert tidy(RULE + after + "\n") == RULE + after + "\n"


def test_escapes_stay_under_foreign_keys() -> None:
    text = HEAD + VALUES + '\nx-a: "a\\u200Bb"\n'
    assert tidy(text) == text


def test_paragraphs_of_folded_prose_stay_folded() -> None:
    before = ">-\n      Be kind. Be\n      true.\n\n      Smile. Greet.\n\n\n      End.\n"
    after = ">-\n      Be kind.\n      Be true.\n\n      Smile.\n      Greet.\n\n\n      End.\n"
    assert tidy(RULE + before) == RULE + after
    assert tidy(RULE + after) == RULE + after


def test_folded_prose_with_indented_lines_is_literal() -> None:
    before = ">-\n      Be kind. Be true.\n        indented\n      End.\n"
    after = "|-\n      Be kind. Be true.\n        indented\n      End.\n"
    assert tidy(RULE + before) == RULE + after


def layout_of(value: str) -> list[str]:
    from conductkit.prose_lines import layout

    return list(layout(value, "en"))


@pytest.mark.parametrize(
    ("value", "block", "flow"),
    [
        ("a", "a", "a"),
        ("a: b", '"a: b"', '"a: b"'),
        ("a:b", "a:b", '"a:b"'),
        ("a, b", "a, b", '"a, b"'),
        ("null", '"null"', '"null"'),
        ("no", "no", "no"),
        ("#a", '"#a"', '"#a"'),
        ("a#b", "a#b", '"a#b"'),
        ('say "a": b', "'say \"a\": b'", "'say \"a\": b'"),
        ("it's: \\", "'it''s: \\'", "'it''s: \\'"),
        ("-a", "-a", "-a"),
        ("- a", '"- a"', '"- a"'),
        ("---", '"---"', '"---"'),
        ("a\tb", '"a\\tb"', '"a\\tb"'),
    ],
)
def test_quotes_only_where_needed(value: str, block: str, flow: str) -> None:
    assert (quoting.scalar(value), quoting.scalar(value, flow=True)) == (block, flow)


@given(words | prose)
@SLOW
def test_a_value_is_read_as_written(value: str) -> None:
    for written in (quoting.scalar(value), quoting.untyped(value, plain=False)):
        root = read(f"k: {written}\n")
        assert isinstance(root, Mapping)
        node = root.get("k")
        assert isinstance(node, Scalar)
        assert node.value == value


@given(words)
@SLOW
def test_a_value_in_a_list_on_one_line_is_read_as_written(value: str) -> None:
    root = read(f"k: [{quoting.scalar(value, flow=True)}, x]\n")
    assert isinstance(root, Mapping)
    assert plain_of(root) == {"k": [value, "x"]}


def plain_of(node: Any) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {plain_of(key): plain_of(value) for key, value in node.entries}
    return [plain_of(item) for item in node.items]


@given(words)
@SLOW
def test_sentence_lines_lose_nothing(text: str) -> None:
    lines = sentence_lines(text, "en")
    assert " ".join(lines) == text
    assert all(lines)


def test_ids_on_one_line_where_they_fit() -> None:
    ids = [f"a-rather-long-channel-{number}" for number in range(4)]
    fits = f"channels: [{', '.join(ids[:3])}]\n"
    assert fits in tidy(HEAD + fits + "values: [{id: v, name: V}]\n")
    long = f"channels: [{', '.join(ids)}]\n"
    assert "channels:\n  - a-rather-long-channel-0\n" in tidy(HEAD + long + VALUES)


# ── laws ──────────────────────────────────────────────────────────────────────────────────────


@given(trees())
@SLOW
def test_emit_says_what_the_tree_says_and_is_laid_out(tree: dict[str, Any]) -> None:
    reference = load_text(yaml.safe_dump(plain(tree), default_style='"', width=10**6))
    assume(reference.code is not None)
    text = emit(tree)
    assert load_text(text).code == reference.code
    assert tidy(text) == text


@st.composite
def messy(draw: st.DrawFn) -> str:
    """A code in some other layout, with comments and blank lines strewn in."""
    text = yaml.safe_dump(
        plain(draw(trees())),
        default_style=draw(st.sampled_from([None, '"', "'"])),
        default_flow_style=draw(st.sampled_from([True, False, None])),
        allow_unicode=draw(st.booleans()),
        sort_keys=draw(st.booleans()),
        width=draw(st.sampled_from([20, 80, 10**6])),
        indent=draw(st.integers(2, 5)),
    )
    lines = text.split("\n")
    for number in range(draw(st.integers(0, 8))):
        place = draw(st.integers(0, len(lines) - 1))
        comment = " " * draw(st.integers(0, 8)) + f"# c{number}"
        new = draw(st.sampled_from(["own", "behind", "blank"]))
        if new == "own":
            lines.insert(place, comment)
        elif new == "behind":
            lines[place] += f"  # c{number}"
        else:
            lines.insert(place, "")
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@given(messy())
@SLOW
def test_laws(text: str) -> None:
    loaded = load_text(text)
    assume(loaded.code is not None)
    once = tidy(text)
    assert tidy(once) == once, "twice is once"
    assert load_text(once).code == loaded.code, "the code stays"
    assert sorted(words_of(once)) == sorted(words_of(text)), "comments stay"
    breaks = "\r\n" if "\r\n" in text else "\n"
    assert once.count(breaks) == once.count("\n")
    assert once.count("\r") == (breaks == "\r\n") * once.count("\n")
    once = once.replace("\r", "")
    assert once.endswith("\n")
    assert not once.endswith("\n\n")
    assert "\n\n\n" not in re.sub(r"\|-?\n(?: .*\n|\n)*", "", once)


def test_what_other_programs_read_under_foreign_keys_stays() -> None:
    text = (
        HEAD
        + VALUES
        + "x-a: [1, '1', 1.0, ~, null, '', yes, 'yes', ! 12, !!str 5, !own b, 2026-01-01]\n"
        "x-b: {? [k, l] : {m: []}, 'a: b': !!set {c}}\n"
        "x-c: |\n  one\n\n  two\nx-d: >+\n  end\n\n"
    )
    tidied = tidy(text)
    assert tidied.split("x-a:\n")[1] == (
        "  - 1\n"
        '  - "1"\n'
        "  - 1.0\n"
        "  - ~\n"
        "  - null\n"
        '  - ""\n'
        "  - yes\n"
        '  - "yes"\n'
        '  - "12"\n'
        "  - !!str 5\n"
        "  - !own b\n"
        "  - 2026-01-01\n"
        "x-b:\n"
        "  ? - k\n"
        "    - l\n"
        "  : m: []\n"
        '  "a: b": !!set\n'
        "    c:\n"
        "x-c: |\n"
        "  one\n"
        "\n"
        "  two\n"
        'x-d: "end\\n\\n"\n'
    )
    assert tidy(tidied) == tidied


@pytest.mark.parametrize("trap", TRAPS)
def test_words_that_yaml_mistakes(trap: str) -> None:
    tree = {
        "conduct": "1", "id": "a", "language": "en", "title": trap.replace("\u2028", " "),
        "purpose": trap, "x-k": trap, "values": [{"id": "v", "name": "V"}],
    }  # fmt: skip
    text = emit(tree)
    code = load_text(text).code
    assert code is not None
    assert (code.title, code.purpose) == (tree["title"], trap)
    assert tidy(text) == text


def test_emit_with_notes() -> None:
    tree = {
        "values": [{"id": "v", "name": "V"}],
        "conduct": "1",
        "id": "a",
        "title": "A",
        "language": "en",
    }
    notes = {
        ("conduct",): Notes(["# head", "", "# of conduct"]),
        ("values", 0, "name"): Notes([], ["# behind"], ["# below"]),
    }
    text = emit(tree, notes)
    assert text == (
        "# head\n\n# of conduct\n" + HEAD + VALUES.rstrip("\n") + "  # behind\n    # below\n"
    )
    assert tidy(text) == text


# ── refusals ──────────────────────────────────────────────────────────────────────────────────


def test_no_code_is_not_laid_out() -> None:
    with pytest.raises(LoadError, match="has no key “colour”"):
        tidy(HEAD + VALUES + "colour: red\n")


def test_aliases_that_would_fill_the_disk_are_refused() -> None:
    long = "x" * 100_000
    text = HEAD + VALUES + f"x-a: &a {long}\nx-b: [" + ", ".join(["*a"] * 100) + "]\n"
    assert load_text(text).code is not None
    with pytest.raises(InputError, match="larger than 4 MB"):
        tidy(text)


@pytest.mark.parametrize("wrong", ["", HEAD + VALUES.replace("V", "W"), HEAD])
def test_a_layout_that_reads_otherwise_is_never_written(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fmt, "write", lambda *_: wrong)
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + VALUES + "# kept\n")
    done = CliRunner().invoke(cli.app(["fmt"]), ["fmt", str(file)])
    assert done.exit_code == Exit.BUG
    assert "nothing was written" in done.stderr
    assert file.read_text() == HEAD + VALUES + "# kept\n"


def test_a_layout_that_loses_a_comment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fmt, "attach", lambda opened: {})
    with pytest.raises(ConductError, match="not read the same again"):
        tidy(HEAD + VALUES + "# lost\n")
    assert tidy(HEAD + VALUES) == HEAD + VALUES


def test_deep_and_long_keys() -> None:
    deep = "x-a: " + "[" * 22 + "]" * 22 + "\n"
    long = 'x-b:\n  ? "' + "k" * 3000 + '"\n  : v\n'
    text = tidy(HEAD + VALUES + deep + long)
    assert tidy(text) == text
    assert layout.WIDTH == 100


# ── the command ───────────────────────────────────────────────────────────────────────────────


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(["fmt"]), ["fmt", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes/good.yaml").write_text(HEAD + VALUES)
    (tmp_path / "codes/messy.yaml").write_bytes(b"\xef\xbb\xbf" + (VALUES + HEAD).encode())
    return tmp_path


def test_check_names_what_would_change(folder: Path) -> None:
    before = (folder / "codes/messy.yaml").read_bytes()
    said = "codes/messy.yaml: would be laid out anew\n"
    assert run("--check") == (1, said, "Run `conduct fmt` to give them the layout.\n")
    assert (folder / "codes/messy.yaml").read_bytes() == before


def test_fmt_writes_once(folder: Path) -> None:
    assert run() == (0, "codes/messy.yaml: laid out anew\n", "")
    assert (folder / "codes/messy.yaml").read_text() == HEAD + VALUES
    assert run() == (0, "", "All files have the layout already.\n")
    assert run("--check") == (0, "", "All files have the layout already.\n")


def test_line_breaks_stay(folder: Path) -> None:
    file = folder / "codes/messy.yaml"
    file.write_bytes((VALUES[1:] + HEAD).replace("\n", "\r\n").encode())
    assert run()[:2] == (0, "codes/messy.yaml: laid out anew\n")
    assert file.read_bytes() == (HEAD + VALUES).replace("\n", "\r\n").encode()
    assert run("--check")[0] == 0


@pytest.mark.parametrize("first", ["\n", "\r\n"])
def test_the_first_line_break_is_that_of_all(first: str, folder: Path) -> None:
    file = folder / "codes/good.yaml"
    second = "\n" if first == "\r\n" else "\r\n"
    file.write_bytes((HEAD + VALUES).replace("\n", second).replace(second, first, 1).encode())
    assert run("codes/good.yaml")[0] == 0
    assert file.read_bytes() == (HEAD + VALUES).replace("\n", first).encode()


def test_diff_shows_and_writes_nothing(folder: Path) -> None:
    before = (folder / "codes/messy.yaml").read_bytes()
    code, out, _ = run("--diff")
    assert code == 0
    assert out.startswith("--- codes/messy.yaml\n+++ codes/messy.yaml (laid out)\n@@ ")
    assert "\n+conduct: 1\n" in out
    assert "\n-conduct: 1\n" in out
    assert (folder / "codes/messy.yaml").read_bytes() == before
    assert run("--diff", "--check")[0] == 1


def test_a_file_that_does_not_load_stops_no_other(folder: Path) -> None:
    (folder / "codes/bad.yaml").write_text(HEAD)
    code, out, _ = run()
    assert code == 3
    assert "codes/messy.yaml: laid out anew\n" in out
    assert "missing-key" in out
    assert (folder / "codes/bad.yaml").read_text() == HEAD
    assert run("--check")[0] == 3


def test_odd_paths(folder: Path) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "latin.yaml").write_bytes(HEAD.encode() + b"purpose: caf\xe9\n")
    (folder / "empty.yaml").write_bytes(b"")
    code, out, err = run("loop.yaml", "latin.yaml", "empty.yaml", "/proc/self/mem")
    assert code == 3
    for fault in ("file-unreadable", "file-encoding", "file-empty"):
        assert fault in out
    assert run("nowhere.yaml")[0] == 3
    assert "Traceback" not in out + err


def test_a_file_changed_meanwhile_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "codes/messy.yaml"
    real = fmt.relayout

    def slow(source: Source, code: Any) -> str:
        file.write_text("# somebody saved\n")
        return real(source, code)

    monkeypatch.setattr(fmt, "relayout", slow)
    code, _, err = run("codes/messy.yaml")
    assert code == 2
    assert "was changed while" in err
    assert file.read_text() == "# somebody saved\n"


def test_a_run_beside_that_did_the_same_is_no_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "codes/messy.yaml"
    real = fmt.relayout

    def beside(source: Source, code: Any) -> str:
        laid_out = real(source, code)
        file.write_bytes(laid_out.encode())
        return laid_out

    monkeypatch.setattr(fmt, "relayout", beside)
    assert run("codes/messy.yaml") == (0, "", "Nothing to do.\n")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "codes").glob("*.yaml")), ids=lambda path: path.stem
)
def test_shipped_codes_have_the_layout(path: Path) -> None:
    text = path.read_bytes().decode()
    assert format_source(Source(str(path), text)) == text
