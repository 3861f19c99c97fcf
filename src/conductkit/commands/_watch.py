"""`conduct render --watch`: the codes in a browser of this machine, anew at each save."""

from collections.abc import Callable, Iterable
from pathlib import Path

from conductkit import config, discover, project, terminal
from conductkit.errors import ConductError, Exit, InputError
from conductkit.finding import Finding
from conductkit.load import LoadError, load_file
from conductkit.model import Code
from conductkit.preview.board import Board, Shown
from conductkit.preview.pages import fault
from conductkit.preview.server import Preview
from conductkit.preview.watching import changed, stamp

Maker = Callable[[Code], bytes]


def watch(
    paths: list[str], maker: Callable[[], Maker], kind: str, places: Iterable[str], port: int
) -> Exit:
    """Serve the codes that paths name until somebody presses Ctrl-C.

    `maker` reads what all pages share (settings, templates) and gives what makes one page, of the
    media type `kind`; it is asked again at each change. `places` are files and folders that matter
    beside those that the codes and the settings name.
    """
    writing = _Writing(paths, maker, kind, places)
    board = Board()
    preview = Preview(board, port)
    seen = stamp(writing.places())
    board.put(writing.pages())
    preview.start()
    try:
        terminal.note(f"Serving {preview.url} until you press Ctrl-C.")
        while True:
            seen = changed(writing.places, seen)
            board.put(writing.pages())
    except KeyboardInterrupt:
        terminal.note("Stopped.")
        return Exit.CLEAN
    finally:
        preview.stop()


class _Writing:
    """The codes that somebody is writing, and what was said of them last."""

    def __init__(
        self, paths: list[str], maker: Callable[[], Maker], kind: str, places: Iterable[str]
    ) -> None:
        self._paths, self._maker, self._kind = paths, maker, kind
        self._places = [*paths, *filter(None, places)]
        self._asked_for: list[str] = []
        self._catalogues: list[str] = []
        self._names = _names(discover.find(paths))
        self._said: dict[str, str] = {}

    def places(self) -> list[str]:
        """Files and folders whose change may change a page."""
        settings = config.find() or discover.CONFIG_NAME
        return [settings, *self._places, *self._asked_for, *self._catalogues]

    def pages(self) -> dict[str, Shown]:
        """A page for each code: itself, or what is wrong with it, which is said here too."""
        make: Maker | ConductError
        try:
            settings = config.load()
            asked_for = filter(None, (settings.templates, settings.theme.logo))
            self._asked_for = [settings.here(path) for path in asked_for]
            self._names = _names(discover.find(self._paths))
            make = self._maker()
        except ConductError as error:
            make = error
        self._catalogues = []
        return {name: self._page(name, path, make) for name, path in self._names.items()}

    def _page(self, name: str, path: str, make: "Maker | ConductError") -> Shown:
        words = ""
        try:
            if isinstance(make, ConductError):
                raise make
            loaded = load_file(path)
            if loaded.code is None:
                raise LoadError(loaded)
            self._catalogues += map(str, project.catalogue_places(loaded.code))
            shown = Shown(self._kind, make(loaded.code))
        except ConductError as error:
            words = _words(error, path)
            shown = fault(words)
        self._tell(name, path, words)
        return shown

    def _tell(self, name: str, path: str, words: str) -> None:
        before = self._said.get(name, "")
        if words and words not in self._said.values():
            terminal.note(words)
        elif before and not words:
            terminal.note(f"{terminal.clean(path)} is shown again.")
        self._said[name] = words


def _names(files: list[str]) -> dict[str, str]:
    """The files under short names that are no two files' own."""
    found: dict[str, str] = {}
    for path in files:
        stem = name = Path(path).stem
        count = 1
        while name in found:
            count += 1
            name = f"{stem}-{count}"
        found[name] = path
    return found


def _words(error: ConductError, path: str) -> str:
    found: tuple[Finding, ...] = error.findings if isinstance(error, InputError) else ()
    if not found:
        return terminal.clean(str(error))
    from conductkit.report import Findings
    from conductkit.reports import text

    return text.findings(Findings(found, (path,)), False)
