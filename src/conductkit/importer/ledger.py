"""The account of words: each word of each block is in the code or in the list of what was left."""

import re
from collections import defaultdict

from conductkit.importer.draft import Draft, Left, Rule, Section, Step, Target, Value
from conductkit.importer.words import tokens
from conductkit.outline import Block, Remark

_LINK_LEFT = "the target of a link in a name; names are plain words"
_UNPLACED = "not placed: the importer did not find a field for these words"


def balance(blocks: list[Block], draft: Draft) -> list[Left]:
    """The words of the blocks that are neither placed nor left out; [] where all is well."""
    targets: dict[int, list[Target]] = defaultdict(list)
    for one in draft.placed:
        targets[one.line].append(one.target)
    left: dict[int, set[str]] = defaultdict(set)
    for entry in draft.left:
        left[entry.line].update(tokens(entry.text))
    known: dict[int, frozenset[str]] = {}
    accounted: dict[int, set[str]] = {}
    missing: list[Left] = []
    for block in blocks:
        if block.kind == "furniture":
            continue
        if block.line not in accounted:
            accounted[block.line] = set(left[block.line])
            for target in targets[block.line]:
                if id(target) not in known:
                    known[id(target)] = frozenset(tokens(_words(target, draft)))
                accounted[block.line] |= known[id(target)]
        found = accounted[block.line]
        lost = [word for word in tokens(block.text) if word not in found]
        targets_lost = _targets(block.text)
        if lost and set(lost) <= set(tokens(targets_lost)):
            missing.append(Left(block.line, targets_lost, _LINK_LEFT))
        elif lost:
            missing.append(Left(block.line, " ".join(lost), _UNPLACED))
    return missing


def _targets(text: str) -> str:
    """Where the links of a text lead."""
    return " ".join(re.findall(r"\]\(([^()\s]{1,500})\)", text))


def _words(target: Target, draft: Draft) -> str:
    """Everything that a part of the code says."""
    if isinstance(target, Rule):
        parts = [
            target.title,
            target.text,
            target.why,
            target.level,
            target.id,
            *target.values,
            *target.good,
            *target.bad,
        ]
    elif isinstance(target, Value):
        parts = [target.name, target.text]
    elif isinstance(target, Section):
        parts = [target.title, *target.text]
    elif isinstance(target, Step):
        parts = [target.name, target.when, target.then]
    elif target.target == "title":
        parts = [draft.title]
    elif target.target == "issuer":
        parts = [draft.issuer]
    elif target.target == "terms":
        parts = [word for pair in draft.terms for word in pair]
    else:
        parts = draft.fields.get(target.target, [])
    return " ".join(parts)


def settle(blocks: list[Block], draft: Draft) -> None:
    """Put what is missing on the list of what was left out, and say so."""
    for entry in balance(blocks, draft):
        draft.left.append(entry)
        if entry.reason != _UNPLACED:
            continue
        words = f"{len(entry.text.split())} words of this line found no place in the code"
        draft.remarks.append(
            Remark("words-unplaced", entry.line, entry.text[:80], words, "Add them by hand.")
        )
