"""`conductkit.yaml`: found, read with every fault, and honoured; nothing where there is none."""

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from conductkit import choice, cli, config, reference, schema
from conductkit.choice import Choice, resolve
from conductkit.config_table import CONFIG, load_file
from conductkit.errors import InputError
from conductkit.finding import Severity
from conductkit.settings import Config, covers

WHOLE = """\
conductkit: 1
codes: [ours/, more/b.yaml]
lint:
  select: [verb-clash, weak-modal]
  ignore: [weak-modal]
  severity: {verb-clash: info, rule-untagged: off}
  paths:
    ours/drafts/: {ignore: [verb-clash]}
dictionary: [TouchPoints]
templates: looks
theme: {accent: "#0b5", logo: logo.svg}
render:
  - {code: ours/a.yaml, to: html, output: public/a.html, paper: letter}
bump: {removed: major, neutral: none}
x-own: {a: 1}
"""
CODE = "conduct: 1\nid: {id}\ntitle: A code\nlanguage: en\nrules:\n  - id: a\n    text: {text}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "ours" / "drafts").mkdir(parents=True)
    (tmp_path / "ours" / "a.yaml").write_text(CODE.format(id="a", text="It is was theirs."))
    (tmp_path / "ours" / "drafts" / "b.yaml").write_text(
        CODE.format(id="b", text="It is was ours.")
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str) -> None:
    Path("conductkit.yaml").write_text(text)


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(list(arguments[:1])), list(arguments))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def findings(*arguments: str) -> list[dict[str, Any]]:
    code, out, _ = run(*arguments, "--output-format", "json")
    assert code in (0, 1), out
    found: list[dict[str, Any]] = json.loads(out)["findings"]
    return found


# ── reading ───────────────────────────────────────────────────────────────────────────────────


def test_all_of_it(project: Path) -> None:
    write(WHOLE)
    found = config.load()
    assert found.codes == ("ours/", "more/b.yaml")
    assert found.lint.choice == Choice(
        ("verb-clash", "weak-modal"), ("weak-modal",),
        (("verb-clash", "info"), ("rule-untagged", "off")),
    )  # fmt: skip
    ((path, below),) = found.lint.paths
    assert (path, below.ignore) == ("ours/drafts/", ("verb-clash",))
    assert (found.theme.accent, found.theme.logo, found.theme.font) == ("#0b5", "logo.svg", "")
    assert dict(found.bump) == {"removed": "major", "neutral": "none"}
    assert found.render[0].output == "public/a.html"
    assert found.here(found.templates) == "looks"


def test_nothing_where_there_is_none(project: Path) -> None:
    assert config.find() == ""
    assert config.load() == Config()


def test_it_is_looked_for_above_up_to_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("conductkit: 1\n")
    monkeypatch.chdir(project / "ours" / "drafts")
    assert config.find() == "../../conductkit.yaml"
    (project / "ours" / ".git").mkdir()
    assert config.find() == ""


def test_kept_settings_are_those_that_were_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONDUCTKIT_CACHE", str(tmp_path / "kept"))
    write(WHOLE)
    first = config.load()
    table = importlib.import_module("conductkit.config_table")
    monkeypatch.setattr(table, "load_file", lambda _: pytest.fail("read again"))
    assert config.load() == first
    assert config.load().lint.paths == first.lint.paths
    monkeypatch.undo()
    monkeypatch.setenv("CONDUCTKIT_CACHE", str(tmp_path / "kept"))
    monkeypatch.chdir(project)
    for file in (tmp_path / "kept").glob("*.json"):
        file.write_text('{"lint": []}')
    assert config.load() == first
    write(WHOLE.replace("TouchPoints", "Desk"))
    assert config.load().dictionary == ("Desk",)


