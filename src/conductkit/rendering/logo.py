"""A logo as part of the page: read, looked at, and written as a data URL."""

import base64
import re
from pathlib import Path
from xml.etree import ElementTree

from conductkit.errors import ConductError

MAX_BYTES = 50_000
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"), (b"GIF89a", "image/gif"),
)  # fmt: skip
_ACTIVE = frozenset(("script", "foreignobject", "iframe", "embed", "object", "audio", "video"))
_OUTSIDE = re.compile(rb"@import|url\(\s*[\"']?(?!#|data:)", re.IGNORECASE)


def data_url(path: str, home: str) -> str:
    """The picture in a file, for `src`; its kind is that of its bytes, whatever it is called.

    ConductError for a file that leads out of the folder `home`, cannot be read, is larger than
    `MAX_BYTES`, is no PNG, JPEG, GIF, WebP or SVG, or is an SVG that runs or fetches something.
    """
    try:
        real = Path(path).resolve(strict=True)
        if not real.is_relative_to(Path(home).resolve()):
            raise ConductError("it leads out of the project. Copy the file into it.")
        if not real.is_file():
            raise ConductError("it is no file. Name a picture: SVG, PNG, JPEG, GIF or WebP.")
        size = real.stat().st_size
        if size > MAX_BYTES:
            raise ConductError(
                f"it has {size // 1000} kB, and {MAX_BYTES // 1000} kB is the most that a page can"
                " carry well. Save it as SVG, or smaller."
            )
        data = real.read_bytes()
    except OSError as error:
        raise ConductError(f"it cannot be read: {error.strerror}.") from error
    return f"data:{_kind(data)};base64,{base64.b64encode(data).decode()}"


def _kind(data: bytes) -> str:
    for mark, kind in _KINDS:
        if data.startswith(mark):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"<svg" in data:
        _look_into(data)
        return "image/svg+xml"
    raise ConductError("it is no picture that a page can show. Use SVG, PNG, JPEG, GIF or WebP.")


def _look_into(svg: bytes) -> None:
    """ConductError where a drawing is broken, or does more than draw."""
    if b"<!DOCTYPE" in svg or b"<!ENTITY" in svg:
        raise ConductError("it has a document type, which can hide things. Save it as plain SVG.")
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314, small and without entities
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ConductError(f"it is broken SVG: {error}. Save it anew.") from error
    active = "it runs or fetches something. Save it as plain SVG."
    if root.tag != "{http://www.w3.org/2000/svg}svg" or _OUTSIDE.search(svg):
        raise ConductError(active)
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in _ACTIVE or any(_acts(*attribute) for attribute in element.items()):
            raise ConductError(active)


def _acts(name: str, value: str) -> bool:
    name = name.rpartition("}")[2].lower()
    inside = value.strip().startswith(("#", "data:image/"))
    return name.startswith("on") or (name in ("href", "src") and not inside)
