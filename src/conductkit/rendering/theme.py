"""How a page looks: the shipped colours, or a project's own, made readable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from conductkit import settings
from conductkit.rendering.colours import ENOUGH, contrast, full, mix, readable

LIGHT = {
    "paper": "#fdfcf9", "ink": "#1d2125", "soft": "#5a5f66", "line": "#dfdbd1", "tint": "#f4f1e9",
    "accent": "#0b5c50", "on-accent": "#ffffff",
}  # fmt: skip
DARK = {
    "paper": "#14171a", "ink": "#e5e2db", "soft": "#a6abaf", "line": "#343a3f", "tint": "#1d2226",
    "accent": "#7ecab8", "on-accent": "#10211d",
}  # fmt: skip
_GENERIC = frozenset(("serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"))


@dataclass(frozen=True, slots=True)
class Font:
    """The name of a font; `generic` is true of a word of CSS such as `serif`."""

    name: str
    generic: bool


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Colours by name for light and dark, fonts in the order of choice, a logo as a data URL."""

    light: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    dark: Mapping[str, str] = field(default_factory=lambda: DARK)
    font: tuple[Font, ...] = ()
    heading_font: tuple[Font, ...] = ()
    logo: str = ""

    @property
    def accent_on_white(self) -> str:
        """The accent for paper, which is white whatever the background of a screen."""
        return readable(self.light["accent"], "#ffffff")


@dataclass(frozen=True, slots=True)
class Weak:
    """A colour of the settings (`key`) that cannot be read on another; `instead` is used."""

    key: str
    colour: str
    behind: str
    ratio: float
    instead: str

    def __str__(self) -> str:
        return (
            f"“{self.key}” {self.colour} on {self.behind} has a contrast of {self.ratio:.1f} to 1,"
            " and words need 4.5 to 1 (WCAG 2.2, 1.4.3)."
            f" The page uses {self.instead}; write that, or another colour that can be read."
        )


def theme(given: settings.Theme, logo: str = "") -> tuple[Theme, tuple[Weak, ...]]:
    """The theme that the settings ask for, and which of their colours had to give way."""
    weak: list[Weak] = []
    light = _palette(LIGHT, given.background, given.text, given.accent)
    weak += _weak(light, "", given.text, given.accent)
    accent = given.accent_dark or (given.accent and readable(given.accent, DARK["paper"]))
    dark = _palette(DARK, given.background_dark, given.text_dark, accent)
    weak += _weak(dark, "_dark", given.text_dark, given.accent_dark)
    font = _fonts(given.font)
    return Theme(light, dark, font, _fonts(given.heading_font) or font, logo), tuple(weak)


def _palette(base: Mapping[str, str], paper: str, ink: str, accent: str) -> Mapping[str, str]:
    """The colours of one scheme; what the settings do not say follows from what they say."""
    colours = dict(base)
    if paper or ink:
        colours["paper"] = paper = full(paper or base["paper"])
        usual = max(LIGHT["ink"], DARK["ink"], key=lambda ink: contrast(ink, paper))
        colours["ink"] = ink = readable(ink or usual, paper)
        colours["tint"] = tint = _tint(paper, ink)
        colours["line"] = mix(paper, ink, 0.15)
        colours["soft"] = readable(mix(ink, paper, 0.3), paper, tint)
    if accent or paper:
        colours["accent"] = readable(accent or base["accent"], colours["paper"], colours["tint"])
        colours["on-accent"] = readable(colours["paper"], colours["accent"])
    return colours


def _tint(paper: str, ink: str) -> str:
    """A second shade behind words: a little nearer to them, where they can still be read."""
    nearer = mix(paper, ink, 0.05)
    if contrast(ink, nearer) >= ENOUGH:
        return nearer
    lighter = contrast(ink, "#000000") > contrast(paper, "#000000")
    return mix(paper, "#000000" if lighter else "#ffffff", 0.05)


def _weak(colours: Mapping[str, str], suffix: str, ink: str, accent: str) -> Iterator[Weak]:
    for key, name, given in (("text", "ink", ink), ("accent", "accent", accent)):
        if given and full(given) != colours[name]:
            behind = min(colours["paper"], colours["tint"], key=lambda back: contrast(given, back))
            ratio = contrast(given, behind)
            yield Weak(key + suffix, given, behind, ratio, colours[name])


def _fonts(names: str) -> tuple[Font, ...]:
    parts = [part.strip() for part in names.split(",") if part.strip()]
    return tuple(Font(part, part.lower() in _GENERIC) for part in parts)