FAULTS = [
    ("codes: [a]\n", "missing-key", "1:1", "no “conductkit”"),
    ("conductkit: 2\n", "wrong-value", "1:13", "must be 1"),
    ("conductkit: 1\ncode: [a]\n", "unknown-key", "2:1", "“code”"),
    ("conductkit: 1\nlint: {ingore: [a-an]}\n", "unknown-key", "2:8", "ingore"),
    ("conductkit: 1\nlint:\n  ignore: [verb-clsh]\n", "wrong-value", "3:12", "verb-clsh"),
    ("conductkit: 1\nlint: {profiles: [iso1002]}\n", "wrong-value", "2:19", "iso1002"),
    ("conductkit: 1\nlint: {severity: {verb-clsh: info}}\n", "unknown-key", "2:19", "verb-clsh"),
    ("conductkit: 1\nlint: {severity: {a-an: loud}}\n", "wrong-value", "2:25", "loud"),
    ("conductkit: 1\nlint: {severity: {a-an: off, a-an: off}}\n", "duplicate-key", "2:30", "twice"),
    ("conductkit: 1\nlint: {severity: [a-an]}\n", "wrong-type", "2:18", "keys and values"),
    ("conductkit: 1\nlint: {paths: {a/: [a-an]}}\n", "wrong-type", "2:20", "keys and values"),
    ("conductkit: 1\ncodes: [../other]\n", "wrong-value", "2:9", "out of the project"),
    ("conductkit: 1\ncodes: [/etc]\n", "wrong-value", "2:9", "out of the project"),
    ("conductkit: 1\ncodes: ['C:\\x']\n", "wrong-value", "2:9", "write / between"),
    ("conductkit: 1\ntheme: {colour: red}\n", "unknown-key", "2:9", "colour"),
    ("conductkit: 1\ntheme: {accent: red}\n", "wrong-value", "2:17", "a colour in quotes"),
    ("conductkit: 1\ntheme: {font: 'x; }'}\n", "wrong-value", "2:15", "names of fonts"),
    ("conductkit: 1\ntheme: {logo: ../a.svg}\n", "wrong-value", "2:15", "out of the project"),
    ("conductkit: 1\nbump: {worse: major}\n", "unknown-key", "2:8", "worse"),
    ("conductkit: 1\nrender: [{code: a.yaml, to: htm, output: a}]\n", "wrong-value", "2:29", "htm"),
    ("conductkit: 1\nlint: !x {}\n", "yaml-tag", "2:7", "tags"),
    ("", "file-empty", "1:1", "nothing"),
    ("- a\n", "not-a-mapping", "1:1", "no settings file"),
    ("conductkit: [1\n", "words-swallowed", "1:13", "marks"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "check", "at", "words"), FAULTS)
def test_faults(project: Path, text: str, check: str, at: str, words: str) -> None:
    write(text)
    found, loaded = load_file("conductkit.yaml")
    assert found is None
    (fault,) = loaded.findings
    assert (fault.check, f"{fault.span.line}:{fault.span.column}") == (check, at)
    assert words in fault.message
    with pytest.raises(InputError, match=r"conductkit\.yaml:"):
        config.load()


def test_every_fault_in_one_run(project: Path) -> None:
    write("conductkit: 1\ncodes: a\nlint: {ignore: [verb-clsh]}\ntheem: {}\n")
    _, loaded = load_file("conductkit.yaml")
    assert [item.check for item in loaded.findings] == ["wrong-type", "wrong-value", "unknown-key"]
    assert [item.help for item in loaded.findings] == [
        "Write: codes: [a]", "Did you mean “verb-clash”?", "Did you mean “theme”?",
    ]  # fmt: skip
    for command in ("validate", "lint"):
        code, out, _ = run(command)
        assert code == 3
        assert "3:17" in out
        assert "3 errors" in out
    code, _, err = run("render", "ours/a.yaml")
    assert code == 3
    assert "conductkit.yaml:2:8" in err


# ── the schema and the page ───────────────────────────────────────────────────────────────────


def validator() -> Any:
    return importlib.import_module("jsonschema").Draft202012Validator(schema.json_schema(CONFIG))


def test_the_schema_accepts_and_refuses() -> None:
    validator().check_schema(schema.json_schema(CONFIG))
    strings = yaml.load(WHOLE, yaml.BaseLoader)
    assert list(validator().iter_errors({**strings, "conductkit": 1})) == []
    for text, check, _, _ in FAULTS:
        if check in ("missing-key", "unknown-key", "wrong-type"):
            assert list(validator().iter_errors(yaml.load(text, yaml.BaseLoader))), text


def test_the_command_writes_it() -> None:
    code, out, _ = run("schema", "--config")
    assert (code, json.loads(out)) == (0, schema.json_schema(CONFIG))


def test_the_page_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden("docs/config.md", reference.config_page())


def test_the_example_of_the_page_is_read(project: Path) -> None:
    write(reference.config_page().split("```yaml\n")[1].split("```")[0])
    assert config.load().bump == (("neutral", "none"),)


# ── layers ────────────────────────────────────────────────────────────────────────────────────


def test_layers() -> None:
    base = Choice(ignore=("b",), severity=(("c", "error"), ("a", "off")))
    assert resolve("ab", [base]) == (["c"], {"c": Severity.ERROR})
    assert resolve("ab", [base, Choice(select=("b", "a"))]) == (["b", "a"], {"c": Severity.ERROR})
    assert resolve("ab", [base, Choice(severity=(("b", "info"),))])[0] == ["c", "b"]
    asked = Choice(profiles=("iso10001",))
    names, severities = resolve("ab", [asked])
    assert names[:2] == ["a", "b"]
    assert {"iso10001-element-missing", "measure-missing"} <= set(names[2:])
    assert severities["measure-missing"] is Severity.WARNING
    assert "iso10001-element-missing" not in severities
    own = asked._replace(severity=(("measure-missing", "error"),), ignore=("a",))
    names, severities = resolve("ab", [own])
    assert severities["measure-missing"] is Severity.ERROR
    assert "a" not in names
    assert resolve("ab", [asked, Choice(select=("b",))])[0] == ["b"]
    assert choice.OFF not in Severity.__members__


