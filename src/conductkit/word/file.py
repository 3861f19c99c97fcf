"""Paragraphs as a Word file, by python-docx (extra `conductkit[docx]`), without clock or chance."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from conductkit.errors import ConductError
from conductkit.word.paragraphs import NOBODY, Document, Hand
from conductkit.word.styles import dress

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def write(parts: list[Document], title: str = "", hand: Hand = NOBODY) -> bytes:
    """The file that holds the documents after each other; the first says language and paper.

    ConductError where python-docx is not there.
    """
    try:
        import docx

        from conductkit.word.body import Body
    except ImportError:
        raise ConductError(
            "Word documents need python-docx: `pip install 'conductkit[docx]'`."
        ) from None
    made, first = docx.Document(), parts[0]
    _name(made, first, title or first.title)
    dress(made, first)
    body = Body(made, first.direction == "rtl", hand)
    for number, part in enumerate(parts):
        body.add(part, new_page=number > 0)
    stream = io.BytesIO()
    made.save(stream)
    return _same_bytes(stream.getvalue())


def _name(made: Any, first: Document, title: str) -> None:
    """Title, author, language and day: of the code, never of the machine."""
    core = made.core_properties
    core.title, core.author, core.language = title[:255], first.issuer[:255], first.language[:255]
    core.last_modified_by, core.comments, core.revision = first.issuer[:255], "", 1
    day = datetime.fromisoformat(first.day).replace(tzinfo=UTC) if first.day else _EPOCH
    core.created = core.modified = day
    package = made.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]


def _same_bytes(data: bytes) -> bytes:
    """The same zip with one time for all its parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            named = zipfile.ZipInfo(part.filename, _ZIP_TIME)
            new.writestr(named, old.read(part), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
