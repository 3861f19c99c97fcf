"""Profiles: data that holds together, two-sided on a real code, chosen by option or settings."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conductkit import cli, explain, profile, profile_pages
from conductkit.check import Context
from conductkit.checks._clauses import says
from conductkit.finding import Finding, Severity
from conductkit.lint import all_checks, lint
from conductkit.load import load
from conductkit.model import KINDS, Code
from conductkit.profile import DEFAULT, Clause

ROOT = Path(__file__).resolve().parent.parent
CODES = (ROOT / "tests/data/cx-touchpoints-as-published.yaml", ROOT / "codes/cx-touchpoints.yaml")
CHECKS = all_checks()
OWN = {
    "eccp": "eccp-element-missing",
    "gdpr": "gdpr-element-missing",
    "iso10001": "iso10001-element-missing",
    "iso10002": "iso10002-stage-missing",
    "lgpd": "lgpd-element-missing",
}
CLAUSES = [
    pytest.param(clause, id=f"{name}-{clause.id}")
    for name in profile.names()
    for clause in profile.read(name).clauses
]


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(list(arguments[:1])), list(arguments))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


# ── the data ──────────────────────────────────────────────────────────────────────────────────


def test_these_profiles_are_there() -> None:
    assert profile.names() == tuple(sorted(OWN))
    with pytest.raises(KeyError):
        profile.read("../config")


@pytest.mark.parametrize("name", profile.names())
def test_a_profile_switches_on_and_never_softens(name: str) -> None:
    asked = profile.read(name)
    assert OWN[name] in asked.checks
    for check, word in asked.checks.items():
        severity = CHECKS[check].severity if word == DEFAULT else Severity.named(word)
        assert severity >= CHECKS[check].severity, check
        assert CHECKS[check].on or check == OWN[name]
    own = CHECKS[OWN[name]]
    assert not own.on
    assert set(asked.kinds) == set(own.kinds or set(KINDS) - {"catalogue"})
    ids = [clause.id for clause in asked.clauses]
    assert len(ids) == len(set(ids)) >= 7
    assert asked.title.partition(":")[2]


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_can_be_covered(clause: Clause) -> None:
    assert clause.fields or clause.words
    for field in clause.fields:
        key, _, route = field.partition(".")
        assert key in {one.name for one in fields(Code)}
        assert not route or key == "contacts"
    for told in clause.words.values():
        for groups in told:
            for word in ",".join(groups).split(","):
                assert word.strip()
                assert "*" not in word.strip()[:-1], f"{word}: a star ends a word of the list"
                assert "\n" not in word


@pytest.mark.parametrize("clause", CLAUSES)
def test_what_it_tells_to_write_covers_it(clause: Clause) -> None:
    if clause.write[0].isupper():
        assert says(clause.write, clause, "en-GB")
    assert not says("Greet customers warmly, and keep a smile at all times.", clause, "en")


# ── on a real code ────────────────────────────────────────────────────────────────────────────


def found(code: Code, name: str) -> tuple[Finding, ...]:
    context = Context(today=date(2026, 6, 1), profiles=(name,))
    return lint(code, context, [CHECKS[OWN[name]], CHECKS["profile-kind"]])


def missing(code: Code, name: str) -> set[str]:
    """The ids of the clauses that are reported, each once."""
    messages = [one.message for one in found(code, name)]
    ids = [
        clause.id
        for clause in profile.read(name).clauses
        for message in messages
        if message.endswith(f" {clause.missing}")
    ]
    assert len(ids) == len(set(ids)) == len(messages)
    return set(ids)


@pytest.mark.parametrize("path", CODES, ids=("published", "shipped"))
def test_complaints_in_the_cx_code(path: Path) -> None:
    """Receive, acknowledge, own, escalate and tell the outcome are there; three stages are not."""
    assert missing(load(path), "iso10002") == {"record", "investigate", "recourse"}


@pytest.mark.parametrize(
    ("words", "stage"),
    [("Take ownership", "own"), ("Acknowledge emails", "acknowledge")],
)
def test_without_its_rule_a_stage_is_missing(words: str, stage: str) -> None:
    code = load(CODES[0])
    rest = tuple(rule for rule in code.rules if words not in rule.text)
    assert len(rest) == len(code.rules) - 1
    assert stage in missing(replace(code, rules=rest), "iso10002")


@pytest.mark.parametrize("name", ["lgpd", "gdpr"])
def test_data_protection_in_the_cx_code(name: str) -> None:
    assert missing(load(CODES[0]), name) == {
        "purpose", "rights", "security", "contact", "retention", "incident",
    }  # fmt: skip


def test_a_staff_code_is_told_that_iso_10001_is_not_for_it() -> None:
    (one,) = found(load(CODES[1]), "iso10001")
    assert (one.check, one.quote, one.severity) == ("profile-kind", "staff", Severity.INFO)
    assert "leaves out codes that bind staff" in one.help


# ── chosen ────────────────────────────────────────────────────────────────────────────────────

CODE = "conduct: 1\nid: a\ntitle: A code\nlanguage: en\nrules:\n  - id: a\n    text: Greet them.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("codes", "promises"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(CODE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: str) -> dict[str, set[str]]:
    """The files in which the check of a profile found something, by check."""
    code, out, err = run("lint", *arguments, "--output-format", "json")
    assert code in (0, 1), err
    files: dict[str, set[str]] = {}
    for one in json.loads(out)["findings"]:
        if one["check"] in OWN.values():
            files.setdefault(one["check"], set()).add(one["path"])
    return files


def test_off_unless_chosen(project: Path) -> None:
    assert told("codes") == {}
    both = {"codes/a.yaml"}
    assert told("codes", "--profile", "iso10002,gdpr", "--profile", "eccp") == {
        "iso10002-stage-missing": both, "gdpr-element-missing": both, "eccp-element-missing": both,
    }  # fmt: skip
    assert told("codes", "--profile", "eccp", "--ignore", "eccp-element-missing") == {}


def test_chosen_by_the_settings_and_by_path(project: Path) -> None:
    Path("conductkit.yaml").write_text(
        "conductkit: 1\ncodes: [codes/, promises/]\nlint:\n  profiles: [iso10002]\n"
        "  paths:\n    promises/: {profiles: [gdpr]}\n"
    )
    assert told() == {
        "iso10002-stage-missing": {"codes/a.yaml", "promises/a.yaml"},
        "gdpr-element-missing": {"promises/a.yaml"},
    }
    assert told("--select", "spacing") == {}


def test_a_profile_raises_what_it_raises(project: Path) -> None:
    Path("codes/a.yaml").write_text(CODE.replace("rules:", "kind: customers\nrules:"))

    def severity(*arguments: str) -> set[str]:
        _, out, _ = run("lint", "codes", "--output-format", "json", *arguments)
        found = json.loads(out)["findings"]
        return {one["severity"] for one in found if one["check"] == "measure-missing"}

    assert severity() == {"info"}
    assert severity("--profile", "iso10001") == {"warning"}


def test_a_kept_result_is_of_the_same_profiles(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONDUCTKIT_CACHE", str(project / "kept"))
    for _ in range(2):
        assert told("codes") == {}
        assert set(told("codes", "--profile", "gdpr")) == {"gdpr-element-missing"}


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [("iso1002", "Did you mean “iso10002”?"), ("zzz", "Known here: eccp, gdpr, iso10001")],
)
def test_an_unknown_profile(project: Path, wrong: str, hint: str) -> None:
    code, out, err = run("lint", "codes", "--profile", wrong)
    assert (code, out) == (2, "")
    assert f"There is no profile “{wrong}”. {hint}" in err


# ── explained ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", profile.names())
def test_a_page_says_all_of_it(name: str) -> None:
    asked, page = profile.read(name), explain.page(name)
    assert page.startswith(f"{name}\n\n{asked.title}\n\n")
    for word in (*asked.checks, *(clause.name for clause in asked.clauses), "Source: "):
        assert word in page
    assert max(map(len, page.splitlines())) <= 88
    assert f"  {name} " in explain.overview().split("\nProfiles (")[1].split("\n\n")[0]


def test_a_slip_in_the_name() -> None:
    code, _, err = run("explain", "iso10003")
    assert code == 2
    assert "Did you mean “iso10002”?" in err or "Did you mean “iso10001”?" in err


def test_no_profile_has_the_name_of_a_check() -> None:
    assert not set(profile.names()) & set(CHECKS)


def test_the_page_is_current(golden: Callable[[str | Path, str], None]) -> None:
    golden("docs/profiles.md", profile_pages.markdown())
