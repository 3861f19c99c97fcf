"""`conduct lint` against what readers found in real codes, each imported first.

Three tables say what is right: the golden file of the CX TouchPoints code (each row names its
rule), `findings.tsv` (rows that name a check of lint or a remark of import) and
`must_not_flag.tsv`. `--list` prints every finding of the
texts instead, to be judged by a reader, and `--files PATH…` does so for texts from elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from accuracy_import import table
from conductkit.check import Context
from conductkit.errors import ConductError
from conductkit.finding import Finding, Severity
from conductkit.importing import import_bytes
from conductkit.lint import check_names, lint
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.project import catalogue
from conductkit.source import Source, Span

BOUND = 0.9
TODAY = date(2026, 6, 1)
REMARKS = ("numbering-broken", "web-residue", "name-casing")
"""What import says of the source itself; a row may ask for these too."""


@dataclass(frozen=True, slots=True)
class Linted:
    """A text as a code, its YAML, and everything that is said of it; `remarks` are of import."""

    code: Code
    source: Source
    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a reader asks for, or that no check may say (`check` is then what not)."""

    name: str
    text: str
    check: str
    quote: str


@cache
def linted(path: Path, part: int = 1) -> Linted | str:
    """What import and lint make of a file, or the sentence that says why it is no code."""
    try:
        made = import_bytes(path.read_bytes(), path.name, part=part)
    except ConductError as error:
        return str(error)
    source = Source(path.name, made.yaml)
    code = load_text(made.yaml, path.name).code
    assert code is not None, path
    found = lint(code, Context(today=TODAY, catalogue=catalogue(code)))
    return Linted(code, source, found, made.report.findings)


def parts(path: Path) -> Iterator[Linted]:
    """Every code of a file: one language after the other, where it holds several."""
    for number in count(1):
        text = linted(path, number)
        if isinstance(text, str):
            return
        yield text


# ── the corpus ────────────────────────────────────────────────────────────────────────────


def wanted(corpus: Path) -> list[Row]:
    """The rows that name a check."""
    known = {*check_names(), *REMARKS}
    rows = table(corpus / "corpus" / "findings.tsv")
    return [
        Row(row["n"], row["id"], row["check"], row["quote"])
        for row in rows
        if row["check"] in known
    ]


def forbidden(corpus: Path) -> list[Row]:
    """The words that look like defects and are none."""
    return [
        Row(str(number), row["id"], "contact-missing" if "contact-missing" in row["why"] else "",
            row["quote"])
        for number, row in enumerate(table(corpus / "corpus" / "must_not_flag.tsv"), 1)
    ]  # fmt: skip


@cache
def files(corpus: Path) -> dict[str, Path]:
    """The texts of the corpus by name."""
    rows = table(corpus / "corpus" / "INDEX.tsv")
    return {row["id"]: corpus / "corpus" / row["file"] for row in rows}


def met(row: Row, text: Linted) -> bool:
    """Whether a finding of the row's check touches the row's words; what is missing has none."""
    if row.check in REMARKS:
        return any(one.check == row.check for one in text.remarks)
    own = [one for one in text.findings if one.check == row.check]
    if row.check.endswith("-missing"):
        return bool(own)
    # Sentences that import has parted are looked for one by one.
    quotes = [row.quote, *row.quote.split(". ")]
    spots = next((found for one in quotes if (found := list(places(one, text.source)))), [])
    return any(_meet(span, spot) for one in own for span in (one.span, *one.also) for spot in spots)


def flagged(row: Row, text: Linted) -> list[Finding]:
    """The findings that lie on words that are no defect."""
    spots = list(places(row.quote, text.source))
    return [
        one
        for one in text.findings
        if one.check == row.check or any(_inside(one.span, spot) for spot in spots)
    ]


def places(quote: str, source: Source) -> Iterator[Span]:
    """Where some words stand in a YAML text, marks and line breaks aside.

    The marks around them belong to the place. A quote of marks alone is any place.
    """
    sought, _ = _letters(quote)
    letters, offsets = _letters(source.text)
    if not sought:
        yield source.span(0, len(source.text))
        return
    at = letters.find(sought)
    while at >= 0:
        last = at + len(sought)
        start = offsets[at - 1] + 1 if at and not quote[0].isalnum() else offsets[at]
        end = offsets[last] if last < len(offsets) else len(source.text)
        yield source.span(start, end)
        at = letters.find(sought, at + 1)


@cache
def _letters(text: str) -> tuple[str, tuple[int, ...]]:
    """The letters and digits of a text in lower case, with their offsets."""
    pairs = [(low, at) for at, one in enumerate(text) if one.isalnum() for low in one.lower()]
    return "".join(low for low, _ in pairs), tuple(at for _, at in pairs)


def _meet(one: Span, two: Span) -> bool:
    return one[1:3] < two[3:5] and two[1:3] < one[3:5]


