"""One cause, one entry: a spelling or a name changed throughout is one change with its rules."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from conductkit.change import Change
from conductkit.difference.editions import Editions
from conductkit.difference.passage import passage
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.model import Rule
from conductkit.redline import blocks

_LEAST = 3
_Swap = tuple[str, str]


def gathered(both: Editions, changes: Sequence[Change]) -> list[Change]:
    """The changes of rules; those that are the same replacement in three rules or more as one."""
    rules = {new.id: (old, new) for old, new in both.pairs.pairs}
    groups: dict[_Swap, list[Change]] = defaultdict(list)
    for change in changes:
        if change.change == "reworded" and change.id in rules:
            swap = _swap(both, *rules[change.id])
            if swap:
                groups[swap].append(change)
    chosen = {
        swap: group for swap, group in groups.items()
        if len(group) >= _LEAST and len({change.effect for change in group}) == 1
    }  # fmt: skip
    first = {id(group[0]): swap for swap, group in chosen.items()}
    inside = {id(change) for group in chosen.values() for change in group}
    found = []
    for change in changes:
        if id(change) in first:
            swap = first[id(change)]
            found.append(_one(change, swap, chosen[swap]))
        elif id(change) not in inside:
            found.append(change)
    return found


def _one(change: Change, swap: _Swap, group: Sequence[Change]) -> Change:
    where = f"The same in {len(group)} rules."
    return replace(
        change, old=swap[0] or None, new=swap[1] or None, rules=tuple(item.name for item in group),
        kind="code", id=change.code, old_id=change.code, notes=(where,),
    )  # fmt: skip


def _swap(both: Editions, old: Rule, new: Rule) -> _Swap | None:
    """The one replacement that makes the new text of the old one; None where there are others."""
    if old.why != new.why:
        return None
    one, two = passage(old.text, both.old.language), passage(new.text, both.new.language)
    found = {
        (_words(one.tokens[a:b]), _words(two.tokens[c:d]))
        for a, b, c, d in blocks(one.tokens, two.tokens)
    }
    if not found:
        spelled = [tuple(side.text.split()) for side in (one, two)]
        found = {
            (_words(spelled[0][a:b]), _words(spelled[1][c:d])) for a, b, c, d in blocks(*spelled)
        }
    found = {_lemmas(swap, both.old.language) for swap in found} if len(found) > 1 else found
    if len(found) != 1:
        return None
    swap = _lemmas(next(iter(found)), both.old.language)
    return swap if all(swap) or len((swap[0] + swap[1]).split()) >= _LEAST else None


def _lemmas(swap: _Swap, language: str) -> _Swap:
    """A swap of one word for one in the same form, in their base forms: “banned”, “blocked”."""
    if primary(language) != "en" or any(" " in part or not part for part in swap):
        return swap
    words = lexicon("en")
    for ending in ("ing", "ed", "s", ""):
        if all(part.endswith(ending) for part in swap):
            return lemma.verb(swap[0], words), lemma.verb(swap[1], words)
    return swap


def _words(words: Sequence[str]) -> str:
    return " ".join(word.strip(".,;:!?()").lower() for word in words)
