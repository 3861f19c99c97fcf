"""`conduct diff` against what a reader made of real revisions, and against the golden pairs.

Both sides of each revision are imported, the new one onto the ids of the old, and compared.
`--all` prints every revision, else those that are wrong; `--revisions FOLDER` measures on others,
in the form of the corpus. `disagreed.yaml` names the labels that we read otherwise, and says why.
"""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from accuracy_import import table
from conductkit.change import Diff, mirror
from conductkit.diff import came, diff, went
from conductkit.difference.effects import axes
from conductkit.difference.wording import judge
from conductkit.errors import ConductError
from conductkit.importing import import_bytes, update_bytes
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.source import Source

BOUND = 0.9
DIRECTIONS = ("stronger", "weaker", "reversed")


@dataclass(frozen=True, slots=True)
class Revision:
    """One labelled revision."""

    name: str
    before: Path
    after: Path
    binds: str
    direction: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What diff says of a revision; `refused` says why a side, or both, are no code."""

    found: Diff
    refused: str = ""

    @property
    def neutral(self) -> bool:
        """Whether the revision as a whole is said to bind nobody otherwise."""
        return not self.refused and all(item.effect == "neutral" for item in self.found.changes)

    @property
    def unknown(self) -> bool:
        """Whether nothing but doubt is said."""
        effects = {item.effect for item in self.found.changes} - {"neutral"}
        return effects == {"unknown"} or bool(self.refused and not effects)

    def says(self, direction: str) -> bool:
        """Whether a change has the direction, and none the opposite one for sure."""
        changes = self.found.changes
        return any(item.effect == direction for item in changes) and not any(
            item.effect == mirror(direction) != direction and item.confidence == "high"
            for item in changes
        )


def revisions(folder: Path) -> list[Revision]:
    """Every labelled revision of a folder, in the order of its table."""
    found = []
    for row in table(folder / "REVISIONS.tsv"):
        stem = next(path for path in (folder / "revisions", folder) if path.is_dir()) / row["id"]
        sides = [next(stem.parent.glob(f"{stem.name}-{side}.*")) for side in ("before", "after")]
        found.append(Revision(row["id"], sides[0], sides[1], row["binds"], row["direction"]))
    return found


@cache
def disagreed() -> dict[str, str]:
    """The labels that we read otherwise, and why, by the revision's name."""
    found: dict[str, str] = yaml.safe_load(
        Path(__file__).with_name("disagreed.yaml").read_text(encoding="utf-8")
    )
    return found


def imported(path: Path, onto: tuple[Code, Source] | None) -> tuple[Code, Source]:
    """A side as a code, with the ids of the older edition where there is one."""
    data, name = path.read_bytes(), f"code{path.suffix}"
    made = update_bytes(data, name, *onto) if onto else import_bytes(data, name)
    loaded = load_text(made.yaml, "code.yaml")
    assert loaded.code is not None, loaded.findings
    assert loaded.source is not None
    return loaded.code, loaded.source


def answer(revision: Revision) -> Answer:
    """What diff says of the two sides. A side that is no code has no rules: the other came or
    went whole."""
    old, why = _side(revision.before, None)
    new, why_new = _side(revision.after, old)
    if old and new:
        return Answer(diff(old[0], new[0]))
    lone = went(old[0]) if old else came(new[0]) if new else Diff()
    return Answer(lone, why or why_new)


def _side(path: Path, onto: tuple[Code, Source] | None) -> tuple[tuple[Code, Source] | None, str]:
    try:
        return imported(path, onto), ""
    except ConductError as error:
        return None, str(error)


def golden(corpus: Path) -> Iterator[tuple[int, bool]]:
    """The number of each golden pair, and whether its effect and axes are right."""
    for row in yaml.safe_load((corpus / "golden" / "diff.yaml").read_text(encoding="utf-8")):
        found = judge(row["before"], row["after"], (row["language"], row["language"]))
        yield (
            row["id"],
            found.effect == row["effect"] and set(axes(found.evidence)) == set(row["axes"]),
        )


def wrong(revision: Revision, said: Answer) -> str:
    """What is wrong with an answer; "unforgivable" where a change of duty is called neutral."""
    if revision.binds == "yes" and said.neutral:
        return "unforgivable"
    if revision.binds == "no" and not said.neutral:
        return "noise"
    if revision.direction in DIRECTIONS and not said.says(revision.direction):
        return "direction"
    return ""


def run(corpus: Path, arguments: list[str]) -> int:
    """Measure and print; 1 where a bound is missed."""
    elsewhere = arguments[arguments.index("--revisions") + 1] if "--revisions" in arguments else ""
    chosen = revisions(Path(elsewhere) if elsewhere else corpus / "corpus")
    start = time.perf_counter()
    answers = {one.name: answer(one) for one in chosen}
    took = time.perf_counter() - start
    faults = {one.name: wrong(one, answers[one.name]) for one in chosen}
    for one in chosen:
        if faults[one.name] or "--all" in arguments:
            _show(one, answers[one.name], faults[one.name])
    rows = list(golden(corpus))
    bad = [number for number, right in rows if not right]
    print(f"\ngolden pairs right     {len(rows) - len(bad):3} of {len(rows)} {bad or ''}")
    met = _shares(chosen, faults)
    print(
        f"said unknown           {sum(answers[o.name].unknown for o in chosen):3} of {len(chosen)}"
    )
    print(f"a side is no code      {sum(bool(answers[o.name].refused) for o in chosen):3}")
    print(f"time                   {took:.1f} s to import and compare {len(chosen)}")
    return int(bool(bad) or not met)


def _shares(chosen: list[Revision], faults: dict[str, str]) -> bool:
    """Print each share, with and without the labels that we read otherwise; whether every bound
    is met without them."""
    silent = [one for one in chosen if faults[one.name] == "unforgivable"]
    binding = sum(one.binds == "yes" for one in chosen)
    print(f"binding called neutral {len(silent):3} of {binding} (must be none)")
    quiet = [one for one in chosen if one.binds == "no"]
    directed = [(name, [o for o in chosen if o.direction == name]) for name in DIRECTIONS]
    both = [one for _, ones in directed for one in ones]
    met = not silent
    for name, ones in (("binds nothing, said so", quiet), *directed, ("any direction", both)):
        agreed = [one for one in ones if one.name not in disagreed()]
        right, sure = (sum(not faults[one.name] for one in some) for some in (ones, agreed))
        rest = f" ({sure} of {len(agreed)} where we agree)" if len(agreed) < len(ones) else ""
        print(f"{name:22} {right:3} of {len(ones)}{rest}")
        if name not in DIRECTIONS:
            met = met and sure >= BOUND * len(agreed)
    return met


def _show(one: Revision, said: Answer, fault: str) -> None:
    why = f" (we disagree: {disagreed()[one.name]})" if fault and one.name in disagreed() else ""
    print(f"{one.name:36} {one.binds:7} {one.direction:8} {fault} {said.refused}{why}")
    effects = Counter(item.effect for item in said.found.changes)
    print("   ", dict(effects))
    for item in said.found.changes:
        if item.effect != "neutral":
            shown = "; ".join(f"{e.axis}: {e.old!r} -> {e.new!r} {e.effect}" for e in item.evidence)
            print(f"    {item.effect} {item.confidence} {item.kind} {item.change} {item.field} "
                  f"{item.name} {shown}"[:400])  # fmt: skip
            print(f"      - {(item.old or '')[:300]}\n      + {(item.new or '')[:300]}")
