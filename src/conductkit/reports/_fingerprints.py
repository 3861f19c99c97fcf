"""What a finding is known by in the reports of other programs: never its line."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from conductkit.baseline import key_of
from conductkit.finding import Finding


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint of its own, by path, check, rule and meaning of the words.

    Of several that are alike, the second and later ones are told apart by their number.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        key = "\0".join([finding.span.path, *key_of(finding)])
        seen[key] += 1
        data = f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")
        yield finding, hashlib.sha256(data).hexdigest()[:32]
