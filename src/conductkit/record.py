"""Frozen dataclasses that cost nothing at start-up.

What the standard decorator generates for a class (six functions) is compiled anew at each start of
the program; for the two dozen classes of the model that is a sixth of what a small run may take.
The decorator here is the standard one with generation switched off; the same six functions stand in
`Record` once. `dataclasses.fields` and `replace` work on the classes, type checkers see frozen
dataclasses whose fields are given by name.
"""

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import cache
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: _Class) -> _Class:
    """Make a subclass of `Record` a frozen dataclass with fields given by name."""
    return dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)


@cache
def _defaults(cls: type) -> dict[str, Any]:
    return {entry.name: entry.default for entry in fields(cls) if entry.default is not MISSING}


@cache
def _compared(cls: type) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(cls) if entry.compare)


class Record:
    """What a frozen dataclass does, written once."""

    def __init__(self, **given: Any) -> None:
        known = type(self).__dataclass_fields__  # type: ignore[attr-defined]
        values = {**_defaults(type(self)), **given}
        if values.keys() != known.keys():
            wrong = ", ".join(sorted(values.keys() ^ known.keys()))
            raise TypeError(f"{type(self).__name__}: missing or unknown: {wrong}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        names = _compared(type(self))
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in _compared(type(self))))

    def __repr__(self) -> str:
        said = (f"{name}={getattr(self, name)!r}" for name in _compared(type(self)))
        return f"{type(self).__name__}({', '.join(said)})"
