"""`new`: a code of one's own from an example."""

import builtins
import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conductkit import bundled, cli, schema, terminal, write
from conductkit.fmt import format_source
from conductkit.load import load, load_text
from conductkit.model import Code
from conductkit.new import Wishes, a_year_after, identifier, scaffold
from conductkit.source import Source

NAMES = sorted(bundled.codes())
TODAY = date(2026, 6, 1)
ALL = Wishes("ours", "Our Code: the one", "Head of Service", "service@ours.eu", "en-GB")


def made(name: str, wishes: Wishes) -> tuple[str, Code]:
    text = scaffold(load(bundled.codes()[name]), name, wishes, TODAY, "../conduct.schema.json")
    code = load_text(text).code
    assert code is not None
    return text, code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wishes", [Wishes("ours"), ALL], ids=["nothing", "all"])
def test_a_new_code(name: str, wishes: Wishes) -> None:
    example = load(bundled.codes()[name])
    text, code = made(name, wishes)
    assert text.startswith("# yaml-language-server: $schema=../conduct.schema.json\n")
    assert format_source(Source("a.yaml", text)) == text
    assert (code.id, code.version, code.status) == ("ours", "0.1.0", "draft")
    assert code.review_by == "2027-06-01"
    assert (code.adopted, code.effective, code.approved_by, code.changelog) == ("", "", (), ())
    assert (code.issuer, code.authors, code.consulted) == ("", (), ())
    assert not any(measure.readings or measure.baseline for measure in code.measures)
    assert [rule.waive for rule in code.rules] == [rule.waive for rule in example.rules]
    assert [rule.id for rule in code.rules] == [rule.id for rule in example.rules]
    assert (code.values, code.sources, code.waive) == (
        example.values,
        example.sources,
        example.waive,
    )
    assert "example.org" not in text
    assert "laceholder" not in text, "comments of the example stay with the example"


def test_what_the_author_says_is_taken() -> None:
    text, code = made("cx-touchpoints", ALL)
    assert code.title == "Our Code: the one"
    assert code.owner is not None
    assert (code.owner.name, code.owner.email) == ("Head of Service", "service@ours.eu")
    assert [(contact.route, contact.email) for contact in code.contacts] == [
        ("questions", "service@ours.eu")
    ]
    assert "Still to be written" not in text
    assert "Still to be written" in made("cx-touchpoints", Wishes("ours"))[0]


def test_the_words_keep_their_author() -> None:
    _, code = made("cx-touchpoints", Wishes("ours"))
    assert [source.author for source in code.sources] == ["CX TouchPoints Group"]
    assert "CX TouchPoints Group" in code.sources[0].licence


def test_addresses_nobody_reads_become_places_to_fill_in() -> None:
    text, code = made("customer-code", Wishes("ours"))
    assert text.count("[insert a mail address]") == 2
    assert code.by_id["data-rights"].text.endswith(
        "sent to [insert a mail address], within one month."
    )
    text, _ = made("customer-code", ALL)
    assert "[insert" not in text


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("The Customer Code", "customer-code"),
        ("Our Code", "our-code"),
        ("The", "the"),
        ("Café’s 2nd  Code!", "cafes-2nd-code"),
        ("行動規範", ""),
        ("Spaß an der Größe", "spass-an-der-grosse"),
        ("Ærlig Øl", "aerlig-ol"),
        ("a" * 100, "a" * 60),
        (" ".join(["word"] * 30), "-".join(["word"] * 12)),
    ],
)
def test_ids(words: str, id: str) -> None:
    assert identifier(words) == id


def test_a_year_later() -> None:
    assert a_year_after(date(2026, 1, 31)) == date(2027, 1, 31)
    assert a_year_after(date(2024, 2, 29)) == date(2025, 2, 28)
    assert a_year_after(date(2027, 2, 28)) == date(2028, 2, 28)


# ── the command ───────────────────────────────────────────────────────────────────────────────


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(["new"]), ["new", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Traceback" not in done.stderr
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def test_by_default(folder: Path) -> None:
    said = (
        "Wrote codes/customer-service-code-of-conduct.yaml\n"
        "Wrote codes/conduct.schema.json\n"
        "Next:\n"
        "  conduct lint codes/customer-service-code-of-conduct.yaml\n"
        "  conduct render codes/customer-service-code-of-conduct.yaml"
        " -o customer-service-code-of-conduct.html\n"
    )
    assert run("--today", "2026-06-01") == (0, said, "")
    file = folder / "codes/customer-service-code-of-conduct.yaml"
    assert file.read_text().startswith("# yaml-language-server: $schema=conduct.schema.json\n")
    assert load(file).review_by == "2027-06-01"
    assert (folder / "codes/conduct.schema.json").read_text() == schema.text()


def test_lint_asks_for_what_the_author_must_answer(folder: Path) -> None:
    assert run("--title", "Our Code")[0] == 0
    done = CliRunner().invoke(cli.app(["lint"]), ["lint", "--today", "2026-06-01"])
    asked = set(re.findall(r"(?:error|warning)  ([a-z-]+)", done.stdout))
    assert asked == {"owner-missing", "contact-missing"}
    assert done.exit_code == 1
    owned = ("--title", "Our Code", "--owner", "Head of Service", "--email", "a@b.eu", "--force")
    assert run(*owned)[0] == 0
    done = CliRunner().invoke(cli.app(["lint"]), ["lint", "--today", "2026-06-01"])
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "path", "id"),
    [
        (("--title", "Our Code"), "codes/our-code.yaml", "our-code"),
        (("a/b/mine.yaml", "--title", "Our Code"), "a/b/mine.yaml", "mine"),
        (("a/b/mine.yml", "--id", "yours"), "a/b/mine.yml", "yours"),
        (("a/", "--from", "customer-code"), "a/customer-code.yaml", "customer-code"),
        (("--from", "twelve-principles", "--id", "p"), "codes/p.yaml", "p"),
    ],
)
def test_where_it_goes(arguments: tuple[str, ...], path: str, id: str, folder: Path) -> None:
    assert run(*arguments)[0] == 0
    assert load(folder / path).id == id


