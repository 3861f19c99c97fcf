"""A small code with comments, and edits of it, for the tests of merging."""

from conductkit.load import load_text
from conductkit.merge import merge

BASE = """\
# The desk's own code.

conduct: 1
id: desk
title: The desk
version: 1.0.0
language: en
parties:
  - id: staff
    name: Staff
  - id: guests
    name: Guests
binds: [staff]
values:
  - id: care  # first of all
    name: Care
rules:
  # about letters
  - id: reply
    text: Reply to letters within two days.
    level: must  # strict
    values: [care]

  - id: trick
    text: Do not trick customers.
    why: |
      They trust us.
      # this is no comment

  - id: greet
    text: 'Greet each Guest by name.'
# the end
"""
REPLY = BASE[BASE.index("  # about letters") : BASE.index("\n  - id: trick")]
TRICK = BASE[BASE.index("  - id: trick") : BASE.index("\n  - id: greet")]
GREET = BASE[BASE.index("  - id: greet") : BASE.index("# the end")]


def edit(*swaps: tuple[str, str], text: str = BASE) -> str:
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def clean(ours: str, theirs: str, base: str = BASE) -> str:
    """The merged text; it must be without conflicts, whichever side is whose."""
    made, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    assert made.conflicts == turned.conflicts == ()
    assert load_text(made.text).code is not None
    return made.text


def conflicts(ours: str, theirs: str, base: str = BASE) -> list[tuple[str, bool]]:
    made = merge(base, ours, theirs)
    return [(item.what, item.meaning) for item in made.conflicts]
