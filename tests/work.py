"""How much work a call does, counted and not timed: the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType


def calls(function: Callable[[], object]) -> int:
    """The number of calls, of Python and of C, that a function leads to."""
    count = 0

    def see(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def grows_no_faster_than_the_input(function: Callable[[int], object], size: int) -> bool:
    """Whether four times the size leads to less than seven times the work: linear, with room."""
    small, large = calls(lambda: function(size)), calls(lambda: function(4 * size))
    return large < 7 * small + 2_000