def test_a_file_that_is_there_stays(folder: Path) -> None:
    file = folder / "ours.yaml"
    file.write_text("mine\n")
    code, out, err = run("ours.yaml")
    assert (code, out) == (2, "")
    assert "ours.yaml: there is such a file already" in err
    assert (file.read_text(), files(folder)) == ("mine\n", ["ours.yaml"])
    assert run("ours.yaml", "--force")[0] == 0
    assert load(file).id == "ours"
    (folder / "dangling.yaml").symlink_to("nowhere.yaml")
    assert run("dangling.yaml")[0] == 2
    assert not (folder / "nowhere.yaml").exists()


def test_a_file_made_meanwhile_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = write.make_folder

    def slow(path: Path) -> None:
        real(path)
        (folder / "ours.yaml").write_text("theirs\n")

    monkeypatch.setattr(write, "make_folder", slow)
    code, out, err = run("ours.yaml")
    assert (code, out) == (2, "")
    assert "ours.yaml: there is such a file already" in err
    assert (folder / "ours.yaml").read_text() == "theirs\n"
    assert files(folder) == ["ours.yaml"]


@pytest.mark.parametrize("language", ["fr", "de", "es", "pt-BR"])
def test_in_another_language(language: str, folder: Path) -> None:
    """No level or waiver of the example is left for lint to object to."""
    assert run("--title", "Notre code", "--language", language)[0] == 0
    done = CliRunner().invoke(cli.app(["lint"]), ["lint", "--today", "2026-06-01"])
    asked = set(re.findall(r"(?:error|warning|info)  ([a-z-]+)", done.stdout))
    lengths = {"long-sentence", "rule-too-long"}  # of English words, until they are translated
    assert asked - lengths == {"owner-missing", "contact-missing"}
    text = (folder / "codes/notre-code.yaml").read_text()
    assert "# The words are still those of the example, in en-GB: write them" in text
    assert "level: " not in re.sub("#.*", "", text)


def test_another_region_is_no_other_language() -> None:
    text, code = made("cx-touchpoints", Wishes("ours", language="en-US"))
    assert "The words are still" not in text
    assert {rule.waive for rule in code.rules} != {()}


def test_the_example_s_words_about_itself_are_marked() -> None:
    text, _ = made("cx-touchpoints", Wishes("ours"))
    assert "say here why your code exists.\npurpose: " in text
    assert "close in your own, or take them out.\nclosing: " in text


def test_the_schema_of_the_project_is_found(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / schema.NAME).write_text("{}")
    (folder.parent / schema.NAME).write_text("{}")
    assert run("a b/c/ours.yaml")[0] == 0
    first = (folder / "a b/c/ours.yaml").read_text().split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../conduct.schema.json"
    assert (folder / schema.NAME).read_text() == "{}"
    (folder / schema.NAME).unlink()
    assert run("d/ours.yaml")[0] == 0, "no schema above the root of the project is taken"
    assert files(folder) == ["a b/c/ours.yaml", "d/conduct.schema.json", "d/ours.yaml"]


