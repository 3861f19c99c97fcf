"""The replacements that findings offer, made in the text of a code: each in its own words alone.

Pure: a code and a way to lint come in, a code with another source comes out. A fix is made at the
bytes of its words, in the style in which they are written, so that comments, quotes and lines stay.
The result is read again, and a fix is kept only where

- the words have changed as the fix says, and nothing else in the file has;
- the diff between the code without it and with it calls every change neutral, and no digit changed;
- lint finds what it found before, less what was fixed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import NamedTuple

from conductkit import nodes, quoting
from conductkit.diff import diff
from conductkit.finding import Finding
from conductkit.lint import all_checks
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.nodes import Node, Scalar
from conductkit.offsets import after, offsets
from conductkit.source import Source, Span
from conductkit.write import Edit, splice

Lint = Callable[[Code], tuple[Finding, ...]]
_ROUNDS = 200
"""How often at most a text is linted again; fixes that overlap are made one round after another."""


class Kept(NamedTuple):
    """A fix that was not made, and why not, as the rest of a sentence."""

    finding: Finding
    why: str


class Fixed(NamedTuple):
    """What came of it: the code with its source, what was fixed, and which fixes were held back."""

    code: Code
    done: tuple[Finding, ...] = ()
    kept: tuple[Kept, ...] = ()


class _Fix(NamedTuple):
    """A finding's replacement for the characters from `start` on of the value of a scalar."""

    finding: Finding
    node: Scalar
    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.finding.quote)


@dataclass(frozen=True, slots=True)
class _Text:
    """One state of the file: its code, its nodes, and what lint finds in it."""

    source: Source
    code: Code
    root: Node | None
    found: tuple[Finding, ...]


def names(*, unsafe: bool) -> frozenset[str]:
    """The checks whose fixes are safe; with `unsafe` those judged from words, too."""
    wanted = ("safe", "unsafe") if unsafe else ("safe",)
    return frozenset(name for name, check in all_checks().items() if check.fix in wanted)


def fixable(finding: Finding, checks: Collection[str]) -> bool:
    """Whether a finding is to be fixed: it counts, and one of these checks offers a fix."""
    return finding.counts and finding.fix is not None and finding.check in checks


def fix(code: Code, lint: Lint, checks: Collection[str]) -> Fixed:
    """Make the fixes that some checks offer in a code, as long as there are any."""
    source = code.place.source
    text = _Text(source, code, nodes.read(source.text), lint(code))
    done: list[Finding] = []
    kept: list[Kept] = []
    held: set[tuple[str, str | None, str, str]] = set()
    for _ in range(_ROUNDS):
        batch = list(_apart(one for one in _fixes(text, checks) if _key(one.finding) not in held))
        if not batch:
            break
        text, made, refused = _make(text, batch, lint)
        done += made
        if made:  # what was refused may be right now: it is tried again
            kept, held = [], set()
        else:
            kept += refused
            held |= {_key(one.finding) for one in refused}
    return Fixed(text.code, tuple(done), tuple(kept))


def _key(finding: Finding) -> tuple[str, str | None, str, str]:
    """What a finding is known by while lines and columns shift."""
    return finding.check, finding.rule, finding.quote, finding.message


def _fixes(text: _Text, checks: Collection[str]) -> Iterator[_Fix]:
    """The fixes to make, by place. Words that several rules share by alias go by the strictest."""
    places = {_place(one) for one in text.found if one.fix is not None and not one.counts}
    scalars = sorted(_scalars(text.root), key=lambda node: node.start)
    starts = [node.start for node in scalars]
    for finding in text.found:
        if not fixable(finding, checks) or _place(finding) in places:
            continue
        places.add(_place(finding))
        at = text.source.line_start(finding.span.line) + finding.span.column - 1
        node = scalars[max(0, bisect_left(starts, at + 1) - 1)]
        start = bisect_left(offsets(text.source.text, node), at)
        one = _Fix(finding, node, start, finding.fix or "")
        if finding.quote and node.value[start : one.end] == finding.quote:
            yield one


def _place(finding: Finding) -> tuple[str, Span]:
    return finding.check, finding.span


def _scalars(root: Node | None) -> list[Scalar]:
    """Every value of a file that is words, once."""
    found: dict[int, Scalar] = {}
    open_ = [root]
    while open_:
        node = open_.pop()
        if isinstance(node, Scalar):
            found[id(node)] = node
        elif isinstance(node, nodes.Sequence):
            open_ += node.items
        elif node is not None:
            open_ += [value for _, value in node.entries]
    return list(found.values())


