"""`conduct diff` as users run it: what is compared, what is shown, what it ends with."""

import json
import subprocess
from pathlib import Path

import pytest

import running
from repository import Repository

HEAD = "conduct: 1\nid: {id}\ntitle: A code\nversion: 1.0.0\nlanguage: en\nrules:\n"
STRICT = "- id: reply\n  text: Reply to letters within two days.\n"
LAX = "- id: reply\n  text: Reply to letters within five days.\n"
TRICK = "- id: trick\n  text: Do not trick customers.\n"


def text(*rules: str, id: str = "case") -> str:
    return HEAD.format(id=id) + "".join(rules)


def conduct(*arguments: str, cwd: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    return running.conduct("diff", *arguments, cwd=cwd, **more)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "top")
    made.commit({"codes/a.yaml": text(STRICT, TRICK)})
    made.git("tag", "one")
    made.commit({"codes/a.yaml": text(LAX, TRICK)})
    made.write({"codes/a.yaml": text(LAX)})
    return made


def names(done: "subprocess.CompletedProcess[str]") -> list[tuple[str, str, str]]:
    changes = json.loads(done.stdout)["changes"]
    return [(item["change"], item["id"] or item["old_id"], item["effect"]) for item in changes]


def listed(repository: Repository) -> list[str]:
    return sorted(path.name for path in repository.folder.iterdir())


REWORDED = ("reworded", "reply", "weaker")
REMOVED = ("removed", "trick", "weaker")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], [REMOVED]),
        (["codes"], [REMOVED]),
        (["codes/a.yaml"], [REMOVED]),
        (["HEAD"], [REMOVED]),
        (["one"], [REWORDED, REMOVED]),
        (["one", "HEAD"], [REWORDED]),
        (["one..HEAD"], [REWORDED]),
        (["one.."], [REWORDED]),
        (["HEAD", "one", "--", "codes"], [("reworded", "reply", "stronger")]),
        (["one", "codes/a.yaml"], [REWORDED, REMOVED]),
        (["--", "codes/a.yaml"], [REMOVED]),
        (["one", "--", "codes"], [REWORDED, REMOVED]),
        (["one:codes/a.yaml"], [REWORDED, REMOVED]),
        (["one:./codes/a.yaml"], [REWORDED, REMOVED]),
        (["one:codes/a.yaml", "HEAD:codes/a.yaml"], [REWORDED]),
        (["HEAD:codes/a.yaml", "codes/a.yaml"], [REMOVED]),
        (["codes/a.yaml", "HEAD:codes/a.yaml"], [("added", "trick", "stronger")]),
    ],
)
def test_what_is_compared(
    repository: Repository, arguments: list[str], wanted: list[tuple[str, str, str]]
) -> None:
    done = conduct("--output-format", "json", *arguments, cwd=repository.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert names(done) == wanted


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["one:codes/b.yaml", "codes/a.yaml"], 3, "no file codes/b.yaml in one"),
        (["one:codes", "codes/a.yaml"], 3, "no file codes in one"),
        (["nowhere:codes/a.yaml", "codes/a.yaml"], 3, "knows no revision “nowhere”"),
        (["--output=stolen:codes/a.yaml"], 2, "No such option"),
        (["one:codes/a.yaml", "--", "--output=stolen:codes/a.yaml"], 3, "no revision “one:codes"),
        (["one:codes/a.yaml", "HEAD"], 2, "HEAD is none"),
        (["one:codes/a.yaml", "codes"], 2, "codes is none"),
        (["one:codes/a.yaml", "one:codes/a.yaml", "codes/a.yaml"], 2, "two at most"),
        (["one:../outside.yaml", "codes/a.yaml"], 3, "outside this repository"),
        (["one:nowhere.yaml"], 3, "no code in nowhere.yaml on"),
    ],
)
def test_files_in_revisions_that_there_are_not(
    repository: Repository, arguments: list[str], code: int, words: str
) -> None:
    done = conduct(*arguments, cwd=repository.folder)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert listed(repository) == [".git", "codes"]


