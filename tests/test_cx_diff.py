"""From the published CX TouchPoints code to the shipped one: every correction is what it is."""

from collections import Counter
from pathlib import Path

import pytest

from conductkit.change import Diff
from conductkit.diff import diff
from conductkit.load import load
from conductkit.reports._words import swaps

# By rule, what the reworded text shows; all of it neutral, a reason that moved as that.
MOVED = "its reason moved to `why`"
REWORDED = {
    "keep-customers-in-mind": "“into” → “in”, “fulfills” → “fulfils”",
    "positive-attitude": f"“, it” → “. It”; {MOVED}",
    "dignity": "“is” → “it”",
    "welcome-complaints": MOVED,
    "tailor-engagement": (
        f"“customer´s” → “customer’s”, “personalization” → “personalisation”; {MOVED}"
    ),
    "progress-updates": f"“, so” → “. So”; {MOVED}",
    "use-customer-names": f"“it” → “them”; {MOVED}",
    "neat-appearance": MOVED,
    "speak-calmly": f"“, move” → “. Move”; {MOVED}",
    "know-your-products": MOVED,
    "equal-respect": MOVED,
    "listen": f"“, listening” → “. Listening”; {MOVED}",
    "share-best-practices": "“always” → “. Always”",
    "stay-composed": f"“personal” → “personally”; {MOVED}",
    "report-warning-signs": f"“, this” → “. This”, “ravings” → “raving”; {MOVED}",
    "solve-problems-early": f"“, solve” → “. Solve”; {MOVED}",
    "keep-work-simple": f"“, this” → “. This”, “colleague’s” → “colleagues’”; {MOVED}",
    "positive-language": "“, do” → “. Do”, “criticize” → “criticise”",
    "courtesy": f"“, this” → “. This”; {MOVED}",
}
# The one rule whose words direct nobody: that it is a duty was said first by its level.
UNDECIDED = {("best-experience", "level", "unknown")}


@pytest.fixture(scope="module")
def found() -> Diff:
    root = Path(__file__).resolve().parent.parent
    old = load(root / "tests" / "data" / "cx-touchpoints-as-published.yaml")
    return diff(old, load(root / "codes" / "cx-touchpoints.yaml"))


def test_every_changed_text_is_a_correction(found: Diff) -> None:
    shown = {item.name: swaps(item) for item in found.changes if item.change == "reworded"}
    assert shown == REWORDED
    assert {item.effect for item in found.changes if item.change == "reworded"} == {"neutral"}


def test_nothing_else_of_a_rule_changes_a_duty(found: Diff) -> None:
    rules = [item for item in found.changes if item.kind == "rule"]
    assert {item.change for item in rules} == {"reworded", "retagged", "edited"}
    loud = {(item.name, item.field, item.effect) for item in rules if item.effect != "neutral"}
    assert loud == UNDECIDED
    levels = [item for item in rules if item.field == "level"]
    assert len(levels) == 33


def test_what_is_new_beside_the_rules_is_said_once(found: Diff) -> None:
    loud = Counter(
        (item.kind, item.change, item.field, item.effect)
        for item in found.changes
        if item.kind != "rule" and item.effect != "neutral"
    )
    assert loud == {
        ("code", "added", "binds", "unknown"): 1,
        ("code", "added", "serves", "unknown"): 1,
        ("code", "added", "channels", "unknown"): 1,
        ("code", "added", "scope", "unknown"): 1,
        ("code", "added", "effective", "unknown"): 1,
        ("code", "edited", "status", "stronger"): 1,
        ("code", "added", "redress", "stronger"): 1,
        ("code", "added", "limits", "weaker"): 1,
        ("value", "edited", "text", "unknown"): 5,
        ("term", "added", "", "unknown"): 4,
        ("consequence", "added", "", "stronger"): 3,
        ("contact", "added", "", "stronger"): 4,
    }


def test_the_shipped_code_beside_itself_is_no_change() -> None:
    code = load(Path(__file__).resolve().parent.parent / "codes" / "cx-touchpoints.yaml")
    assert diff(code, code).changes == ()
