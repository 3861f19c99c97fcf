"""Words mixed up in writing, which every reader takes for the other: their and there, its and it's,
“others opinions”, “everyone are”."""

from conductkit.difference import cues
from conductkit.difference.nouns import names_or_describes
from conductkit.difference.passage import Passage
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block

_AGREEING = (
    frozenset({"is", "are"}), frozenset({"was", "were"}), frozenset({"has", "have"}),
)  # fmt: skip
_SHORTENED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("its",): ("it", "is"), ("your",): ("you", "are"), ("whose",): ("who", "is"),
    ("their",): ("they", "are"), ("theirs",): ("there", "is"),
}  # fmt: skip
# Whose leave is asked for: of one person or of all of them is not the same.
_GIVEN = frozenset(
    {"agreement", "approval", "consent", "leave", "permission", "signature", "vote", "votes"}
)
_MORE = frozenset({"more", "less", "fewer", "rather", "other", "worse"})


def mixed_up(one: Passage, two: Passage, block: Block) -> bool:
    """Whether a stretch of two English texts only puts right what was mixed up in one of them."""
    if primary(one.language) != "en" or primary(two.language) != "en":
        return False
    a, b, c, d = block
    out, into = one.tokens[a:b], two.tokens[c:d]
    if _apostrophe_lost(out, into, two, c) or _apostrophe_lost(into, out, one, a):
        return True
    if _apart(out, into) or _apart(into, out):
        return True
    if len(out) != 1 or len(into) != 1:
        return False
    before, behind = one.tokens[:a][-2:], two.tokens[d : d + 1]
    pair = frozenset((out[0], into[0]))
    if pair in _AGREEING:
        return bool(a and c) and one.gap(one.owners[a - 1]) != "."
    return _sounding_alike(pair, before, behind) or _owning(out[0], into[0], before, behind)


def _apostrophe_lost(
    short: tuple[str, ...], whole: tuple[str, ...], side: Passage, at: int
) -> bool:
    """“Your late” for “you're late”: the one is the other without its apostrophe."""
    if _SHORTENED.get(short) != whole:
        return False
    return not {"'", "’"}.isdisjoint(side.words[side.owners[at]].low)


def _apart(one: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """“Insulting/derogatory” and “insulting / derogatory”."""
    return len(one) == 1 and len(parts) > 1 and tuple(one[0].split("/")) == parts


def _sounding_alike(pair: frozenset[str], before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    known, after = lexicon("en"), behind[0] if behind else ""
    if pair == {"there", "their"}:
        return _is_thing(after)
    if pair == {"you", "your"}:
        return _is_thing(after) and before[-1:] != () and before[-1] in known.prepositions
    if pair == {"then", "than"}:
        return any(low in _MORE or low.endswith("er") for low in before)
    return pair == {"loose", "lose"} and after in known.determiners


def _owning(one: str, two: str, before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Where an apostrophe stands in “others' opinions”; in “each others'”, whether."""
    after = behind[0] if behind else ""
    bare = {one.replace("'", ""), two.replace("'", "")}
    if before[-1:] in (("each",), ("one",)):
        return bare in ({"other", "others"}, {"another", "anothers"}, {"others"})
    marked = ("'" in one) != ("'" in two)  # the manager's word is not the managers'
    return marked and len(bare) == 1 and _is_thing(after) and after not in _GIVEN


def _is_thing(low: str) -> bool:
    """Whether a word can be a noun or what describes one."""
    return bool(low) and low not in cues.entries("modal-words", "en") and names_or_describes(low)
