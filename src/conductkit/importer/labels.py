"""Words behind a label that belong to the rule above them: “Why: …”, “Bad example: …”."""

import re

from conductkit.importer.draft import Draft, Rule
from conductkit.importer.lexicon import Lexicon
from conductkit.outline import Block

_LABEL = re.compile(
    r"[*_]{0,3}(?P<label>[^\W\d_][\w’' -]{0,24}?)\s?(?:[:：][*_]{0,3}|[*_]{1,3}\s?[:：])\s*"
    r"(?P<rest>[^\s].*)",
    re.DOTALL,
)


def found(block: Block, words: Lexicon) -> tuple[str, str, str] | None:
    """The label of a block, the field of a rule that it names, and the words behind it."""
    match = _LABEL.fullmatch(block.text)
    if match is None:
        return None
    label = match["label"].strip()
    fields = (("why_label", "why"), ("good_label", "good"), ("bad_label", "bad"))
    field = next((field for name, field in fields if words.whole(name, label)), "")
    return (label, field, match["rest"].strip()) if field else None


def take(block: Block, rule: Rule, draft: Draft, words: Lexicon) -> bool:
    """Whether a block says why a rule is there, or gives an example of it; it is placed then."""
    told = found(block, words)
    if told is None:
        return False
    label, field, rest = told
    if field == "why":
        rule.why = f"{rule.why}\n\n{rest}".strip()
    else:
        (rule.good if field == "good" else rule.bad).append(rest)
    draft.leave(block.line, label, f"a label; what stands behind it is `{field}` of the rule")
    draft.place(block, rule)
    return True
