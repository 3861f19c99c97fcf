"""Changes as a SARIF log: those that do something to a duty; the effect is the rule."""

import hashlib
from collections import Counter
from typing import Any

from conductkit.change import Change, Diff
from conductkit.reports._places import placed
from conductkit.reports._sarif_log import location, log, message
from conductkit.reports._words import said
from conductkit.source import Span

_EFFECTS = {
    "reversed": ("error", "The duty says the opposite of what it said."),
    "mixed": ("error", "The duty became weaker in one way and stronger in another."),
    "weaker": ("error", "The duty, or the protection of those it serves, became weaker."),
    "unknown": ("warning", "The words changed and it cannot be told what that does: read them."),
    "stronger": ("note", "The duty became stronger."),
}


def changes(result: Diff) -> str:
    """The whole log, a result a change."""
    rules = [
        {
            "id": effect,
            "shortDescription": {"text": words},
            "help": {"text": f"{words} `conduct diff` shows the words of both sides."},
            "defaultConfiguration": {"level": level},
        }
        for effect, (level, words) in _EFFECTS.items()
    ]
    places = {effect: index for index, effect in enumerate(_EFFECTS)}
    seen: Counter[str] = Counter()
    results = [
        _result(change, span, places[change.effect], seen)
        for change, span in placed(result)
        if change.effect in _EFFECTS
    ]
    return log(rules, results)


def _result(change: Change, span: Span | None, place: int, seen: Counter[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": change.effect, "ruleIndex": place, "level": _EFFECTS[change.effect][0],
        "message": message(said(change)),
        "partialFingerprints": {"conductChange/v1": _mark(change, seen)},
        "properties": {"code": change.code, "kind": change.kind, "change": change.change,
                       "confidence": change.confidence},
    }  # fmt: skip
    if span is not None:
        found["locations"] = [location(span)]
    return found


def _mark(change: Change, seen: Counter[str]) -> str:
    """What the change is known by: the element and the words of both sides, never the lines."""
    parts = (
        change.code, change.kind, change.name, change.field, change.change, change.effect,
        change.old or "", change.new or "",
    )  # fmt: skip
    key = "\0".join(parts)
    seen[key] += 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
