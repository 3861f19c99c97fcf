"""Who has read what binds: the file of acknowledgements of one code, as data and as text.

An acknowledgement is of a digest of what binds (`digest.py`), so that a change of layout or reasons
asks nobody to read again.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable

from conductkit import scalar_types as types
from conductkit.fields import Field, Shape
from conductkit.model import Element
from conductkit.quoting import scalar
from conductkit.record import record
from conductkit.scalar_types import ScalarType

_DIGITS = 16
_PSEUDONYM = re.compile(rf"r-[0-9a-f]{{{_DIGITS}}}")


@record
class Ack(Element):
    """One reader has read the text of one digest; `version` is what it was called on that day."""

    reader: str = ""
    version: str = ""
    date: str = ""
    digest: str = ""


@record
class Acks(Element):
    """The acknowledgements of one code."""

    acks: str = "1"
    code: str = ""
    read: tuple[Ack, ...] = ()


READER = ScalarType(
    "reader", "a pseudonym such as r-0f3a94c1d2e85b76, or a name", r"\S(.{0,198}\S)?",
    example="r-0f3a94c1d2e85b76",
)  # fmt: skip
ACKS = Shape("file of acknowledgements", Acks, (
    Field("acks", types.FORMAT_TYPE, "Version of this format.", required=True),
    Field("code", types.IDENT, "The code that was read.", required=True),
    Field("read", Shape("acknowledgement", Ack, (
        Field("reader", READER, "Who read it.", required=True),
        Field("version", types.VERSION_TYPE, "What the text was called."),
        Field("date", types.DATE_TYPE, "The day.", required=True),
        Field("digest", types.DIGEST, "What was read.", required=True),
    )), "Who has read which text.", many=True),
))  # fmt: skip


def pseudonym(person: str, key: str) -> str:
    """The name under which a person stands in the file, the same for every code.

    HMAC-SHA256 (RFC 2104) of the person's name or address, keyed with a secret of the project.
    Without a key, whoever has a list of people can find out which of them is meant.
    """
    told = " ".join(unicodedata.normalize("NFC", person).casefold().split())
    made = hmac.new(key.encode(), told.encode(), hashlib.sha256).hexdigest()
    return f"r-{made[:_DIGITS]}"


def is_pseudonym(words: str) -> bool:
    """Whether words are a name that `pseudonym` made."""
    return bool(_PSEUDONYM.fullmatch(words))


def added(old: Iterable[Ack], new: Iterable[Ack]) -> tuple[Ack, ...]:
    """Both together, in order of readers and days; of one text the first reading counts."""
    found: dict[tuple[str, str], Ack] = {}
    for one in sorted((*old, *new), key=_order):
        found.setdefault((one.reader, one.digest), one)
    return tuple(sorted(found.values(), key=_order))


def _order(one: Ack) -> tuple[str, str, str, str]:
    return one.reader, one.date, one.digest, one.version


def merged(base: Iterable[Ack], ours: Iterable[Ack], theirs: Iterable[Ack]) -> tuple[Ack, ...]:
    """What two sides added to a base; whom one side forgot stays forgotten."""
    before = {(one.reader, one.digest) for one in base}
    mine = {(one.reader, one.digest): one for one in ours}
    other = {(one.reader, one.digest): one for one in theirs}
    gone = {key for key in before if key not in mine or key not in other}
    kept = (one for side in (mine, other) for key, one in side.items() if key not in gone)
    return added(kept, ())


def text(code: str, read: Iterable[Ack]) -> str:
    """The file; one line an acknowledgement, so that git shows and merges them apart."""
    lines = [
        f"# Who has read which text of “{code}”. `conduct ack` keeps this file.",
        "acks: 1",
        f"code: {scalar(code)}",
        "read:",
    ]
    found = [
        f"  - {{reader: {scalar(one.reader, flow=True)}, "
        + (f"version: {one.version}, " if one.version else "")
        + f'date: {one.date}, digest: "{one.digest}"}}'
        for one in read
    ]
    return "\n".join([*lines, *found] if found else [*lines[:-1], "read: []"]) + "\n"
