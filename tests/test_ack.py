"""Acknowledgements: their file, who has to read what, runs at once, and merging."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductkit.acks import ACKS, Ack, Acks, added, is_pseudonym, merged, pseudonym, text
from conductkit.load import load_shape
from repository import ENVIRONMENT, Repository
from running import ROOT, conduct

CODE = "codes/customer-code.yaml"
DAY = ("--today", "2026-06-01")


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "top")
    words = (ROOT / CODE).read_text(encoding="utf-8")
    made.commit({CODE: words, "team.txt": "# the team\nann@example.org\n\nbob\ncarol\n"})
    return made


def change(project: Repository, old: str, new: str) -> None:
    words = (project.folder / CODE).read_text(encoding="utf-8")
    assert old in words
    project.write({CODE: words.replace(old, new, 1)})


def standings(project: Repository, *more: str) -> dict[str, Any]:
    asked = ("ack", "status", CODE, "--readers", "team.txt", "--output-format", "json", *more)
    done = conduct(*asked, cwd=project.folder)
    (told,) = json.loads(done.stdout)["codes"]
    return {one["name"] or one["reader"]: one for one in told["readers"]}


def acks(*pairs: tuple[str, str]) -> tuple[Ack, ...]:
    return tuple(
        Ack(place=None, reader=reader, date=date, digest="sha256:" + date[-1] * 64)  # type: ignore[arg-type]
        for reader, date in pairs
    )


def test_a_pseudonym_hides_the_name_and_is_the_same_again() -> None:
    made = pseudonym("Ann@Example.org ", "")
    assert made == pseudonym("ann@example.org", "")
    assert made != pseudonym("ann@example.org", "secret")
    assert made != pseudonym("bob@example.org", "")
    assert is_pseudonym(made)
    assert not is_pseudonym("r-ann")


def test_what_was_read_first_counts() -> None:
    twice = acks(("ann", "2026-01-01"), ("ann", "2026-02-01"))
    assert [one.date for one in added(twice, ())] == ["2026-01-01"]


ENTRIES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.dates().map(str)).map(lambda pair: acks(pair)[0]),
    max_size=6,
).map(lambda found: added(found, ()))


@given(ENTRIES, ENTRIES, ENTRIES)
def test_merging_laws(base: Any, one: Any, two: Any) -> None:
    ours, theirs = added(base, one), added(base, two)
    both = merged(base, ours, theirs)
    assert both == merged(base, theirs, ours)
    assert {(item.reader, item.digest) for item in both} == {
        (item.reader, item.digest) for item in (*base, *one, *two)
    }
    assert merged(base, ours, ours) == ours
    assert merged(base, base, ours) == ours
    assert merged(base, (), base) == ()


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20), ENTRIES)
def test_the_file_says_what_it_was_given(name: str, more: Any) -> None:
    read = added(acks((name, "2026-01-01")), more)
    found, loaded = load_shape("x", ACKS, text("case", read).encode())
    assert isinstance(found, Acks), loaded.findings
    assert found.read == read
    assert text("case", found.read) == text("case", read)


def test_names_stay_out_of_the_file(project: Repository) -> None:
    done = conduct("ack", CODE, "ann@example.org", "bob", *DAY, cwd=project.folder)
    assert done.returncode == 0
    kept = (project.folder / "acks" / "customer-code.yaml").read_text(encoding="utf-8")
    assert "ann" not in kept
    assert kept.count("date: 2026-06-01") == 2
    again = conduct("ack", CODE, "bob", "--today", "2026-07-01", cwd=project.folder)
    assert "Nothing new" in again.stderr
    assert (project.folder / "acks" / "customer-code.yaml").read_text(encoding="utf-8") == kept


def test_without_a_name_git_says_who(project: Repository) -> None:
    project.git("config", "user.email", "bob")
    assert conduct("ack", CODE, cwd=project.folder).returncode == 0
    assert standings(project)["bob"]["read"]


def test_who_reads_what_again(project: Repository) -> None:
    conduct("ack", CODE, "ann@example.org", "bob", *DAY, cwd=project.folder)
    change(project, "A caller cannot do anything else", "Callers can do nothing else")
    assert [one["read"] for one in standings(project).values()].count(True) == 2
    change(project, "phone call within two minutes", "phone call within five minutes")
    conduct("ack", CODE, "bob", *DAY, cwd=project.folder)
    told = standings(project)
    assert {name: one["read"] for name, one in told.items()} == {
        "ann@example.org": False, "bob": True, "carol": False,
    }  # fmt: skip
    assert told["carol"]["last"] is None
    (line,) = told["ann@example.org"]["changes"]
    assert "phone-answer-time" in line
    assert "weaker" in line


def test_check_is_for_ci(project: Repository) -> None:
    asked = ("ack", "status", CODE, "--readers", "team.txt", "--check")
    assert conduct(*asked, cwd=project.folder).returncode == 1
    conduct("ack", CODE, "ann@example.org", "bob", "carol", cwd=project.folder)
    done = conduct(*asked, cwd=project.folder)
    assert done.returncode == 0
    assert done.stdout.startswith("Everybody has read\n")


def test_a_list_says_who_has_to_read_and_in_which_order(project: Repository) -> None:
    conduct("ack", CODE, "gone@example.org", cwd=project.folder)
    change(project, "within two minutes", "within five minutes")
    assert list(standings(project)) == ["ann@example.org", "bob", "carol"]
    everybody = conduct("ack", "status", CODE, "--check", cwd=project.folder)
    assert (everybody.returncode, "0 of 1 have read" in everybody.stdout) == (1, True)
    conduct("ack", CODE, "ann@example.org", "bob", "carol", cwd=project.folder)
    asked = ("ack", "status", CODE, "--readers", "team.txt", "--check")
    assert conduct(*asked, cwd=project.folder).returncode == 0  # whoever left is not waited for


def test_a_code_that_extends_another_says_that_its_base_is_to_be_read_too(
    project: Repository,
) -> None:
    head = "conduct: 1\nid: shop\ntitle: Shop\nlanguage: en\nextends: customer-code.yaml\n"
    project.write({"codes/shop.yaml": head + "rules:\n  - id: till\n    text: Count the till.\n"})
    done = conduct("ack", "codes/shop.yaml", "bob", cwd=project.folder)
    assert (done.returncode, "It extends customer-code.yaml" in done.stderr) == (0, True)
    for words in (("ack", "status"), ("status",)):
        told = conduct(*words, "codes/shop.yaml", cwd=project.folder)
        assert "It extends customer-code.yaml" in told.stdout
        assert "It extends" not in conduct(*words, CODE, cwd=project.folder).stdout
    assert "extends" not in conduct("ack", CODE, "bob", cwd=project.folder).stderr


def test_a_text_that_is_nowhere_is_told(project: Repository) -> None:
    change(project, "within two minutes", "within three minutes")
    conduct("ack", CODE, "bob", cwd=project.folder)
    change(project, "within three minutes", "within four minutes")
    assert standings(project)["bob"]["changes"] is None
    done = conduct("ack", "status", CODE, cwd=project.folder)
    assert "cannot be told: that text is not in the history." in done.stdout


def test_forgetting(project: Repository) -> None:
    conduct("ack", CODE, "ann@example.org", "bob", cwd=project.folder)
    done = conduct("ack", "forget", CODE, "bob", cwd=project.folder)
    assert (done.returncode, standings(project)["bob"]["last"]) == (0, None)
    assert standings(project)["ann@example.org"]["read"]
    again = conduct("ack", "forget", CODE, "bob", cwd=project.folder)
    assert again.returncode == 2


def test_runs_at_once_lose_nobody(project: Repository) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "conductkit", "ack", CODE, f"reader {number}", *DAY],
            cwd=project.folder,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
        )
        for number in range(8)
    ]
    assert [run.wait() for run in runs] == [0] * 8
    told = conduct("ack", "status", CODE, "--output-format", "json", cwd=project.folder).stdout
    assert len(json.loads(told)["codes"][0]["readers"]) == 8


def test_branches_merge(project: Repository) -> None:
    conduct("ack", CODE, "ann@example.org", "--plain", *DAY, cwd=project.folder)
    file = project.folder / "acks" / "customer-code.yaml"
    base = file.read_bytes()
    conduct("ack", CODE, "bob", "--plain", *DAY, cwd=project.folder)
    ours = file.read_bytes()
    project.write({"base": base, "ours": ours, "acks/customer-code.yaml": base})
    conduct("ack", CODE, "carol", "--plain", *DAY, cwd=project.folder)
    done = conduct("merge", "base", "ours", "acks/customer-code.yaml", cwd=project.folder)
    assert done.returncode == 0
    readers = [line.split(",")[0] for line in done.stdout.splitlines() if "{" in line]
    assert readers == [f"  - {{reader: {name}" for name in ("ann@example.org", "bob", "carol")]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("acks: 2\n", "acks/customer-code.yaml:1:1: this file of acknowledgements has no “code”"),
        ("- a\n", "the file holds no file of acknowledgements"),
        ("acks: 1\ncode: other\n", "these are acknowledgements of “other”"),
        ("\xff", "is not UTF-8"),
    ],
)
def test_what_is_no_file_of_acknowledgements(kept: str, said: str, project: Repository) -> None:
    project.write({"acks/customer-code.yaml": kept.encode("latin-1")})
    for words in (("ack", CODE, "bob"), ("ack", "status", CODE)):
        done = conduct(*words, cwd=project.folder)
        assert done.returncode == 3
        assert said in done.stderr + done.stdout
    assert (project.folder / "acks/customer-code.yaml").read_bytes() == kept.encode("latin-1")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ack", CODE, "a\nb"), 2, "is no name or address to keep"),
        (("ack", CODE, ""), 2, "is no name or address to keep"),
        (("ack", "status", CODE, "--readers", "nobody.txt"), 3, "nobody.txt"),
        (("ack", "status", CODE, "--readers", "empty.txt"), 3, "nobody stands in this list"),
        (("ack", "nope.yaml", "bob"), 3, "No such file or directory. Check the name"),
        (("ack", CODE, "a" * 201), 2, f"“{'a' * 60}…” is no name or address to keep"),
        (("ack", "status", CODE, "--readers", "bad.txt"), 3, "bad.txt: “b\\u001b[31m” is no name"),
    ],
)
def test_mistakes(words: tuple[str, ...], code: int, said: str, project: Repository) -> None:
    project.write({"empty.txt": "# nobody\n", "bad.txt": "ann\nb\x1b[31m\n"})
    done = conduct(*words, cwd=project.folder)
    assert done.returncode == code
    assert said in done.stderr
    assert not (project.folder / "acks" / "customer-code.yaml").exists()


def test_a_retired_code_is_read_no_more(project: Repository) -> None:
    change(project, "status: active", "status: retired")
    done = conduct("ack", CODE, "bob", cwd=project.folder)
    assert done.returncode == 2
    assert "this code is retired" in done.stderr
