"""What lint keeps between runs: the same answer, sooner; never an old one."""

import json
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from conductkit import cache
from conductkit.choice import Choice
from conductkit.linted import Linted, Wanted, lint_files

TODAY = date(2026, 6, 1)
TEXT = (
    "conduct: 1\nid: case\ntitle: A code\nlanguage: en\nreview_by: 2026-07-01\n"
    "catalogue: ours\nrules:\n  - id: a\n    text: It is was theirs.\n"
    "    waive: [{check: no-directive, reason: A case.}]\n"
)
CATALOGUE = (
    "conduct: 1\nid: ours\ntitle: Ours\nlanguage: en\nkind: catalogue\n"
    "values: [{id: haste, name: Haste, text: Be quick.}]\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONDUCTKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("code.yaml").write_text(TEXT)
    return tmp_path / "cache"


def lint(choice: Choice = Choice(), today: date = TODAY, use_cache: bool = True) -> Linted:  # noqa: B008
    return lint_files(["code.yaml"], Wanted(choice, today), use_cache=use_cache)["code.yaml"]


def kept(folder: Path) -> int:
    return len(list(folder.glob("*.json")))


def test_the_second_answer_is_the_first(folder: Path) -> None:
    fresh = lint(use_cache=False)
    assert not folder.exists()
    assert lint() == fresh
    assert kept(folder) == 1
    assert lint() == fresh
    assert {item.check for item in fresh.findings} > {"verb-clash", "no-directive"}
    assert [item.line_text for item in lint().findings] == [i.line_text for i in fresh.findings]


def test_an_answer_is_read_and_not_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint()
    engine = import_module("conductkit.lint")
    monkeypatch.setattr(engine, "lint", lambda *_: pytest.fail("linted again"))
    assert lint().loaded


def test_whatever_changes_the_answer_changes_the_key(folder: Path) -> None:
    lint()
    lint(today=date(2027, 1, 1))
    lint(Choice(("verb-clash",)))
    lint(Choice((), ("verb-clash",)))
    Path("code.yaml").write_text(TEXT.replace("is was", "is"))
    assert "verb-clash" not in {item.check for item in lint().findings}
    assert kept(folder) == 5


def test_a_catalogue_that_comes_or_changes_is_seen(folder: Path) -> None:
    before = lint()
    Path("ours.yaml").write_text(CATALOGUE)
    after = lint()
    assert "principle-uncovered" in {item.check for item in after.findings}
    assert "principle-uncovered" not in {item.check for item in before.findings}
    Path("ours.yaml").write_text(CATALOGUE.replace("Haste", "Patience"))
    (finding,) = (item for item in lint().findings if item.check == "principle-uncovered")
    assert "Patience" in finding.message


def test_a_catalogue_is_read_once_for_all_codes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ours.yaml").write_text(CATALOGUE.replace("quick", "quick, and once"))
    Path("other.yaml").write_text(TEXT.replace("id: case", "id: other"))
    engine = import_module("conductkit.load")
    real, seen = engine.load_bytes, []

    def counted(data: bytes, path: str) -> object:
        seen.append(path)
        return real(data, path)

    monkeypatch.setattr(engine, "load_bytes", counted)
    lint_files(["code.yaml", "other.yaml"], Wanted(Choice(), TODAY))
    assert seen == ["code.yaml", "ours.yaml", "other.yaml"]


@pytest.mark.parametrize("words", ["", "{", "[]", "3", "null", '{"findings": [{}], "uses": {}}'])
def test_what_we_did_not_write_is_not_believed(folder: Path, words: str) -> None:
    fresh = lint()
    (file,) = folder.glob("*.json")
    file.write_text(words)
    assert lint() == fresh


def test_a_folder_that_cannot_be_written_is_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CONDUCTKIT_CACHE", str(tmp_path / "file" / "below"))
    assert lint().loaded


def test_faults_of_loading_are_kept_too(folder: Path) -> None:
    Path("code.yaml").write_text("titel: x\n")
    fresh = lint()
    assert not fresh.loaded
    assert lint() == fresh


def test_the_number_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 3)
    for number in range(6):
        cache.keep(f"01{number}", number)
    cache.keep("00", "last")
    assert kept(folder) < 6
    assert json.loads((folder / "00.json").read_text()) == "last"


def test_keys_do_not_run_together() -> None:
    assert cache.digest("ab", "c") != cache.digest("a", "bc")
