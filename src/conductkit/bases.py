"""The code that `extends` names: a path, a revision with a path, or an id with a version.

A base that extends a code itself comes with all that it has from there.
"""

import os
import re
from pathlib import Path

from conductkit import discover, git, gitlog, project
from conductkit.errors import InputError
from conductkit.extending import whole
from conductkit.files import read_bytes
from conductkit.gitpaths import inside_of
from conductkit.load import Loaded, load_bytes, load_file, load_text
from conductkit.model import Code
from conductkit.terminal import clean

_VERSIONED = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)@(\d+\.\d+\.\d+)")
_FORMS = "Write a path from the file, a revision with a path (v1:codes/base.yaml), or id@1.2.0."


def base_of(code: Code) -> Code:
    """The code that a code extends. InputError where it names none or it cannot be had."""
    if not code.extends:
        raise InputError(
            f"{clean(code.place.source.path)} extends no code. {_FORMS} It goes under `extends:`."
        )
    path = code.place.source.path
    return named(code.extends, str(Path(path).parent), (os.path.realpath(path),))


def named(link: str, folder: str, above: tuple[str, ...] = ()) -> Code:
    """The code that a link names, as seen from a folder, whole. InputError where it cannot be had.

    `above` are the files that led here: no code builds on itself.
    """
    found = _alone(link, folder)
    if not found.extends:
        return found
    path = found.place.source.path
    here = os.path.realpath(path)
    if here in above:
        raise InputError(
            f"{clean(path)} would build on itself: the base “{clean(link)}” leads back to it. Name"
            " a base that does not build on it."
        )
    base = named(found.extends, str(Path(path).parent), (*above, here))
    return _code(load_text(whole(found, base), f"{path} with its base"), link)


def _alone(link: str, folder: str) -> Code:
    path = Path(folder) / link
    if path.is_file():
        return _code(load_file(str(path)), link)
    versioned = _VERSIONED.fullmatch(link)
    if versioned:
        return _version(versioned[1], versioned[2], folder)
    revision, colon, inside = link.partition(":")
    if colon and revision and inside:
        return _at(revision, inside, folder)
    raise InputError(f"There is no base “{clean(link)}” as seen from {clean(folder)}/. {_FORMS}")


def _code(loaded: Loaded, link: str) -> Code:
    if loaded.code is None:
        first = loaded.findings[0]
        raise InputError(
            f"The base “{clean(link)}” is no code: line {first.span.line}: {first.message}"
        )
    return loaded.code


def _at(revision: str, path: str, folder: str) -> Code:
    """The code that a revision has under a path from the top of the repository."""
    top = git.root(folder)
    commit = git.commit(revision, top)
    entries = [entry for entry in git.files(commit, top, [path]) if entry.path == path]
    if not entries:
        raise InputError(
            f"The revision {clean(revision)} has no file {clean(path)}. The path goes from the top"
            " of the repository."
        )
    return _code(load_bytes(git.contents(entries, top)[0], f"{revision}:{path}"), path)


def _version(id: str, version: str, folder: str) -> Code:
    """The edition of a code of this project that has a version: the file's, else git's newest."""
    path = _file(id, folder)
    if path is None:
        raise InputError(f"No code of this project has the id “{id}”. {_FORMS}")
    now = load_file(path).code
    if now is not None and now.version == version:
        return now
    for found in _past(path):
        if found.id == id and found.version == version:
            return found
    has = f"; the file has {now.version}" if now is not None and now.version else ""
    raise InputError(
        f"{clean(path)} never had the version {version} in this repository{has}. Name a version"
        " that was committed, or a revision with a path."
    )


def _file(id: str, folder: str) -> str | None:
    """The file of the code with an id: beside, or in the project's folders."""
    places = [folder, project.DEFAULT]
    for place in dict.fromkeys(places):
        if not Path(place or ".").is_dir():
            continue
        named = Path(place or ".") / f"{id}.yaml"
        others = [str(named)] if named.is_file() else discover.find([place or "."])
        for path in others:
            data = read_bytes(path)
            if isinstance(data, bytes) and re.search(rb"^id:[ \t]*" + id.encode(), data, re.M):
                loaded = load_bytes(data, path).code
                if loaded is not None and loaded.id == id:
                    return path
    return None


def _past(path: str) -> list[Code]:
    """The editions of a file that git has, the newest first."""
    alone = f"So {clean(path)} has the version that it says alone. Name that one, or a path."
    top = git.root(str(Path(path).parent), alone)
    inside = inside_of(path, top)
    head = gitlog.head(top)
    found = []
    for commit in gitlog.commits([head], top, paths=[inside]) if head else []:
        blobs = [touch.new_blob for touch in commit.touched if touch.new_path == inside]
        for blob in filter(None, blobs):
            data = gitlog.contents([blob], top).get(blob, b"")
            code = load_bytes(data, f"{commit.short}:{inside}").code
            if code is not None:
                found.append(code)
    return found
