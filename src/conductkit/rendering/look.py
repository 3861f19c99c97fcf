"""The look that a project's settings ask for, with the files that it takes."""

from conductkit.errors import ConductError, InputError
from conductkit.rendering.logo import data_url
from conductkit.rendering.theme import Theme, theme
from conductkit.settings import Config


def look(config: Config) -> tuple[Theme, tuple[str, ...]]:
    """The theme, and a sentence with its place for each colour that had to give way.

    InputError, with the place in the settings, for a logo that cannot be shown.
    """
    given, logo = config.theme, ""
    if given.logo:
        try:
            logo = data_url(config.here(given.logo), str(config.folder))
        except ConductError as error:
            raise InputError(f"{_place(config, 'logo')}: “{given.logo}”: {error}") from error
    made, weak = theme(given, logo)
    return made, tuple(f"{_place(config, colour.key)}: {colour}" for colour in weak)


def _place(config: Config, key: str) -> str:
    """Path, line and column of a key of the theme: settings from the cache do not know them."""
    from conductkit.config_table import load_file

    found, _ = load_file(config.path)
    if found is None or found.theme.place is None:
        return config.path
    span = found.theme.place.span(key)
    return f"{config.path}:{span.line}:{span.column}"
