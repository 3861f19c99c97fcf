"""The laws of merging, checked by facts that are read without any code of ours."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import yaml

from conductkit.change import Change
from conductkit.diff import diff
from conductkit.fmt import format_source
from conductkit.load import load_text
from conductkit.merge import Merged, merge
from conductkit.source import Source
from merge_facts import Facts, comments, decided, facts, known_ids, sentences

_PROSE = ("why", "purpose", "scope", "text", "when", "then")


@dataclass(frozen=True)
class Case:
    """Three texts and what comes of them; all facts by the ids that rules have in the base."""

    base: str
    ours: str
    theirs: str
    made: Merged

    @cached_property
    def known(self) -> tuple[dict[str, str], dict[str, str]]:
        return known_ids(self.base, self.ours, self.theirs)

    @cached_property
    def facts(self) -> tuple[Facts, Facts, Facts]:
        one, two = self.known
        return facts(self.base, {}), facts(self.ours, one), facts(self.theirs, two)

    def read(self, text: str) -> Facts:
        return facts(text, self.known[0] | self.known[1])


def check(base: str, ours: str, theirs: str) -> str:
    """Merge three texts and hold the result to the laws; "clean", "conflict" or "no code"."""
    if any(load_text(text).code is None for text in (base, ours, theirs)):
        return "no code"
    for side in (ours, theirs):
        assert merge(base, side, side) == Merged(side)
        assert merge(base, base, side) == Merged(side)
        assert merge(base, side, base) == Merged(side)
    made, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    named = [sorted(conflict.what for conflict in one.conflicts) for one in (made, turned)]
    assert named[0] == named[1], "the sides do not commute"
    assert all(conflict.what != "the code" for conflict in made.conflicts), "not piece by piece"
    case = Case(base, ours, theirs, made)
    if made.conflicts:
        _marked(made)
        _both_texts_stand(case)
        _apart(case)
        return "conflict"
    assert case.read(made.text) == case.read(turned.text), "the sides do not commute"
    assert comments(made.text) == comments(turned.text), "the sides do not commute"
    _decided(case)
    _comments_stay(case)
    _loads(case)
    _tells_the_same(case)
    return "clean"


def _picked(base: str | None, ours: str | None, theirs: str | None) -> tuple[bool, str | None]:
    """Whether one side decides, and for what."""
    if ours == theirs or theirs == base:
        return True, ours
    return ours == base, theirs


def _decided(case: Case) -> None:
    """Each fact is what the side made of it that changed it."""
    b, o, t = case.facts
    now = case.read(case.made.text)
    for path in {**b, **o, **t, **now}:
        sure, fact = _picked(b.get(path), o.get(path), t.get(path))
        if path == ("version",) and not sure:
            sure, fact = True, max(o[path], t[path])
        if path[-1] == "@home" and path[:-1] not in now:
            continue  # a rule that one side took out and the other only moved is gone
        if path[0] == "sections" and fact is None and path in now:
            kept = f"section “{path[1]}”, which "
            assert kept in " ".join(case.made.notes), f"{path} stays in silence"
            continue
        if not sure and path[-1] in _PROSE:
            _sentences_stand(b[path], o[path], t[path], now[path])
            assert path[-2:][0] in " ".join(case.made.notes) or len(path) == 1, f"{path}: silent"
            continue
        assert sure, f"{path} was decided for nobody"
        if path[-1] == "@home" and now.get(path) != fact:
            assert f"rule “{path[1]}”" in " ".join(case.made.notes), f"{path} moved in silence"
            continue
        assert now.get(path) == fact, f"{path}: {now.get(path)} in place of {fact}"


def _sentences_stand(base: str, ours: str, theirs: str, now: str) -> None:
    old, there = Counter(sentences(base)), Counter(sentences(now))
    for side in (ours, theirs):
        new = Counter(sentences(side))
        assert not (new - old) - there, f"{new - old} is lost in “{now}”"
    gone = (old - Counter(sentences(ours))) | (old - Counter(sentences(theirs)))
    assert there == old - gone + (Counter(sentences(ours)) - old | Counter(sentences(theirs)) - old)


def _comments_stay(case: Case) -> None:
    texts = (case.base, case.ours, case.theirs, case.made.text)
    b, o, t, now = (comments(part) for part in texts)
    for words in {**o, **t}:
        least = max(o[words], t[words]) if min(o[words], t[words]) >= b[words] else 0
        assert now[words] >= least, f"the comment “{words}” is lost"
    assert set(now) <= {*b, *o, *t}


def _loads(case: Case) -> None:
    """The result is a code, and `conduct fmt` leaves what it says."""
    assert load_text(case.made.text).code is not None
    tidy = format_source(Source("", case.made.text))
    assert facts(tidy, {}) == facts(case.made.text, {}), "fmt changes what it says"


def _tells_the_same(case: Case) -> None:
    """Of edits that are apart, diff tells of the merge what it tells of the two sides."""
    b, o, t = case.facts
    touched = _touched(b, o), _touched(b, t)
    came_or_went = {path[:2] for side in (o, t) for path in {**b, **side}
                    if path[0] in ("rules", "sections") and (path in b) != (path in side)
                    and len(path) == 2}  # fmt: skip
    moved = any(path[-1] == "@home" and b[path] != side.get(path) for side in (o, t) for path in b)
    shared = any(path[0] in _SHARED for side in touched for path in side)
    if touched[0] & touched[1] or came_or_went or moved or shared:
        return
    codes = [load_text(text).code for text in (case.base, case.ours, case.theirs, case.made.text)]
    assert codes[0]
    told = [
        # Of two rules that change places either may be the one that moved.
        Counter(_key(item) for item in diff(codes[0], code).changes if item.change != "moved")
        if code
        else Counter()
        for code in codes[1:]
    ]
    assert told[2] == told[0] | told[1], f"diff tells {told[2]} for {told[0]} and {told[1]}"


def _key(change: Change) -> tuple[str, ...]:
    named = f"{change.old_id or change.id} {change.field} {change.old} {change.new}"
    return change.kind, change.change, change.effect, named


def _touched(base: Facts, side: Facts) -> set[tuple[str, ...]]:
    """The elements, the fields of the code and its lists of words in which two texts differ."""
    return {
        path[: 1 if len(path) == 2 and path[1][:2] == "= " else 2]
        for path in {**base, **side}
        if base.get(path) != side.get(path)
    }


def _marked(made: Merged) -> None:
    """Each conflict stands once between marks that name it."""
    heads = Counter(re.findall(r"^<<<<<<< ours: (.*?)\r?$", made.text, re.MULTILINE))
    feet = Counter(re.findall(r"^>>>>>>> theirs: (.*?)\r?$", made.text, re.MULTILINE))
    told = [(f"{one.what}: {' '.join(one.why.split())}", one.what) for one in made.conflicts]
    assert heads == Counter(head for head, _ in told), "marks that do not name their conflict"
    assert feet == Counter(foot for _, foot in told), "marks that do not name their conflict"


def _both_texts_stand(case: Case) -> None:
    """Decided for a side, a text with conflicts says all that this side had changed."""
    b, *sides = case.facts
    for name, side, text in zip(("ours", "theirs"), sides, (case.ours, case.theirs), strict=True):
        chosen = decided(case.made.text, name)
        try:
            now = case.read(chosen)
        except (yaml.YAMLError, StopIteration) as error:
            raise AssertionError(f"decided for {name}, it is no YAML") from error
        for path, words in side.items():
            if b.get(path) == words or path[-1] == "@home" or path == ("version",):
                continue
            if path[-1] in _PROSE and now.get(path) != words:
                new = Counter(sentences(words)) - Counter(sentences(b.get(path, "")))
                assert not new - Counter(sentences(now.get(path, ""))), f"{path}: {new} is lost"
                continue
            assert now.get(path) == words, f"{path}: {words} is lost for {name}"
        for words in comments(text) - comments(case.base):
            assert words in case.made.text, f"the comment “{words}” is lost"


_SHARED = ("values", "terms", "channels", "binds", "sections", "measures", "parties", "version")


def _apart(case: Case) -> None:
    """There is no conflict where the sides changed different elements."""
    b, o, t = case.facts
    mine, yours = _touched(b, o), _touched(b, t)
    if any(path[0] in _SHARED for path in mine | yours) or comments(case.ours + case.theirs):
        return
    assert mine & yours, f"{case.made.conflicts} though the sides changed {mine} and {yours}"
