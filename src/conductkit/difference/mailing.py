"""Mail addresses in a text, however they are disguised from machines that gather them."""

import re

_MARK = r"(?:\*\*|__|\*|_|`)?"
_AT = r"(?:@|[(\[{]at[)\]}]|\bat\b)"
_DOT = r"(?:\.|[(\[{]dot[)\]}]|\bdot\b)"
_DISGUISED = re.compile(
    rf"{_MARK}(?<![\w.+-])(?P<local>[\w.+-]{{1,64}}){_MARK}\s{{0,2}}{_AT}\s{{0,2}}"
    rf"{_MARK}(?P<host>[\w-]{{1,63}}(?:\s{{0,2}}{_DOT}\s{{0,2}}[\w-]{{2,63}}){{1,4}})(?:\*\*|__|`)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_WAYS = r"(?:by (?:e-?mailing|writing to)|by e-?mail (?:at|to)|via|at)"
"""What leads to an address and says no more than that one may write there."""
_SELF = re.compile(
    r"\[(?P<words>(?:https?://)?(?P<same>[^\[\]()\s]{3,500}?)/?)\]"
    r"\((?:mailto:|https?://)?(?P=same)/?\)"
)
"""A link whose words are the address that it leads to."""
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")


def plain(text: str) -> str:
    """The address that a text disguises; "" where the text is none."""
    found = _DISGUISED.fullmatch(text)
    return _address(found) if found else ""


def alike(old: str, new: str) -> tuple[str, str]:
    """Both texts with the addresses that they share written in one way, behind one word.

    What is disguised is read as an address only where the other text has that address plainly.
    """
    texts = _bare(old, new), _bare(new, old)
    known = [{one.casefold() for one in _PLAIN.findall(text)} for text in texts]
    if not any(known):
        return texts
    sides = [
        _DISGUISED.sub(lambda found, there=there: _known(found, there), text)  # type: ignore[misc]
        for text, there in zip(texts, reversed(known), strict=True)
    ]
    both = {one.casefold() for one in _PLAIN.findall(sides[0])} & {
        one.casefold() for one in _PLAIN.findall(sides[1])
    }
    for address in sorted(both):
        way = re.compile(rf"\b{_WAYS} (?=\W{{0,3}}{re.escape(address)})", re.IGNORECASE)
        sides = [way.sub("at ", side) for side in sides]
    return sides[0], sides[1]


def _bare(text: str, other: str) -> str:
    """A text with the addresses as words that the other one has so, and not as links."""
    written = _TARGET.sub("]", other)
    return _SELF.sub(
        lambda found: (
            found[0] if found[0] in other or found["same"] not in written else found["words"]
        ),
        text,
    )


def _known(found: "re.Match[str]", there: set[str]) -> str:
    address = _address(found)
    return address if address in there else found[0]


def _address(found: "re.Match[str]") -> str:
    host = re.sub(rf"\s{{0,2}}{_DOT}\s{{0,2}}", ".", found["host"], flags=re.IGNORECASE)
    return f"{found['local']}@{host}".casefold()
