"""A code in which every field is given, with a test's words in every field that takes words."""

import json
from typing import Any

from conductkit.fields import CODE, Shape
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.scalar_types import EMAIL_TYPE, PROSE, URL_TYPE, WORDS, ScalarType

_IDS = {
    "party": "staff", "value": "empathy", "rule": "privacy", "section": "trust",
    "consequence": "warning", "measure": "nps", "retired": "old-rule", "code": "everything",
}  # fmt: skip
_EXACT: dict[tuple[str, str], Any] = {
    ("code", "adopted"): "2026-01-01", ("code", "effective"): "2026-02-01",
    ("code", "review_by"): "2027-01-01", ("code", "language"): "en",
    ("code", "channels"): ["phone"],
    ("rule", "backed_by"): ["staff-code#privacy", "#privacy"], ("rule", "binds"): ["customers"],
    ("rule", "serves"): ["customers"], ("rule", "principles"): ["professionalism"],
    ("retired", "replaced_by"): "privacy", ("contact", "phone"): "+44 20 7946 0000",
}  # fmt: skip
_SCALARS = {
    "date": "2026-01-01", "version": "1.0.0", "number": "31", "digest": "sha256:" + "0" * 64,
    "format version": "1", "id": "name", "channel id": "phone", "party id": "staff",
    "value id": "empathy", "measure id": "nps", "rule id": "privacy",
}  # fmt: skip


def everything(words: str, url: str = "https://example.org/", email: str = "a@example.org") -> Code:
    """The code; AssertionError where such words do not load."""
    line = " ".join(words.splitlines())
    given = {WORDS.name: line, PROSE.name: words, URL_TYPE.name: url, EMAIL_TYPE.name: email}
    document = _mapping(CODE, given)
    document.pop("rules")
    document["parties"].append({**document["parties"][0], "id": "customers"})
    loaded = load_text(json.dumps(document), "everything.yaml")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    return loaded.code


def _mapping(shape: Shape, given: dict[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for field in shape.fields:
        if (shape.name, field.key) in _EXACT:
            made[field.key] = _EXACT[shape.name, field.key]
            continue
        if field.key == "id":
            one: Any = _IDS.get(shape.name, "name")
        elif isinstance(field.type, Shape):
            one = _mapping(field.type, given)
        else:
            one = _scalar(field.type, given)
        made[field.key] = [one] if field.many else one
    return made


def _scalar(type: ScalarType, given: dict[str, str]) -> str:
    if type.choices:
        return type.choices[0]
    return given.get(type.name) or _SCALARS[type.name]
