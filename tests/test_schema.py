"""The JSON Schema accepts all that the loader accepts, and refuses what it can."""

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from typer.testing import CliRunner

from conductkit import cli, schema
from conductkit.fields import CODE, shapes
from conductkit.load import load_file, load_text
from conductkit.nodes import Mapping, Node, Scalar, read
from made_codes import plain, trees

ROOT = Path(__file__).resolve().parent.parent
# Not imported by name: it has no types of its own, and whether stubs are there differs.
Validator: Any = importlib.import_module("jsonschema").Draft202012Validator
VALIDATOR = Validator(schema.json_schema())
HEAD = "conduct: 1\nid: a\ntitle: A\nlanguage: en\n"
VALUES = "values: [{id: v, name: V}]\n"
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def core(node: Node) -> Any:
    """A node as an editor sees it: typed by the core schema of YAML 1.2."""
    if isinstance(node, Mapping):
        return {str(core(key)): core(value) for key, value in node.entries}
    if not isinstance(node, Scalar):
        return [core(item) for item in node.items]
    value = node.value
    if node.style or node.tag:
        return value
    if value in ("", "~", "null", "Null", "NULL"):
        return None
    if value.lower() in ("true", "false") and value in (
        value.lower(),
        value.title(),
        value.upper(),
    ):
        return value.lower() == "true"
    if _INTEGER.fullmatch(value):
        return int(value)
    if _OCTAL_HEX.fullmatch(value):
        return int(value, 0)
    if _SPECIAL.fullmatch(value):
        return float(value.replace(".", "", 1))
    return float(value) if _FLOAT.fullmatch(value) else value


def faults(text: str) -> list[str]:
    root = read(text)
    assert root is not None
    return [error.message for error in VALIDATOR.iter_errors(core(root))]


def test_it_is_a_schema() -> None:
    Validator.check_schema(schema.json_schema())
    assert json.loads(schema.text()) == schema.json_schema()


def test_every_key_has_its_description() -> None:
    made = schema.json_schema()
    for shape in shapes():
        part = made if shape is CODE else made["$defs"][shape.name]
        assert list(part["properties"]) == [field.key for field in shape.fields]
        for field in shape.fields:
            assert part["properties"][field.key]["description"] == field.doc


@given(trees())
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_loads_validates(tree: dict[str, Any]) -> None:
    for style in ('"', None):
        text = yaml.safe_dump(plain(tree), default_style=style, width=10**6)
        if load_text(text).code is not None:
            assert faults(text) == []
    from conductkit.emit import emit

    text = emit(tree)
    assume(load_text(text).code is not None)
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + VALUES,
        HEAD + VALUES + "rules: []\n",
        "conduct: ' 1 '\nid: ' a '\ntitle: 1.10\nlanguage: no\nvalues: [{id: 404, name: true}]\n",
        HEAD + "values: [{id: true, name: .inf}]\nstatus: ' draft'\n",
        HEAD + VALUES + "x-own: null\nowner: {name: Me, x-b: [1, {c: ~}]}\n",
        HEAD + "sections: [{id: s, title: S}, {id: t, title: T, rules: [{id: r, text: R.}]}]\n",
        HEAD + VALUES + "version: '1.10.0'\nreview_by: 2026-01-31\n",
        HEAD + VALUES + "measures: [{id: m, name: M, target: 007, baseline: '+1.5'}]\n",
    ],
)
def test_odd_but_good(text: str) -> None:
    assert load_text(text).findings == ()
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + "values: []\n",
        HEAD + "rules: []\n",
        HEAD + "values: []\nrules: []\n",
        HEAD.replace("id: a\n", "") + VALUES,
        HEAD.replace("conduct: 1", "conduct: 2") + VALUES,
        HEAD + VALUES + "rules: []\nsections: []\n",
        HEAD + VALUES + "colour: red\n",
        HEAD + VALUES + "purpose:\n",
        HEAD + VALUES + "purpose: '  '\n",
        HEAD + VALUES + "authors: Ann\n",
        HEAD + VALUES + "owner: Ann\n",
        HEAD + VALUES + "status: final\n",
        HEAD + VALUES + "version: 1.0\n",
        HEAD + VALUES + "review_by: soon\n",
        HEAD + VALUES + "owner: {name: Ann, email: ann}\n",
        HEAD + "values: [{id: A B, name: V}]\n",
        HEAD + "values: [{id: -1, name: V}]\n",
        HEAD + "values: [{id: v, name: [V]}]\n",
        HEAD + "sections: [{id: s, title: S}]\n",
        HEAD + "rules: [{id: r, text: R., level: shall}]\n",
        HEAD + "rules: [{id: r, text: R., backed_by: [privacy]}]\n",
        HEAD + VALUES + "rules: [{id: r, text: R., values: [v, v]}]\n",
        HEAD + VALUES + "measures: [{id: m, name: M, target: many}]\n",
    ],
)
def test_what_the_loader_refuses_and_a_schema_can_see(text: str) -> None:
    assert load_text(text).code is None
    assert faults(text) != []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "codes").glob("*.yaml")), ids=lambda path: path.stem
)
def test_shipped_codes(path: Path) -> None:
    assert load_file(str(path)).code is not None
    assert faults(path.read_text(encoding="utf-8")) == []


# ── the command ───────────────────────────────────────────────────────────────────────────────


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(["schema"]), ["schema", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def test_to_the_terminal() -> None:
    assert run() == (0, schema.text(), "")


def test_to_a_file_and_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    stale = "s.json: not up to date. Run `conduct schema -o s.json`.\n"
    assert run("-o", "s.json", "--check") == (1, stale, "")
    assert run("-o", "s.json") == (0, "", "s.json: written.\n")
    assert run("-o", "s.json", "--check") == (0, "", "")
    assert run("-o", "s.json") == (0, "", "s.json: up to date already.\n")
    (tmp_path / "s.json").write_text("{}")
    assert run("-o", "s.json", "--check") == (1, stale, "")
    assert (tmp_path / "s.json").read_text() == "{}"


def test_what_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--check")[0] == 2
    assert run("-o", str(tmp_path))[0] == 2
    assert run("-o", "no/where.json")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_a_code_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.yaml").write_text("conduct: 1\nid: a\n")
    code, out, err = run("-o", "ours.yaml")
    assert (code, out) == (2, "")
    assert "ours.yaml: this file is a code" in err
    assert (tmp_path / "ours.yaml").read_text() == "conduct: 1\nid: a\n"
