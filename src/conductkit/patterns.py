"""Regular expressions that are compiled when they are first used.

Compiling the expressions of all checks takes half of the time that importing them takes, and most
runs need only some of them.
"""

import re
from typing import Any, cast


class _Lazy:
    """Stands in for a pattern until one of its methods is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(*self._made), name)
        setattr(self, name, method)  # the next use finds it at once
        return method


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to use like one that `re.compile` gives; a mistake in it shows at its first use."""
    return cast(re.Pattern[str], _Lazy(pattern, flags))
