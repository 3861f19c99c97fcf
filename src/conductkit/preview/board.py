"""What a preview shows at the moment, handed from the one who renders to those who look."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as the browser gets it; `kind` is its media type."""

    kind: str
    data: bytes


class Board:
    """The files by name, and a state that changes whenever one of them does."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._files: Mapping[str, Shown] = {}
        # No state of another run is ever taken for one of this.
        self._run, self._turn = secrets.token_hex(4), 0
        self._open = True

    @property
    def files(self) -> Mapping[str, Shown]:
        return self._files

    @property
    def state(self) -> str:
        return f"{self._run}-{self._turn}"

    def put(self, files: Mapping[str, Shown]) -> bool:
        """Show these files from now on; whether that is anything new."""
        with self._changed:
            if files == self._files:
                return False
            self._files = dict(files)
            self._turn += 1
            self._changed.notify_all()
            return True

    def wait(self, seen: str, seconds: float) -> str | None:
        """The state, as soon as it is another than the one seen, or when the time is over.

        None once the board is closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._open or self.state != seen, seconds)
            return self.state if self._open else None

    def close(self) -> None:
        """Let go of all who wait."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
