"""Which codes and rules a history is asked of, and where in git they stand or stood."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from conductkit import git, gitlog, project
from conductkit.errors import ConductError, InputError
from conductkit.gitlog import Commit
from conductkit.gitpaths import inside_of
from conductkit.life import Life, life
from conductkit.life_files import Editions
from conductkit.load import load_file
from conductkit.operands import revisions_of


def lives(operands: Sequence[str]) -> list[Life]:
    """The lives that a command line asks for: `[CODE[#RULE]] [REV | REV..REV | REV...REV]`.

    ConductError or InputError where it names nothing that there is or was.
    """
    top = git.root()
    asked, revisions = _parted(operands, top)
    target, rule = (asked, "") if os.path.lexists(asked) else _split(asked)
    spans = _spans(revisions or ["HEAD"], top)
    codes = _targets(target, top)
    paths = [path for path, _ in codes if path]
    # Names are followed through the whole history, whatever part of it is asked for.
    tips = list(dict.fromkeys([*(end for end, _ in spans), git.commit("HEAD", top)]))
    commits = gitlog.commits(tips, top, paths=paths)
    inside = {
        one.id
        for end, without in spans
        for one in gitlog.commits([end], top, exclude=without, paths=paths)
    }
    editions = Editions(lambda blobs: gitlog.contents(blobs, top))
    found = []
    for path, id in codes:
        try:
            place, name = _place(path, id, commits, editions)
        except InputError:
            if target:
                raise
            found.append(Life(path, "", (), ("it is no code that loads, nor was it ever.",)))
            continue
        one = life(commits, editions, name, place, rule)
        if rule and not one.entries:
            raise InputError(
                f"No edition of “{name}” in this history has a rule “{rule}”."
                " `conduct log` without the rule tells which came and went."
            )
        kept = tuple(entry for entry in one.entries if entry.commit.id in inside)
        found.append(_whole(replace(one, entries=kept), gitlog.cut_off(top)))
    return found


def _place(path: str, id: str, commits: Sequence[Commit], editions: Editions) -> tuple[str, str]:
    """Where a code stands or stood in the commits; its file may have got another name since."""
    touches = (touch for commit in commits for side in commit.sides for touch in side)
    if not (path and id):
        return _past(path, id, commits, editions)
    if any(path in (touch.old_path, touch.new_path) for touch in touches):
        return path, id
    try:
        return _past("", id, commits, editions)
    except InputError:
        return path, id  # it is in no commit yet


def _spans(revisions: Sequence[str], top: str) -> list[tuple[str, list[str]]]:
    """Where to look: from which commit back, and without what is behind which others.

    `A...B` is what either has and the other has not.
    """
    first, dots, second = revisions[0].partition("...")
    if dots:
        one, two = (git.commit(name or "HEAD", top) for name in (first, second))
        return [(two, [one]), (one, [two])]
    *before, last = (git.commit(name, top) for name in revisions)
    return [(last, before)]


def _whole(one: Life, cut: frozenset[str]) -> Life:
    """A life without what only looks like a birth: where a shallow clone begins."""
    if one.first not in cut:
        return one
    said = (
        f"this clone is shallow: what came up to the commit {one.first[:7]} is not told. Fetch it"
        " with `git fetch --unshallow` (in GitHub Actions give actions/checkout `fetch-depth: 0`,"
        " in GitLab set GIT_DEPTH: 0)."
    )
    kept = tuple(entry for entry in one.entries if entry.commit.id not in cut)
    return replace(one, entries=kept, unread=(*one.unread, said))


def _parted(operands: Sequence[str], top: str) -> tuple[str, list[str]]:
    """The code or rule that is asked for, and the revisions."""
    if len(operands) > 2:
        raise ConductError(
            f"“{operands[2]}” is one word too many: `conduct log` takes a code or a rule, and a"
            " revision or a range such as main..HEAD."
        )
    first = operands[0] if operands else ""
    if len(operands) == 2:
        return first, revisions_of(operands[1])
    if not first or os.path.lexists(first.partition("#")[0]) or os.path.lexists(first):
        return first, []
    if "#" not in first and not _known(first):
        if ".." in first:
            return "", revisions_of(first)
        try:
            git.commit(first, top)
        except InputError:
            return first, []
        return "", [first]
    return first, []


def _known(id: str) -> bool:
    return any(code_id == id for _, code_id in _here())


def _here() -> list[tuple[str, str]]:
    """The codes of the project as they are here: file and id."""
    try:
        files = project.codes(None)
    except ConductError:
        return []
    loaded = [load_file(path) for path in files]
    return [(item.path, item.code.id) for item in loaded if item.code]


def _split(asked: str) -> tuple[str, str]:
    target, _, rule = asked.partition("#")
    if "#" in asked and not (target and rule):
        raise ConductError(f"“{asked}” names no rule. Write CODE#RULE, as in our-code#privacy.")
    return target, rule


def _targets(target: str, top: str) -> list[tuple[str, str]]:
    """Files from the top and ids of the codes asked for; "" for what only the past can tell."""
    if target and Path(target).is_file():
        code = load_file(target).code
        return [(inside_of(target, top), code.id if code else "")]
    if not target or Path(target).is_dir():
        loaded = [load_file(path) for path in project.codes([target] if target else None)]
        return [(inside_of(item.path, top), item.code.id if item.code else "") for item in loaded]
    found = [path for path, id in _here() if id == target]
    if found:
        return [(inside_of(found[0], top), target)]
    if "/" in target or target.endswith((".yaml", ".yml")):
        return [(inside_of(target, top), "")]
    return [("", target)]


def _past(path: str, id: str, commits: Sequence[Commit], editions: Editions) -> tuple[str, str]:
    """Where a code stood that is not here any more, by its file's name or its id."""
    touches = [touch for commit in commits for side in commit.sides for touch in side]
    if path:
        touches = [touch for touch in touches if path in (touch.old_path, touch.new_path)]
    editions.fetch(blob for touch in touches for blob in (touch.old_blob, touch.new_blob))
    for touch in touches:
        for blob, name in ((touch.new_blob, touch.new_path), (touch.old_blob, touch.old_path)):
            if path and name != path:
                continue
            code = editions.code(blob, name)
            if code is not None and id in ("", code.id):
                return name, code.id
    raise InputError(
        f"There is no code “{path or id}” here, nor in this history."
        " Name a code by its id or its file; `git log --oneline` lists revisions."
    )
