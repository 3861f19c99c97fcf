"""The life of a code and of a rule through git: renames, splits, merges, what does not load."""

import json
import subprocess
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

import running
from repository import Repository

HEAD = "conduct: 1\nid: {id}\ntitle: A code\nversion: 1.0.0\nlanguage: en\nrules:\n"
REPLY = "- id: reply\n  text: Reply to letters within {} days.\n"
TRICK = "- id: trick\n  text: Do not trick customers.\n"


def text(*rules: str, id: str = "case") -> str:
    return HEAD.format(id=id) + "".join(rules)


class Past(Repository):
    """A repository whose commits have a subject, a day and an author."""

    def at(self, day: str, subject: str, files: dict[str, str | bytes] | None = None,
           author: str = "Ann Lee <ann@example.org>") -> str:  # fmt: skip
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", subject, f"--author={author}",
                 f"--date={day}T12:00:00+01:00")  # fmt: skip
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "top")


def conduct(*arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return running.conduct("log", *arguments, cwd=cwd)


def lives(past: Repository, *arguments: str) -> list[dict[str, Any]]:
    done = conduct(*arguments, "--output-format", "json", cwd=past.folder)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["lives"]
    assert isinstance(found, list)
    return found


def told(past: Repository, *arguments: str) -> list[tuple[str, list[str]]]:
    (one,) = lives(past, *arguments)
    return [(entry["subject"], entry["effects"]) for entry in one["entries"]]


def test_a_rule_through_renames_of_file_and_rule(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"), TRICK)})
    past.at("2025-02-01", "slower", {"codes/a.yaml": text(REPLY.format("five"), TRICK)})
    past.git("mv", "codes/a.yaml", "codes/b.yaml")
    past.at("2025-03-01", "file")
    past.at("2025-04-01", "id", {"codes/b.yaml": text(
        REPLY.format("five").replace("id: reply", "id: answer"), TRICK)})  # fmt: skip
    past.at("2025-05-01", "other", {"codes/b.yaml": text(
        REPLY.format("five").replace("id: reply", "id: answer"),
        TRICK.replace("trick", "deceive"))})  # fmt: skip
    wanted = [("id", ["neutral"]), ("slower", ["weaker"]), ("first", ["stronger"])]
    assert told(past, "case#answer") == wanted
    assert told(past, "case#reply") == wanted
    assert told(past, "codes/b.yaml#answer") == wanted
    assert told(past, "codes/a.yaml#answer") == wanted  # a file that is no more
    assert [subject for subject, _ in told(past, "case")] == ["other", "id", "slower", "first"]
    assert told(past, "case#answer", "HEAD~3") == wanted[1:]
    assert told(past, "case#answer", "HEAD~4..HEAD~3") == wanted[1:2]
    assert told(past, "case#answer", "--since", "2025-02-01") == wanted[:2]
    assert told(past, "case#answer", "--until", "2025-02-01") == wanted[1:]
    assert told(past, "case#answer", "-n", "1") == wanted[:1]
    assert told(past, "HEAD~4") == [("first", ["stronger"])]


def test_a_rule_whose_row_of_ids_was_counted_anew(past: Past) -> None:
    texts = ["Greet all.", "Show the price.", "Reply within two days.", "Keep the hall clean."]

    def row(*said: str) -> str:
        return text(*(f"- id: rule-{at}\n  text: {one}\n" for at, one in enumerate(said, 1)))

    past.at("2025-01-01", "first", {"codes/a.yaml": row(*texts)})
    past.at("2025-02-01", "slower", {"codes/a.yaml": row(*texts[:2], "Reply within five days.",
                                                         texts[3])})  # fmt: skip
    past.at("2025-03-01", "shorter", {"codes/a.yaml": row(texts[0], "Reply within five days.",
                                                          texts[3])})  # fmt: skip
    past.at("2025-04-01", "dirty", {"codes/a.yaml": row(texts[0], "Reply within five days.",
                                                        "Keep the hall tidy.")})  # fmt: skip
    told_of = {id: [subject for subject, _ in told(past, f"case#{id}")] for id in
               ("rule-1", "rule-2", "rule-3")}  # fmt: skip
    assert told_of == {
        "rule-1": ["first"],
        "rule-2": ["shorter", "slower", "first"],
        "rule-3": ["dirty", "shorter", "first"],
    }


def test_a_file_that_was_renamed_and_not_committed_is_known_by_its_id(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(TRICK)})
    past.at("2025-01-02", "other", {"codes/z.yaml": text(TRICK, id="other")})
    past.git("mv", "codes/a.yaml", "codes/b.yaml")
    for asked in ((), ("case",), ("codes/b.yaml",), ("case#trick",)):
        one = next(one for one in lives(past, *asked) if one["code"] == "case")
        assert [entry["subject"] for entry in one["entries"]] == ["first"]
    past.write({"codes/new.yaml": text(TRICK, id="new")})
    found = {one["code"]: len(one["entries"]) for one in lives(past)}
    assert found == {"case": 1, "new": 0, "other": 1}


def test_a_file_rewritten_under_another_name_is_known_by_its_id(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    (past.folder / "codes/a.yaml").unlink()
    past.at("2025-02-01", "moved", {"codes/b.yaml": text(TRICK).replace("title: A code",
            "title: Quite another text, in other words throughout")})  # fmt: skip
    assert [subject for subject, _ in told(past, "case")] == ["moved", "first"]


def test_another_code_under_an_old_name_is_another_life(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    past.git("mv", "codes/a.yaml", "codes/b.yaml")
    past.at("2025-02-01", "moved")
    past.at("2025-03-01", "other", {"codes/a.yaml": text(TRICK, id="other")})
    assert told(past, "case") == [("first", ["stronger"])]
    assert told(past, "other") == [("other", ["stronger"])]
    assert [one["code"] for one in lives(past)] == ["other", "case"]


def test_a_split_leads_back_to_where_a_rule_came_from(past: Past) -> None:
    both = ("- id: both\n  text: Reply to every letter within two days."
            " Never share the private address of a customer.\n")  # fmt: skip
    parts = ("- id: letters\n  text: Reply to every letter within two days.\n"
             "- id: privacy\n  text: Never share the private address of a customer.\n")  # fmt: skip
    past.at("2025-01-01", "first", {"codes/a.yaml": text(both, TRICK)})
    past.at("2025-02-01", "split", {"codes/a.yaml": text(parts, TRICK)})
    for rule in ("letters", "privacy", "both"):
        assert [subject for subject, _ in told(past, f"case#{rule}")] == ["split", "first"]
    past.at("2025-03-01", "joined", {"codes/a.yaml": text(both, TRICK)})
    assert [s for s, _ in told(past, "case#both")] == ["joined", "split", "first"]


def test_a_merge_tells_only_what_it_did_itself(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"), TRICK)})
    past.git("checkout", "-q", "-b", "side")
    past.at("2025-02-01", "side", {"codes/a.yaml": text(REPLY.format("two"))})
    past.git("checkout", "-q", "main")
    past.at("2025-02-02", "main", {"codes/a.yaml": text(REPLY.format("five"), TRICK)})
    past.git("merge", "-q", "--no-commit", "-s", "ours", "side")
    past.at("2025-02-03", "clean", {"codes/a.yaml": text(REPLY.format("five"))})
    subjects = [subject for subject, _ in told(past, "case")]
    assert sorted(subjects) == ["first", "main", "side"]
    past.git("reset", "-q", "--hard", "HEAD~1")
    past.git("merge", "-q", "--no-commit", "-s", "ours", "side")
    past.at("2025-02-03", "evil", {"codes/a.yaml": text(REPLY.format("nine"))})
    assert ("evil", ["weaker"]) in told(past, "case")
    assert ("evil", ["weaker"]) in told(past, "case#reply")
    assert "evil" not in [subject for subject, _ in told(past, "case#trick")]


def test_what_two_branches_do_not_share(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"), TRICK)})
    past.git("checkout", "-q", "-b", "side")
    past.at("2025-02-01", "side", {"codes/a.yaml": text(REPLY.format("two"))})
    past.git("checkout", "-q", "main")
    past.at("2025-02-02", "main", {"codes/a.yaml": text(REPLY.format("five"), TRICK)})
    for asked in (["case", "main...side"], ["case", "side...main"], ["case", "side..."],
                  ["...side"]):  # fmt: skip
        assert sorted(subject for subject, _ in told(past, *asked)) == ["main", "side"], asked
    assert [subject for subject, _ in told(past, "case", "main..side")] == ["side"]
    assert told(past, "case", "main...main") == []


def test_an_edition_that_does_not_load_is_said_and_passed_over(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    past.at("2025-02-01", "broken", {"codes/a.yaml": "rules: ["})
    past.at("2025-03-01", "mended", {"codes/a.yaml": text(REPLY.format("five"))})
    assert told(past, "case") == [("mended", ["weaker"]), ("first", ["stronger"])]
    done = conduct("case", cwd=past.folder)
    assert (done.returncode, "is no code that loads" in done.stderr) == (0, True)


def test_a_file_that_never_loaded_stops_no_other(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two")),
            "codes/b.yaml": "rules: ["})  # fmt: skip
    assert [(one["code"], len(one["entries"])) for one in lives(past)] == [
        ("case", 1), ("codes/b.yaml", 0)
    ]  # fmt: skip
    done = conduct("codes/b.yaml", cwd=past.folder)
    assert (done.returncode, done.stdout) == (3, "")


def test_a_code_that_is_gone(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    past.git("rm", "-q", "codes/a.yaml")
    past.at("2025-02-01", "gone", {"codes/b.yaml": text(TRICK, id="b")})
    wanted = [("gone", ["weaker"]), ("first", ["stronger"])]
    assert told(past, "case") == told(past, "codes/a.yaml") == wanted


def test_whom_a_rule_binds_is_part_of_its_life(past: Past) -> None:
    def bound(party: str) -> str:
        head = text(REPLY.format("two"), "- id: own\n  text: Be kind.\n  binds: [a]\n")
        return head + f"binds: [{party}]\nparties:\n- id: a\n  name: A\n- id: b\n  name: B\n"

    past.at("2025-01-01", "first", {"codes/a.yaml": bound("a")})
    past.at("2025-02-01", "bound", {"codes/a.yaml": bound("b")})
    assert "bound" in [subject for subject, _ in told(past, "case#reply")]
    assert "bound" not in [subject for subject, _ in told(past, "case#own")]


def test_text(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    past.at("2025-02-01", "slower \x1b[31m", {"codes/a.yaml": text(REPLY.format("five"))})
    ids = past.git("log", "--format=%H").split()
    done = conduct("case#reply", "-n", "1", cwd=past.folder)
    assert done.stdout == (
        "case#reply\n"
        "\n"
        f"2025-02-01 · {ids[0][:7]} · Ann Lee · slower \\u001b[31m\n"
        "\n"
        "weaker; version 1.0.0\n"
        "\n"
        "weaker: reply reworded: Reply to letters within [-two-]{+five+} days.\n"
        "\n"
        "  • deadline: “within two days” became “within five days”: weaker\n"
    )
    assert "@example.org" not in conduct("case", "--output-format", "json", cwd=past.folder).stdout


def test_a_shallow_clone_tells_no_birth(past: Past, tmp_path: Path) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    past.at("2025-02-01", "slower", {"codes/a.yaml": text(REPLY.format("five"))})
    past.at("2025-03-01", "slow", {"codes/a.yaml": text(REPLY.format("nine"))})
    clone = tmp_path / "clone"
    past.git("clone", "-q", "--depth", "2", f"file://{past.folder}", str(clone))
    done = conduct("case#reply", "--output-format", "json", cwd=clone)
    assert [entry["subject"] for entry in json.loads(done.stdout)["lives"][0]["entries"]] == [
        "slow"
    ]
    assert "git fetch --unshallow" in done.stderr


HOSTILE = "<script>x</script> ]]> & \x1b[31m \x02 “é”"


def test_the_feed_is_read_by_others(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    past.at("2025-02-01", HOSTILE, {"codes/a.yaml": text(REPLY.format("<five>"))},
            author="Zoë <i>&</i> <z@example.org>")  # fmt: skip
    done = conduct("case#reply", "--output-format", "atom", cwd=past.folder)
    again = conduct("case#reply", "--output-format", "atom", cwd=past.folder)
    assert done.stdout == again.stdout
    feed = feedparser.parse(done.stdout.encode())
    assert (bool(feed.bozo), feed.version) == (False, "atom10")
    assert feed.feed.updated == "2025-02-01T12:00:00+01:00"
    ids = past.git("log", "--format=%H").split()
    assert [entry.id for entry in feed.entries] == [
        f"tag:conductkit.invalid,2026:{id}/case%23reply" for id in ids
    ]
    new = feed.entries[0]
    assert new.title_detail.type == "text/plain"
    assert "<script>" not in new.content[0].value
    assert "&lt;five&gt;" in new.content[0].value
    assert "<del>" in new.content[0].value
    assert "\x1b" not in done.stdout
    assert "example.org" not in done.stdout


def test_an_empty_feed_is_a_feed(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    done = conduct("case", "--since", "2026-01-01", "--output-format", "atom", cwd=past.folder)
    feed = feedparser.parse(done.stdout.encode())
    assert (bool(feed.bozo), feed.entries) == (False, [])
    assert feed.feed.updated


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nothing"], 3, "no code “nothing”"),
        (["case#nothing"], 3, "has a rule “nothing”"),
        (["case#"], 2, "names no rule"),
        (["case", "nowhere"], 3, "knows no revision “nowhere”"),
        (["case", "a", "b"], 2, "one word too many"),
        (["--since", "yesterday"], 2, "--since takes a day"),
        (["case", "--output-format", "sarif"], 2, "Known: atom"),
        (["case", "--output=stolen"], 2, ""),
        (["case", "HEAD...nowhere"], 3, "knows no revision “nowhere”"),
        (["case", "HEAD^{tree}"], 3, "knows no revision"),
    ],
)
def test_mistakes_end_in_a_sentence(
    past: Past, arguments: list[str], code: int, words: str
) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"))})
    done = conduct(*arguments, cwd=past.folder)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_of_the_repository_run_nothing(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two")),
            ".gitattributes": "*.yaml diff=evil\n"})  # fmt: skip
    past.at("2025-02-01", "slower", {"codes/a.yaml": text(REPLY.format("five"))})
    trap = "touch stolen; cat"
    for name in ("diff.external", "diff.evil.textconv", "diff.evil.command", "core.pager",
                 "core.fsmonitor", "gpg.program", "pager.log"):  # fmt: skip
        past.git("config", name, trap)
    past.git("config", "log.showSignature", "true")
    past.git("config", "diff.orderFile", "nowhere")
    assert len(told(past, "case")) == 2
    assert not (past.folder / "stolen").exists()


def test_difficult_names_and_bytes(past: Past) -> None:
    name = 'codes/ö "x"\t\x01.yaml'
    past.at("2025-01-01", "first", {name: text(REPLY.format("two"))})
    past.git("mv", name, "codes/b.yaml")
    past.at("2025-02-01", "moved")
    past.at("2025-03-01", "slower", {"codes/b.yaml": text(REPLY.format("five"))})
    assert [subject for subject, _ in told(past, "case")] == ["slower", "first"]


def test_a_rule_that_went_and_came_back(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"), TRICK)})
    past.at("2025-02-01", "id", {"codes/a.yaml": text(
        REPLY.format("two").replace("id: reply", "id: answer"), TRICK)})  # fmt: skip
    past.at("2025-03-01", "gone", {"codes/a.yaml": text(TRICK)})
    past.at("2025-04-01", "back", {"codes/a.yaml": text(
        TRICK, REPLY.format("five").replace("id: reply", "id: answer"))})  # fmt: skip
    wanted = [
        ("back", ["stronger"]), ("gone", ["weaker"]), ("id", ["neutral"]), ("first", ["stronger"]),
    ]  # fmt: skip
    assert told(past, "case#answer") == told(past, "case#reply") == wanted


def test_a_branch_that_is_rebased(past: Past) -> None:
    past.at("2025-01-01", "first", {"codes/a.yaml": text(REPLY.format("two"), TRICK)})
    past.git("checkout", "-q", "-b", "topic")
    past.at("2025-02-01", "slower", {"codes/a.yaml": text(REPLY.format("five"), TRICK)})
    past.git("checkout", "-q", "main")
    past.git("mv", "codes/a.yaml", "codes/b.yaml")
    past.at("2025-03-01", "file")
    past.git("checkout", "-q", "topic")
    past.git("rebase", "-q", "main")
    assert told(past, "case#reply") == [("slower", ["weaker"]), ("first", ["stronger"])]
