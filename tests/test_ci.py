"""What CI runs, run: each step of the action and the GitLab snippet as shell, pre-commit itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from repository import ENVIRONMENT, Repository

ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
CODE = """\
conduct: 1
id: desk
title: Desk
language: en
rules:
  - id: reply
    text: Staff must reply within two days.
  - id: privacy
    text: Never share a customer’s address.
"""
WEAKER = CODE.replace("two days", "five days")
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
NEVER = {"lint-fail-on": "never"}


class Runner:
    """A machine of GitHub's, as far as the steps of an action see it."""

    def __init__(self, folder: Path, checkout: Path) -> None:
        self.folder, self.checkout = folder, checkout
        (folder / "temp").mkdir(parents=True)

    def run(
        self, inputs: Mapping[str, str], *, base_ref: str = "", before: str = ""
    ) -> tuple[int, str, str]:
        """Exit code, log and job summary of all steps."""
        files = {name: self.folder / name for name in ("output", "summary", "path")}
        given = {f"inputs.{name}": item["default"] for name, item in ACTION["inputs"].items()}
        given |= {f"inputs.{name}": value for name, value in inputs.items()}
        given |= {"inputs.install": "false", "github.event.before": before}
        log, code = "", 0
        for step in ACTION["runs"]["steps"]:
            env = {**ENVIRONMENT, "PATH": PATH, "RUNNER_TEMP": str(self.folder / "temp"),
                   "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_BASE_REF": base_ref}  # fmt: skip
            env |= {f"GITHUB_{name.upper()}": str(path) for name, path in files.items()}
            env["GITHUB_STEP_SUMMARY"] = str(files["summary"])
            env |= {name: _filled(text, given) for name, text in step.get("env", {}).items()}
            script = self.folder / "step.sh"
            script.write_text(step["run"], encoding="utf-8")
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
                cwd=self.checkout, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, check=False,
            )  # fmt: skip
            log, code = log + done.stdout, done.returncode
            if code:
                break
        summary = files["summary"].read_text() if files["summary"].exists() else ""
        return code, log, summary


def _filled(text: str, given: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: given[found[1]], text)


@pytest.fixture
def branch(tmp_path: Path) -> Repository:
    """A clone, a branch in it that weakens a rule, and a main branch that has moved on."""
    origin = Repository(tmp_path / "origin")
    origin.commit({"codes/desk.yaml": CODE})
    origin.git("checkout", "-q", "-b", "topic")
    origin.commit({"codes/desk.yaml": WEAKER})
    origin.git("checkout", "-q", "main")
    origin.commit({"codes/other.yaml": CODE.replace("id: desk", "id: other")})
    origin.git("checkout", "-q", "topic")
    origin.git("clone", "-q", str(origin.folder), str(tmp_path / "a clone"))
    return Repository(tmp_path / "a clone")


@pytest.fixture
def runner(branch: Repository, tmp_path: Path) -> Runner:
    return Runner(tmp_path / "a runner", branch.folder)


def test_a_pull_request(runner: Runner) -> None:
    code, log, summary = runner.run(NEVER, base_ref="main")
    assert code == 0
    assert re.search(r"^::\w+ file=codes/desk\.yaml,line=\d+", log, re.MULTILINE)
    error = r"^::error file=codes/desk\.yaml,line=7,.*title=weaker%3A reply::"
    assert re.search(error, log, re.MULTILINE)
    assert log.endswith("\nClean.\n")
    assert summary.startswith("## Codes of conduct: what changed\n\n**1 weaker.**")
    assert "\n## Codes of conduct: findings\n\n" in summary
    assert "within <del>two</del> <ins>five</ins> days" in summary
    assert "other" not in summary  # what main did meanwhile is not of this branch
    outputs = dict(line.split("=") for line in (runner.folder / "output").read_text().splitlines())
    assert {name: Path(path).read_text() in summary for name, path in outputs.items()} == {
        "lint-report": True, "diff-report": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({}, 1),
        ({**NEVER, "diff-fail-on": "stronger"}, 0),
        ({**NEVER, "diff-fail-on": "reversed,weaker"}, 1),
        ({**NEVER, "diff-fail-on": "softer"}, 2),
        ({"lint-fail-on": "often"}, 2),
        ({**NEVER, "base": "no-such-branch"}, 3),
        ({**NEVER, "paths": "codes/desk.yaml\n\ncodes\n"}, 0),
        ({**NEVER, "paths": "no such file.yaml"}, 3),
        ({**NEVER, "base": "--output-format=json:stolen"}, 2),
    ],
)
def test_what_it_ends_with(runner: Runner, inputs: dict[str, str], expected: int) -> None:
    code, log, summary = runner.run(inputs, base_ref="main")
    assert (code, "Traceback" in log) == (expected, False), log
    assert not list(runner.checkout.rglob("*stolen*"))
    if expected > 1 and "base" not in inputs:
        assert "    conduct: " in summary or "    no such" in summary, summary


def test_a_push(runner: Runner) -> None:
    before = Repository(runner.checkout).git("rev-parse", "HEAD~1")
    assert "**1 weaker.**" in runner.run(NEVER, before=before)[2]
    other = Runner(runner.folder / "other", runner.checkout)
    for none in ("", "0" * 40):
        code, log, summary = other.run(NEVER, before=none)
        assert (code, "Nothing to compare with" in log) == (0, True)
        assert "what changed" not in summary


