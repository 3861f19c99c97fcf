"""Frozen dataclasses that cost nothing at start-up.

What the standard decorator generates for a class (six functions) is compiled anew at each start of
the program; for the two dozen classes of the model that is a sixth of what a small run may take.
The decorator here is the standard one with generation switched off; the same six functions stand in
`Record` once. `dataclasses.fields` and `replace` work on the classes, type checkers see frozen
dataclasses whose fields are given by name.
"""

from collections.abc import Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform

_Record = TypeVar("_Record", bound="Record")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[_Record]) -> type[_Record]:
    """Make a subclass of `Record` a frozen dataclass with fields given by name."""
    made = dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
    entries = fields(made)  # type: ignore[arg-type]
    made._names = frozenset(entry.name for entry in entries)
    made._compared = tuple(entry.name for entry in entries if entry.compare)
    made._defaults = {
        entry.name: entry.default for entry in entries if entry.default is not MISSING
    }
    return made


class Record:
    """What a frozen dataclass does, written once."""

    _names: ClassVar[frozenset[str]]
    _compared: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[Mapping[str, Any]]

    def __init__(self, **given: Any) -> None:
        values = {**self._defaults, **given}
        if values.keys() != self._names:
            wrong = ", ".join(sorted(values.keys() ^ self._names))
            raise TypeError(f"{type(self).__name__}: missing or unknown: {wrong}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._compared))

    def __repr__(self) -> str:
        said = (f"{name}={getattr(self, name)!r}" for name in self._compared)
        return f"{type(self).__name__}({', '.join(said)})"
