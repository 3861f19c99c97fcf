"""Marks that changed between words that did not: a repair, or a new meaning?"""

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.language import lemma
from conductkit.language.lexicon import Lexicon, lexicon, primary
from conductkit.redline import Block

_LEAST = 3  # words that a sentence has at least
_SHORT = frozenset({"etc", "e.g", "i.e", "eg", "ie"})  # may end with a full stop that ends nothing
_ITEM = 6  # words of an item between two commas


def harmless(old: Passage, new: Passage, found: list[Block]) -> bool:
    """Whether every mark that changed between unchanged words leaves the duties as they were."""
    if _asks(old) != _asks(new):
        return False
    gaps = _differences(old, new, found)
    if gaps is None:
        return False
    if not gaps:
        return True
    if not found and _said(old) != _said(new):
        return False
    return not _shifted(old, new, gaps) and all(_harmless(old, new, i, j) for i, j in gaps)


def _shifted(old: Passage, new: Passage, gaps: list[tuple[int, int]]) -> bool:
    """Whether a comma moved within its sentence: “leave, at once tell us”, “leave at once, tell
    us”."""
    sentences = [0]
    for at in range(len(old.words)):
        sentences.append(sentences[-1] + (old.gap(at) in (".", "?")))
    came = {sentences[i] for i, j in gaps if new.gap(j) == "," and not old.gap(i)}
    went = {sentences[i] for i, j in gaps if old.gap(i) == "," and not new.gap(j)}
    return not came.isdisjoint(went)


def _asks(side: Passage) -> bool:
    """Whether a text ends with a question."""
    return bool(side.words) and side.gap(len(side.words) - 1) == "?"


def _said(side: Passage) -> list[tuple[str | None, str, str | None, bool]]:
    """What each directive says at its core: marks that change it are no repair."""
    found = side.reading.directives
    return [(one.verb, one.modal.force, one.object, one.negated) for one in found]


def _differences(old: Passage, new: Passage, found: list[Block]) -> list[tuple[int, int]] | None:
    """The pairs of neighbouring words, the same on both sides, between which the mark changed.

    None where a mark parts what is one word on the other side.
    """
    pairs = []
    at_old = at_new = 0
    for a, b, _, d in [*found, (len(old.tokens), 0, len(new.tokens), 0)]:
        for step in range(a - at_old - 1):
            i, j = old.owners[at_old + step], new.owners[at_new + step]
            inside = (old.owners[at_old + step + 1], new.owners[at_new + step + 1])
            if i == inside[0] and j == inside[1]:
                continue
            if i == inside[0] or j == inside[1]:  # one word here, two there: can not, cannot
                parted = new.gap(j) if i == inside[0] else old.gap(i)
                if parted:
                    return None
            elif old.gap(i) != new.gap(j):
                pairs.append((i, j))
        at_old, at_new = b, d
    return pairs


def _harmless(old: Passage, new: Passage, i: int, j: int) -> bool:
    marks = {old.gap(i), new.gap(j)}
    if "?" in marks:
        return False
    if marks <= {".", ":"}:
        return True
    if old.words[i].low in _SHORT | lexicon(primary(old.language)).titles:
        return True
    side, at = (old, i) if old.gap(i) != "." else (new, j)
    if "." in marks or ":" in marks:
        return _splice(side, at)
    return _pause(*((old, i) if old.gap(i) == "," else (new, j)))


def _around(side: Passage, at: int) -> tuple[list[str], list[str], list[str]]:
    """The words before a gap back to the last mark, those behind it, and the whole rest."""
    first = at
    while first > 0 and side.gap(first - 1) == "":
        first -= 1
    last = at + 1
    while last + 1 < len(side.words) and side.gap(last) == "":
        last += 1
    end = last
    while end + 1 < len(side.words) and side.gap(end) not in (".", "?"):
        end += 1
    lows = [word.low for word in side.words]
    return lows[first : at + 1], lows[at + 1 : last + 1], lows[at + 1 : end + 1]


