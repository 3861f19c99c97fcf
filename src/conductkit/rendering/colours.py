"""Colours as people see them: contrast, and the nearest colour that can be read.

Relative luminance and contrast ratio are those of WCAG 2.2 (definitions “relative luminance” and
“contrast ratio”); 4.5 to 1 is what its criterion 1.4.3 asks of text.
"""

ENOUGH = 4.5
"""The least contrast of words with what is behind them."""

_STEPS = 256


def full(colour: str) -> str:
    """`#0b5` as `#00bb55`, in small letters."""
    digits = colour.removeprefix("#").lower()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with a share (0 to 1) of `other` in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(front: str, *behind: str) -> str:
    """`front`, or the colour nearest to it towards black or white that all can be read on."""

    def least(colour: str) -> float:
        return min(contrast(colour, back) for back in behind)

    end = max("#000000", "#ffffff", key=least)
    steps = (mix(full(front), end, step / _STEPS) for step in range(_STEPS))
    return next((colour for colour in steps if least(colour) >= ENOUGH), end)


def _parts(colour: str) -> tuple[int, ...]:
    digits = full(colour)
    return tuple(int(digits[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
