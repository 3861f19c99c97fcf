"""Where a change stands in the files that other programs know: those of the new side."""

from collections.abc import Iterator

from conductkit.change import Change, Diff
from conductkit.source import Span


def placed(result: Diff) -> Iterator[tuple[Change, Span | None]]:
    """Each change with its place in the new text; what went stands at the top of its file.

    Paths are without the revision. None where the change has no place on either side.
    """
    files = {item.code: item.new_at.path for item in reversed(result.changes) if item.new_at}
    for change in result.changes:
        span = change.new_at
        if span is None and change.old_at is not None:
            span = Span(files.get(change.code, change.old_at.path), 1, 1, 1, 1)
        yield change, span and span._replace(path=_without(result.revisions, span.path))


def _without(revisions: tuple[str, ...], path: str) -> str:
    for revision in revisions:
        if path.startswith(f"{revision}:"):
            return path.removeprefix(f"{revision}:")
    return path
