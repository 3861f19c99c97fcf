"""What a format of renderings is: how it escapes words and writes prose."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Format:
    """One output of a code; its template is `templates/<name>.j2`, its name that of its file.

    `suffixes` are those of file names that ask for it, the first one that of files it makes.
    `escape` makes words safe wherever the template writes them; `prose` writes a Markdown field
    behind a lead that is in the format already; `address` makes an URL safe as the target of a
    link; `finish` takes the whole page last; `data` writes data for other programs into the page,
    where it has a place for that. `page` is False for a format that carries data to
    another program: it has no links and no words around the code, and what it holds comes back
    exactly as it was.
    """

    suffixes: tuple[str, ...]
    escape: Callable[[str], str]
    prose: Callable[[str, str], str]
    address: Callable[[str], str]
    finish: Callable[[str], str] = str
    page: bool = True
    data: Callable[[Any], str] | None = None
