"""A duty that binds nobody, in a code that says of others whom they bind.

Why: where a code has several parties, a duty without one is everybody's and so nobody's. It is also
missing from what each party is handed.

Example: `binds: [company]` on one rule and nothing on “Answer letters within two days.” → add
`binds: [company]` there, too.

Fix: say under `binds:` of the rule, of its section or of the whole code who has to keep it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.model import Code


@define("warning", "coverage")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.extends or not any(code.bound(rule) for rule in code.rules):
        return  # what it leaves out may stand in its base; or it binds its readers alike
    for rule in code.rules:
        if not code.bound(rule):
            yield whole(
                rule, "text", f"The rule “{rule.id}” binds nobody",
                "Say under `binds:` of the rule or its section who has to keep it.",
            )  # fmt: skip
