"""Data files of words: YAML in which every value is a text, `no` and `1` too."""

from pathlib import Path
from typing import Any


def strings(path: Path) -> Any:
    """What a data file holds, all of it mappings, lists and texts."""
    import yaml  # half of what a small run takes to start; not all data is asked for

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 # strings only