def test_a_file_in_a_revision_from_a_folder_below(repository: Repository) -> None:
    inside = repository.folder / "codes"
    for first in ("one:codes/a.yaml", "one:./a.yaml"):
        done = conduct("--output-format", "json", first, "a.yaml", cwd=inside)
        assert names(done) == [REWORDED, REMOVED]
        assert json.loads(done.stdout)["changes"][0]["old_at"]["path"] == "one:codes/a.yaml"
        done = conduct("--output-format", "json", first, cwd=inside)
        assert names(done) == [REWORDED, REMOVED]


def apart(repository: Repository) -> None:
    """A branch from `one` that adds a rule, while main reworded another."""
    repository.git("checkout", "-q", "--", ".")
    repository.git("checkout", "-q", "-b", "branch", "one")
    thank = "- id: thank\n  text: Thank customers.\n"
    repository.commit({"codes/a.yaml": text(STRICT, TRICK, thank)})


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["main...branch"], ["thank"]),
        (["main..."], ["thank"]),
        (["main...", "--", "codes/a.yaml"], ["thank"]),
        (["...main"], ["reply"]),
        (["branch...main"], ["reply"]),
        (["main..branch"], ["reply", "thank"]),
        (["branch...HEAD"], []),
    ],
)
def test_from_where_a_branch_went_apart(
    repository: Repository, arguments: list[str], wanted: list[str]
) -> None:
    apart(repository)
    done = conduct("--output-format", "json", *arguments, cwd=repository.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert [id for _, id, _ in names(done)] == wanted


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["main...lone"], 3, "“main” and “lone” have no history in common"),
        (["main...nowhere"], 3, "knows no revision “nowhere”"),
        (["main...--output=stolen"], 3, "knows no revision “--output=stolen”"),
        (["main...HEAD...one"], 3, "knows no revision “HEAD...one”"),
        (["main...HEAD", "one"], 2, "takes two at most"),
    ],
)
def test_where_nothing_went_apart(
    repository: Repository, arguments: list[str], code: int, words: str
) -> None:
    repository.git("checkout", "-q", "--orphan", "lone")
    repository.commit()
    repository.git("checkout", "-q", "main")
    done = conduct(*arguments, cwd=repository.folder)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert not (repository.folder / "stolen").exists()


def test_apart_in_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    apart(repository)
    source, clone = f"file://{repository.folder}", tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", "--no-single-branch", source, str(clone))
    done = conduct("origin/main...origin/branch", cwd=clone)
    assert done.returncode == 3
    assert "went apart is not in this shallow clone" in done.stderr
    assert "git fetch --unshallow" in done.stderr


def test_from_a_folder_below(repository: Repository) -> None:
    done = conduct(
        "--output-format", "json", "one", "--", "a.yaml", cwd=repository.folder / "codes"
    )
    assert names(done) == [REWORDED, REMOVED]


def test_places_name_the_revision(repository: Repository) -> None:
    done = conduct("--output-format", "json", "one", cwd=repository.folder)
    change = json.loads(done.stdout)["changes"][0]
    assert change["old_at"]["path"] == "one:codes/a.yaml"
    assert change["new_at"] == {
        "path": "codes/a.yaml", "line": 8, "column": 9, "end_line": 8, "end_column": 43,
    }  # fmt: skip


