"""How long a family of codes takes to align, and how that grows: 50, 100 and 200 codes.

`python bench/family.py [SHARED [OWN]]` makes codes of SHARED acts that all of them ask for, in one
of a few ways, and OWN acts that nobody else knows; a tenth of the codes promise to customers. It
prints the seconds of computing for each size, and what was found.
"""

import sys
import time
from datetime import date

import yaml

from conductkit.align import align
from conductkit.load import load_text
from conductkit.model import Code

_VERBS = ("answer", "check", "count", "file", "label", "pack", "print", "sign", "sort", "stamp")
_DAYS = ("one day", "two days", "three days")


def code(number: int, size: int, shared: int, own: int) -> Code:
    """The code of that number: shared acts by one of three times, its own by its own names.

    Each size has words of its own, so that nothing is remembered from the one before.
    """
    public = number % 10 == 0
    who = "The company must" if public else "Staff must"
    texts = [
        f"{who} {_VERBS[at % 10]} each thing{at}of{size} within {_DAYS[(number + at) % 3]}."
        for at in range(shared)
    ]
    texts += [f"{who} {_VERBS[at % 10]} each item{number}x{at}of{size}." for at in range(own)]
    head = {
        "conduct": "1", "id": f"code-{number}", "title": f"Code {number}", "language": "en",
        "kind": "customers" if public else "staff",
        "values": [{"id": "care", "name": "Care", "text": "Do it as for yourself."}],
        "rules": [{"id": f"r{at}", "text": text} for at, text in enumerate(texts)],
    }  # fmt: skip
    loaded = load_text(yaml.safe_dump(head), f"code-{number}.yaml").code
    assert loaded is not None
    return loaded


def main(shared: int = 10, own: int = 20) -> None:
    """Print one line a size."""
    print(f"{shared} shared acts and {own} of its own in each code")
    for size in (50, 100, 200):
        codes = [code(number, size, shared, own) for number in range(size)]
        begin = time.process_time()
        found = align(codes, date(2026, 1, 1))
        took = time.process_time() - begin
        print(
            f"{size:4} codes: {took:5.2f} s ({1000 * took / size:.1f} ms a code);"
            f" {len(found.promises)} promises, {len(found.clashes)} clashes,"
            f" {len(found.findings)} findings"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