def _apart(fixes: Iterable[_Fix]) -> Iterator[_Fix]:
    """Those that do not overlap the one before."""
    last: _Fix | None = None
    for one in sorted(fixes, key=lambda one: (one.node.start, one.start, one.end)):
        if last is None or one.node is not last.node or one.start >= last.end:
            yield one
            last = one


def _make(
    text: _Text, batch: Sequence[_Fix], lint: Lint
) -> tuple[_Text, list[Finding], list[Kept]]:
    """Make all fixes of a batch that may be made: all at once, or else by halves."""
    now, made, kept = text, list[_Fix](), list[Kept]()
    parts = [list(batch)]
    while parts:
        part = parts.pop()
        trial = _try(text, now, [*made, *part], lint)
        if isinstance(trial, _Text):
            now = trial
            made += part
        elif len(part) == 1:
            kept.append(Kept(part[0].finding, trial))
        else:
            half = len(part) // 2
            parts += [part[half:], part[:half]]
    return now, [one.finding for one in made], kept


def _try(text: _Text, now: _Text, fixes: Sequence[_Fix], lint: Lint) -> _Text | str:
    """The text with these fixes made, or why they may not be.

    `now` is the text with those of them that were made before. Only the rest is compared: of many
    slips in one rule, mended at once, diff says rightly that somebody must read it.
    """
    if any(_digits(one.finding.quote) != _digits(one.words) for one in fixes):
        return "it would change a number"
    edits = [edit for one in fixes for edit in _edits(text.source.text, one)]
    source = Source(text.source.path, splice(text.source.text, edits))
    code = load_text(source.text, source.path).code
    if code is None:
        return "the file would not read the same"
    trial = _Text(code.place.source, code, nodes.read(source.text), ())
    if not _same(text.root, trial.root, _values(fixes)):
        return "the file would not read the same"
    if any(change.effect != "neutral" for change in diff(now.code, code).changes):
        return "it might change what is asked"
    found = lint(code)
    worse = _worse(text.found, found, fixes)
    return f"`{worse}` would be found then" if worse else replace(trial, found=found)


def _digits(words: str) -> str:
    return "".join(char for char in words if char.isdigit())


def _edits(text: str, one: _Fix) -> Iterator[Edit]:
    """The bytes to change: only those that differ, so that a line broken between words stays so."""
    places = offsets(text, one.node)
    pairs = SequenceMatcher(None, one.finding.quote, one.words, autojunk=False).get_opcodes()
    for kind, old, old_end, new, new_end in pairs:
        if kind == "equal":
            continue
        start, end = one.start + old, one.start + old_end
        words = quoting.inside(one.words[new:new_end], one.node.style)
        if start < end:
            yield Edit(places[start], after(text, one.node, end - 1), words)
        else:
            at = after(text, one.node, start - 1) if start else places[0]
            yield Edit(at, at, words)


def _values(fixes: Iterable[_Fix]) -> dict[int, str]:
    """What the scalars say with the fixes made."""
    values: dict[int, str] = {}
    for one in sorted(fixes, key=lambda one: one.start, reverse=True):
        value = values.get(id(one.node), one.node.value)
        values[id(one.node)] = value[: one.start] + one.words + value[one.end :]
    return values


def _same(old: Node | None, new: Node | None, values: dict[int, str]) -> bool:
    """Whether two files hold the same nodes in the same styles, save these values."""
    pairs: list[tuple[Node | None, Node | None]] = [(old, new)]
    while pairs:
        one, two = pairs.pop()
        if isinstance(one, Scalar) and isinstance(two, Scalar):
            alike = (values.get(id(one), one.value), one.style) == (two.value, two.style)
        elif isinstance(one, nodes.Sequence) and isinstance(two, nodes.Sequence):
            alike = (len(one.items), one.flow) == (len(two.items), two.flow)
            pairs += zip(one.items, two.items, strict=False)
        elif isinstance(one, nodes.Mapping) and isinstance(two, nodes.Mapping):
            alike = (len(one.entries), one.flow) == (len(two.entries), two.flow)
            for entry, other in zip(one.entries, two.entries, strict=False):
                pairs += zip(entry, other, strict=True)
        else:
            return False
        if not alike or (one.tag, one.anchor) != (two.tag, two.anchor):
            return False
    return True


def _worse(
    before: Iterable[Finding], now: Iterable[Finding], fixes: Sequence[_Fix]
) -> str | None:  # fmt: skip
    """A check that finds more than it found before, less what was fixed.

    A finding that names further places stays while one of them does.
    """
    most = Counter((one.check, one.rule) for one in before)
    most.subtract((one.finding.check, one.finding.rule) for one in fixes if not one.finding.also)
    for key, number in Counter((one.check, one.rule) for one in now).items():
        if number > most[key]:
            return key[0]
    return None
