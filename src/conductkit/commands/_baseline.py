"""The baseline file of `conduct lint`: read, compared, written."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from conductkit import baseline
from conductkit.errors import ConductError, InputError

if TYPE_CHECKING:
    from conductkit.choice import Choice
    from conductkit.finding import Finding
    from conductkit.linted import Linted
    from conductkit.settings import Config


class Use:
    """What a run does with the baseline: nothing, compare, or write it anew.

    Without a name it is the file beside `conductkit.yaml`, or here where there is no such file; if
    that does not exist there is no baseline. ConductError where the options contradict each other,
    InputError where the file cannot be read.
    """

    def __init__(
        self, settings: "Config", named: str, ignored: bool, update: bool, choice: "Choice"
    ) -> None:
        if ignored and (named or update):
            raise ConductError("--no-baseline goes with neither --baseline nor --update-baseline.")
        if update and any(choice):
            raise ConductError(
                "--update-baseline records what all checks find: leave --select, --ignore and"
                " --profile out."
            )
        self.path = named or settings.here(baseline.NAME)
        self.update = update
        self.partial = any(choice)
        there = not ignored and (bool(named) or Path(self.path).exists())
        self.known = _read(self.path, missing_is_empty=update) if there else None

    def apply(self, results: "Mapping[str, Linted]") -> "tuple[Finding, ...]":
        """All findings, recorded ones marked; the file is written where that was asked for."""
        found = tuple(finding for one in results.values() for finding in one.findings)
        codes = {one.code for one in results.values() if one.loaded}
        if self.update:
            self.known = self._write(found, codes, all(one.loaded for one in results.values()))
        if self.known is None:
            return found
        marked, stale = baseline.mark(found, self.known)
        gone = sum(entry.times for entry in stale if entry.key.code in codes)
        if gone and not self.partial:
            from conductkit import terminal

            entries = "1 entry is" if gone == 1 else f"{gone} entries are"
            name = terminal.clean(self.path)
            terminal.note(f"{name}: {entries} found no more; --update-baseline drops what is gone.")
        return marked

    def _write(
        self, found: "tuple[Finding, ...]", codes: set[str], loaded: bool
    ) -> baseline.Baseline:
        """The new baseline: of the codes that were looked at what is found, of others what was."""
        from conductkit import terminal
        from conductkit.write import refuse_to_replace_a_code, write_atomic

        if not loaded:
            raise InputError(
                f"{self.path}: not written, because a file does not load."
                " `conduct validate` says why."
            )
        old = self.known.entries if self.known else ()
        kept = [entry for entry in old if entry.key.code not in codes]
        fresh = baseline.Baseline((*baseline.record(found).entries, *kept))
        refuse_to_replace_a_code(self.path)
        changed = write_atomic(self.path, fresh.text().encode())
        number = sum(entry.times for entry in fresh.entries)
        noun = "finding" if number == 1 else "findings"
        words = f"{number} {noun} recorded" if changed else "up to date already"
        terminal.note(f"{terminal.clean(self.path)}: {words}.")
        return fresh


def _read(path: str, *, missing_is_empty: bool) -> baseline.Baseline:
    try:
        return baseline.parse(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        if missing_is_empty:
            return baseline.Baseline()
        raise InputError(f"{path}: there is no such file. --update-baseline writes it.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}.") from error
    except ValueError as error:
        words = str(error) if not isinstance(error, UnicodeDecodeError) else "it is not UTF-8"
        raise InputError(
            f"{path}: this is no baseline: {words}. Restore it, or delete it and write it anew"
            " with --update-baseline."
        ) from error
