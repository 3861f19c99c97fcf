"""One rule that became several."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from conductkit.difference import cues
from conductkit.difference.likeness import COMMON, Texts, words
from conductkit.language import normalise
from conductkit.language.lexicon import lexicon, primary
from conductkit.model import Code, Rule

COVERAGE = 0.8  # share of a rule's words that its parts, or its whole, must have
_PARTS = 20
_RUN = 3  # words by which a part is found in the whole
_ITEMS = 30  # parts that all begin alike: the items of a list


def broken(
    pairs: list[tuple[Rule, Rule]], before: list[Rule], after: list[Rule],
    old: Code, new: Code,
) -> Iterator[tuple[Rule, tuple[Rule, ...]]]:  # fmt: skip
    """Old rules whose words are those of several new ones; all of them leave the lists.

    One of the parts may have kept the id or be paired by likeness already.
    """
    language, other = old.language, new.language
    partner = {one.id: (one, two) for one, two in pairs}
    # In the order of their own edition, whichever way round the editions are.
    wholes = [*before, *(rule for rule in old.rules if rule.id in partner)]
    loose = {rule.id: Counter(words(rule, other)) for rule in after}
    index: dict[str, list[str]] = defaultdict(list)
    for name, counted in loose.items():
        for word in counted:
            index[word].append(name)
    for whole in wholes:
        if not loose:
            return
        kept = partner[whole.id][1] if whole.id in partner else None
        parts = _parts(whole, kept, after, loose, index, language, other)
        if not parts:
            continue
        for part in parts:
            if part is not kept:
                del loose[part.id]
                after.remove(part)
        if kept:
            pairs.remove(partner[whole.id])
        else:
            before.remove(whole)
        yield whole, parts


def _parts(
    whole: Rule, kept: Rule | None, after: Sequence[Rule], loose: Texts,
    index: Mapping[str, list[str]], language: str, other: str,
) -> tuple[Rule, ...]:  # fmt: skip
    own = Counter(words(whole, language))
    if kept and normalise(whole.text, "") == normalise(kept.text, ""):
        return ()
    near = {name for word in own for name in index.get(word, ())[:COMMON] if name in loose}
    inside = [
        rule
        for rule in after
        if rule.id in near and (loose[rule.id] & own).total() >= COVERAGE * loose[rule.id].total()
    ]
    if kept:
        counted = Counter(words(kept, other))
        if (counted & own).total() < COVERAGE * counted.total():
            return ()
        inside = [kept, *inside]
    opened = {tuple(words(rule, other)[:2]) for rule in inside}
    if not 2 <= len(inside) <= (_ITEMS if len(opened) == 1 else _PARTS):
        return ()
    together: Counter[str] = Counter()
    for rule in inside:
        together += Counter(words(rule, other))
    whole_said = (together & own).total() >= COVERAGE * max(own.total(), together.total())
    if not whole_said and not _repeated(
        own, [Counter(words(rule, other)) for rule in inside], language
    ):
        return ()
    return _in_order(inside, words(whole, language), other)


def _repeated(own: Counter[str], parts: Sequence[Counter[str]], language: str) -> bool:
    """Whether the parts say all that the whole does, each a thing of its own, and repeat besides
    what they share: “Show the price and explain it”, “Show the price”, “Explain the price”."""
    lexical = lexicon(primary(language))
    small = cues.entries("joints", language) | cues.entries("articles", language)
    small |= lexical.personal | lexical.objects | lexical.pronouns
    telling = own.keys() - small
    said = [telling & part.keys() for part in parts]
    counts = Counter(word for part in said for word in part)
    alone = all(any(counts[word] == 1 for word in part) for part in said)
    return alone and len(counts) >= COVERAGE * len(telling)


def _in_order(parts: Sequence[Rule], whole: Sequence[str], language: str) -> tuple[Rule, ...]:
    """Parts as their beginnings follow each other in the whole, or the first words of each that the
    whole has too; of short ones the last word: “Theft includes hiding”."""
    places = {tuple(whole[at : at + _RUN]): at for at in reversed(range(len(whole)))}
    ends = {word: at for at, word in reversed(list(enumerate(whole)))}

    def place(rule: Rule) -> int:
        own = words(rule, language)
        runs = (own[at : at + _RUN] for at in range(len(own)))
        return next(
            (at for run in runs if (at := places.get(tuple(run), -1)) >= 0),
            ends.get(own[-1], len(whole)),
        )

    return tuple(sorted(parts, key=place))
