"""Every promise of the public codes, and what each staff code makes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conductkit.alignment.asks import Ask, ours
from conductkit.alignment.comparing import carried
from conductkit.alignment.result import Backing, Carried, Promise
from conductkit.alignment.topics import read
from conductkit.language.lexicon import primary
from conductkit.model import Code, Rule

_ORDER: tuple[Backing, ...] = ("contrary", "backed", "weaker", "unsure")


def promises(codes: Sequence[Code], asked: Mapping[str, Sequence[Ask]]) -> tuple[Promise, ...]:
    """The promises in the order of the codes; none where there is no staff code to keep them.

    `asked` has what each code asks, by its id.
    """
    staff = [code for code in codes if code.kind == "staff"]
    public = [code for code in codes if code.kind in ("customers", "two-sided")]
    if not staff:
        return ()
    index = _Index(ask for code in staff for ask in asked[code.id] if ask.ours)
    return tuple(
        _promise(code, rule, own, staff, index)
        for code in public
        for rule, own in _by_rule(code, asked[code.id])
    )


def _by_rule(code: Code, asks: Sequence[Ask]) -> Iterator[tuple[Rule, list[Ask]]]:
    """The rules that bind those who give the code, with what they ask.

    A rule in which nothing is asked says how things are: that is promised, too.
    """
    grouped: dict[str, list[Ask]] = {}
    for ask in asks:
        grouped.setdefault(ask.rule.id, []).append(ask)
    for rule in code.rules:
        own = [ask for ask in grouped.get(rule.id, ()) if ask.ours]
        if own or (rule.id not in grouped and ours(code, rule)):
            yield rule, own


class _Index:
    """What staff are asked, by act and by topic: only what can be alike is ever compared."""

    def __init__(self, asks: Iterable[Ask]) -> None:
        self.by: dict[str, list[Ask]] = {}
        for ask in asks:
            for key in _keys(ask):
                self.by.setdefault(key, []).append(ask)

    def like(self, ask: Ask) -> list[Ask]:
        """What has an act or a topic in common, each once; the lesser act of a topic, too."""
        lesser = read(primary(ask.code.language)).lesser
        keys = [*_keys(ask), *(f"@{lesser[topic]}" for topic in ask.topics if topic in lesser)]
        found = {id(one): one for key in keys for one in self.by.get(key, ())}
        return list(found.values())


def _keys(ask: Ask) -> list[str]:
    """A verb with a word that it is about, each; what is near shares at least one such pair."""
    verbs = sorted({verb for verb, _ in ask.acts})
    words = sorted(ask.about.difference(verbs)) or [""]
    pairs = (f"{verb} {word}" for verb in verbs for word in words)
    return [*pairs, *(f"@{topic}" for topic in sorted(ask.topics))]


def _promise(
    code: Code, rule: Rule, own: Sequence[Ask], staff: Sequence[Code], index: _Index
) -> Promise:
    found: dict[str, list[Carried]] = {}
    for ask in own:
        for other in index.like(ask):
            one = carried(ask, other)
            if one:
                found.setdefault(other.code.id, []).append(one)
    named = {link.rpartition("#")[0] for link in rule.backed_by}
    about = [one for one in staff if one.id in found or one.id in named]
    best = [_best(one, found.get(one.id, []), rule) for one in about]
    return Promise(code, rule, tuple(filter(None, best)), rule.backed_by)


def _best(code: Code, found: list[Carried], rule: Rule) -> Carried | None:
    """The answer of one code: against the promise before for it, full before part.

    A rule that `backed_by` names carries the promise, unless it is seen to be weaker.
    """
    for verdict in _ORDER:
        for one in found:
            if one.verdict == verdict:
                return one
    for link in rule.backed_by:
        name, _, id = link.rpartition("#")
        if name == code.id and id in code.by_id:
            return Carried("backed", code, code.by_id[id])
    return None
