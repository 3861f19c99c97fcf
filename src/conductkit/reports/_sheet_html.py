"""A sheet as one HTML page: no script, no request, charts as SVG."""

from dataclasses import dataclass

from conductkit.redline import redline
from conductkit.sheet import Line, Sheet

_WIDTH, _HEIGHT, _EDGE = 560.0, 120.0, 8.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the points and the target of a line stand in a drawing of `width` by `height`."""

    path: str
    dots: tuple[tuple[float, float, str, float], ...]
    target: float | None
    width: float = _WIDTH
    height: float = _HEIGHT


def sheet(result: Sheet) -> str:
    """The whole page."""
    from conductkit.rendering.page import shipped_page

    parts = [(type(part).__name__.lower(), part) for part in result.parts]
    page = shipped_page("reports/sheet.j2")
    return page.render(title=result.title, parts=parts, plot=plot, redline=redline)


def plot(line: Line) -> Plot:
    """A line as a drawing: time to the right in equal steps, figures upward."""
    figures = [figure for _, figure in line.points]
    every = figures if line.target is None else [*figures, line.target]
    low, high = min(every), max(every)
    room = (high - low) or 1.0
    step = (_WIDTH - 2 * _EDGE) / max(len(figures) - 1, 1)

    def up(figure: float) -> float:
        return round(_HEIGHT - _EDGE - (figure - low) / room * (_HEIGHT - 2 * _EDGE), 1)

    dots = tuple(
        (round(_EDGE + step * place, 1), up(figure), day, figure)
        for place, (day, figure) in enumerate(line.points)
    )
    path = " ".join(f"{'M' if not place else 'L'}{x} {y}" for place, (x, y, *_) in enumerate(dots))
    return Plot(path, dots, None if line.target is None else up(line.target))
