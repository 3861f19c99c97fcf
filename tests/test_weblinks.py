"""Links of a Markdown report: they lead to the lines of the rules, in the commit compared."""

import re
from pathlib import Path

import pytest

import running
from repository import Repository

CODE = "conduct: 1\nid: desk\ntitle: Desk\nlanguage: en\nrules:\n"
REPLY = "- id: reply\n  text: Reply within two days.\n"
LONG = "- id: reply\n  text: >-\n    Reply within nine days,\n    and say why.\n"
TRICK = "- id: trick\n  text: Do not trick customers.\n"
GITHUB = {
    "GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "acme/codes",
}  # fmt: skip
GITLAB = {"GITLAB_CI": "true", "CI_PROJECT_URL": "https://gitlab.com/acme/sub/codes"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "top")
    made.commit({"codes/a (1).yaml": CODE + REPLY + TRICK})
    made.git("tag", "one")
    made.commit({"codes/a (1).yaml": CODE + LONG})
    return made


def links(repository: Repository, *arguments: str, folder: str = ".", **more: str) -> list[str]:
    done = running.conduct(
        "diff", "--output-format", "markdown", *arguments, cwd=repository.folder / folder, **more
    )
    assert done.returncode == 0, done.stderr
    return re.findall(r"\*\*\[(?:\w+)\]\((\S+)\)\*\*", done.stdout)


@pytest.mark.parametrize(
    ("environment", "base", "lines"),
    [
        (GITHUB, "https://github.com/acme/codes/blob", "#L8-L9"),
        (
            GITHUB | {"FORGEJO_ACTIONS": "true"},
            "https://github.com/acme/codes/src/commit",
            "#L8-L9",
        ),
        (GITLAB, "https://gitlab.com/acme/sub/codes/-/blob", "#L8-9"),
    ],
)
@pytest.mark.parametrize(
    ("arguments", "folder"),
    [(["one"], "."), (["one", "HEAD"], "."), (["one...HEAD"], "."), (["one", "--", "."], "codes")],
)
def test_links_lead_to_the_lines(
    repository: Repository, environment: dict[str, str], base: str, lines: str,
    arguments: list[str], folder: str,
) -> None:  # fmt: skip
    old, new = (repository.git("rev-parse", name).strip() for name in ("one", "HEAD"))
    assert links(repository, *arguments, folder=folder, **environment) == [
        f"{base}/{new}/codes/a%20%281%29.yaml{lines}",
        f"{base}/{old}/codes/a%20%281%29.yaml#L9",  # what went stands in the old commit
    ]


def test_links_only_where_the_web_address_is_known(repository: Repository, tmp_path: Path) -> None:
    assert links(repository, "one") == []
    for name in GITHUB:
        assert links(repository, "one", **{**GITHUB, name: ""}) == []
    for name, rules in (("a", REPLY), ("b", LONG)):
        (tmp_path / f"{name}.yaml").write_text(CODE + rules)
    assert links(repository, "../a.yaml", "../b.yaml", **GITHUB) == []