@pytest.mark.parametrize(
    ("pattern", "path", "answer"),
    [
        ("codes/drafts/", "codes/drafts/a.yaml", True),
        ("codes/drafts", "codes/drafts/x/a.yaml", True),
        ("codes/drafts", "codes/drafts2/a.yaml", False),
        ("./codes/a.yaml", "codes/a.yaml", True),
        ("codes/a.yaml", "codes/a.yaml.yaml", False),
        ("*/drafts", "codes/drafts/a.yaml", True),
        ("*.draft.yaml", "codes/x/a.draft.yaml", True),
        ("*.draft.yaml", "codes/a.yaml", False),
        ("codes/?.yaml", "codes/a.yaml", True),
        (".", "a.yaml", True),
        ("codes", "../codes/a.yaml", False),
    ],
)
def test_covers(pattern: str, path: str, answer: bool) -> None:
    assert covers(pattern, path) is answer


# ── in use ────────────────────────────────────────────────────────────────────────────────────


def test_lint_follows(project: Path) -> None:
    write("conductkit: 1\ncodes: [ours]\nlint: {select: [verb-clash]}\n")
    assert [item["path"] for item in findings("lint")] == ["ours/a.yaml", "ours/drafts/b.yaml"]
    write("conductkit: 1\ncodes: [ours]\nlint: {select: [verb-clash], paths: {ours/drafts: "
          "{severity: {verb-clash: error}}}}\n")  # fmt: skip
    assert [item["severity"] for item in findings("lint")] == ["warning", "error"]
    write("conductkit: 1\ncodes: [ours]\nlint: {select: [verb-clash], ignore: [verb-clash]}\n")
    assert findings("lint") == []
    assert len(findings("lint", "--select", "verb-clash")) == 2


def test_from_a_subfolder_the_project_is_meant(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("conductkit: 1\ncodes: [ours]\nlint: {select: [verb-clash], paths: {ours/drafts: "
          "{ignore: [verb-clash]}}}\n")  # fmt: skip
    monkeypatch.chdir(project / "ours" / "drafts")
    assert [item["path"] for item in findings("lint")] == ["../a.yaml"]
    assert findings("lint", "b.yaml") == []


def test_codes_is_the_folder_beside_the_settings(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("conductkit: 1\n")
    code, _, err = run("lint")
    assert code == 2
    assert "no folder codes/ beside conductkit.yaml" in err
    (project / "ours").rename("codes")
    monkeypatch.chdir(project / "codes" / "drafts")
    assert {item["path"] for item in findings("lint")} == {"../a.yaml", "../drafts/b.yaml"}


def test_words_of_the_house(project: Path) -> None:
    (project / "ours" / "a.yaml").write_text(CODE.format(id="a", text="Answer the QZX promptly."))
    write("conductkit: 1\nlint: {select: [unmeasured-time, acronym-undefined]}\n")
    assert len(findings("lint", "ours/a.yaml")) == 2
    write("conductkit: 1\nlint: {select: [unmeasured-time, acronym-undefined]}\n"
          "dictionary: [QZX, promptly]\n")  # fmt: skip
    assert findings("lint", "ours/a.yaml") == []


def test_new_settings_are_a_new_answer(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONDUCTKIT_CACHE", str(tmp_path / "kept"))
    write("conductkit: 1\nlint: {select: [verb-clash]}\n")
    assert len(findings("lint", "ours")) == len(findings("lint", "ours")) == 2
    write("conductkit: 1\nlint: {select: [verb-clash], ignore: [verb-clash]}\n")
    assert findings("lint", "ours") == []


def test_settings_named_on_the_command_line(project: Path) -> None:
    write("conductkit: 1\n")
    assert run("validate", "conductkit.yaml")[:2] == (0, "1 file checked: nothing to mend.\n")
    assert run("lint", "conductkit.yaml")[0] == 0
    Path("ours/conductkit.yaml").write_text("conductkit: 1\nwhat: x\n")
    code, out, _ = run("validate", "ours/conductkit.yaml", "ours/a.yaml")
    assert code == 3
    assert "“what”" in out


def test_templates(project: Path) -> None:
    write("conductkit: 1\ntemplates: looks\n")
    Path("looks").mkdir()
    Path("looks/md.j2").write_text("ours: {{ code.title }}")
    code, out, err = run("render", "ours/a.yaml", "--to", "md")
    assert (code, out.strip()) == (0, "ours: A code"), err
