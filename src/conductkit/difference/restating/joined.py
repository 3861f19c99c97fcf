"""What parts or joins the pieces of a text: bullets, a full stop or “and”, “because”."""

import re
from collections.abc import Sequence

from conductkit.difference import cues
from conductkit.difference.embedded import embeds
from conductkit.difference.passage import passage
from conductkit.difference.restating.line import TIMES, Line
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon

_LIST = re.compile(
    r"(?P<lead>[^\n:]{1,300}):\s*\n(?P<items>(?:\s*[-*+•][ \t]+[^\n]{1,200}(?:\n|$)){2,60})\s*\Z"
)
_MARK = re.compile(r"^\s*[-*+•][ \t]+", re.MULTILINE)
_SCALES = (
    "deadline", "deadline-lower", "time-unit", "time-phrase", "unmeasured-time", "frequency",
    "interval", "escape-clause", "condition", "exception", "concession", "threshold", "quantifier",
    "restrictor",
)  # fmt: skip


def inline(text: str, language: str) -> str:
    """A list of single things under one order, in one line."""
    found = _LIST.fullmatch(text.strip())
    if not found:
        return text
    lead = passage(found["lead"], language)
    told = lead.reading.directives
    if (
        len(told) != 1
        or told[0].modal.force not in ("duty", "ban")
        or not cues.entries("choosing", language).isdisjoint(lead.tokens)
    ):
        return text
    items = [item.strip(" \t,;.") for item in _MARK.sub("", found["items"]).strip().split("\n")]
    joint = "or" if told[0].negated else "and"
    bare = [item.removesuffix(f" {joint}").rstrip(" ,;") for item in items]
    if not all(_single(item, language) for item in bare):
        return text
    return f"{found['lead'].rstrip()} {', '.join(bare[:-1])} {joint} {bare[-1]}."


def _single(item: str, language: str) -> bool:
    """Whether an item is a thing with nothing that could reach to the next one."""
    known = lexicon("en")
    lows = item.lower().split()
    allowed = known.prepositions - {"of", "about"}
    if not lows or any(mark in item for mark in ",;:.?!()"):
        return False
    if any(low in allowed or low in known.coordinators for low in lows):
        return False
    return not embeds(["be", *lows], language)


def apart(line: Line) -> list[Line]:
    """What a semicolon parts, as sentences; so what stands behind “be tidy:”, if it is an order."""
    found: list[Line] = []
    while (cut := _cut(line)) is not None:
        first, line = cut
        found.append(first)
    return [*found, line]


def _cut(line: Line) -> tuple[Line, Line] | None:
    """The first sentence of several, and the rest."""
    for at, tok in enumerate(line.toks[:-1]):
        short = tok.gap in (":", ",") and at < _SHORT and line.lows[0] == "be"
        if tok.gap == "." or short:
            rest = line.having(line.toks[at + 1 :])
            if tok.gap == "." or _is_order(rest):
                return Line((*line.toks[:at], tok._replace(gap=".")), line.language), rest
    return None


_SHORT = 3  # words of “be tidy”


def _is_order(line: Line) -> bool:
    found = line.side.reading.directives
    begins = bool(found) and found[0].form == "imperative" and found[0].start == 0
    return begins and len(line.toks) > 1 and line.lows[0] != "be" and _orders(line, 0)


def parted(line: Line) -> list[Line]:
    """“Thank them and pass it on” as two orders, where nothing in it can belong to both."""
    found = line.side.reading.directives
    if len(found) != 2 or any(one.form != "imperative" or one.negated for one in found):
        return [line]
    one, two = found
    if one.start != 0 or two.joint not in ("and", ", and") or one.modal.cue or two.modal.cue:
        return [line]
    side = line.side
    if any(cues.find(side.reading, side.words, name) for name in _SCALES):
        return [line]
    at = line.at(two.start)
    first, second = line.toks[: at - 1], line.toks[at:]
    if len(second) < 2 or len(first) < 2 or not _orders(line, at):
        return [line]
    lows = [tok.low for tok in first]
    if embeds(lows, line.language) or any(tok.gap for tok in first[:-1]):
        return [line]
    if embeds([tok.low for tok in second], line.language):
        return [line]
    return [Line((*first[:-1], first[-1]._replace(gap=".")), line.language),
            line.having(second)]  # fmt: skip


def _orders(line: Line, at: int) -> bool:
    """Whether a word that may be a noun is a verb: “and pass it on”, not “and support staff”."""
    verb, behind = line.lows[at], line.lows[at + 1]
    known = line.known
    return verb in known.verbs or behind in known.determiners or behind in known.objects


_TIES = frozenset(
    {"if", "unless", "when", "whenever", "while", "because", "since", "so", "until", "except",
     "that", "than", "whether", "only", "both", "either", "neither", "nor", "not", "never", "no"}
)  # fmt: skip


def clauses(line: Line) -> list[Line]:
    """“You may appeal, and the board decides” as two sentences.

    Only where each has a subject and a verb of its own and nothing could reach from one to the
    other: no condition, reason or negation, and no comma but the one between them.
    """
    lows, known = line.lows, line.known
    gaps = [at for at, tok in enumerate(line.toks[:-1]) if tok.gap]
    if len(gaps) != 1 or lows[gaps[0] + 1] != "and" or not _TIES.isdisjoint(lows):
        return [line]
    at = gaps[0] + 1
    behind = lows[at + 1 :]
    opens = behind[:1] and (behind[0] in known.determiners or behind[0] in known.personal)
    finite = known.auxiliaries | {"must", "may", "will", "shall", "should", "can"}
    verbal = any(low in finite or lemma.is_finite(low, known) for low in behind[1:_NEAR])
    first = Line((*line.toks[: at - 1], line.toks[at - 1]._replace(gap=".")), line.language)
    told = first.directive is not None and lows[0] not in TIMES | known.prepositions
    if not opens or not verbal or not told:
        return [line]
    return [first, line.having(line.toks[at + 1 :])]


_NEAR = 5  # words from a clause's first one to its verb


def reason_apart(line: Line) -> list[Line]:
    """“Say why, because nobody likes to wait” as two sentences."""
    lows = line.lows
    for at in range(2, len(lows) - 2):
        if lows[at] in ("because", "since") and line.toks[at - 1].gap == ",":
            timed = lows[at] == "since" and lows[at + 1] not in ("it", "this", "that")
            if timed or set(lows[:at]) & cues.entries("negation", line.language):
                return [line]
            first = (*line.toks[: at - 1], line.toks[at - 1]._replace(gap="."))
            reason = line.having(line.toks[at + 1 :])
            if reason.side.reading.directives:  # “because you must show them”
                return [line]
            return [Line(first, line.language), reason]
    return [line]


def with_examples(found: Sequence[Line]) -> list[Line]:
    """“Never cheat. For instance, by copying.” as one sentence: the second has no verb."""
    whole: list[Line] = []
    for line in found:
        short = line.lows[:2] in (["for", "instance"], ["for", "example"]) and whole
        told = line.side.reading.directives or any(
            low in line.known.auxiliaries or low in line.known.personal for low in line.lows
        )
        if not short or told or line.lows[2:3] not in (["by"], ["in"], ["with"], ["at"], ["on"]):
            whole.append(line)
            continue
        before = whole[-1].toks
        head = (*before[:-1], before[-1]._replace(gap=","))
        lead = (line.toks[0], line.toks[1]._replace(gap=""))
        whole[-1] = Line((*head, *lead, *line.toks[2:]), line.language)
    return whole
