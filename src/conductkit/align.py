"""Codes that should agree: values, meanings, promises and duties side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from conductkit.alignment import meanings
from conductkit.alignment.asks import asks
from conductkit.alignment.clashes import clashes
from conductkit.alignment.findings import findings
from conductkit.alignment.promises import promises
from conductkit.alignment.result import Alignment, Local
from conductkit.extending import local_changes
from conductkit.model import Code

Pairs = Sequence[tuple[str, str]]


def align(
    codes: Sequence[Code], today: date, pairs: Pairs | None = None,
    bases: Mapping[str, Code] = MappingProxyType({}),
) -> Alignment:  # fmt: skip
    """Hold codes of one family against each other; catalogues are left out.

    `pairs` are the ids of codes that must rest on the same values; without them the first code is
    held against each other one. `bases` has, by the id of a code that extends another, that other
    one. Waivers count where they have not run out by `today`.
    """
    held = tuple(code for code in codes if code.kind != "catalogue")
    asked = {code.id: list(asks(code, rank)) for rank, code in enumerate(held)}
    if pairs is None:
        pairs = [(held[0].id, code.id) for code in held[1:]]
    pairs = [pair for pair in pairs if asked.keys() >= set(pair)]
    found = Alignment(
        held, meanings.values(held), meanings.terms(held), promises(held, asked),
        tuple(clashes(asked)), pairs=tuple(pairs), local=_local(held, bases),
    )  # fmt: skip
    return replace(found, findings=findings(found, today))


def _local(codes: Sequence[Code], bases: Mapping[str, Code]) -> tuple[Local, ...]:
    """What each code that extends another changes in it."""
    extended = [(code, bases[code.id]) for code in codes if code.id in bases]
    return tuple(Local(code, base, local_changes(code, base)) for code, base in extended)
