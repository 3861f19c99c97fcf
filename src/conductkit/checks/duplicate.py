"""Two rules have the same words.

Why: the second is a copy left behind; when one of the two changes, they contradict each other.

Example: “Greet every customer.” as rule 3 and as rule 12 → once.

Fix: take one out; where both stay, say in `binds` or `channels` whom or what each is for.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.checks._acts import plain_words, same_people
from conductkit.model import Code, Rule


@define("warning", "duplicates")
def check(code: Code, context: Context) -> Iterator[Hit]:
    seen: dict[str, list[Rule]] = {}
    for rule in code.rules:
        plain = plain_words(rule.text, code.language)
        if not plain:
            continue
        first = next((one for one in seen.get(plain, ()) if same_people(code, one, rule)), None)
        if first is None:
            seen.setdefault(plain, []).append(rule)
            continue
        yield whole(
            rule, "text", f"The same words as the rule {first.id}",
            "Take one of the two out, or say in `binds` or `channels` what each is for.",
            also=[first.place.span("text")],
        )  # fmt: skip