def test_two_files_and_two_folders(tmp_path: Path) -> None:
    for name, rules in (("old", STRICT), ("new", LAX)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.yaml").write_text(text(rules))
        (tmp_path / name / "other.yaml").write_text("services:\n  db: 1\n")
    done = conduct("--output-format", "json", "old/old.yaml", "new/new.yaml", cwd=tmp_path)
    assert names(done) == [REWORDED]
    done = conduct("--output-format", "json", "old", "new", cwd=tmp_path)
    assert names(done) == [REWORDED]  # a file's name is not the code's
    (tmp_path / "new" / "b.yaml").write_text(text(TRICK, id="more"))
    done = conduct("--output-format", "json", "old", "new", cwd=tmp_path)
    assert names(done) == [("added", "more", "stronger"), REWORDED]
    done = conduct("--output-format", "json", "new", "old", cwd=tmp_path)
    assert ("removed", "more", "weaker") in names(done)


def test_without_a_path_the_settings_say_where_the_codes_are(repository: Repository) -> None:
    repository.commit({"rules/b.yaml": text(STRICT, id="other")})
    repository.write({"conductkit.yaml": "conductkit: 1\ncodes: [rules/]\n"})
    repository.write({"rules/b.yaml": text(LAX, id="other")})
    done = conduct("--output-format", "json", cwd=repository.folder)
    assert names(done) == [REWORDED]
    inside = repository.folder / "rules"
    assert names(conduct("--output-format", "json", cwd=inside)) == [REWORDED]


def test_a_renamed_file_is_the_same_code(repository: Repository) -> None:
    repository.git("add", "-A")
    (repository.folder / "codes/a.yaml").rename(repository.folder / "codes/b.yaml")
    done = conduct("--output-format", "json", cwd=repository.folder)
    assert names(done) == [REMOVED]


@pytest.mark.parametrize(
    ("gates", "code"),
    [
        ("neutral,mixed", 0), ("weaker", 1), ("removed", 1), ("reversed,removed", 1),
        ("stronger,unknown", 0), ("added", 0), ("reversed", 0), ("never", 0),
    ],
)  # fmt: skip
def test_fail_on(repository: Repository, gates: str, code: int) -> None:
    done = conduct("--fail-on", gates, cwd=repository.folder)
    assert done.returncode == code
    assert ("1 change is of those that --fail-on names" in done.stderr) == bool(code)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--fail-on", "weakr"], 2, "weaker"),
        (["--fail-on", ""], 2, "It takes reversed"),
        (["--fail-on", "never,weaker"], 2, "never goes with nothing else"),
        (["--output-format", "yaml"], 2, "no output format"),
        (["one", "HEAD", "HEAD~1"], 2, "two at most"),
        (["nowhere"], 3, "knows no revision “nowhere”"),
        (["one", "--", "nowhere.yaml"], 3, "no code in nowhere.yaml"),
        (["--", "../outside"], 3, "outside this repository"),
        (["codes", "codes/a.yaml"], 2, "one is a folder"),
        (["one", "--", "-h"], 3, "no code in -h"),
        (["--", "--output=stolen"], 3, "no code"),
    ],
)
def test_mistakes_end_in_a_sentence(
    repository: Repository, arguments: list[str], code: int, words: str
) -> None:
    done = conduct(*arguments, cwd=repository.folder)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert listed(repository) == [".git", "codes"]


def test_hostile_revisions_on_the_command_line(repository: Repository) -> None:
    for name in ("@{", "HEAD\nHEAD", "$(touch stolen)", "HEAD^{tree}", "x" * 3000, ":/"):
        done = conduct(name, cwd=repository.folder)
        assert done.returncode == 3, (name, done.stderr)
        assert "Traceback" not in done.stderr
    assert listed(repository) == [".git", "codes"]


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "a.yaml").write_text(text(STRICT))
    done = conduct(cwd=tmp_path)
    assert done.returncode == 2
    assert "no git repository here" in done.stderr


def test_a_file_that_does_not_load(repository: Repository) -> None:
    repository.write({"codes/b.yaml": "conduct: 1\nid: b\nrules: 7\n"})
    done = conduct(cwd=repository.folder)
    assert done.returncode == 3
    assert "codes/b.yaml" in done.stderr
    assert "trick" in done.stdout  # what can be compared is
    repository.write({"codes/a.yaml": "rules: ["})
    done = conduct("--output-format", "json", "--fail-on", "removed", cwd=repository.folder)
    assert done.returncode == 3
    assert "removed" not in done.stdout


def test_a_code_that_is_gone(repository: Repository) -> None:
    (repository.folder / "codes/a.yaml").unlink()
    done = conduct("--output-format", "json", "--fail-on", "removed", "codes/a.yaml",
                   cwd=repository.folder)  # fmt: skip
    assert done.returncode == 3  # without `--` it is neither a file nor a revision
    done = conduct("--output-format", "json", "--fail-on", "removed", "--", "codes/a.yaml",
                   cwd=repository.folder)  # fmt: skip
    assert (done.returncode, names(done)) == (1, [("removed", "case", "weaker")])


