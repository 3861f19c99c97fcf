"""The changes of sections, values, terms, consequences, parties and measures, and of contacts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from conductkit.change import Change, Evidence
from conductkit.difference.contacts import contact_changes
from conductkit.difference.editions import Editions
from conductkit.difference.effects import axes, combine
from conductkit.difference.headings import same_letters, turned_under
from conductkit.difference.metadata import show
from conductkit.difference.order import out_of_place
from conductkit.difference.reach import named_in
from conductkit.difference.sections import same_heading, section_text
from conductkit.difference.terms import replaced, users
from conductkit.difference.wording import Verdict, judge
from conductkit.language import normalise
from conductkit.model import Code, Consequence, Element


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a list of elements is compared: where it stands, what names an element, what binds.

    `came` and `went` are the effects of a whole element; `prose` its fields that are judged by
    their words, `plain` those whose change is neutral.
    """

    kind: str
    attr: str
    key: Callable[[Any], str]
    came: str
    went: str
    axis: str = ""
    prose: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    cap: bool = False  # judged words may only be neutral or unknown


_LADDER = "Consequences stand from the mildest on: in another order others may come first."
_TWICE = "Both editions have this consequence besides, in the same words."


def _by_term(term: str) -> str:
    return normalise(term, "und")


def _by_id(item: Any) -> str:
    return str(item.id)


_KINDS = (
    _Kind("section", "sections", _by_id, "neutral", "neutral", prose=("text",), plain=("title",)),
    _Kind("value", "values", _by_id, "unknown", "unknown", prose=("name", "text")),
    _Kind(
        "term", "terms", lambda item: _by_term(item.term), "unknown", "unknown", "term",
        prose=("text",), plain=("term",), cap=True,
    ),
    _Kind(
        "consequence", "consequences", _by_id, "stronger", "weaker", "consequence",
        prose=("name", "when", "then"), cap=True,  # where nothing else is said, the name threatens
    ),
    _Kind("party", "parties", _by_id, "neutral", "neutral", prose=("name", "text"), cap=True),
    _Kind(
        "measure", "measures", _by_id, "neutral", "neutral",
        prose=("name", "unit", "baseline", "target"), plain=("readings",), cap=True,
    ),
)  # fmt: skip


def element_changes(both: Editions) -> Iterator[Change]:
    """Every change of an element that is no rule, kind by kind."""
    for kind in _KINDS:
        yield from _changes(both, kind)
        if kind.kind == "consequence":
            yield from contact_changes(both)


def _changes(both: Editions, kind: _Kind) -> Iterator[Change]:
    old, new = _named(both.old, kind), _named(both.new, kind)
    for before, after in (both.terms if kind.kind == "term" else {}).items():
        one, two = old.pop(_by_term(before)), new.pop(_by_term(after))
        effect = "neutral" if replaced(both.old, both.new, before, after) else "unknown"
        yield _change(both, kind, one, two, "renamed", effect, one.term, two.term)
    if kind.kind == "consequence":
        yield from _ladder(both, kind, old, new)
    for name, item in new.items():
        if name not in old:
            yield _lone(both, kind, item, added=True)
        elif old[name] != item or _former(both, kind, item):
            yield from _edited(both, kind, old[name], item)
    for name, item in old.items():
        if name not in new:
            yield _lone(both, kind, item, added=False)


def _ladder(
    both: Editions, kind: _Kind, old: dict[str, Any], new: dict[str, Any]
) -> Iterator[Change]:
    """Consequences stand from the mildest on: in another order they may follow otherwise."""
    places = {name: at for at, name in enumerate(old)}
    names = [name for name in new if name in old]
    for at in out_of_place([places[name] for name in names], names):
        one, two = old[names[at]], new[names[at]]
        moved = _change(both, kind, one, two, "moved", "unknown", "", "")
        yield replace(moved, confidence="low", notes=(_LADDER,))


def _named(code: Code, kind: _Kind) -> dict[str, Any]:
    """The elements by their name; of several of one name each further one has a number."""
    found: dict[str, Any] = {}
    for item in getattr(code, kind.attr):
        name = key = kind.key(item)
        count = 1
        while name in found:
            count += 1
            name = f"{key} {count}"
        found[name] = item
    return found