def test_list(folder: Path) -> None:
    said = (
        "community-code     The Community Code (community, 4 values, 12 rules)\n"
        "customer-code      The Customer Code (two-sided, 5 values, 32 rules)\n"
        "cx-touchpoints     The Customer Service Code of Conduct (staff, 5 values, 33 rules)\n"
        "service-promise    The Service Promise (customers, 4 values, 13 rules)\n"
        "twelve-principles  Twelve Principles of Customer Service (catalogue, 12 values)\n"
    )
    assert run("--list") == (0, said, "")
    assert files(folder) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--from", "cx-touchpoint"), 2, "Did you mean “cx-touchpoints”?"),
        (("--from", "nowhere.yaml"), 3, "nowhere.yaml"),
        (("--id", "Our Code"), 2, "--id takes lower-case letters"),
        (("--email", "me"), 2, "--email takes a mail address"),
        (("--language", "klingonese"), 2, "--language takes a language tag"),
        (("--title", "行動規範"), 2, "give one, as in --id front-desk"),
        (("a.yaml", "--title", "one\ntwo"), 2, "--title takes words on one line"),
        (("--owner", "a\x1b[31mb"), 2, "--owner takes words on one line"),
        (("--today", "soon"), 2, "--today takes a day"),
        (("--today", "9999-12-31"), 2, "9999-12-31 is too late a day"),
        (("ours.txt",), 2, "ends in .yaml, as in ours.yaml."),
        (("/dev/null/ours.yaml",), 2, "cannot make this folder"),
        (("/proc/nowhere/ours.yaml",), 2, "cannot make this folder"),
        (("x" * 300 + ".yaml",), 2, "file name too long"),
        (("loop.yaml", "--force"), 2, "too many levels of symbolic links"),
    ],
)
def test_what_cannot_be(arguments: tuple[str, ...], code: int, words: str, folder: Path) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert words in err
    assert [name for name in files(folder) if name.endswith(".yaml")] == ["loop.yaml"]


def test_a_code_of_one_s_own_as_example(folder: Path) -> None:
    text = (
        "conduct: 1\nid: base\ntitle: Base\nlanguage: fr\n# theirs\nx-a: [1, '1']\n"
        "retired: [{id: gone, in: 1.0.0}]\nrules: [{id: r, text: Saluez., x-b: null}]\n"
    )
    (folder / "base.yaml").write_text(text)
    assert run("ours.yaml", "--from", "base.yaml", "--language", "en")[2] == (
        "The words are still those of the example, in fr: write them in your language, then give"
        " each rule its level.\n"
    )
    new = (folder / "ours.yaml").read_text()
    assert "# theirs" not in new
    assert new.endswith('    x-b: null\n\nx-a:\n  - 1\n  - "1"\n')
    assert load(folder / "ours.yaml").retired == ()


def test_it_asks_on_a_terminal_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers = iter(
        ["nobody", "two-sided", "Our Code", "Head of Service", "not an address", "service@ours.eu"]
    )

    def answer(question: str = "") -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(builtins, "input", answer)
    assert run("quiet.yaml")[0] == 0
    assert asked == []
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    code, _, err = run()
    assert code == 0
    assert asked == [
        "Kind: staff, customers, two-sided, community, catalogue [staff]: ",
        "Kind: staff, customers, two-sided, community, catalogue [staff]: ",
        "Title [The Customer Code]: ",
        "Who answers for the code, a role or a person [later]: ",
        "Mail address for questions [later]: ",
        "Mail address for questions [later]: ",
    ]
    assert "Answer with one of staff, customers, two-sided, community, catalogue." in err
    assert "That must be a mail address" in err
    made = load(folder / "codes/our-code.yaml")
    assert made.owner is not None
    assert (made.title, made.owner.email) == ("Our Code", "service@ours.eu")
    asked.clear()
    given = ("b.yaml", "--kind", "staff", "--title", "B", "--owner", "O", "--email", "o@b.eu")
    assert run(*given)[0] == 0
    assert asked == [], "what is given is not asked for"


def test_silence_takes_what_is_offered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(question: str = "") -> str:
        raise EOFError

    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setattr(builtins, "input", end)
    assert run("a.yaml")[0] == 0
    monkeypatch.setattr(builtins, "input", lambda question="": "")
    assert run("b.yaml")[0] == 0
    for name in ("a.yaml", "b.yaml"):
        made = load(folder / name)
        assert (made.title, made.owner) == ("The Customer Service Code of Conduct", None)


def test_the_same_day_gives_the_same_bytes(folder: Path) -> None:
    run("a.yaml", "--id", "x", "--today", "2026-06-01")
    run("b.yaml", "--id", "x", "--today", "2026-06-01")
    assert (folder / "a.yaml").read_bytes() == (folder / "b.yaml").read_bytes()


@pytest.mark.parametrize(
    ("kind", "example"),
    [
        ("staff", "cx-touchpoints"),
        ("customers", "service-promise"),
        ("two-sided", "customer-code"),
        ("community", "community-code"),
        ("catalogue", "twelve-principles"),
    ],
)
def test_a_beginning_for_each_kind(kind: str, example: str, folder: Path) -> None:
    assert run("ours.yaml", "--kind", kind)[0] == 0
    made = load(folder / "ours.yaml")
    assert made.kind == kind
    assert made.by_id.keys() == load(bundled.codes()[example]).by_id.keys()
    checklist = re.findall(r"^#   \[ \] \d+\. ", (folder / "ours.yaml").read_text(), re.MULTILINE)
    assert len(checklist) == (0 if kind == "catalogue" else 10)


def test_a_kind_that_is_none(folder: Path) -> None:
    code, out, err = run("--kind", "comunity")
    assert (code, out, files(folder)) == (2, "", [])
    assert "no example for the kind “comunity”. Did you mean “community”?" in err
    assert run("--kind", "staff", "--from", "customer-code")[0] == 2
