"""The version that changes ask for: steps, words, edits that leave all else, and git's past."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import running
from codes import code
from conductkit.bump import plan
from conductkit.changelog import amended
from conductkit.diff import diff
from conductkit.edition_edits import edits
from conductkit.emit import emit
from conductkit.fmt import relayout
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.version import next_version
from conductkit.write import splice
from made_codes import plain, trees
from repository import Repository

DAY = date(2026, 3, 1)
HEAD = "conduct: 1\nid: case\ntitle: A code\nversion: {version}\nlanguage: en\nrules:\n"
STRICT = "- id: reply\n  text: Reply to letters within two days.\n"
LAX = "- id: reply\n  text: Reply to letters within five days.\n"
TRICK = "- id: trick\n  text: Do not trick customers.\n"
WEAKER = "Rule “reply” is weaker: “within two days” became “within five days”."
NEW = "New rule “trick”: Do not trick customers."


def text(*rules: str, version: str = "1.0.0", more: str = "") -> str:
    return HEAD.format(version=version) + "".join(rules) + more


def conduct(
    *arguments: str, cwd: Path, command: str = "bump"
) -> "subprocess.CompletedProcess[str]":
    return running.conduct(command, *arguments, cwd=cwd)


def bump(repository: Repository, *arguments: str) -> dict[str, object]:
    done = conduct("--today", "2026-03-01", "--output-format", "json", *arguments,
                   cwd=repository.folder)  # fmt: skip
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)["codes"]
    assert isinstance(found, dict)
    return found


def checked(repository: Repository, *arguments: str) -> tuple[int, list[str]]:
    done = conduct("--check", "--output-format", "json", *arguments, cwd=repository.folder)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, [item["check"] for item in json.loads(done.stdout)["findings"]]


def loaded(text: str) -> Code:
    found = load_text(text, "code.yaml")
    assert found.code is not None, found.findings
    return found.code


def written(old: Code | None, new: Code) -> str:
    made = plan(old, new, DAY)
    return splice(new.place.source.text, edits(new, made.version, made.entry, made.replaces))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "top")
    made.commit({"codes/a.yaml": text(STRICT)})
    return made


@pytest.mark.parametrize(
    ("step", "after"),
    [("major", "2.0.0"), ("minor", "1.10.0"), ("patch", "1.9.4"), ("none", "1.9.3")],
)
def test_next_version(step: str, after: str) -> None:
    assert next_version("1.9.3", step) == after


@pytest.mark.parametrize(
    ("old", "new", "version"),
    [
        ([STRICT], [LAX], "2.0.0"),
        ([LAX], [STRICT], "1.1.0"),
        ([STRICT], [STRICT, TRICK], "1.1.0"),
        ([STRICT, TRICK], [STRICT], "2.0.0"),
        ([STRICT], [STRICT + "  why: People wait.\n"], "1.0.1"),
        ([STRICT], [STRICT], "1.0.0"),
    ],
)
def test_the_least_version(old: list[str], new: list[str], version: str) -> None:
    made = plan(loaded(text(*old)), loaded(text(*new)), DAY)
    assert (made.least, made.version) == (version, version)


def test_below_one_major_counts_as_minor_and_a_policy_holds() -> None:
    old, new = loaded(text(STRICT, version="0.3.1")), loaded(text(LAX, version="0.3.1"))
    assert plan(old, new, DAY).version == "0.4.0"
    assert plan(old, new, DAY, policy={"weaker": "patch"}).version == "0.3.2"
    old, new = loaded(text(STRICT, TRICK)), loaded(text(STRICT))
    assert plan(old, new, DAY, policy={"removed": "minor"}).version == "1.1.0"
    assert plan(old, new, DAY, policy={"weaker": "patch"}).version == "2.0.0"
    assert plan(new, old, DAY, policy={"added": "major"}).version == "2.0.0"


def test_the_settings_say_which_step_a_change_asks_for(repository: Repository) -> None:
    settings = "conductkit: 1\nbump: {weaker: minor}\n"
    repository.write({"codes/a.yaml": text(LAX), "conductkit.yaml": settings})
    shown = conduct("--output-format", "json", cwd=repository.folder)
    assert json.loads(shown.stdout)["codes"][0]["required_bump"] == "minor"
    compared = conduct("HEAD", cwd=repository.folder, command="diff")
    assert compared.stdout.endswith("This asks for a new minor version; 1.1.0 is enough.\n")


def test_a_reading_asks_for_nothing_and_a_target_does() -> None:
    def measured(target: int, *readings: int) -> Code:
        read = [{"date": f"2026-0{at + 1}-01", "value": it} for at, it in enumerate(readings)]
        measure = {"id": "nps", "name": "NPS", "target": target, "readings": read}
        return code({"a": "Be kind."}, version="1.0.0", measures=[measure])

    assert plan(measured(40, 1), measured(40, 1, 2), DAY).step == "none"
    assert plan(measured(40, 1), measured(30, 1, 2), DAY).step != "none"


def test_a_branch_with_several_commits(repository: Repository) -> None:
    """All that the branch changes is one version, with one entry, however often bump runs."""
    repository.git("checkout", "-q", "-b", "feature")
    repository.commit({"codes/a.yaml": text(STRICT, TRICK)})
    assert checked(repository) == (1, ["version-too-small"])
    found = bump(repository)
    assert (found["required_bump"], found["version"]) == ("minor", "1.1.0")
    assert found["entry"] == {"version": "1.1.0", "date": "2026-03-01", "changes": [NEW]}
    assert checked(repository) == (0, [])
    assert bump(repository)["written"] is False
    repository.commit()
    assert bump(repository)["written"] is False
    file = repository.folder / "codes/a.yaml"
    file.write_text(file.read_text().replace("two days", "five days"))
    assert checked(repository) == (1, ["version-too-small"])
    assert bump(repository)["version"] == "2.0.0"
    now = loaded(file.read_text())
    assert [(item.version, set(item.changes)) for item in now.changelog] == [
        ("2.0.0", {WEAKER, NEW})
    ]
    assert checked(repository) == (0, [])
    file.write_text(file.read_text().replace("five days", "two days"))
    assert checked(repository) == (0, ["version-too-large"])


def test_on_the_default_branch_each_commit_is_given_out(repository: Repository) -> None:
    repository.commit({"codes/a.yaml": text(LAX)})
    assert checked(repository) == (1, ["version-too-small"])
    assert bump(repository)["version"] == "2.0.0"
    repository.commit()
    assert checked(repository) == (0, [])
    file = repository.folder / "codes/a.yaml"
    file.write_text(file.read_text() + TRICK if "rules" in file.read_text()[-90:] else
                    file.read_text().replace(LAX, LAX + TRICK))  # fmt: skip
    found = bump(repository)
    assert found["version"] == "2.1.0"
    assert [item.version for item in loaded(file.read_text()).changelog] == ["2.1.0", "2.0.0"]


def test_a_merged_branch_counts_as_one_commit(repository: Repository) -> None:
    """The text of a version is the one that the merge brought, not its first draft."""
    repository.git("checkout", "-q", "-b", "feature")
    repository.commit({"codes/a.yaml": text(LAX, version="2.0.0")})
    repository.commit({"codes/a.yaml": text(LAX, TRICK, version="2.0.0")})
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "x", "feature")
    assert checked(repository) == (0, [])


def test_one_version_names_two_texts(repository: Repository) -> None:
    repository.commit({"codes/a.yaml": text(LAX, version="2.0.0")})
    repository.commit({"codes/a.yaml": text(STRICT, TRICK, version="1.0.0")})  # a step back
    assert checked(repository) == (1, ["version-names-two-texts"])
    bump(repository)
    assert checked(repository)[0] == 0


def test_two_branches_that_take_the_same_version(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "feature")
    repository.commit({"codes/a.yaml": text(LAX, version="2.0.0")})
    assert checked(repository) == (0, [])
    repository.git("checkout", "-q", "main")
    repository.commit({"codes/a.yaml": text(TRICK, version="2.0.0")})
    repository.git("checkout", "-q", "feature")
    assert checked(repository) == (1, ["version-names-two-texts"])
    assert checked(repository, "--against", "main") == (1, ["version-names-two-texts"])


def test_a_branch_does_not_answer_for_what_came_after(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "feature")
    repository.git("checkout", "-q", "main")
    repository.commit({"codes/a.yaml": text(LAX)})
    assert checked(repository) == (1, ["version-too-small"])
    repository.git("checkout", "-q", "feature")
    assert checked(repository) == (0, [])


def test_a_file_that_cannot_be_edited_stops_no_other(repository: Repository) -> None:
    flow = "{conduct: 1, id: f, title: F, version: 1.0.0, language: en, rules: [{id: a, text: %s}]}"
    repository.commit({"codes/f.yaml": flow % "Reply within two days."})
    repository.write({"codes/f.yaml": flow % "Reply within five days.", "codes/a.yaml": text(LAX)})
    both = ("codes/f.yaml", "codes/a.yaml")
    done = conduct(*both, cwd=repository.folder)
    assert (done.returncode, "codes/f.yaml" in done.stderr) == (2, True)
    assert "conduct fmt" in done.stderr
    assert "1.0.0 → 2.0.0" in done.stdout
    assert conduct("codes/f.yaml", cwd=repository.folder, command="fmt").returncode == 0
    assert conduct(*both, cwd=repository.folder).returncode == 0
    assert checked(repository, *both) == (0, [])


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(repository: Repository) -> None:
    repository.write({"codes/a.yaml": text(LAX)})
    file = repository.folder / "codes/a.yaml"
    before = file.read_bytes(), file.stat().st_mtime_ns
    for extra in ((), ("--output-format", "markdown")):
        done = conduct("--dry-run", "--today", "2026-03-01", *extra, cwd=repository.folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Would be written: 1.0.0 → 2.0.0." in done.stdout
        assert "2.0.0 of 2026-03-01" in done.stdout
        assert WEAKER in done.stdout
        assert "nothing was written" in done.stdout
    would = bump(repository, "--dry-run")
    assert (would["version"], would["written"], would["would_write"]) == ("2.0.0", False, True)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    did = bump(repository)
    assert (did["written"], did["would_write"], did["entry"]) == (True, False, would["entry"])
    done = conduct("--dry-run", cwd=repository.folder)
    assert "Would" not in done.stdout
    assert "dry" not in done.stdout
    done = conduct("--dry-run", "--check", cwd=repository.folder)
    assert done.returncode == 2
    assert "ask for one" in done.stderr
    flow = "{conduct: 1, id: f, title: F, version: 1.0.0, language: en, rules: [{id: a, text: %s}]}"
    repository.commit({"codes/f.yaml": flow % "Reply within two days."})
    repository.write({"codes/f.yaml": flow % "Reply within five days."})
    done = conduct("--dry-run", "codes/f.yaml", cwd=repository.folder)
    assert (done.returncode, "conduct fmt" in done.stderr) == (2, True)


def test_a_version_that_the_default_branch_took_meanwhile(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "feature")
    repository.git("checkout", "-q", "main")
    repository.commit({"codes/a.yaml": text(TRICK, version="2.0.0")})
    repository.git("checkout", "-q", "feature")
    repository.write({"codes/a.yaml": text(LAX)})
    assert checked(repository) == (1, ["version-too-small"])
    assert bump(repository)["version"] == "2.0.1"
    assert checked(repository) == (0, [])


def test_the_same_words_in_another_layout_are_one_text(repository: Repository) -> None:
    repository.commit({"codes/a.yaml": text(STRICT, version="1.1.0")})
    repository.commit({"codes/a.yaml": "# a comment\n" + text(STRICT, version="1.1.0")})
    assert checked(repository) == (0, [])


def test_against_a_revision(repository: Repository) -> None:
    repository.git("tag", "one")
    repository.commit({"codes/a.yaml": text(LAX, version="2.0.0")})
    repository.commit({"codes/a.yaml": text(LAX, TRICK, version="2.0.0")})
    assert checked(repository) == (1, ["version-too-small"])
    assert checked(repository, "--against", "one") == (0, [])  # all since is one step
    assert checked(repository, "--against", "HEAD") == (1, ["version-names-two-texts"])
    done = conduct("--against", "nowhere", cwd=repository.folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "knows no revision “nowhere”" in done.stderr


def test_a_renamed_file_keeps_its_past(repository: Repository) -> None:
    repository.git("mv", "codes/a.yaml", "codes/b.yaml")
    repository.commit()
    repository.git("mv", "codes/b.yaml", "codes/c.yaml")
    repository.write({"codes/c.yaml": text(LAX)})
    assert bump(repository)["version"] == "2.0.0"


def test_a_code_that_is_new(repository: Repository) -> None:
    repository.git("rm", "-q", "codes/a.yaml")
    repository.commit({"codes/n.yaml": "conduct: 1\nid: new\ntitle: New\nlanguage: en\n"
                       "rules:\n- id: a\n  text: Be kind.\n"})  # fmt: skip
    assert checked(repository) == (0, [])
    found = bump(repository)
    assert found["version"] == "0.1.0"
    done = conduct(cwd=repository.folder)
    assert "no version yet in git" in done.stdout
    without = "conduct: 1\nid: new\ntitle: New\nversion: 0.1.0\nlanguage: en\n"
    repository.write({"codes/n.yaml": f"{without}rules:\n- id: a\n  text: Be kind.\n"})
    assert "its changelog entry was written" in " ".join(
        conduct(cwd=repository.folder).stdout.split()
    )


def test_without_a_commit_and_without_a_repository(tmp_path: Path) -> None:
    made = Repository(tmp_path / "empty")
    made.write({"codes/a.yaml": text(STRICT)})
    assert bump(made)["version"] == "1.0.0"
    (tmp_path / "none" / "codes").mkdir(parents=True)
    (tmp_path / "none/codes/a.yaml").write_text(text(STRICT))
    done = conduct(cwd=tmp_path / "none")
    assert done.returncode == 2
    assert "no git repository here" in done.stderr


def test_a_shallow_clone_says_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"codes/a.yaml": text(STRICT, more="# more\n")})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(clone))
    done = conduct("--check", cwd=clone)
    assert (done.returncode, done.stdout) == (3, "")
    assert "git fetch --unshallow" in done.stderr
    assert conduct("--check", "--against", "HEAD", cwd=clone).returncode == 0
    deep = tmp_path / "deep"
    repository.git("clone", "-q", f"file://{repository.folder}", str(deep))
    assert conduct("--check", cwd=deep).returncode == 0


def test_a_file_that_does_not_load_stops_nothing_else(repository: Repository) -> None:
    repository.write({"codes/b.yaml": "conduct: 1\nid: b\nrules: 7\n", "codes/a.yaml": text(LAX)})
    done = conduct("--today", "2026-03-01", cwd=repository.folder)
    assert done.returncode == 3
    assert "codes/b.yaml" in done.stderr
    assert "version: 2.0.0" in (repository.folder / "codes/a.yaml").read_text()


def test_a_past_that_does_not_load_is_passed_over(repository: Repository) -> None:
    repository.commit({"codes/a.yaml": "rules: ["})
    repository.write({"codes/a.yaml": text(LAX)})
    assert bump(repository)["version"] == "2.0.0"


HEAD_TEXT = """\
# Our code
conduct: 1
id: case
title: A code   # the name
{version}language: en

