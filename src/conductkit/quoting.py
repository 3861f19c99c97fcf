"""One value as YAML: plain where that is safe, else in quotes; and block text.

Every function here is the inverse of reading: what it writes, `nodes.read` gives back.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

_NOTHING = {"", "~", "null", "Null", "NULL"}
_FIRST = frozenset("#&*!|>%@`\"'{}[],")
_SHOWN = (
    "\x20-\x7e\xa0-\u180d\u180f-\u2027\u202f-\u205f\u2070-\ud7ff\uf900-\ufefe\uff00-\ufff8"
    "\ufffc\ufffd\U00010000-\U000dffff\U000e0080-\U000effff"
)
"""What may stand as it is: not what turns the direction of text, nor tags and private use."""
_WRITTEN_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([N_LP])|[\s\S])"
)
_NAMED = {"N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2011\u2800\u3164\uffa0") | {
    chr(number) for number in range(0xFE00, 0xFE10)
}
"""What is printable to Unicode, but shows nothing or looks like something else."""
_NEEDS_ESCAPE = re.compile(f"[^{_SHOWN}]")
_NOT_IN_BLOCK = re.compile(f"[^\n\t{_SHOWN}]")
_GUESSED = re.compile(
    r"[-+.]?\d.*|[-+]?\.(?:inf|nan)|true|false|yes|no|on|off|y|n|null|~|=|<<", re.IGNORECASE
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LOCAL_TAG = re.compile(r"![\w./-]*")
_CORE = "tag:yaml.org,2002:"


def scalar(value: str, flow: bool = False) -> str:
    """A value whose type the format knows: plain unless YAML would read other words."""
    return value if is_plain(value, flow) and value not in _NOTHING else quoted(value)


def untyped(value: str, plain: bool) -> str:
    """A value that other programs may read by YAML's own guesses: `plain` says how it was written.

    A plain value stays plain, so that `1` stays a number; a string never becomes one.
    """
    if plain and is_guessed(value):
        return value
    if is_plain(value) and not is_guessed(value):
        return value
    return quoted(value)


def is_guessed(value: str) -> bool:
    """Whether some reader of YAML takes these plain words for a number, a yes, nothing …"""
    return not value or bool(_GUESSED.fullmatch(value))


def is_plain(value: str, flow: bool = False) -> bool:
    """Whether a value can stand without quotes, after a key or a dash or as a key itself."""
    if not value or value != value.strip() or _NEEDS_ESCAPE.search(value):
        return False
    if value[0] in _FIRST or (value[0] in "-?:" and value[1:2].strip() == ""):
        return False
    if value.startswith(("---", "...")):
        return False
    if ": " in value or " #" in value or value.endswith(":"):
        return False
    return not flow or not any(char in ",[]{}:#?" for char in value)


def hidden_escapes(written: str) -> frozenset[str]:
    """The characters that a double-quoted value wrote as escapes and that show nothing raw."""
    found = set()
    for match in _WRITTEN_ESCAPE.finditer(written):
        digits = match[1] or match[2] or match[3]
        char = chr(int(digits, 16)) if digits else _NAMED.get(match[4] or "", "")
        if char > "\x7f" and (char in _BLANK or not char.isprintable()):
            found.add(char)
    return frozenset(found)


def quoted(value: str, hidden: frozenset[str] = frozenset()) -> str:
    """A value in double quotes; in single quotes where that saves escapes.

    The characters of `hidden` are written as escapes, beside those that always are.
    """
    if _NEEDS_ESCAPE.search(value) or not hidden.isdisjoint(value):
        return '"' + "".join(_escaped(char, hidden) for char in value) + '"'
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def inside(words: str, style: str) -> str:
    """Words as they are written in the middle of a value of a style ('' plain, ' " | or >)."""
    if style == '"':
        return "".join(_escaped(char, frozenset()) for char in words)
    return words.replace("'", "''") if style == "'" else words


def _escaped(char: str, hidden: frozenset[str]) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char not in hidden and not _NEEDS_ESCAPE.match(char):
        return char
    return f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"


def fits_block(value: str) -> bool:
    """Whether a text can stand as a block without an indentation indicator or escapes."""
    if _NOT_IN_BLOCK.search(value) or not value or value[0] in " \t\n":
        return False
    lines = value.split("\n")
    return all(not line or line.strip(" \t") for line in lines)


def folded(lines: Sequence[str]) -> list[str]:
    """A folded block: its header and its lines, which are read as joined by one space."""
    return [">-", *lines]


def literal(value: str) -> list[str]:
    """A literal block: its header and its lines, whose breaks stay; for at most one final break."""
    if value.endswith("\n"):
        return ["|", *value[:-1].split("\n")]
    return ["|-", *value.split("\n")]


def tag(name: str) -> str:
    """A tag as written before a value."""
    if name.startswith(_CORE) and name[len(_CORE) :].isalnum():
        return "!!" + name[len(_CORE) :]
    if _LOCAL_TAG.fullmatch(name) and name.isascii():
        return name
    return f"!<{quote(name, safe='!:/,.;?@&=+$~*()-_')}>"
