"""The level of a rule is not the level that its words have.

Why: the page shows the level, a comparison of versions judges by it, and people read the words.
If the two differ, somebody is wrong about the duty.

Example: `level: must` with “Staff should reply within one day.” → `level: should`, or “Staff must
reply within one day.”

Fix: change the level or the words, whichever is not meant. Only plain contradictions are
reported: a prohibition against a duty, or must, should and may where the words say another of
them.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.language import Directive, Reading, level_of, read, word_list
from conductkit.model import Code, Rule


@define("warning", "consistency", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule in code.rules:
        reading = read(rule.text, code.language)
        if not rule.level or not reading.directives or not reading.sentences[0].directives:
            continue  # “Physical contact. You should ask first.” begins with what is forbidden
        if rule.level not in {level_of(one) for one in reading.directives}:
            yield from _mismatch(rule, reading)


def _mismatch(rule: Rule, reading: Reading) -> Iterator[Hit]:
    unclear = word_list("level-mismatch", reading.language).entries
    if any(word in unclear for one in reading.directives for word in one.modal.cue.split()):
        return
    bans = rule.level.endswith("not")
    turned = all(one.negated != bans for one in reading.directives)
    if not turned and not all(_plain(one) for one in reading.directives):
        return
    first = reading.directives[0]
    read_as = level_of(first)
    if first.modal.cue:
        said = f"the words say “{reading.quote(first.modal)}”"
        start, end = first.modal.start, first.modal.end
    else:
        said = f"the words are {'a prohibition' if first.negated else 'an order'}"
        start, end = first.start, first.end
    yield whole(
        rule, "level", f"The level is {rule.level}, but {said}",
        f"Write `level: {read_as}`, or change the words.",
        also=[rule.place.words("text", start, end)],
    )  # fmt: skip


def _plain(directive: Directive) -> bool:
    """Whether a word of its own says how strong the directive is."""
    return directive.form == "modal" and bool(directive.modal.cue)
