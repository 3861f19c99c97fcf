"""Codes that should agree: values, meanings, promises and duties side by side."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conductkit.alignment import meanings
from conductkit.alignment.asks import asks
from conductkit.alignment.clashes import clashes
from conductkit.alignment.findings import findings
from conductkit.alignment.promises import promises
from conductkit.alignment.result import Alignment
from conductkit.model import Code

Pairs = Sequence[tuple[str, str]]


def align(codes: Sequence[Code], today: date, pairs: Pairs | None = None) -> Alignment:
    """Hold codes of one family against each other; catalogues are left out.

    `pairs` are the ids of codes that must rest on the same values; without them the first code is
    held against each other one. Waivers count where they have not run out by `today`.
    """
    held = tuple(code for code in codes if code.kind != "catalogue")
    asked = {code.id: list(asks(code, rank)) for rank, code in enumerate(held)}
    if pairs is None:
        pairs = [(held[0].id, code.id) for code in held[1:]]
    found = Alignment(
        held, meanings.values(held), meanings.terms(held), promises(held, asked),
        tuple(clashes(asked)), pairs=tuple(pairs),
    )  # fmt: skip
    return replace(found, findings=findings(found, today))
