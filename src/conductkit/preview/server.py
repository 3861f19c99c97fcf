"""A small server for this machine alone. It serves what is on the board, and no file.

It listens on the loopback address. That does not keep the pages of other sites away from it (DNS
rebinding gives their names our address), so it answers only to its own names. Everything it sends
carries a policy under which no script runs but the one that reloads.
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from conductkit.errors import ConductError
from conductkit.preview.board import Board, Shown
from conductkit.preview.pages import HTML, frame, index

ADDRESS = "127.0.0.1"
PAGE = "page"
EVENTS = "/events"
_BEAT = 10.0
"""Seconds between signs of life to a browser that waits; without them a lost one goes unnoticed."""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_NAMES = (ADDRESS, "localhost")


class Preview:
    """The server of a board, in a thread of its own between `start` and `stop`."""

    def __init__(self, board: Board, port: int) -> None:
        """ConductError where the port cannot be had; 0 takes any that is free."""
        self._board = board
        try:
            self._server = _Server((ADDRESS, port), _Handler)
        except (OSError, OverflowError) as error:
            said = getattr(error, "strerror", None) or "no such port"
            raise ConductError(
                f"Port {port} cannot be had: {said}. Name another with --port; 0 takes a free one."
            ) from error
        self._server.board = board
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self._server.server_port}/"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Let go of every browser and of the port."""
        self._board.close()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    board: Board

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):  # a browser that left
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version, sys_version = "conduct", ""
    timeout = 30

    def do_GET(self) -> None:
        port = self.server.server_port
        if self.headers.get("Host", "").lower() not in {f"{name}:{port}" for name in _NAMES}:
            self._say(403, f"This preview answers to http://{ADDRESS}:{port}/ alone.")
            return
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._tell()
            return
        name, _, rest = path.removeprefix("/").partition("/")
        shown = self.server.board.files.get(name)
        if path == "/":
            self._open()
        elif shown is not None and rest == PAGE:
            self._send(
                shown, 200, {"Content-Security-Policy": _POLICY} if shown.kind == HTML else {}
            )
        elif shown is not None and not rest:
            self._frame(name)
        else:
            self._say(404, "There is nothing here. The preview begins at /.")

    do_HEAD = do_GET  # noqa: N815

    def _open(self) -> None:
        names = list(self.server.board.files)
        if len(names) == 1:
            self._frame(names[0])
        else:
            self._send(index(names))

    def _frame(self, name: str) -> None:
        self._send(frame(name, self.server.board.state))

    def _say(self, status: int, words: str) -> None:
        self._send(Shown("text/plain; charset=utf-8", f"{words}\n".encode()), status)

    def _send(self, shown: Shown, status: int = 200, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self._headers(shown.kind, {"Content-Length": str(len(shown.data)), **(more or {})})
        if self.command != "HEAD":
            self.wfile.write(shown.data)

    def _headers(self, kind: str, more: dict[str, str]) -> None:
        always = {
            "Content-Type": kind, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer",
        }  # fmt: skip
        for name, value in {**always, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self) -> None:
        """Server-sent events: each state of the board, until the browser or the board is gone."""
        self.send_response(200)
        self._headers("text/event-stream; charset=utf-8", {})
        seen, said = self.server.board.state, ""
        while self.command != "HEAD":
            line = f"data: {seen}\n\n" if seen != said else ": still here\n\n"
            self.wfile.write(line.encode())
            self.wfile.flush()
            said = seen
            state = self.server.board.wait(seen, _BEAT)
            if state is None:
                return
            seen = state

    def log_message(self, *_: Any) -> None:
        """Nothing: the terminal is for what is wrong with the code."""
