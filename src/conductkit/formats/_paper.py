"""What the formats that are typeset share: their page is XML, their file a PDF."""

from functools import partial

from conductkit.format import Format
from conductkit.prose import escape_xml, xml
from conductkit.prose.hypertext import tidy
from conductkit.rendering.typeset import typeset


def paper(name: str, suffix: str, *takes: str, excerpt: bool = False) -> Format:
    """The format whose layout is `templates/paper/<name>.typ`."""
    return Format(
        suffixes=(suffix,),
        escape=escape_xml,
        prose=xml,
        address=escape_xml,
        finish=tidy,
        make=partial(typeset, name),
        takes=("fonts", *takes),
        excerpt=excerpt,
    )
