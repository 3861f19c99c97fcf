"""What a format of renderings is: how it escapes words and writes prose."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Paper = Literal["A4", "letter"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a rendering for paper is to come out.

    `party` and `channel` are ids of those that a handout is for; `day` (YYYY-MM-DD) is
    the date that the file gives itself where the code names none; `fonts` is a folder of fonts that
    take the place of this machine's.
    """

    paper: Paper = "A4"
    signature: bool = False
    party: str = ""
    channel: str = ""
    day: str = ""
    fonts: str = ""


DEFAULT_SHEET = Sheet()


@dataclass(frozen=True, slots=True)
class Format:
    """One output of a code; its template is `templates/<name>.j2`, its name that of its file.

    `suffixes` are those of file names that ask for it, the first one that of files it makes.
    `escape` makes words safe wherever the template writes them; `prose` writes a Markdown field
    behind a lead that is in the format already; `address` makes an URL safe as the target of a
    link; `finish` takes the whole page last. `make` builds the file out of the finished page where
    the file is no text; ConductError for what it lacks. `takes` names the options of a `Sheet` that
    it heeds; `excerpt` is True where it shows parts of a code and leaves out others. `data` writes
    data for other programs into the page, where it has a place for that.
    `page` is False for a format that carries data to another program: it has no links and no words
    around the code, and what it holds comes back exactly as it was.
    """

    suffixes: tuple[str, ...]
    escape: Callable[[str], str]
    prose: Callable[[str, str], str]
    address: Callable[[str], str]
    finish: Callable[[str], str] = str
    make: Callable[[str, Sheet], bytes] | None = None
    takes: tuple[str, ...] = ()
    excerpt: bool = False
    page: bool = True
    data: Callable[[Any], str] | None = None
