"""Fixes: the bytes of their own words and no others, in every style of YAML; never a duty."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from conductkit import fixing
from conductkit.check import Context
from conductkit.diff import diff
from conductkit.finding import Finding, Severity
from conductkit.importing import import_bytes
from conductkit.lint import lint
from conductkit.load import load, load_text
from conductkit.model import Code
from conductkit.source import Source, Span
from fixing_texts import texts

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT / "tests" / "data" / "cx-touchpoints-as-published.yaml"
HEAD = "conduct: 1\nid: case\ntitle: A code\nlanguage: en\nrules:\n- id: a\n  text: "


def find(code: Code) -> tuple[Finding, ...]:
    return lint(code, Context(today=date(2026, 6, 1)))


def code_of(text: str) -> Code:
    loaded = load_text(text, "code.yaml")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    return loaded.code


def fix(code: Code, *, unsafe: bool = True) -> fixing.Fixed:
    return fixing.fix(code, find, fixing.names(unsafe=unsafe))


def text_of(code: Code) -> str:
    return code.place.source.text


# Behind `text:`, before and after.
STYLES = {
    "plain": ("Ask  first .  # a  b .", "Ask first.  # a  b ."),
    "plain over lines": (
        "Ask  the\n    customer . # x\n# y  z",
        "Ask the\n    customer. # x\n# y  z",
    ),
    "single": ("'Don''t ask  first .' # a  b", "'Don''t ask first.' # a  b"),
    "single, a mark comes": ("'It''s the user´s choice.'", "'It''s the user''s choice.'"),
    "double": ('"Ask \\u2014  please\\x2c  now ."', '"Ask \\u2014  please\\x2c now."'),
    "double, an escape goes": ('"Ask the cus\\u00adtomer."', '"Ask the customer."'),
    "double over lines": (
        '"Ask  the \\\n    customer ."',
        '"Ask the \\\n    customer."',
    ),
    "literal": (
        "|\n    Ask  first .\n\n    Then  wait .\n\n\n# end",
        "|\n    Ask first.\n\n    Then wait.\n\n\n# end",
    ),
    "folded": (
        ">- # h  h\n      Ask  first\n      and wait .\n",
        ">- # h  h\n      Ask first\n      and wait.\n",
    ),
    "words over a fold": (
        ">-\n    Give them a\n    answer.\n",
        ">-\n    Give them an\n    answer.\n",
    ),
    "a phrase over a fold": (
        ">-\n    Never take\n    personal what they say.\n",
        ">-\n    Never take\n    personally what they say.\n",
    ),
    "a break that goes with its words": (
        ">-\n    Call the\n    the customer back\n    today.\n",
        ">-\n    Call the customer back\n    today.\n",
    ),
    "two breaks in a literal": (
        "|\n    Never take\n    personal what they say.\n",
        "|\n    Never take\n    personally what they say.\n",
    ),
    "fixes that overlap": ("Make a arguement  .", "Make an argument."),
    "case": ("The the desk will RECIEVE you. A answer helps.",
             "The desk will RECEIVE you. An answer helps."),
}  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_styles(name: str, line_break: str) -> None:
    old, new = ((HEAD + words).replace("\n", line_break) for words in STYLES[name])
    assert text_of(fix(code_of(old)).code) == new


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Do not not call them.", "it might change what is asked"),
        ("You should ask. Staff must not hide it. We need to to tell them.", "`many-duties`"),
        ("Give a a answer.", "`a-an`"),
        ("What it is is a gift.", ""),
    ],
)
def test_what_is_left(words: str, why: str) -> None:
    """And why: a duty would change, or lint would find something that it did not find before."""
    code = code_of(HEAD + words)
    fixed = fix(code)
    assert text_of(fixed.code) == text_of(code)
    assert [one.why[: len(why)] for one in fixed.kept] == ([why] if why else [])


def offer(span: Span, quote: str, words: str) -> Finding:
    return Finding(
        check="spacing", severity=Severity.INFO, span=span, message="M", rule="a", quote=quote,
        fix=words,
    )  # fmt: skip


def offering(quote: str, words: str, start: int) -> fixing.Fixed:
    """What comes of a fix that some check might offer for words of the one rule."""

    def one(code: Code) -> tuple[Finding, ...]:
        text = text_of(code)
        if text.find(quote, start) < 0:
            return ()
        span = code.place.source.span(text.index(quote), text.index(quote) + len(quote))
        return (offer(span, quote, words),)

    return fixing.fix(code_of(HEAD + "Call them within 3 days, unless they ask."), one,
                      fixing.names(unsafe=False))  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "words", "why"),
    [
        ("3 days", "4 days", "it would change a number"),
        ("within 3 days", "soon", "it would change a number"),
        (", unless they ask", "", "it might change what is asked"),
        ("Call", "Do not call", "it might change what is asked"),
        ("Call", "You may call", "it might change what is asked"),
        (" days", ": days", "the file would not read the same"),
        (" days", " #days", "the file would not read the same"),
        ("days,", "days\n", "the file would not read the same"),
        ("Call", "*call", "the file would not read the same"),
    ],
)
def test_no_check_can_fix_a_duty_or_break_a_file(quote: str, words: str, why: str) -> None:
    fixed = offering(quote, words, len(HEAD))
    assert [one.why for one in fixed.kept] == [why]
    assert not fixed.done
    assert text_of(fixed.code) == HEAD + "Call them within 3 days, unless they ask."


def test_a_finding_whose_words_are_elsewhere_is_not_fixed() -> None:
    def wrong(_code: Code) -> tuple[Finding, ...]:
        return (offer(Span("code.yaml", 7, 9, 7, 11), "zz", ""),)

    code = code_of(HEAD + "Ask first.")
    assert text_of(fixing.fix(code, wrong, {"spacing"}).code) == text_of(code)


def test_safe_fixes_alone() -> None:
    fixed = fix(code_of(HEAD + "You will recieve  the the letter ."), unsafe=False)
    assert text_of(fixed.code) == HEAD + "You will recieve the the letter."
    assert {one.check for one in fixed.done} == {"spacing"}


def test_waived_words_stay() -> None:
    waive = "\n  waive: [{check: spacing, reason: A quotation.}]"
    text = HEAD + "Ask  first." + waive
    assert text_of(fix(code_of(text)).code) == text


def test_words_shared_by_alias_are_fixed_once_and_not_where_one_is_waived() -> None:
    shared = HEAD + "&x Ask  first.\n- id: b\n  text: *x"
    fixed = fix(code_of(shared))
    assert text_of(fixed.code) == shared.replace("Ask  first", "Ask first")
    waived = shared + "\n  waive: [{check: spacing, reason: A quotation.}]"
    assert text_of(fix(code_of(waived)).code) == waived


def test_the_published_code() -> None:
    """Every slip that has one remedy, and nothing else."""
    code = load(PUBLISHED)
    fixed = fix(code)
    old, new = text_of(code).splitlines(), text_of(fixed.code).splitlines()
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    pairs = [
        ("you are into business", "you are in business"), ("ravings fans", "raving fans"),
        ("that is was their", "that it was their"),
        ("each customer´s unique", "each customer’s unique"),
        ("Never take personal what", "Never take personally what"),
    ]  # fmt: skip
    expected = text_of(code)
    for wrong, right in pairs:
        assert expected.count(wrong) == 1
        expected = expected.replace(wrong, right)
    assert text_of(fixed.code) == expected
    assert len(changed) == len(pairs)
    assert not fixed.kept
    assert all(change.effect == "neutral" for change in diff(code, fixed.code).changes)


# ── laws ──────────────────────────────────────────────────────────────────────────────────────


def outside(source: Source, findings: tuple[Finding, ...]) -> list[str]:
    """What stands between the words that findings name."""

    def offset(line: int, column: int) -> int:
        return source.line_start(line) + column - 1

    spans = sorted(
        (offset(span.line, span.column), offset(span.end_line, span.end_column))
        for one in findings
        for span in (one.span, *one.also)
        if one.fix is not None
    )
    parts, at = [], 0
    for start, end in spans:
        if start >= at:
            parts.append(source.text[at:start])
        at = max(at, end)
    return [*parts, source.text[at:]]


def in_turn(parts: list[str], text: str) -> bool:
    """Whether a text is made of these parts, with something or nothing between them."""
    first, *rest = parts
    if not rest:
        return text == first
    at = len(first)
    for part in rest[:-1]:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return text.startswith(first) and text.endswith(rest[-1]) and len(text) - len(rest[-1]) >= at


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts())
def test_laws(text: str) -> None:
    code = load_text(text, "code.yaml").code
    assume(code is not None)  # the loader takes some remarks behind plain words for swallowed words
    assert code is not None
    obey(code)


def obey(code: Code) -> None:
    """Only the named words change; no duty; nothing new is found; once is enough."""
    before = find(code)
    fixed = fix(code)
    assert in_turn(outside(code.place.source, before), text_of(fixed.code))
    assert load_text(text_of(fixed.code)).code == fixed.code
    new = Counter((one.check, one.rule) for one in find(fixed.code))
    new.subtract((one.check, one.rule) for one in before)
    assert [key for key, number in new.items() if number > 0] == []
    assert {change.effect for change in diff(code, fixed.code).changes} <= {"neutral", "unknown"}
    again = fix(fixed.code)
    assert not again.done
    assert text_of(again.code) == text_of(fixed.code)


@pytest.mark.parametrize("name", ["react-virtualized.md", "tmodloader.md", "confcoc-he.html"])
def test_laws_on_real_codes(name: str, corpus: Path) -> None:
    code = code_of(import_bytes((corpus / "corpus" / "docs" / name).read_bytes(), name).yaml)
    assert fix(code).done
    obey(code)