def _lone(both: Editions, kind: _Kind, item: Any, *, added: bool) -> Change:
    effect, words, sure = kind.came if added else kind.went, _words(kind, item), "high"
    if kind.kind == "section" and item.text:
        verdict = section_text(both, *((None, item) if added else (item, None)))
        effect, sure = verdict.effect, verdict.confidence
    twice = kind.kind == "consequence" and _said_twice(both, item)
    effect = "neutral" if twice else effect
    if kind.kind == "section" and turned_under(both, item, added=added):
        effect = combine((effect, "unknown"))
    evidence = (Evidence(kind.axis, "" if added else words, words if added else "", effect),)
    shown = evidence if kind.axis and effect != "neutral" else ()
    one, two = (None, item) if added else (item, None)
    change = _change(both, kind, one, two, "added" if added else "removed", effect,
                     None if added else words, words if added else None)  # fmt: skip
    notes = (_TWICE,) if twice else ()
    return replace(change, evidence=shown, notes=notes, confidence=sure)


def _said_twice(both: Editions, item: Consequence) -> bool:
    """Whether both editions have a consequence of the same words besides."""

    def says(other: Consequence) -> bool:
        same = (other.when, other.then) == (item.when, item.then)
        return same and other.id != item.id and bool(item.then or other.name == item.name)

    known = [{one.id for one in code.consequences if says(one)} for code in (both.old, both.new)]
    return bool(known[0] & known[1])


def _edited(both: Editions, kind: _Kind, old: Any, new: Any) -> Iterator[Change]:
    """One entry an element: the fields whose words bind are judged, the others are neutral."""
    keys = [key for key in _keys(kind) if getattr(old, key) != getattr(new, key)]
    former = _former(both, kind, new)
    if not keys and not former:
        return
    evidence: list[Evidence] = []
    effects = ["neutral"]
    for key in keys:
        if key in kind.prose:
            verdict = _judged(both, kind, old, new, key)
            follows = kind.kind == "consequence" and key == "then"
            harder = follows or set(axes(verdict.evidence)) == {"consequence"}
            lone = kind.kind == "value" and not (key == "text" and old.text and new.text)
            doubt = (kind.cap or lone) and verdict.effect != "neutral" and not harder
            effects.append("unknown" if doubt else verdict.effect)
            evidence += () if doubt else verdict.evidence
    if kind.kind == "section" and "title" in keys:
        effects.append("neutral" if same_heading(both, old, new) else "unknown")
    before, after = ("; ".join(show(getattr(item, key)) for key in keys) for item in (old, new))
    effect = combine(effects)
    if former and not keys:
        before, after = former, str(new.id)
    change = _change(both, kind, old, new, "renamed" if former else "edited", effect, before, after)
    named = (*change.axes, *axes(evidence))
    if former and kind.kind == "party" and effect != "neutral":
        named += tuple(axis for axis in ("binds", "serves") if new.id in named_in(both.new, axis))
    sure = "high" if effect == "neutral" else "low"
    yield replace(change, field="" if former else ", ".join(keys), evidence=tuple(evidence),
                  axes=named, confidence=sure, old_id=former or change.old_id,
                  notes=(f"Its id was “{former}”.",) if former and keys else ())  # fmt: skip


def _former(both: Editions, kind: _Kind, new: Any) -> str:
    """The id that an element had, where it has another one now."""
    return both.renamed.get(kind.attr, {}).get(getattr(new, "id", ""), "")


def _judged(both: Editions, kind: _Kind, old: Any, new: Any, key: str) -> Verdict:
    before, after = getattr(old, key), getattr(new, key)
    if key == "name" and same_letters(before, after):
        return Verdict()
    if kind.kind != "section":
        return judge(before, after, both.languages, both.sides, shared=both.shared)
    return section_text(both, old, new)


def _keys(kind: _Kind) -> tuple[str, ...]:
    return (*kind.prose, *kind.plain)


def _change(
    both: Editions, kind: _Kind, old: Any, new: Any, change: str, effect: str,
    before: str | None, after: str | None,
) -> Change:  # fmt: skip
    return Change(
        both.new.id, kind.kind, change, effect, _id(kind, new), _id(kind, old),
        (kind.axis,) if kind.axis else (), both.new.binds, both.new.serves, before, after,
        old.place.span() if old else None, new.place.span() if new else None,
        rules=users(both.new, (new or old).term) if kind.kind == "term" else (),
    )  # fmt: skip


def _id(kind: _Kind, item: Any) -> str | None:
    if item is None:
        return None
    return str(item.term if kind.kind == "term" else item.id)


def _words(kind: _Kind, item: Element) -> str:
    keys: Sequence[str] = (*kind.plain, *kind.prose)
    if kind.kind == "section":
        keys = ("title", "text")
    return "; ".join(words for key in keys if (words := show(getattr(item, key))))