def _splice(side: Passage, at: int) -> bool:
    """A comma (or nothing) where the other side has a full stop: two whole sentences in one.

    Not where a condition or the reach of a negation would go over to the other sentence.
    """
    left, right, rest = _around(side, at)
    words = lexicon(primary(side.language))
    negation = cues.entries("negation", side.language)
    if not _whole(left, words) or not _whole(right, words):
        return False
    if _opens_clause(left, side) or _opens_clause(right, side):
        return False
    if right[0] in words.coordinators or right[0] in words.prepositions:
        return False
    joints, alternatives = (cues.entries(n, side.language) for n in ("joints", "alternatives"))
    if not negation & set(left):
        return True
    if side.gap(at) == "":
        return right[0] in ("always", "never", "please", *words.personal)
    if right[0] in negation or right[0] in words.pronouns:
        return True
    closed = bool(alternatives & set(left)) and not alternatives & set(rest)
    return closed or not joints & set(rest)


def _whole(part: list[str], words: Lexicon) -> bool:
    """Whether words are enough of a sentence: three, or “be kind”, or “they hurt”."""
    order = len(part) > 1 and (part[0] in words.verbs or part[0] in words.personal)
    return len(part) >= _LEAST or order


def _opens_clause(words: list[str], side: Passage) -> bool:
    return words[0] in lexicon(primary(side.language)).subordinators and words[0] != "that"


def _pause(side: Passage, at: int) -> bool:
    """A comma that came or went where it parts nothing: in a list, before a new statement, behind
    what opens a sentence. Elsewhere it may tell guests who smoke from all guests."""
    left, right, _ = _around(side, at)
    words = lexicon(primary(side.language))
    adding = right[0] == "not" and right[1:2] and right[1] in ("just", "only", "merely", "simply")
    if adding and "not" not in left:
        return True
    if left[-1] in ("no", "not", "only", "never"):
        return False  # “no, refunds are given”
    if "please" in (left[-1], right[0]) or _instance(side, left, right):
        return True
    if right[0] in words.coordinators:
        negated = bool(cues.entries("negation", side.language) & set(left))
        return not negated and not _opens_clause(left, side) and _joins(side, at, left, right)
    if _doing(left, right, words):
        return True
    return _fronted(side, at, left) and not _opens_clause(right, side)


def _doing(left: list[str], right: list[str], words: Lexicon) -> bool:
    """A comma before what one does at the same time: “keep going, choosing your own pace”. Not
    where the word before could be who does it: “guests smoking in the hall”."""
    head = lemma.noun(left[-1], words)
    told = any(lemma.is_base(low, words) for low in left[:-1]) and left[-1] == head
    person = head in words.people or left[-1] in words.personal | words.objects
    verb = lemma.is_gerund(right[0], words) and right[1:2] != ["of"]
    return told and not person and verb and len(left) >= _LEAST


def _instance(side: Passage, left: list[str], right: list[str]) -> bool:
    """Whether a comma stands by words that only lead to an example, or to one thing more."""
    leads = cues.entries("comma-leads", side.language)
    return any(" ".join(part) in leads for part in (left[-2:], right[:2], right[:3]))


def _joins(side: Passage, at: int, left: list[str], right: list[str]) -> bool:
    """Whether “and” opens the last item of a list, or a statement of its own: what follows it
    belongs to the same words with the comma and without."""
    words = lexicon(primary(side.language))
    before = at - len(left)
    if before >= 0 and side.gap(before) == "," and len(left) <= _ITEM:
        return right[0] != "but"
    goes_on = words.personal | words.auxiliaries
    return len(right) > 1 and (lemma.is_base(right[1], words) or right[1] in goes_on)


def _fronted(side: Passage, at: int, left: list[str]) -> bool:
    """Whether a comma stands behind what opens a sentence: “In the shop, …”, “Today, …”."""
    before = at - len(left)
    if before >= 0 and side.gap(before) not in (".", ":"):
        return False
    words = lexicon(primary(side.language))
    if left[0] in cues.entries("negation", side.language):
        return False
    alone = len(left) == 1 and (left[0] in words.adverbs or lemma.is_adverb(left[0], words))
    return alone or left[0] in words.prepositions or _opens_clause(left, side)