def test_a_shallow_clone_says_what_to_fetch(runner: Runner, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    Repository(tmp_path).git("clone", "-q", "--depth=1", f"file://{runner.checkout}", str(shallow))
    code, log, summary = Runner(tmp_path / "other", shallow).run(NEVER, base_ref="main")
    assert code == 3
    for told in (log, summary):
        assert "in GitHub Actions give actions/checkout `fetch-depth: 0`" in told


def test_what_strangers_write_starts_nothing(runner: Runner, tmp_path: Path) -> None:
    """Names of branches and files, words in codes, Python files, settings of the checkout."""
    name = "main;touch${IFS}stolen;$(touch${IFS}stolen)"
    here = Repository(runner.checkout)
    here.git("update-ref", f"refs/remotes/origin/{name}", "origin/main")
    module = "open('stolen', 'w').close()\n"
    here.commit({
        **{f"{path}.py": module for path in ("conductkit", "yaml", "venv", "pip", "typer", "site")},
        "codes/$(touch stolen).yaml": CODE.replace("id: desk", "id: evil").replace(
            "Never share", "\n      ::error::boo\n      ::add-path::/evil\n      Never share"
        ),
        "codes/broken.yaml": "conduct: 1\nid: x\n::error::boo\n::stop-commands::x\n",
    })  # fmt: skip
    code, log, summary = runner.run(
        {**NEVER, "paths": "codes/$(touch stolen).yaml\ncodes/`touch stolen`\n"}, base_ref=name
    )
    assert code == 3
    code, log, summary = runner.run(NEVER, base_ref=name)
    assert (code, "weaker" in summary) == (3, True)
    assert not list(tmp_path.rglob("stolen"))
    commands = [line for line in log.splitlines() if line.lstrip().startswith("::")]
    assert commands
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file="))
               for line in commands), commands  # fmt: skip


def test_nothing_is_pasted_into_the_shell() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    assert "secrets." not in (ROOT / "action.yml").read_text()
    assert all(item["description"] and "default" in item for item in ACTION["inputs"].values())


# What the page about CI says


def _blocks() -> dict[str, Any]:
    """The YAML files of docs/ci.md, by the name in their first line."""
    text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    found = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return {name: yaml.safe_load(block) for name, block in found}


def test_the_workflow_uses_what_the_action_has() -> None:
    workflow = _blocks()[".github/workflows/conduct.yml"]
    assert workflow["permissions"] == {"contents": "read"}
    used = workflow["jobs"]["conduct"]["steps"][-1]
    assert set(used["with"]) <= set(ACTION["inputs"])
    table = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs/ci.md").read_text(), re.MULTILINE)
    assert table == list(ACTION["inputs"])


def test_the_gitlab_job(branch: Repository) -> None:
    job = _blocks()[".gitlab-ci.yml"]["conduct"]
    assert job["variables"] == {"GIT_DEPTH": "0"}
    base = branch.git("merge-base", "origin/main", "HEAD")
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(job["script"])], cwd=branch.folder,
        env={**ENVIRONMENT, "PATH": PATH, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "1 weaker. This asks for" in done.stdout
    for path in (*job["artifacts"]["paths"], job["artifacts"]["reports"]["codequality"]):
        assert (branch.folder / path).stat().st_size > 0


# Hooks for pre-commit

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}


def test_the_hooks_that_the_page_names_are_there() -> None:
    hooks = _blocks()[".pre-commit-config.yaml"]["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == list(HOOKS)


@pytest.fixture
def pre_commit() -> str:
    found = shutil.which("pre-commit", path=PATH)
    if not found:
        pytest.skip("pre-commit is not installed")
    return found


def test_pre_commit_runs_the_hooks(pre_commit: str, tmp_path: Path) -> None:
    """The hooks as they are, but run by this Python: building one for them takes a network."""
    hooks = Repository(tmp_path / "hooks")
    system = [{**hook, "language": "system"} for hook in HOOKS.values()]
    rev = hooks.commit({".pre-commit-hooks.yaml": yaml.safe_dump(system)})
    config = _blocks()[".pre-commit-config.yaml"]
    config["repos"][0] |= {"repo": str(hooks.folder), "rev": rev}
    desk = Repository(tmp_path / "desk")
    desk.write({
        ".pre-commit-config.yaml": yaml.safe_dump(config), "codes/ours.yaml": CODE,
        "codes/bad.yaml": "conduct: 1\n", "other.yaml": "a: 1\n", "public/code.html": "stale\n",
    })  # fmt: skip
    desk.git("add", "-A")
    environment = {**ENVIRONMENT, "PATH": PATH, "PRE_COMMIT_HOME": str(tmp_path / "home")}

    def run() -> tuple[dict[str, str], str]:
        done = subprocess.run(
            [pre_commit, "run", "--all-files", "--color=never"], cwd=desk.folder, env=environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = re.findall(r"^conduct (\w+)\.+(Passed|Failed|Skipped)$", done.stdout, re.MULTILINE)
        return dict(told), done.stdout

    results, said = run()
    assert results == dict.fromkeys(("validate", "lint", "fmt", "render"), "Failed"), said
    assert "public/code.html is not what the code says now" in said
    assert "other.yaml" not in said
    (desk.folder / "codes/bad.yaml").unlink()
    page = [sys.executable, "-m", "conductkit", "render", "codes/ours.yaml", "-o"]
    subprocess.run([*page, "public/code.html"], cwd=desk.folder, check=True, capture_output=True)
    desk.git("add", "-A")
    results, said = run()
    assert results == {
        "validate": "Passed", "lint": "Failed", "fmt": "Passed", "render": "Passed"
    }, said  # fmt: skip