def test_text_says_what_matters_first(repository: Repository) -> None:
    done = conduct("one", cwd=repository.folder)
    assert done.stdout == (
        "case  codes/a.yaml\n"
        "\n"
        "  weaker    reply  reworded\n"
        "            Reply to letters within [-two-]{+five+} days.\n"
        "            deadline: “within two days” became “within five days”: weaker\n"
        "\n"
        "  weaker    trick  removed\n"
        "            [-Do not trick customers.-]\n"
        "            → No `retired` entry keeps “trick”: links to #trick lead nowhere."
        " Add one, with\n"
        "            `replaced_by` where another rule took its place.\n"
        "\n"
        "2 weaker. This asks for a new major version: `conduct bump` writes it.\n"
    )


def test_nothing_changed(repository: Repository) -> None:
    repository.git("checkout", "-q", "--", ".")
    assert conduct(cwd=repository.folder).stdout == "No change.\n"
    done = conduct("--output-format", "markdown", cwd=repository.folder)
    assert done.stdout == "No change to any code of conduct.\n"


def test_markdown_shows_hostile_words_to_the_letter(tmp_path: Path) -> None:
    hostile = "Never <img src=x> @all #1 [x](http://a.example) `y` *z* | w_v ~~u~~ &amp; $t$ :tada:"
    (tmp_path / "a.yaml").write_text(text(STRICT))
    (tmp_path / "b.yaml").write_text(text(STRICT, f"- id: bad\n  text: '{hostile}'\n"))
    shown = conduct("a.yaml", "b.yaml", "--output-format", "markdown", cwd=tmp_path).stdout
    for part in (
        "<img",
        "@all",
        "#1 ",
        "[x]",
        "http://",
        "`",
        "*z*",
        "|",
        "w_v",
        "~~",
        "&amp; ",
        "$t",
    ):
        assert part not in shown.replace("**", "").replace("&amp;amp;", ""), part
    assert "<ins>Never &lt;img src=x&gt;" in shown


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text(STRICT))
    (tmp_path / "b.yaml").write_text(text(STRICT, '- id: bad\n  text: "Never \\u202E lie."\n'))
    done = conduct("a.yaml", "b.yaml", cwd=tmp_path, FORCE_COLOR="1", NO_COLOR="", TERM="xterm")
    assert "\u202e" not in done.stdout
    assert "\x1b[" in done.stdout


SIDES = (
    "parties: [{id: company, name: Company}, {id: customers, name: Customers}]\n"
    "rules:\n- {id: reply, binds: [company], text: Reply to letters within DAYS days.}\n"
    "- {id: shout, binds: [customers], text: Customers must not shoutMORE.}\n"
)


def test_what_a_change_does_to_each_side_is_summed_up(tmp_path: Path) -> None:
    for name, days, more in (("old", "two", ""), ("new", "five", " or swear")):
        path = tmp_path / f"{name}.yaml"
        rules = SIDES.replace("DAYS", days).replace("MORE", more)
        path.write_text(HEAD.format(id="case").replace("rules:\n", rules), encoding="utf-8")
    done = conduct("old.yaml", "new.yaml", cwd=tmp_path)
    assert "\nBinds company: 1 weaker; binds customers: 1 stronger.\n" in done.stdout
    told = conduct("old.yaml", "new.yaml", "--output-format", "markdown", cwd=tmp_path).stdout
    assert "- binds customers: 1 stronger" in told
    alone = conduct("old.yaml", "old.yaml", cwd=tmp_path).stdout
    assert "Binds" not in alone


def test_two_files_with_one_id_are_told_once_and_named(repository: Repository) -> None:
    repository.write({"codes/b.yaml": text(STRICT)})
    done = conduct(cwd=repository.folder)
    assert done.returncode == 0
    assert done.stdout.count("trick  removed") == 1
    assert done.stdout.count("code added") == 1
    assert "codes/a.yaml has the id “case”, too" in " ".join(done.stdout.split())
    repository.commit({})
    (repository.folder / "codes/b.yaml").unlink()
    done = conduct(cwd=repository.folder)
    assert "codes/a.yaml has the id “case”, too" in " ".join(done.stdout.split())
