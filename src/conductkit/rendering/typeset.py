"""A page of XML set as a PDF by Typst (extra `conductkit[pdf]`), without network or clock.

Typst gets one thing of a code: the page, as a string that its layout (`templates/paper/`) parses.
No word of it is ever source text. The layouts are ours alone; what they may read is their folder.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from xml.etree import ElementTree

from conductkit import bundled
from conductkit.errors import ConductError
from conductkit.format import Sheet
from conductkit.strings import strings

if TYPE_CHECKING:
    from typst import Fonts

_FONTS = Path(__file__).resolve().parent.parent / "data" / "fonts.yaml"
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_UNICODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_SHOWN = 12
_EMOJI = range(0x1F000, 0x20000)
_BROUGHT = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")


def typeset(layout: str, page: str, sheet: Sheet) -> bytes:
    """The PDF of a page by the layout of that name.

    Its fonts are those that Typst brings; for languages and characters that they lack, those of
    `sheet.fonts` or of this machine. ConductError where Typst is not there, the folder of fonts is
    none, or no font has a character; ValueError for a page that is not well-formed or not laid out.
    """
    try:
        import typst
    except ImportError:
        raise ConductError(
            "PDF needs Typst: `pip install 'conductkit[pdf]'`. Without it `--to print` makes a page"
            " that a browser prints."
        ) from None
    root = _root(page)
    folder, language = bundled.directory("templates") / "paper", root.get("language", "en")
    own, heading = (root.get(name, "").split("|") for name in ("fonts", "heading_fonts"))
    foreign = families(language)
    source = f'#import "{layout}.typ": layout\n#layout(sys.inputs)'.encode()
    missing: list[str] = []
    for fonts in _collections(sheet.fonts, any((*own, *heading, *foreign))):
        there = {*fonts.families()}
        named = [[name for name in kind if name in there] for kind in (heading, own, foreign)]
        inputs = {
            "page": page, "headings": "\n".join(named[0]), "latin": "" if any(own) else _BROUGHT[0],
            "fonts": "\n".join([*named[1], *named[2], *_BROUGHT]),
        }  # fmt: skip
        compiler = typst.Compiler(
            source, root=folder, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs,
            package_path=folder, package_cache_path=folder,
        )  # fmt: skip
        try:
            return cast(bytes, compiler.compile(format="pdf", pdf_standards="ua-1"))
        except typst.TypstError as error:
            missing = _missing(str(error.diagnostic))
            if not missing:
                raise ValueError(f"the layout cannot set this page ({error.message})") from error
    raise ConductError(_sentence(missing, language, sheet.fonts))


def families(language: str) -> tuple[str, ...]:
    """The font families to prefer for a language tag, best first; none where ours do."""
    known = _data()["languages"]
    parts = language.lower().split("-")
    tags = [f"{parts[0]}-{part}" for part in parts[1:]] + [parts[0]]
    return next((tuple(known[tag]) for tag in tags if tag in known), ())


def _root(page: str) -> ElementTree.Element:
    """The root of a page; ValueError where it is not well-formed or declares entities."""
    if "<!" in page:
        raise ValueError("declarations and CDATA have no place in the page")
    try:
        return ElementTree.fromstring(page)  # noqa: S314 - no declaration, no entity
    except ElementTree.ParseError as error:
        raise ValueError(f"the page is not well-formed XML ({error})") from error


def _collections(folder: str, foreign: bool) -> "Iterator[Fonts]":
    """Collections of fonts to try in turn: those that Typst brings, then what there is beside."""
    from typst import Fonts

    if folder and not Path(folder).is_dir():
        raise ConductError(f"{folder}: there is no such folder. --fonts takes a folder of fonts.")
    if not foreign and not folder:
        yield Fonts(include_system_fonts=False)
    yield Fonts(include_system_fonts=not folder, font_paths=[folder] if folder else [])


def _missing(diagnostic: str) -> list[str]:
    """The characters that no font has, in the order of the page."""
    texts = "".join(_MISSING.findall(diagnostic))
    found = _UNICODE.sub(lambda code: chr(int(code[1], 16)), texts)
    return [char for char in dict.fromkeys(found) if not char.isspace()]


def _sentence(missing: list[str], language: str, folder: str) -> str:
    shown = " ".join(f"{char} (U+{ord(char):04X})" for char in missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    suited = dict.fromkeys([*families(language)[:1], *filter(None, map(_suited, missing))])
    advice = ", ".join(list(suited)[:3]) or "a Noto font of its script"
    where = f"in {folder}" if folder else "on this machine"
    return (
        f"No font {where} has {shown}{more}. Install a font that has"
        f" {'it' if len(missing) == 1 else 'them'}, such as {advice}, or name a folder of fonts"
        " with --fonts."
    )


def _suited(char: str) -> str:
    """A font that has a character, as far as its name tells; else ""."""
    data = _data()
    if ord(char) in _EMOJI:
        return str(data["emoji"])
    script = re.split("[ -]", unicodedata.name(char, ""))[0]
    return str(data["scripts"].get(script, ""))


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = strings(_FONTS)
    return data
