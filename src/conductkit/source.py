"""The text of a file and places in it."""

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a file: lines and columns are 1-based code points, ends exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def line_starts(text: str) -> list[int]:
    """The offset of each line's first character; CR, LF and CR LF end a line."""
    starts = [0]
    position = 0
    for line in text.splitlines(keepends=True):
        position += len(line)
        if line[-1] in "\r\n":
            starts.append(position)
    return starts


class Source:
    """A file's name as the user wrote it, and its text without a byte-order mark."""

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = line_starts(text)

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def point(self, offset: int) -> tuple[int, int]:
        """Line and column (1-based) of an offset; offsets past the end give the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The place between two offsets."""
        return Span(self.path, *self.point(start), *self.point(max(start, end)))

    def line_start(self, line: int) -> int:
        """The offset at which a line (1-based) begins."""
        return self._starts[line - 1]

    def line_end(self, line: int) -> int:
        """The offset at which a line (1-based) ends, its line break not included."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        while end > self._starts[line - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def end_of_line(self, offset: int) -> int:
        """The end of the line that an offset is in: behind a comment there."""
        return self.line_end(self.point(offset)[0])

    def line(self, line: int) -> str:
        """A line's text (1-based) without its break; empty where there is no such line."""
        if not 1 <= line <= len(self._starts):
            return ""
        return self.text[self.line_start(line) : self.line_end(line)]
