"""Which rule of the old edition is which of the new one.

By id first, then by equal words, then by likeness; what is left may be one rule that became
several, or several that became one. The editions the other way round give the same pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conductkit.language import mask, normalise
from conductkit.language.words import is_word, tokens
from conductkit.model import Code, Rule

LEAST = 0.6  # share of words two rules have in common to be one
COVERAGE = 0.8  # share of a rule's words that its parts, or its whole, must have
_COMMON = 60  # a word in more rules than this (and a tenth of all) finds no candidates
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rules side by side in the order of the new edition, and what has no partner."""

    pairs: tuple[tuple[Rule, Rule], ...] = ()
    removed: tuple[Rule, ...] = ()
    added: tuple[Rule, ...] = ()
    split: tuple[tuple[Rule, tuple[Rule, ...]], ...] = ()
    merged: tuple[tuple[tuple[Rule, ...], Rule], ...] = ()


def pair(old: Code, new: Code) -> Pairs:
    """Pair the rules of two editions of a code."""
    before, after = list(old.rules), list(new.rules)
    found = [(rule, new.by_id[rule.id]) for rule in before if rule.id in new.by_id]
    before = [rule for rule in before if rule.id not in new.by_id]
    after = [rule for rule in after if rule.id not in old.by_id]
    found += _equal(before, after)
    texts = _words(before, old.language), _words(after, new.language)
    found += _alike(before, after, texts)
    split = list(_broken(found, before, after, old.language, new.language))
    turned = [(new_, old_) for old_, new_ in found]
    merged = [
        (parts, whole)
        for whole, parts in _broken(turned, after, before, new.language, old.language)
    ]
    found = [(old_, new_) for new_, old_ in turned]
    places = {rule.id: at for at, rule in enumerate(new.rules)}
    return Pairs(
        tuple(sorted(found, key=lambda two: places[two[1].id])),
        tuple(before), tuple(after), tuple(split), tuple(merged),
    )  # fmt: skip


def words(rule: Rule, language: str) -> tuple[str, ...]:
    """The words of a rule's text in comparable form."""
    text = normalise(mask(rule.text), language)
    return tuple(word.low for word in tokens(text, 0, len(text)) if is_word(word))


Texts = Mapping[str, Counter[str]]


def _words(rules: Iterable[Rule], language: str) -> Texts:
    return {rule.id: Counter(words(rule, language)) for rule in rules}


def _equal(before: list[Rule], after: list[Rule]) -> list[tuple[Rule, Rule]]:
    """Rules whose words are the same, first with first; they are taken off the lists."""
    by_text: dict[str, list[Rule]] = defaultdict(list)
    for rule in after:
        by_text[normalise(rule.text, "")].append(rule)
    found = []
    for rule in list(before):
        same = by_text.get(normalise(rule.text, ""))
        if same:
            found.append((rule, same.pop(0)))
            before.remove(rule)
            after.remove(found[-1][1])
    return found


def _alike(
    before: list[Rule], after: list[Rule], texts: tuple[Texts, Texts]
) -> list[tuple[Rule, Rule]]:
    """The most alike first; rules further apart and later ones yield to nearer and earlier ones."""
    old_at = {rule.id: at for at, rule in enumerate(before)}
    new_at = {rule.id: at for at, rule in enumerate(after)}
    scored = []
    for one, two in _candidates(texts):
        score = likeness(texts[0][one], texts[1][two])
        if score >= LEAST:
            i, j = old_at[one], new_at[two]
            names = (min(one, two), max(one, two))
            scored.append((-score, abs(i - j), i + j, names, one, two))
    olds = {rule.id: rule for rule in before}
    news = {rule.id: rule for rule in after}
    found = []
    for *_, one, two in sorted(scored):
        if one in olds and two in news:
            found.append((olds.pop(one), news.pop(two)))
    before[:] = [rule for rule in before if rule.id in olds]
    after[:] = [rule for rule in after if rule.id in news]
    return found


def _candidates(texts: tuple[Texts, Texts]) -> Iterator[tuple[str, str]]:
    """Pairs that could be alike enough, by an index of words, never all with all.

    Words that very many rules have find nobody; they count as shared until the words are compared.
    """
    index: tuple[dict[str, list[str]], ...] = defaultdict(list), defaultdict(list)
    for side, table in zip(index, texts, strict=True):
        for name, counted in table.items():
            for word in counted:
                side[word].append(name)
    most = max(_COMMON, (len(texts[0]) + len(texts[1])) // 20)
    telling = {w for w in index[0] if len(index[0][w]) <= most and len(index[1].get(w, ())) <= most}
    shared: Counter[tuple[str, str]] = Counter()
    for word in telling:
        for one in index[0][word]:
            count = texts[0][one][word]
            for two in index[1].get(word, ()):
                shared[one, two] += min(count, texts[1][two][word])
    common = [
        {name: sum(n for word, n in counted.items() if word not in telling)
         for name, counted in table.items()}
        for table in texts
    ]  # fmt: skip
    totals = [{name: counted.total() for name, counted in table.items()} for table in texts]
    for (one, two), count in shared.items():
        highest = count + min(common[0][one], common[1][two])
        if 2 * highest >= LEAST * (totals[0][one] + totals[1][two]):
            yield one, two


def likeness(one: Counter[str], two: Counter[str]) -> float:
    """Words in common as a share of all (Dice), 0 to 1."""
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 0.0


def _broken(
    pairs: list[tuple[Rule, Rule]], before: list[Rule], after: list[Rule],
    language: str, other: str,
) -> Iterator[tuple[Rule, tuple[Rule, ...]]]:  # fmt: skip
    """Old rules whose words are those of several new ones; all of them leave the lists.

    One of the parts may have kept the id or be paired by likeness already.
    """
    partner = {old.id: (old, new) for old, new in pairs}
    wholes = [*before, *(old for old, _ in pairs)]
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
    near = {name for word in own for name in index.get(word, ())[:_COMMON] if name in loose}
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
    if not 2 <= len(inside) <= _PARTS:
        return ()
    together: Counter[str] = Counter()
    for rule in inside:
        together += Counter(words(rule, other))
    if (together & own).total() < COVERAGE * max(own.total(), together.total()):
        return ()
    return _in_order(inside, words(whole, language), other)


def _in_order(parts: Sequence[Rule], whole: Sequence[str], language: str) -> tuple[Rule, ...]:
    """Parts as their beginnings follow each other in the whole."""

    def place(rule: Rule) -> int:
        opening = list(words(rule, language)[:3])
        runs = (at for at in range(len(whole)) if list(whole[at : at + 3]) == opening)
        return next(runs, len(whole))

    return tuple(sorted(parts, key=place))
