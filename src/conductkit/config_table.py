"""The table of `conductkit.yaml`: every key of the settings, once.

The reader, the JSON Schema (`conduct schema --config`) and `docs/config.md` are made from it.
"""

import re
from dataclasses import replace

from conductkit import profile, settings, shelf
from conductkit import scalar_types as types
from conductkit.change import EFFECTS
from conductkit.choice import OFF
from conductkit.fault_pages import alignments
from conductkit.fields import Field, Shape
from conductkit.load import Loaded, load_shape
from conductkit.scalar_types import ScalarType, choice
from conductkit.settings import Config

_OUTSIDE = re.compile(r"/|~|[A-Za-z]:|(.*/)?\.\.(/|$)")


def _inside(path: str) -> str:
    """What is wrong with a path that leads out of the project."""
    if "\\" in path:
        return "write / between folders, on every system"
    return "it leads out of the project" if _OUTSIDE.match(path) else ""


_PATH_SAYS = "a path in the project, relative to this file, such as codes/"
PATH = ScalarType("path", _PATH_SAYS, r".*\S.*", example="codes/", test=_inside)
CHECK = ScalarType(
    "check", "the name of a check (`conduct explain` lists them)",
    choices=(*(name.replace("_", "-") for name in shelf.files("checks")), *alignments()),
    example="many-duties",
)  # fmt: skip
SEVERITY = choice("severity", "error", "warning", "info", OFF)

PROFILE = ScalarType(
    "profile", "the name of a profile (`conduct explain` lists them)", choices=profile.names(),
    example="iso10002",
)  # fmt: skip

_PROFILES = Field("profiles", PROFILE, "What these standards and laws ask for, too.", many=True)
_SELECT = Field("select", CHECK, "Only these checks.", many=True)
_IGNORE = Field("ignore", CHECK, "Not these checks.", many=True)
_SEVERITY = Field(
    "severity", SEVERITY,
    "How loud a check is. Naming one switches it on; `off` switches it off.", keys=CHECK,
)  # fmt: skip
CHECKS = Shape("lint path", settings.Checks, (_PROFILES, _SELECT, _IGNORE, _SEVERITY))
LINT = Shape("lint", settings.Lint, (
    _PROFILES, _SELECT, _IGNORE, _SEVERITY,
    Field(
        "paths", CHECKS,
        "The same for some files: a file, a folder, or a pattern with `*`. Later lines win.",
        keys=PATH,
    ),
))  # fmt: skip
RENDERING = Shape("rendering", settings.Rendering, (
    Field("code", PATH, "The file of the code.", required=True),
    Field(
        "to", choice("format", *shelf.files("formats")),
        "The format; by the suffix of `output` where not given.",
    ),
    Field("output", PATH, "The file to write.", required=True),
    Field("paper", choice("paper", "a4", "letter"), "Sheet of paged formats; a4 where not given."),
))  # fmt: skip
COLOUR = ScalarType(
    "colour", "a colour in quotes, # and three or six hexadecimal digits, such as \"#0b5c50\"",
    r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", example='"#0b5c50"',
)  # fmt: skip
FONT = ScalarType(
    "font", "names of fonts, parted by commas, such as Source Serif 4, Georgia",
    r"[^\W_][\w -]*(, *[^\W_][\w -]*)*", example="Source Serif 4, Georgia",
)  # fmt: skip
THEME = Shape("theme", settings.Theme, (
    Field("accent", COLOUR, "The colour of links, numbers and lines."),
    Field("text", COLOUR, "The colour of the words."),
    Field("background", COLOUR, "What is behind them."),
    Field("accent_dark", COLOUR, "The same for readers who like it dark; made from `accent`."),
    Field("text_dark", COLOUR, "The colour of the words in the dark."),
    Field("background_dark", COLOUR, "What is behind them in the dark."),
    Field("font", FONT, "Fonts for everything, the first one that the reader’s machine has."),
    Field("heading_font", FONT, "Fonts for headings; `font` where not given."),
    Field("logo", PATH, "A picture above the title: SVG, PNG, JPEG, GIF or WebP, up to 50 kB."),
))  # fmt: skip
EFFECT = choice("effect", "removed", "added", *EFFECTS)
STEP = choice("step", "major", "minor", "patch", "none")

CONFIG = Shape("settings file", Config, (
    Field("conductkit", types.FORMAT_TYPE, "Version of this format.", required=True),
    Field(
        "codes", PATH,
        "What commands work on when no path is named; `codes/` where not given.", many=True,
    ),
    Field("lint", LINT, "Which checks run, and how loud they are."),
    Field("dictionary", types.WORDS, "The house's own words, no fault to any check.", many=True),
    Field("templates", PATH, "A folder with templates of your own for `conduct render`."),
    Field("theme", THEME, "How rendered pages look."),
    Field("render", RENDERING, "The pages that the project keeps up to date.", many=True),
    Field("bump", STEP, "Which version step a change asks for.", keys=EFFECT),
))  # fmt: skip


def load_file(path: str) -> tuple[Config | None, Loaded]:
    """The settings in a file, or None and what is wrong with it."""
    found, loaded = load_shape(path, CONFIG)
    return replace(found, path=path) if isinstance(found, Config) else None, loaded
