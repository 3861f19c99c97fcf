"""The changelog says nothing about the version that the code has.

Why: readers who knew the last version want to know what is new, and what it asks of them.

Example: `version: 1.1.0` and a changelog that ends with 1.0.0 → an entry for 1.1.0 with what
changed, a line each.

Fix: add an entry under `changelog:`; `conduct bump` writes one from the changes. A first version
needs none.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.model import KINDS, Code


@define("info", "lifecycle", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    first = not code.changelog and (code.version == "1.0.0" or code.version.startswith("0."))
    if not code.version or first:
        return
    if code.version not in (edition.version for edition in code.changelog):
        yield whole(
            code, "version", f"The changelog has no entry for version {code.version}",
            f"Add one under `changelog:` with `version: {code.version}` and what changed.",
        )  # fmt: skip
