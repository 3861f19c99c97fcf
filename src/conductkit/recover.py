"""Reading on after a fault of YAML, so that one run reports every fault of a file.

The text is mended where that does not change what the rest says: a tab becomes spaces,
words that YAML takes for its marks are put in quotes. Otherwise what stands before it is read.
"""

from conductkit.faults import Faults
from conductkit.nodes import Node, NodeError, read
from conductkit.source import Source
from conductkit.swallowed import repair

_MAX_REPAIRS = 40


def nodes_of(source: Source, faults: Faults) -> tuple[Node | None, str, bool]:
    """The nodes, the text they were read from, and whether that is only its beginning."""
    text = source.text
    spent = [0]
    for _ in range(_MAX_REPAIRS):
        try:
            return read(text), text, False
        except NodeError as error:
            mended = _mend(text, error, source, faults, spent)
            if mended is None:
                return *_before(text, error), True
            text = mended
    return None, text, True


def _blank(line: str) -> str:
    """The spaces and tabs that a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _content_column(line: str) -> int:
    """The column in which a line's key stands, dashes of lists passed over."""
    return len(line) - len(line.lstrip(" \t-"))


def _mend(
    text: str, error: NodeError, source: Source, faults: Faults, spent: list[int]
) -> str | None:
    """Report a fault of YAML; the text with the fault mended, or None."""
    now = Source(source.path, text)
    line, column = now.point(error.start)
    blank = _blank(now.line(line))
    start, end = source.line_start(min(line, source.line_count)), 0
    if error.fault == "yaml-syntax" and "\t" in blank:
        end = start + len(blank)
        words = "a tab indents this line; YAML takes spaces only"
        faults.add("yaml-tab", start, end, words, "Indent with two spaces a level.")
        above = next((now.line(n) for n in range(line - 1, 0, -1) if now.line(n).strip()), "")
        at = now.line_start(line)
        depth = _content_column(above) + 2 * above.rstrip().endswith(":")
        return text[:at] + " " * depth + text[at + len(blank) :]
    found = None
    known = {finding.span.line for finding in faults.findings}
    if error.fault == "yaml-syntax" or _is_prose_alias(text, error):
        found = repair(text, error, spent)
    if found is None or now.point(found.start)[0] in known:
        start = start + column - 1
        end = start + max(1, error.end - error.start)
        faults.add(
            error.fault, start, min(end, len(source.text)), _words(error), _HELP[error.fault]
        )
        return None
    first, at = now.point(found.start)
    last, stop = now.point(found.end)
    start = source.line_start(first) + at - 1
    end = source.line_start(last) + stop - 1
    faults.add(
        "words-swallowed", start, max(end, start + 1),
        "YAML takes marks in these words for its own and cannot read the line",
        f"Paste:\n{found.paste}" if "\n" in found.paste else f"Paste: {found.paste.strip()}",
    )  # fmt: skip
    return found.text


def _is_prose_alias(text: str, error: NodeError) -> bool:
    """A leading * followed by words is emphasis; alone it is an alias with a wrong name."""
    rest = text[error.end : error.end + 80].split("\n", 1)[0].strip()
    return error.fault == "alias-unknown" and bool(rest) and rest[0] not in ",]}#"


def _words(error: NodeError) -> str:
    return error.message


_HELP = {
    "yaml-syntax": "Look at this line and the one above: indentation, quotes, brackets, colons.",
    "control-character": "Delete it; it is invisible and of no use in a text.",
    "several-documents": "Delete the line “---”, or move the second code to a file of its own.",
    "nesting-too-deep": "The format needs six levels at most.",
    "alias-unknown": "Put words that begin with * in quotes.",
    "alias-expansion": "Write the words out instead of repeating them by alias.",
}


def _before(text: str, error: NodeError) -> tuple[Node | None, str]:
    """What stands before a fault, as far as it can be read."""
    cut = text.rfind("\n", 0, error.start) + 1
    try:
        return (read(text[:cut]), text[:cut]) if cut else (None, "")
    except NodeError:
        return None, ""
