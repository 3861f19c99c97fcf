"""JSON as text that is safe to show: what would act on a terminal or reorder words is escaped."""

import json
from typing import Any

from conductkit.patterns import lazily

_ACTS = lazily(
    r"[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def dumps(data: Any) -> str:
    """The data as indented JSON, a line break at its end; read back it is the same data."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
