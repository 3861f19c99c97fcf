"""A Word document: heading styles, numbers that Word counts, contents, language and direction."""

from conductkit.format import Format, Sheet
from conductkit.prose import escape_xml, xml
from conductkit.prose.hypertext import tidy


def make(page: str, _sheet: Sheet) -> bytes:
    """The file of a page, which says itself how large its sheets are."""
    from conductkit.word.file import write
    from conductkit.word.page import read

    return write([read(page)])


FORMAT = Format(
    suffixes=(".docx",),
    escape=escape_xml,
    prose=xml,
    address=escape_xml,
    finish=tidy,
    make=make,
    takes=("signature",),
)