rules:
  - id: reply   # quick
    text: "Reply to letters within {days} days."

closing: 'Be kind.'

{changelog}{end}"""
LOG = """\
changelog:
  # newest first
  - version: 1.0.0
    date: 2026-01-01   # New Year
    changes: [First edition.]
"""


@pytest.mark.parametrize("version", ["version: 1.0.0\n", "version: '1.0.0'  # kept\n"])
@pytest.mark.parametrize("log", [LOG, ""])
@pytest.mark.parametrize("end", ["", "x-ours: 1\n", "retired:\n  - id: old\n    in: 1.0.0\n"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_all_else_stays_byte_for_byte(version: str, log: str, end: str, line_break: str) -> None:
    def made(days: str) -> str:
        whole = HEAD_TEXT.format(version=version, days=days, changelog=log, end=end)
        return whole.replace("\n", line_break)

    old, new = loaded(made("two")), loaded(made("five"))
    after = written(old, new)
    was, now = made("five").split(line_break), after.split(line_break)
    gone = [line for line in was if line not in now]
    assert gone == [version.rstrip("\n")]
    assert version.rstrip("\n").replace("1.0.0", "2.0.0") in now
    assert diff(new, loaded(after)).changes == ()
    assert relayout(loaded(after).place.source, loaded(after)) == relayout(
        load_source(canonical := written_after_fmt(old, new)), loaded(canonical)
    )


def load_source(text: str):  # type: ignore[no-untyped-def]
    return loaded(text).place.source


def written_after_fmt(old: Code, new: Code) -> str:
    """What bump makes of the canonical layout; which must be canonical itself."""
    laid = loaded(relayout(new.place.source, new))
    after = written(old, laid)
    assert relayout(loaded(after).place.source, loaded(after)) == after
    return after


def test_a_changelog_that_goes_on_at_its_end() -> None:
    log = "changelog:\n- version: 0.9.0\n- version: 1.0.0\n  changes:\n  - First.\nclosing: Bye.\n"
    after = written(loaded(text(STRICT, more=log)), loaded(text(LAX, more=log)))
    assert [item.version for item in loaded(after).changelog] == ["0.9.0", "1.0.0", "2.0.0"]


def test_what_a_person_wrote_in_the_entry_stays() -> None:
    hand = "We now take five days for letters (“reply”), as asked by the front desk."
    entry = f"changelog:\n- version: 2.0.0\n  date: 2026-02-01\n  changes:\n  - {hand}\n"
    new = loaded(text(LAX, TRICK, version="2.0.0", more=entry))
    after = loaded(written(loaded(text(STRICT)), new))
    assert after.changelog[0].changes == (hand, NEW)
    assert loaded(written(loaded(text(STRICT)), after)).changelog == after.changelog


def test_an_entry_reworded_and_committed_is_left_alone() -> None:
    assert amended(["By hand."], [WEAKER], [WEAKER], "en") == ["By hand."]
    assert amended(["By hand."], [WEAKER], [], "en") == ["By hand.", WEAKER]
    assert amended(["By hand.", WEAKER], [NEW], [], "en") == ["By hand.", NEW]
    assert amended([WEAKER], [NEW], [], "en") == [NEW]


def test_entries_speak_the_language_of_the_code() -> None:
    old = code({"a": "Répondez sous deux jours."}, language="fr", version="1.0.0")
    new = code({"a": "Répondez sous deux jours.", "b": "Il faut rester poli."}, language="fr",
               version="1.0.0")  # fmt: skip
    made = plan(old, new, DAY)
    assert made.entry is not None
    assert made.entry.changes == ("Nouvelle règle « b » : Il faut rester poli.",)


def test_sections_and_values_are_called_as_on_the_page() -> None:
    def made(words: str) -> Code:
        value = {"id": "empathy", "name": "Empathy", "text": words}
        return code({"a": "Be kind."}, version="1.0.0", values=[value])

    entry = plan(made("Feel with others."), made("Never lie."), DAY).entry
    assert entry is not None
    said = "Changed: value “Empathy”: “Feel with others” is gone; “Never lie” is new."
    assert entry.changes == (said,)


def test_parties_are_called_by_their_names_and_one_edit_of_several_is_one_line() -> None:
    def made(party: str, binds: str) -> Code:
        parties = [
            {"id": "staff", "name": "All staff", "text": party},
            {"id": "guests", "name": "G"},
        ]
        sections = [
            {"id": name, "title": name.title(), "binds": [binds],
             "rules": [{"id": f"{name}-rule", "text": f"{name.title()} must be open."}]}
            for name in ("desk", "pier")
        ]  # fmt: skip
        tree = {"conduct": 1, "id": "case", "title": "Case", "version": "1.0.0", "language": "en"}
        return loaded(json.dumps({**tree, "parties": parties, "sections": sections}))

    entry = plan(made("Who works here.", "staff"), made("Who helps here.", "guests"), DAY).entry
    assert entry is not None
    lines = "\n".join(entry.changes)
    assert "Changed: section “Desk”, section “Pier”: “staff” became “guests”." in lines
    assert "party “All staff”" in lines


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Write down cash, religion, sex or age.",
            "Write down cash, sex or age.",
            "“religion” is gone",
        ),
        ("Write down cash or age.", "Write down cash, sex or age.", "“sex” is new"),
    ],
)
def test_a_word_of_a_list_is_quoted_without_its_comma(old: str, new: str, said: str) -> None:
    entry = plan(code({"a": old}, version="1.0.0"), code({"a": new}, version="1.0.0"), DAY).entry
    assert entry is not None
    assert said in entry.changes[0]


def test_aliases_are_left_to_a_person() -> None:
    log = "changelog:\n- version: *v\n"
    old, new = (
        loaded(text(rule, more=log).replace("version: 1.0.0", "version: &v 1.0.0"))
        for rule in (STRICT, LAX)
    )
    with pytest.raises(Exception, match="edited in place"):
        written(old, new)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(tree=trees(), words=st.sampled_from(["Be kind.", "Never lie: «it» hurts. {text} “x”"]))
def test_laws(tree: dict[str, object], words: str) -> None:
    """Bump writes a file that loads, changes no rule, is canonical where the file was, and once."""
    first = load_text(emit(tree))
    rules = {"rules": [{"id": "one-more", "text": words}]}
    second = load_text(emit({**tree, **rules}))
    if first.code is None or second.code is None or "sections" in plain(tree):
        return
    new = loaded(relayout(second.code.place.source, second.code))
    after = loaded(written(first.code, new))
    assert diff(new, after).changes == ()
    text = after.place.source.text
    assert relayout(after.place.source, after) == text
    again = plan(first.code, after, DAY)
    assert not again.writes or not first.code.version
    assert written(first.code, after) == text
