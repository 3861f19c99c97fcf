"""A profile was chosen for a kind of code that it is not meant for.

Why: its checks stay silent there, and silence would read as if all were well.

Example: `profiles: [iso10001]` for a staff code → the profile below `paths:`, for the codes that
make promises to customers.

Fix: choose the profile for some paths only, or mend `kind:` where the code is of another kind.
"""

from collections.abc import Iterator

from conductkit import profile
from conductkit.check import Context, Hit, define, whole
from conductkit.model import Code


@define("info", "structure")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for name in context.profiles:
        asked = profile.read(name)
        if code.kind not in asked.kinds:
            yield whole(
                code, "kind" if code.place.find("kind") else "title",
                f"The profile {name} is not meant for codes of kind {code.kind}, and asks nothing"
                " of this one",
                f"{asked.limits} It is for kind {' or '.join(asked.kinds)}: choose it for the paths"
                " of such codes.",
            )  # fmt: skip
