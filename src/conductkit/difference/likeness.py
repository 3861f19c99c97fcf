"""How alike the words of rules are, and which rules can be alike at all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from conductkit.difference.passage import written_out
from conductkit.language import mask, normalise
from conductkit.language.words import is_word, tokens
from conductkit.model import Rule

LEAST = 0.6  # share of words two rules have in common to be one
COMMON = 60  # a word in more rules than this (and a tenth of all) finds no candidates


def words(rule: Rule, language: str) -> tuple[str, ...]:
    """The words of a rule's text in comparable form."""
    text = normalise(mask(rule.text), language)
    found = (word.low for word in tokens(text, 0, len(text)) if is_word(word))
    return tuple(part for low in found for part in written_out(low, language))


Texts = Mapping[str, Counter[str]]


def counted(rules: Iterable[Rule], language: str) -> Texts:
    """The words of each rule with their numbers, by id."""
    return {rule.id: Counter(words(rule, language)) for rule in rules}


def candidates(texts: tuple[Texts, Texts]) -> Iterator[tuple[str, str]]:
    """Pairs that could be alike enough, by an index of words, never all with all.

    Words that very many rules have find nobody; they count as shared until the words are compared.
    """
    index: tuple[dict[str, list[str]], ...] = defaultdict(list), defaultdict(list)
    for side, table in zip(index, texts, strict=True):
        for name, counted in table.items():
            for word in counted:
                side[word].append(name)
    most = max(COMMON, (len(texts[0]) + len(texts[1])) // 20)
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
