"""Sentences that command nobody and say all the same what is done, or what is not accepted.

“Complaints are answered within a week”, “Examples of unacceptable behaviour: insults”: a change in
them has a direction like that of a duty, only less surely.
"""

from collections.abc import Iterator
from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.freedoms import enforces
from conductkit.difference.hoping import hopes
from conductkit.difference.passage import Passage
from conductkit.difference.telling import tells
from conductkit.language import Clause, Directive, Modal, Sentence, Word, lemma
from conductkit.language.lexicon import Lexicon, lexicon, primary
from conductkit.language.reading import Force

_LEAST = 3  # words that such a sentence has
_BEFORE = frozenset({"", "to", "do", "does", "did"})  # words before a denial of the verb
_DENY = frozenset({"hardly", "never"})  # deny the verb wherever they stand


def presumed(side: Passage, number: int) -> Directive | None:
    """A sentence without a directive read as one; None where it only tells, hopes or asks."""
    sentence = side.reading.sentences[number]
    if sentence.directives or len(sentence.words) < _LEAST:
        return None
    if side.text[sentence.start : sentence.end + 1].rstrip(' *_)"”').endswith("?"):
        return None
    if hopes(side, sentence.words) or tells(side, sentence):
        return None
    words = lexicon(primary(side.language))
    verb = main_verb(sentence.words, words)
    free = only_possible(side, sentence, verb)
    if free and not _allowing(side, sentence):
        return None
    return Directive(
        start=sentence.start,
        end=sentence.end,
        main_end=_main_end(sentence),
        sentence=number,
        form="statement",
        modal=_modal(side, sentence, free=free),
        subject=None,
        verb=lemma.verb(verb.low, words) if verb else None,
        object=None,
        conditions=_clauses(sentence, "condition"),
        exceptions=_clauses(sentence, "exception"),
        concessions=_clauses(sentence, "concession"),
    )


def only_possible(side: Passage, sentence: Sentence, verb: Word | None) -> bool:
    """Whether a sentence says what can or may be, and that is no promise, claim or sanction."""
    words = lexicon(primary(side.language))
    excused = exempts(side, sentence) or _claimed(side, sentence, verb, words)
    return is_possible(side, sentence) and not excused


def _allowing(side: Passage, sentence: Sentence) -> bool:
    """Whether it says what may be done: “dogs may be kept”, “no dogs may be kept”."""
    allowing = cues.entries("allowing", side.language)
    return any(word.low in allowing for word in sentence.words)


def _modal(side: Passage, sentence: Sentence, *, free: bool) -> Modal:
    """A ban where the sentence denies something, or lists what is not accepted."""
    main = _main_end(sentence)
    refusal = cues.find(side.reading, sentence.words, "unaccepted")
    said = [word for word in denials(side, sentence) if not _within(word, refusal)]
    denial = next((word for word in said if word.start < main), None)
    force: Force = "ban" if bool(denial) != bool(refusal) else "duty"
    value = -5 if force == "ban" else 5
    possible = cues.entries("possible", side.language)
    weak = next((w for w in sentence.words if w.low in possible), None)
    if weak and not denial and force == "duty":
        force = "permission" if free or exempts(side, sentence) else force
        return Modal(force, 1, weak.low, weak.start, weak.end)
    asked = _strengths(side, sentence)
    value = int(asked[0].value) * value // 5 if asked else value
    if denial:
        return Modal(force, value, denial.low, denial.start, denial.end)
    inside = [
        cue for cue in refusal if any(_within(word, [cue]) for word in denials(side, sentence))
    ]
    if inside:
        return Modal(force, value, inside[0].entry, inside[0].start, inside[0].end)
    if asked:
        return Modal(force, value, asked[0].entry, asked[0].start, asked[0].end)
    return Modal(force, value, "", sentence.start, sentence.start)


def _within(word: Word, found: list[cues.Cue]) -> bool:
    """Whether a denial is part of words that refuse: “not accepted” is no double one."""
    return any(cue.start <= word.start < cue.end for cue in found)


def _strengths(side: Passage, sentence: Sentence) -> list[cues.Cue]:
    """The words that say how strongly something is asked: “must”, “should”, “tries to”."""
    found = cues.find(side.reading, sentence.words, "presumed-modals")
    aside = (*_clauses(sentence, "condition"), *_clauses(sentence, "relative"))
    inside = [any(one.start <= cue.start < one.end for one in aside) for cue in found]
    return [cue for cue, out in zip(found, inside, strict=True) if not out]


def denials(side: Passage, sentence: Sentence) -> Iterator[Word]:
    """The words that deny the verb: “is not”, “aren’t”, “never”; “no” where the sentence opens."""
    negation = cues.entries("negation", side.language)
    auxiliaries = lexicon(primary(side.language)).auxiliaries
    before = ""
    more = cues.entries("compared", side.language)
    behind = {one.start: two.low for one, two in pairwise(sentence.words)}
    main = next((one.start for one in sentence.clauses if one.kind == "main"), sentence.start)
    for word in sentence.words:
        before = "" if word.start == main else before
        close = before in auxiliaries or before in _BEFORE or before.isdigit()  # “(15) No dogs”
        compares = behind.get(word.start) in more  # “no more than four may …”
        if (
            word.low in negation
            and not compares
            and (close or word.low in _DENY or "'" in word.low)
        ):
            yield word
        before = word.low


def is_possible(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence says what can or could be."""
    possible = cues.entries("possible", side.language)
    return any(word.low in possible for word in sentence.words)


def exempts(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence lets somebody set the code aside."""
    return bool(cues.find(side.reading, sentence.words, "exemptions"))


def _claimed(side: Passage, sentence: Sentence, verb: Word | None, words: Lexicon) -> bool:
    """Whether what can be done is what people ask of those bound (“can be returned”), or what
    follows a breach (“may be banned”)."""
    if cues.find(side.reading, sentence.words, "claim-ways") or _leads(side, sentence):
        return True
    said = lemma.verb(verb.low, words) if verb else ""
    voices = cues.entries("voices", side.language)
    spoken = said in cues.entries("voicing", side.language)
    if spoken and not voices.isdisjoint(word.low for word in sentence.words):
        return True  # “complaints can be made by phone”
    return said in cues.entries("claims", side.language) or enforces(said, side.language)


def _leads(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence says what leads to a sanction: “may result in a ban”."""
    hits = cues.find(side.reading, sentence.words, "enforcement-cues")
    behind = [word.low for word in sentence.words if hits and word.start >= hits[0].end]
    return any(enforces(low, side.language) for low in behind)


def main_verb(found: tuple[Word, ...], words: Lexicon) -> Word | None:
    """The verb of the main clause: behind “is” the participle."""
    for at, word in enumerate(found[1:], start=1):
        if not lemma.is_finite(word.low, words):
            continue
        if word.low in words.auxiliaries:
            light = words.auxiliaries | {"be", "been", "never", "not"}
            rest = (one for one in found[at + 1 :] if one.low not in light)
            ahead = next((one for one in rest if not lemma.is_adverb(one.low, words)), word)
            modal = word.low in cues.entries("modal-words", words.language)
            bare_form = modal and lemma.is_base(ahead.low, words)  # “may ban”
            return ahead if bare_form or lemma.is_participle(ahead.low, words) else word
        return word
    return None


def _main_end(sentence: Sentence) -> int:
    main = next((one for one in sentence.clauses if one.kind == "main"), None)
    return main.end if main else sentence.end


def _clauses(sentence: Sentence, kind: str) -> tuple[Clause, ...]:
    return tuple(one for one in sentence.clauses if one.kind == kind)