def _inside(one: Span, two: Span) -> bool:
    return two[1:3] <= one[1:3] and one[3:5] <= two[3:5]


# ── the golden file ───────────────────────────────────────────────────────────────────────


def golden(corpus: Path) -> dict[str, list[dict[str, Any]]]:
    """The lists `must`, `must_import`, `may` and `must_not` of the CX TouchPoints code."""
    text = (corpus / "golden" / "lint-cx-touchpoints.yaml").read_text(encoding="utf-8")
    rows: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return rows


def published(corpus: Path) -> Linted:
    """The CX TouchPoints code, imported from the page."""
    (path,) = (corpus / "seeds").glob("000_*.txt")
    text = linted(path)
    assert isinstance(text, Linted), text
    return text


def answered(row: dict[str, Any], text: Linted) -> bool:
    """Whether a finding stands on the row's rule (null: anywhere) and touches its words."""
    number = row["rule"]
    rule = None if number is None else text.code.rules[number - 1].id
    own = [one for one in text.findings if one.check == row["check"] and rule in (None, one.rule)]
    if not row["quote"] or row["check"].endswith("-missing"):
        return bool(own)
    spots = list(places(row["quote"], text.source))
    return any(_meet(span, spot) for one in own for span in (one.span, *one.also) for spot in spots)


# ── what is printed ───────────────────────────────────────────────────────────────────────


def run(corpus: Path, arguments: list[str]) -> int:
    """Measure and print; 1 where a target is missed."""
    if "--list" in arguments or "--files" in arguments:
        return _list(corpus, arguments)
    return int(not all([_golden(corpus), _rows(corpus), _sound(corpus)]))


def _golden(corpus: Path) -> bool:
    """Every `must` and no `must_not` of the CX TouchPoints code."""
    text, rows = published(corpus), golden(corpus)
    missed = [row for row in rows["must"] if not answered(row, text)]
    wrong = [row for row in rows["must_not"] if answered(row, text)]
    must, banned = len(rows["must"]), len(rows["must_not"])
    print(_share("CX TouchPoints: recall", must - len(missed), must))
    print(f"  precision: {len(wrong)} of {banned} things said that must not be")
    for name, faults in (("missed", missed), ("wrong", wrong)):
        for row in faults:
            print(f"  {name} {row['check']} {row['rule']}")
    return not missed and not wrong


def _rows(corpus: Path) -> bool:
    """Nine in ten of what readers found in the corpus."""
    asked = wanted(corpus)
    missed = [row for row in asked if not found(row, corpus)]
    print(_share("findings.tsv: recall", len(asked) - len(missed), len(asked)))
    for row in missed:
        print(f"  missed {row.name} {row.text}: {row.check} “{row.quote}”")
    return len(missed) <= (1 - BOUND) * len(asked)


def _sound(corpus: Path) -> bool:
    """Nothing on words that are no defect."""
    noise = list(loud(corpus))
    print(f"must_not_flag.tsv: precision: {len(noise)} findings on words that are no defect")
    for row, one in noise:
        print(f"  wrong {row.text}: {one.check} “{one.quote}”")
    return not noise


def _share(name: str, part: int, whole: int) -> str:
    return f"{name} {part} of {whole} ({part / whole:.0%})"


def found(row: Row, corpus: Path) -> bool:
    """Whether lint, or import where the row asks for it, says what the reader said."""
    return any(met(row, text) for text in parts(files(corpus)[row.text]))


def loud(corpus: Path) -> Iterator[tuple[Row, Finding]]:
    """The findings on words that are no defect."""
    for row in forbidden(corpus):
        for text in parts(files(corpus)[row.text]):
            yield from ((row, one) for one in flagged(row, text))


def _list(corpus: Path, arguments: list[str]) -> int:
    named = [word for word in arguments if not word.startswith("--")]
    if "--files" in arguments:
        chosen: Iterable[Path] = [Path(word) for word in named]
    else:
        known = files(corpus)
        chosen = [known[word] for word in named] or list(known.values())
    tally: Counter[tuple[str, str]] = Counter()
    for path in chosen:
        text = linted(path)
        if isinstance(text, str):
            print(f"## {path.name}: {text}\n")
            continue
        sizes = Counter(one.severity.word for one in text.findings)
        print(f"## {path.name}: {len(text.code.rules)} rules, {dict(sizes)}")
        for one in text.findings:
            if one.severity > Severity.INFO or "--info" in arguments:
                tally[one.check, one.severity.word] += 1
                quote = " ".join(one.quote.split())
                print(f"{one.span.line}: {one.severity.word} {one.check}: «{quote}» {one.message}")
        print()
    for (check, severity), times in sorted(tally.items()):
        print(f"{times:4} {severity:8} {check}")
    return 0
