"""The settings with which git shows and merges codes: keys of `git config`, and their values.

A driver is a line for the shell that git starts. It takes the `conduct` that set it up, else the
one on the PATH; where neither is there, git shows and merges lines as it always does: no clone
stands still for want of a program.
"""

import shlex
from collections.abc import Sequence

NAME = "conductkit"
"""What .gitattributes calls both drivers."""

DOES = {
    f"diff.{NAME}.command": "git diff says what a change does to the duty",
    f"diff.{NAME}.textconv": "git log -p and git show compare codes in one layout",
    f"diff.{NAME}.xfuncname": "each piece of a diff is headed by the id above it",
    f"merge.{NAME}.name": "what git calls the merge",
    f"merge.{NAME}.driver": "git merge, rebase and stash pop merge by id and field",
}
"""What each setting is good for."""

_MARK = ": set by conduct git --setup; "
_THERE = 't() { command -v "$1" >/dev/null 2>&1 && "$@"; }; '
# A hunk is headed by the id (or the term) above it: what stands in the first parentheses.
_HEADS = "^ *-? ?id: (.*)$\n^ *-? ?term: (.*)$"


def settings(program: Sequence[str]) -> dict[str, str]:
    """Each key with its value; `program` is the command that is `conduct` on this machine."""
    known = shlex.join(program)
    return {
        f"diff.{NAME}.command": _MARK + _THERE + _diff(known),
        f"diff.{NAME}.textconv": _MARK + _THERE + _text(known),
        f"diff.{NAME}.xfuncname": _HEADS,
        f"merge.{NAME}.name": "codes of conduct, by id and field",
        f"merge.{NAME}.driver": _MARK + _merge(known.replace("%", "%%")),
    }


def is_ours(key: str, value: str) -> bool:
    """Whether setup wrote this value, here or with a `conduct` that stands elsewhere."""
    own = settings(["conduct"]).get(key, "")
    return value.startswith(_MARK) if own.startswith(_MARK) else value == own


def _diff(known: str) -> str:
    """git adds: path, old file, its id and mode, new file, its id and mode. The end must be 0."""
    call = 'git --as-diff -- "$@"'
    lines = (
        'a=a/$1 b=b/$1; [ "$2" = /dev/null ] && a=$2; [ "$5" = /dev/null ] && b=$5; '
        'diff -u -L "$a" -L "$b" "$2" "$5" || [ $? = 1 ] || '
        'git --no-pager diff --no-index --no-ext-diff -- "$2" "$5"; :'
    )
    return f"f() {{ t {known} {call} || t conduct {call} || {{ {lines}; }}; }}; f"


def _text(known: str) -> str:
    """git adds the file, and takes what is said for its text."""
    call = 'git --as-text -- "$1" 2>/dev/null'
    return f'f() {{ t {known} {call} || t conduct {call} || cat -- "$1"; }}; f'


def _merge(known: str) -> str:
    """git fills in what stands behind %. A program that fails would leave one side only.

    So it must say its version first. Older versions of git have no %X, %S and %Y.
    """
    there = 't() { case $("$@" --version 2>/dev/null) in "conduct "*) ;; *) false ;; esac; }; '
    call = (
        'm() { "$@" merge %O %A %B -o %A --marker-size %L --path %P'
        " --label %X --label %S --label %Y; }; "
    )
    lines = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
    ours = f"if t {known}; then m {known}; elif t conduct; then m conduct; else {lines}; fi"
    return there + call + ours
