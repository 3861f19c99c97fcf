"""Which codes belong together: those that are named, and those that one of them links to."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from conductkit import bases, project
from conductkit.errors import ConductError, InputError
from conductkit.load import Loaded, load_file
from conductkit.model import Code
from conductkit.terminal import clean


class Family(NamedTuple):
    """Codes to hold against each other, and the ids of those that must rest on the same values."""

    codes: tuple[Code, ...]
    pairs: tuple[tuple[str, str], ...] | None = None


def link_places(code: Code, link: str) -> list[Path]:
    """Where a code that `aligns_with` names may stand: a path beside it, or the id of a code."""
    here = Path(code.place.source.path).parent
    return [here / link, here / f"{link}.yaml", Path(project.DEFAULT) / f"{link}.yaml"]


def linked(code: Code) -> Iterator[tuple[str, Loaded | None]]:
    """What each entry of `aligns_with` leads to; None where there is no such file."""
    for link in code.aligns_with:
        path = next((place for place in link_places(code, link) if place.is_file()), None)
        yield link, load_file(str(path)) if path else None


def bases_of(codes: Sequence[Code]) -> dict[str, Code]:
    """The base of each code that extends another, by the id of the code.

    InputError where one cannot be had.
    """
    return {code.id: bases.base_of(code) for code in codes if code.extends}


def named(codes: Sequence[Code]) -> Family:
    """The codes that a user named, with those that they link to.

    ConductError where that leaves nothing to compare, InputError where a link leads nowhere.
    """
    found, pairs = _followed(codes)
    held = [code for code in found if code.kind != "catalogue"]
    _told_apart(held)
    if len(held) < 2 and not any(code.extends for code in held):
        raise ConductError(
            f"There is nothing to hold {clean(held[0].id) if held else 'a catalogue'} against: name"
            " another code, or name one under `aligns_with:`."
        )
    return Family(tuple(held), tuple(pairs) or None)


def families(codes: Sequence[Code]) -> list[Family]:
    """The codes of a project that link to each other, group by group."""
    found, pairs = _followed(codes)
    _told_apart(found)
    by_id = {code.id: code for code in found}
    links = [*pairs, *_backings(found, by_id)]
    group = {code.id: code.id for code in found}

    def head(id: str) -> str:
        while group[id] != id:
            id = group[id]
        return id

    for one, two in links:
        group[head(two)] = head(one)
    joined: dict[str, list[Code]] = {}
    for code in found:
        joined.setdefault(head(code.id), []).append(code)
    kept = [members for members in joined.values() if len(members) > 1 or members[0].extends]
    if not kept:
        raise ConductError(
            "No code here names another under `aligns_with:`. Name the codes to compare, as in"
            " `conduct align codes/customers.yaml codes/staff.yaml`."
        )
    return [Family(tuple(members), tuple(_among(pairs, members)) or None) for members in kept]


def _among(pairs: Sequence[tuple[str, str]], codes: Sequence[Code]) -> list[tuple[str, str]]:
    ids = {code.id for code in codes}
    return [pair for pair in pairs if set(pair) <= ids]


def _backings(codes: Sequence[Code], known: dict[str, Code]) -> Iterator[tuple[str, str]]:
    for code in codes:
        for name in {link.partition("#")[0] for rule in code.rules for link in rule.backed_by}:
            if name and name in known:
                yield code.id, name


def _followed(codes: Sequence[Code]) -> tuple[list[Code], list[tuple[str, str]]]:
    """The codes and all that they link to, each once, with the pairs of ids that are linked."""
    found = list(codes)
    seen = {_file(code): code for code in found}
    pairs = []
    for code in found:  # grows as links are followed
        for link, loaded in linked(code):
            other = _read(code, link, loaded)
            if _file(other) not in seen:
                seen[_file(other)] = other
                found.append(other)
            pairs.append((code.id, other.id))
    return found, pairs


def _file(code: Code) -> Path:
    return Path(code.place.source.path).resolve()


def _read(code: Code, link: str, loaded: Loaded | None) -> Code:
    path = clean(code.place.source.path)
    if loaded is None:
        raise InputError(
            f"{path}: `aligns_with` names “{clean(link)}”, and there is no such file beside it and"
            " no code of that id. Write the path from this file, or the id of a code in codes/."
        )
    if loaded.code is None:
        raise InputError(
            f"{path}: `aligns_with` names “{clean(link)}”, which is no code yet: `conduct validate`"
            " says why."
        )
    return loaded.code


def _told_apart(codes: Sequence[Code]) -> None:
    """ConductError where two codes have one id: what is said of them could not be told apart."""
    seen: dict[str, Code] = {}
    for code in codes:
        other = seen.setdefault(code.id, code)
        if other is not code:
            paths = " and ".join(clean(one.place.source.path) for one in (other, code))
            raise ConductError(
                f"{paths} have the same id, {code.id}. `conduct diff` compares editions of a code."
            )
