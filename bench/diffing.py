"""How long a diff of two long editions takes, beside loading them, and whether it grows evenly.

Run: python bench/diffing.py [RULES]. 2,000 rules by default: one in twenty reworded, one in fifty
removed, as many added, one in ten moved; then each of them reworded. The bounds: rules twice as
many take at most three times as long, and a comparison at most as long as loading both editions
takes twenty times, or fifty where nothing stayed.
"""

import random
import sys
import time
from collections.abc import Callable

from conductkit.diff import diff
from conductkit.load import load_text
from conductkit.model import Code

GROWTH, LOADS, ALL = 3.0, 20.0, 50.0
Rules = list[tuple[str, str]]
VERBS = ("Answer", "Greet", "Report", "Check", "Log", "Thank", "Explain", "Return", "Offer", "Sign")
THINGS = ("letters", "calls", "gifts", "repairs", "orders", "invoices", "visits", "refunds", "keys")
WHO = ("guests", "suppliers", "colleagues", "neighbours", "owners", "tenants", "drivers", "cooks")
WHEN = ("within {} days", "within {} hours", "at least {} days ahead", "unless {} people object")


def rules(count: int, seed: int) -> Rules:
    """Ids and texts of rules, no two alike."""
    made = random.Random(seed)
    return [
        (
            f"rule-{at}",
            " ".join((
                made.choice(VERBS), "the", made.choice(THINGS), "of", made.choice(WHO), "in house",
                str(at), made.choice(WHEN).format(made.randint(2, 40)) + ".",
            )),
        )
        for at in range(count)
    ]  # fmt: skip


def edited(old: Rules, seed: int) -> Rules:
    """A later edition of the same rules."""
    made = random.Random(seed)
    new = [
        (name, text.replace("the ", "all the ", 1) if made.random() < 0.05 else text)
        for name, text in old
        if made.random() > 0.02
    ]
    new += [(f"new-{at}", f"Never leave room {at} open.") for at in range(len(old) // 50)]
    for _ in range(len(old) // 10):
        new.insert(made.randrange(len(new)), new.pop(made.randrange(len(new))))
    return new


def reworded(old: Rules, seed: int) -> Rules:
    """A later edition of which no rule stayed as it was."""
    made = random.Random(seed)
    return [
        (name, text.replace("the ", made.choice(("all the ", "some of the ", "your ")), 1))
        for name, text in old
    ]


def code(listed: Rules) -> tuple[Code, float]:
    """The rules as a code, and the seconds that loading it took."""
    lines = "".join(f"- id: {name}\n  text: {text}\n" for name, text in listed)
    text = f"conduct: 1\nid: long\ntitle: A long code\nlanguage: en\nrules:\n{lines}"
    begin = time.perf_counter()
    loaded = load_text(text, "long.yaml")
    took = time.perf_counter() - begin
    assert loaded.code is not None, loaded.findings
    return loaded.code, took


def measure(count: int, later: Callable[[Rules, int], Rules] = edited) -> tuple[float, float]:
    """Seconds to load two editions, and to compare them; texts that no run before had."""
    old = rules(count, count + len(later.__name__))
    (one, first), (two, second) = code(old), code(later(old, count + 1))
    begin = time.perf_counter()
    found = diff(one, two)
    took = time.perf_counter() - begin
    assert found.changes
    return first + second, took


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where a bound is missed."""
    count = int(arguments[0]) if arguments else 2000
    measure(50)  # the word lists are read once
    missed = False
    for name, later, bound in (("edited", edited, LOADS), ("all reworded", reworded, ALL)):
        (half_load, half), (load, whole) = measure(count // 2, later), measure(count, later)
        print(f"{count // 2:6} rules, {name}: load {half_load:.2f} s, diff {half:.2f} s")
        print(f"{count:6} rules, {name}: load {load:.2f} s, diff {whole:.2f} s")
        print(
            f"growth {whole / half:.1f} (bound {GROWTH}), loads {whole / load:.1f} (bound {bound})"
        )
        missed = missed or whole > GROWTH * half or whole > bound * load
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
