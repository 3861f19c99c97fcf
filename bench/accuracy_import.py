"""`conduct import` against what a careful editor made of the same texts.

`import_truth.tsv` says for some of the texts how many values, rules and consequences there are, and
what title, contact, licence, first and last rule are. Every third text of the index was held out
while the importer was written: `--held-out` measures on those only, `--seen` on the others.
"""

import csv
import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conductkit.errors import ConductError
from conductkit.importing import Imported, import_bytes
from conductkit.load import load_text

BOUND = 0.9
FIELDS = (
    "title", "values", "rules", "consequences", "contact", "licence", "first_rule", "last_rule",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the corpus; `held_out` where it was not looked at."""

    name: str
    path: Path
    held_out: bool


def texts(corpus: Path) -> list[Text]:
    """Every text of the index, in its order."""
    rows = table(corpus / "corpus" / "INDEX.tsv")
    return [
        Text(row["id"], corpus / "corpus" / row["file"], number % 3 == 0)
        for number, row in enumerate(rows, start=1)
    ]


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file whose quotes are plain characters."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(text: Text) -> Imported | str:
    """What import makes of a text: a code, or the sentence that says why it is none."""
    try:
        return import_bytes(text.path.read_bytes(), text.path.name)
    except ConductError as error:
        return str(error)


def judged(truth: Mapping[str, str], tree: Mapping[str, Any]) -> dict[str, bool]:
    """Field by field: whether the code says what the editor found."""
    found = rules(tree)
    values, steps = tree.get("values", []), tree.get("consequences", [])
    sources = str(tree.get("sources", [])) + str(tree.get("closing", ""))
    return {
        "title": truth["title"] == "none" or bare(truth["title"]) == bare(tree["title"]),
        "values": within(len(values), truth["values"]),
        "rules": within(len(found), truth["rules"]),
        "consequences": within(len(steps), truth["consequences"]),
        "contact": contact(truth["contact"], tree.get("contacts", [])),
        "licence": licence(truth["licence"], sources),
        "first_rule": says(found[:1], truth["first_rule"]),
        "last_rule": says(found[-1:], truth["last_rule"]),
    }


def rules(tree: Mapping[str, Any]) -> list[str]:
    """The words of every rule, in order."""
    parts = [*tree.get("sections", []), tree]
    return [
        f"{rule.get('title', '')} {rule['text']}"
        for part in parts
        for rule in part.get("rules", [])
    ]


def within(count: int, told: str) -> bool:
    """Whether a count lies in a range such as 14-16."""
    least, _, most = told.partition("-")
    return int(least) <= count <= int(most or least)


def says(found: list[str], told: str) -> bool:
    """Whether a rule holds one of the beginnings that the editor would accept."""
    text = bare(found[0]) if found else ""
    return any(bare(start) in text for start in told.split("|"))


def contact(told: str, contacts: list[dict[str, str]]) -> bool:
    """Whether the address, the placeholder or its absence was found."""
    if told == "none":
        return not contacts
    words = bare(str([list(entry.values())[1:] for entry in contacts]))
    if told == "placeholder":
        return bool(contacts) and bool(re.search(r"insert|contact|todo|note|email|info", words))
    return bool(contacts) and all(bare(part) in words for part in told.split(","))


def licence(told: str, sources: str) -> bool:
    """Whether the licence and the works named are among the sources; none where there is none."""
    words = bare(sources)
    if told.startswith("none"):
        return "licence" not in sources
    wanted = re.split(r"[;,(]", told)
    return all(bare(part) in words for part in wanted if not part.strip().startswith("JSConf"))


def bare(text: str) -> str:
    """Words in lower case with one space between."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def lost(text: Text, made: Imported) -> Counter[str]:
    """The words of the file, counted, that are neither in the YAML nor on the list of the left."""
    raw = text.path.read_text(encoding="utf-8", errors="replace")
    raw = re.sub(r"<!--|-->|</?[A-Za-z][^<>]*>", _targets, raw)
    raw = html.unescape(re.sub(r"\{%\s*trans(?:late)?\b|\bhref=|<!DOCTYPE html>", " ", raw))
    kept = f"{made.yaml} " + " ".join(f"{one.text}" for one in made.report.left)
    have = Counter(re.findall(r"[^\W_]+", html.unescape(kept).casefold()))
    return Counter(re.findall(r"[^\W_]+", raw.casefold())) - have


def _targets(tag: "re.Match[str]") -> str:
    """What of a tag is told to a reader: where a link leads, other than into the page itself."""
    found = re.search(r"""^<a\s[^>]*\bhref=["']?([^\s"'>#][^\s"'>]*)""", tag[0])
    return f" {found[1]} " if found else " "


def results(
    corpus: Path, chosen: list[Text]
) -> Iterator[tuple[Text, Imported | str, dict[str, bool]]]:
    """Each text, what became of it and how it was judged (empty where nobody judged it)."""
    truths = {row["id"]: row for row in table(corpus / "corpus" / "import_truth.tsv")}
    for text in chosen:
        made = read(text)
        truth = truths.get(text.name)
        right = judged(truth, made.tree) if truth and isinstance(made, Imported) else {}
        if truth and isinstance(made, str):
            right = dict.fromkeys(FIELDS, False)
        yield text, made, right


def run(corpus: Path, arguments: list[str]) -> int:
    """Measure and print; 1 where a field is right less than nine times in ten."""
    chosen = [
        text
        for text in texts(corpus)
        if ("--held-out" not in arguments or text.held_out)
        and ("--seen" not in arguments or not text.held_out)
    ]
    hits: Counter[str] = Counter()
    total = words = 0
    faults = 0
    for text, made, right in results(corpus, chosen):
        wrong = [field for field in FIELDS if right and not right[field]]
        if isinstance(made, str):
            print(f"{text.name:36} no code: {made}")
        else:
            gone = lost(text, made)
            words += sum(gone.values())
            faults += load_text(made.yaml).code is None
            counts = made.report.counts
            print(
                f"{text.name:36} {counts['values']:3} values {counts['rules']:3} rules"
                f" {counts['consequences']:2} steps {len(made.report.unsure):3} unsure"
                f" {made.report.unplaced:3} unplaced {' '.join(wrong)}"
                + (f"  LOST {dict(gone.most_common(8))}" if gone else "")
            )
        total += bool(right)
        hits.update(field for field in FIELDS if right.get(field))
    print(f"\n{len(chosen)} texts, {total} judged, {faults} do not load, {words} words lost")
    for field in FIELDS:
        print(f"  {field:14} {hits[field]:3} of {total}")
    bad = any(hits[field] < BOUND * total for field in FIELDS)
    return int(bad or bool(words) or bool(faults))
