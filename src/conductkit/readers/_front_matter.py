"""What stands between `---` or `+++` at the head of a Markdown file."""

import re
import tomllib

from conductkit.outline import Block, Remark

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_PAIR = re.compile(r"""^([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(["']?)(.*?)\2\s*$""")
_LONGEST = 200
_REASON = "front matter: it is about the file, not part of the code"


def split(lines: list[str]) -> tuple[int, dict[str, str], list[Block], list[Remark]]:
    """How many lines the front matter takes, what it says, its lines as furniture, and faults."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    opener = lines[first].strip() if lines else ""
    closers = _FENCES.get(opener)
    if closers:
        end = next(
            (n for n in range(first + 1, min(len(lines), _LONGEST)) if lines[n].strip() in closers),
            0,
        )
        inner = lines[first + 1 : end]
        if not end or (opener == "---" and not _all_pairs(inner, loose=True)):
            return 0, {}, [], []
        return end + 1, _pairs(inner, opener), _furniture(lines[: end + 1], 0), []
    end = next((n for n in range(first, min(len(lines), 20)) if lines[n].strip() == "---"), 0)
    if end > first and _all_pairs(lines[first:end], loose=False):
        remark = Remark(
            "front-matter",
            first + 1,
            opener,
            "the line “---” that opens the front matter is missing",
        )
        return end + 1, _pairs(lines[first:end], "---"), _furniture(lines[: end + 1], 0), [remark]
    return 0, {}, [], []


def _furniture(lines: list[str], offset: int) -> list[Block]:
    return [
        Block("furniture", line.strip(), offset + number, reason=_REASON)
        for number, line in enumerate(lines, start=1)
        if re.search(r"\w", line)
    ]


def _all_pairs(lines: list[str], *, loose: bool) -> bool:
    """Whether every line is a pair; `loose` lets comments, lists and indented lines stand by."""
    told = [line for line in lines if line.strip() and not (loose and line.lstrip()[0] == "#")]
    fit = [
        bool(_PAIR.match(line)) or (loose and bool(re.match(r"\s+\S|- ", line))) for line in told
    ]
    return bool(told) and all(fit)


def _pairs(lines: list[str], opener: str) -> dict[str, str]:
    if opener == "+++":
        try:
            found = tomllib.loads("\n".join(lines))
        except (tomllib.TOMLDecodeError, RecursionError):
            found = {}
        if found:
            return {
                key.lower(): str(value) for key, value in found.items() if isinstance(value, str)
            }
    pairs = (match for match in map(_PAIR.match, lines) if match)
    return {match[1].lower(): match[3] for match in pairs if match[3]}
