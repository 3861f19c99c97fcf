"""Nobody is named who answers for the code.

Why: a code without an owner is not kept up, and a reader who finds a mistake has no one to tell.
The publisher's name alone is not enough, because an organisation does not read mail.

Example: only `issuer: Example Ltd` → `owner:` with `name: Head of Customer Service` and `email:
service@example.org`.

Fix: add `owner:` with the name of a role or a person and, if you can, an address that reaches
them. A role outlasts the person who holds it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.checks._unfilled import unfilled, unread
from conductkit.model import KINDS, Code, Owner

_HELP = (
    "Add `owner:` with `name:` (a role, such as Head of Customer Service) and an address"
    " that reaches them."
)


@define("error", "structure", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    owner = code.owner
    if owner is None:
        if not code.extends:
            yield _missing(code)
    elif unfilled(owner.name):
        message = f"“{owner.name}” names no owner yet"
        yield whole(owner, "name", message, "Write the role or person who answers for the code.")
    elif owner.name.casefold() == code.issuer.casefold() and not _reachable(owner):
        yield whole(
            owner, "name",
            f"The owner is the publisher itself, “{owner.name}”: that is nobody to turn to",
            "Name the role or person who answers for the code, or add an address under `owner:`.",
            also=[code.place.span("issuer")],
        )  # fmt: skip


def _missing(code: Code) -> Hit:
    if not code.issuer:
        return overall(code, "The code has no owner: nobody answers for it", _HELP)
    message = f"The code has no owner: “{code.issuer}” publishes it, but nobody answers for it"
    return overall(code, message, _HELP, also=[code.place.span("issuer")])


def _reachable(owner: Owner) -> bool:
    return any(text and not unread(text) for text in (owner.email, owner.url, owner.phone))
