"""The shipped CX TouchPoints code says what was published, but for a listed set of corrections.

Both editions are read with plain PyYAML and every scalar as text, so that nothing here depends on
the loader of this project.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED_FILE = ROOT / "tests" / "data" / "cx-touchpoints-as-published.yaml"
SHIPPED_FILE = ROOT / "codes" / "cx-touchpoints.yaml"

# By rule id: the published words and the corrected ones. A rule that is not here is unchanged.
CORRECTIONS: dict[str, list[tuple[str, str]]] = {
    "keep-customers-in-mind": [
        ("into business", "in business"),
        ("fulfills", "fulfils"),
    ],
    "positive-attitude": [("times, it", "times. It")],
    "dignity": [("is was", "it was")],
    "tailor-engagement": [
        ("customer\u00b4s", "customer\u2019s"),
        ("personalization", "personalisation"),
    ],
    "progress-updates": [("request, so", "request. So")],
    "use-customer-names": [("use it when", "use them when")],
    "speak-calmly": [("customer, move", "customer. Move")],
    "listen": [("ear, listening", "ear. Listening")],
    "share-best-practices": [("competitors always", "competitors. Always")],
    "stay-composed": [("take personal what", "take personally what")],
    "report-warning-signs": [
        ("experience, this", "experience. This"),
        ("ravings", "raving"),
    ],
    "solve-problems-early": [("erupt, solve", "erupt. Solve")],
    "keep-work-simple": [
        ("easy, this", "easy. This"),
        ("colleague\u2019s", "colleagues\u2019"),
    ],
    "positive-language": [
        ("colleagues, do", "colleagues. Do"),
        ("criticize", "criticise"),
    ],
    "courtesy": [("courteous, this", "courteous. This")],
}
PURPOSE_CORRECTIONS = [("behavior", "behaviour")]


def read(path: Path) -> dict[str, Any]:
    code = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(code, dict)
    return code


PUBLISHED = read(PUBLISHED_FILE)
SHIPPED = read(SHIPPED_FILE)
PUBLISHED_RULES: list[dict[str, Any]] = PUBLISHED["rules"]
SHIPPED_RULES: list[dict[str, Any]] = [
    rule for section in SHIPPED["sections"] for rule in section["rules"]
]
PAIRS = [
    pytest.param(published, shipped, id=published["id"])
    for published, shipped in zip(PUBLISHED_RULES, SHIPPED_RULES, strict=True)
]


def corrected(text: str, corrections: list[tuple[str, str]]) -> str:
    """`text` with each correction made; each must stand there once, as whole words."""
    for old, new in corrections:
        pattern = rf"(?<!\w){re.escape(old)}(?!\w)"
        assert len(re.findall(pattern, text)) == 1, f"{old!r} is not once in {text!r}"
        text = re.sub(pattern, new, text)
    return text


def seed_lines() -> list[str]:
    """The lines of the published page, from the corpus folder; skips where there is none."""
    corpus = os.environ.get("CONDUCTKIT_CORPUS")
    if not corpus:
        pytest.skip("CONDUCTKIT_CORPUS is not set")
    (seed,) = Path(corpus, "seeds").glob("000_*.txt")
    return seed.read_text(encoding="utf-8").splitlines()


def test_both_editions_have_the_same_rules_in_the_same_order() -> None:
    ids = [rule["id"] for rule in PUBLISHED_RULES]
    assert ids == [rule["id"] for rule in SHIPPED_RULES]
    assert len(ids) == len(set(ids)) == 33


def test_both_editions_have_the_same_five_values() -> None:
    names = ["Cheerfulness", "Empathy", "Responsiveness", "Respect", "Honesty"]
    for code in (PUBLISHED, SHIPPED):
        assert [value["name"] for value in code["values"]] == names
        assert [value["id"] for value in code["values"]] == [name.lower() for name in names]


@pytest.mark.parametrize(("published", "shipped"), PAIRS)
def test_the_words_are_the_published_ones(
    published: dict[str, Any], shipped: dict[str, Any]
) -> None:
    expected = corrected(published["text"], CORRECTIONS.get(published["id"], []))
    words = f"{shipped['text']} {shipped.get('why', '')}".split()
    assert words == expected.split()


def test_every_correction_belongs_to_a_rule() -> None:
    assert set(CORRECTIONS) <= {rule["id"] for rule in PUBLISHED_RULES}


def test_title_purpose_and_closing_are_the_published_ones() -> None:
    assert SHIPPED["id"] == PUBLISHED["id"]
    assert SHIPPED["title"] == PUBLISHED["title"]
    assert SHIPPED["purpose"] == corrected(PUBLISHED["purpose"], PURPOSE_CORRECTIONS)
    assert SHIPPED["closing"] == PUBLISHED["closing"]


@pytest.mark.parametrize("rule", SHIPPED_RULES, ids=lambda rule: str(rule["id"]))
def test_text_and_reason_end_with_a_full_stop(rule: dict[str, Any]) -> None:
    assert rule["text"].endswith(".")
    assert rule.get("why", ".").endswith(".")


def test_every_value_is_used_and_none_rules_the_code() -> None:
    tags = [rule["values"] for rule in SHIPPED_RULES]
    uses = Counter(tag for values in tags for tag in values)
    assert set(uses) == {value["id"] for value in SHIPPED["values"]}
    assert min(uses.values()) >= 2
    assert max(uses.values()) <= len(SHIPPED_RULES) // 2
    assert all(1 <= len(values) == len(set(values)) <= 3 for values in tags)


def test_the_published_edition_carries_no_more_than_the_page() -> None:
    assert set(PUBLISHED) == {
        *("conduct", "id", "title", "language", "purpose", "issuer"),
        *("values", "rules", "closing", "sources"),
    }
    assert all(set(rule) == {"id", "text"} for rule in PUBLISHED_RULES)
    assert all(set(value) == {"id", "name"} for value in PUBLISHED["values"])


def test_both_editions_name_whose_text_it_is() -> None:
    for code in (PUBLISHED, SHIPPED):
        (source,) = code["sources"]
        assert source["author"] == "CX TouchPoints Group"
        assert source["licence"].startswith("All rights in the text remain with CX TouchPoints")


def test_the_published_edition_is_the_page_line_by_line() -> None:
    lines = seed_lines()
    numbered = [line for line in lines if re.match(r" +\d+\. ", line)]
    numbers = [*range(1, 24), *range(1, 11)]
    assert numbered == [
        f"  {number}. {rule['text']}" for number, rule in zip(numbers, PUBLISHED_RULES, strict=True)
    ]
    bullets = [line for line in lines if line.startswith("  \u2022 ")]
    assert bullets == [f"  \u2022 {value['name']}" for value in PUBLISHED["values"]]
    assert lines[0] == PUBLISHED["title"]
    assert lines[2] == PUBLISHED["purpose"]
    assert f"{PUBLISHED['closing']} #CustomerServiceCode" in lines
