"""Small codes for tests, written as their rules."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from conductkit.load import load_text
from conductkit.model import Code

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Rules = Mapping[str, str] | Sequence[Mapping[str, Any]]


def code(rules: Rules, path: str = "code.yaml", **fields: Any) -> Code:
    """A code with these rules: id to text, or whole rules; `fields` add to its head."""
    listed = (
        [{"id": key, "text": text} for key, text in rules.items()]
        if isinstance(rules, Mapping)
        else [dict(rule) for rule in rules]
    )
    head = {"conduct": "1", "id": "case", "title": "A code", "language": "en", **fields}
    if listed:
        head["rules"] = listed
    text = yaml.dump(head, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=10_000)
    loaded = load_text(text, path)
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    return loaded.code
