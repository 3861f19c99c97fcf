"""The merge of lines that git does, for files that cannot be read as codes."""

import tempfile
from pathlib import Path

from conductkit import git
from conductkit.errors import ConductError
from conductkit.merging.conflict import Style

_FAILED = 128


def merge_lines(base: bytes, ours: bytes, theirs: bytes, style: Style) -> tuple[bytes, bool]:
    """What `git merge-file` makes of three files, and whether it is without conflicts.

    ConductError where git can make nothing of them, as of bytes that are no text.
    """
    with tempfile.TemporaryDirectory(prefix="conduct-merge-") as folder:
        names = []
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_bytes(data)
            names.append(name)
        labels = [word for name in (style.ours, style.base, style.theirs) for word in ("-L", name)]
        shape = ["--diff3"] if style.with_base else []
        asked = ["merge-file", "-p", f"--marker-size={style.size}", *shape, *labels, "--", *names]
        answer = git.run(asked, folder, literal=False)
    if not 0 <= answer.returncode < _FAILED:
        raise ConductError(f"git cannot merge the lines either: {git.why(answer)}.")
    return answer.stdout, answer.returncode == 0
