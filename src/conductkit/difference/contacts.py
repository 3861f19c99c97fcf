"""The changes of contacts: whom to turn to, known by address, however the address is written."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from conductkit.change import Change, Evidence
from conductkit.difference.editions import Editions
from conductkit.difference.effects import combine
from conductkit.difference.likeness import likeness
from conductkit.difference.literals import addresses
from conductkit.difference.mailing import plain
from conductkit.difference.metadata import show
from conductkit.difference.wording import judge
from conductkit.model import Code, Contact

_KEYS = ("email", "url", "phone", "address")
_FIELDS = {"route": "for", "name": "name", **{key: key for key in _KEYS}}
_ELSEWHERE = "The words of the other edition name the same address."

Form = tuple[str, str]


class _Pair(NamedTuple):
    old: Contact
    new: Contact


def contact_changes(both: Editions) -> Iterator[Change]:
    """Every change of a contact, in the order of the new edition; what went comes last."""
    pairs = _paired(both.old.contacts, both.new.contacts)
    mates = {id(pair.new): pair for pair in pairs}
    for item in both.new.contacts:
        pair = mates.get(id(item))
        if pair is None:
            yield _lone(both, item, added=True)
        else:
            yield from _edited(both, pair)
    known = {id(pair.old) for pair in pairs}
    for item in both.old.contacts:
        if id(item) not in known:
            yield _lone(both, item, added=False)


def _paired(olds: Sequence[Contact], news: Sequence[Contact]) -> list[_Pair]:
    """The same contact in both editions: the surest pairs first, each contact once.

    Among equals those that stand nearest the front go first, which is the same both ways round.
    """
    ranked = sorted(
        (-_likeness(one, two), a + b, abs(a - b), a, b)
        for a, one in enumerate(olds)
        for b, two in enumerate(news)
        if _likeness(one, two)
    )
    found: list[_Pair] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for *_, a, b in ranked:
        if a not in taken[0] and b not in taken[1]:
            found.append(_Pair(olds[a], news[b]))
            taken[0].add(a)
            taken[1].add(b)
    return found


def _likeness(one: Contact, two: Contact) -> float:
    """How surely two contacts are one: by address, then by use; 0 where they are not."""
    ours, theirs = forms(one), forms(two)
    same = bool(ours) and ours == theirs
    if one.route != two.route:
        return 3 if same else 0
    if same or ours == theirs:
        return 5 if one.name == two.name else 4
    shared = 2 if ours & theirs else 1
    words = [Counter(re.findall(r"\w+", f"{item.name} {item.address}".casefold()))
             for item in (one, two)]  # fmt: skip
    return shared + likeness(*words) / 2


def forms(contact: Contact) -> frozenset[Form]:
    """The addresses of a contact, each in the one form that all its spellings have in common."""
    found = set()
    for key in _KEYS:
        value = getattr(contact, key)
        if value:
            found.add(_form(key, value))
    return frozenset(found)


def _form(key: str, value: str) -> Form:
    text = " ".join(value.strip(" <>").split()).casefold()
    mail = plain(text.removeprefix("mailto:").partition("?")[0])
    if mail:
        return "email", mail
    if key == "url":
        return "url", re.sub(r"^https?://", "", text).rstrip("/")
    if key == "phone":
        digits = re.sub(r"[^\d+]", "", text.removeprefix("tel:"))
        return "phone", re.sub(r"^00", "+", digits)
    return key, text


def _edited(both: Editions, pair: _Pair) -> Iterator[Change]:
    """One entry a contact, with the fields that differ."""
    keys = [key for key in _FIELDS if getattr(pair.old, key) != getattr(pair.new, key)]
    if not keys:
        return
    effects = {_reached(both, pair), _named(both, pair)}
    doubt = "unknown" in effects or pair.old.route != pair.new.route
    effect = "unknown" if doubt else combine(effects)
    before, after = ("; ".join(show(getattr(item, key)) for key in keys) for item in pair)
    change = _change(both, pair.old, pair.new, "edited", effect, before, after)
    sure = "high" if effect != "unknown" else "low"
    yield replace(change, field=", ".join(_FIELDS[key] for key in keys), confidence=sure)


def _reached(both: Editions, pair: _Pair) -> str:
    """A way more to reach somebody is more, one less is less; another one may be either."""
    old, new = forms(pair.old), forms(pair.new)
    if old == new:
        return "neutral"
    if old < new or new < old:
        return "stronger" if old < new else "weaker"
    rest = old ^ new
    if {key for key, _ in rest} == {"address"} and len(rest) == 2:
        texts = pair.old.address, pair.new.address
        if "@" not in "".join(texts) and judge(*texts, both.languages).effect == "neutral":
            return "neutral"
    return "unknown"


def _named(both: Editions, pair: _Pair) -> str:
    names = pair.old.name, pair.new.name
    if (
        names[0] == names[1]
        or judge(*names, both.languages, both.sides, shared=both.shared).effect == "neutral"
    ):
        return "neutral"
    return "unknown"


def _lone(both: Editions, item: Contact, *, added: bool) -> Change:
    words = "; ".join(shown for key in (*_KEYS, "name") if (shown := show(getattr(item, key))))
    effect = "stronger" if added else "weaker"
    other = both.old if added else both.new
    told = forms(item) and _told(item, other)
    one, two = (None, item) if added else (item, None)
    change = _change(
        both,
        one,
        two,
        "added" if added else "removed",
        "unknown" if told else effect,
        None if added else words,
        words if added else None,
    )
    evidence = Evidence("contact", "" if added else words, words if added else "", change.effect)
    sure = "low" if told else "high"
    return replace(
        change, evidence=(evidence,), confidence=sure, notes=(_ELSEWHERE,) if told else ()
    )


def _told(item: Contact, code: Code) -> bool:
    """Whether the words of a code name all addresses of a contact, whatever for."""
    texts = [code.purpose, code.scope, code.summary, code.redress, code.closing]
    texts += [section.text for section in code.sections]
    texts += [rule.text for rule in code.rules]
    known = {
        _form("url" if "://" in one else "email", one) for text in texts for one in addresses(text)
    }
    return forms(item) <= known


def _change(
    both: Editions, old: Contact | None, new: Contact | None, change: str, effect: str,
    before: str | None, after: str | None,
) -> Change:  # fmt: skip
    return Change(
        both.new.id, "contact", change, effect, new.route if new else None,
        old.route if old else None, ("contact",), both.new.binds, both.new.serves, before, after,
        old.place.span() if old else None, new.place.span() if new else None,
    )  # fmt: skip
