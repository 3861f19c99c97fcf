"""One act is asked for in several rules.

Why: its conditions get scattered; whoever looks up one rule misses what the other adds.

Example: “Notify your manager of complaints.” and, far below, “Notify your manager of delays.” →
one rule with both cases, or two that stand together.

Fix: bring them together, or let them be where each has its own case.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._acts import Deed, deeds, plain_words
from conductkit.language import word_list
from conductkit.model import Code


@define("info", "duplicates", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    vague = {*word_list("inner-verbs", "en").entries, *word_list("objects", "en").entries}
    vague |= set(word_list("same-act-passes", "en").entries)
    found: dict[tuple[object, ...], dict[str, Deed]] = {}
    for deed in deeds(code):
        force = deed.directive.modal.force
        if force not in ("duty", "ban") or deed.verb in vague or deed.object in vague:
            continue
        if deed.object is None and " " not in deed.verb:
            continue
        object_ = None if " " in deed.verb else deed.object
        key = (deed.verb, object_, force, code.bound(deed.rule))
        found.setdefault(key, {}).setdefault(deed.rule.id, deed)
    for by_rule in found.values():
        group = _distinct(list(by_rule.values()))
        if len(group) > 1:
            yield _hit(group)


def _distinct(group: list[Deed]) -> list[Deed]:
    """Without the rules that are copies of another."""
    texts = {plain_words(deed.rule.text, deed.reading.language): deed for deed in reversed(group)}
    return list(texts.values())[::-1]


def _hit(group: list[Deed]) -> Hit:
    first = group[0]
    act = " … ".join(part for part in (first.verb, first.object) if part)
    others = ", ".join(deed.rule.id for deed in group[1:])
    return words(
        first.rule, "text", first.directive.start, first.directive.main_end,
        f"The same act ({act}) is asked for in {len(group)} rules: also in {others}",
        "Bring them together, or let them be where each has its own case.",
        also=[deed.span for deed in group[1:]],
    )  # fmt: skip
