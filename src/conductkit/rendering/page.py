"""Pages that conductkit makes for itself, beside those of codes: reports and sheets."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from conductkit import bundled
from conductkit.prose import tame
from conductkit.rendering.filters import digest

if TYPE_CHECKING:
    from jinja2 import Template


@lru_cache(maxsize=8)
def shipped_page(name: str) -> "Template":
    """A shipped template of HTML; every word written through it is tamed and escaped."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(bundled.directory("templates")), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        finalize=_tamed,
    )  # fmt: skip
    environment.filters["digest"] = digest
    return environment.get_template(name)


def _tamed(value: Any) -> Any:
    return tame(value) if type(value) is str else value
