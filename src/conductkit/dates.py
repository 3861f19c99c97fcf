"""The day that a run takes for today."""

import os
from datetime import UTC, date, datetime

from conductkit.errors import ConductError


def day(given: str, option: str = "--today") -> date:
    """The day given as YYYY-MM-DD, else SOURCE_DATE_EPOCH's, else the clock's.

    `option` is where it was given. ConductError where it is no day.
    """
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise ConductError(f"{option} takes a day such as 2026-01-31, not “{given}”.") from None
    return _epoch() or datetime.now().astimezone().date()


def source_day() -> str:
    """The day of SOURCE_DATE_EPOCH as YYYY-MM-DD, for what is made the same again; else ""."""
    found = _epoch()
    return found.isoformat() if found else ""


def _epoch() -> date | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConductError(
            f"SOURCE_DATE_EPOCH must be a number of seconds, not “{epoch}”."
        ) from None
