"""How long `conduct lint` of a folder of codes takes, beside linters of prose on the same words.

Run: python bench/folder.py [CODES]. A thousand codes by default, made from the shipped one with
words of their own in every sentence, so that nothing is answered from a cache. Other
linters get the words as Markdown. Those that are not on the PATH are named and left out; this
installs nothing. The bound is half the time of the fastest of them.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BOUND = 0.5
ROOT = Path(__file__).resolve().parent.parent
LINT = [sys.executable, "-m", "conductkit", "lint"]
# Prose linters, as one would call them for a folder of texts. A spell checker with a list of
# mistakes, such as codespell, does another and much smaller thing.
PEERS = {
    "proselint": ["proselint", "check"],
    "vale": ["vale", "--no-exit"],
    "write-good": ["write-good"],
    "alex": ["alex", "--quiet"],
    "textlint": ["textlint"],
}
_BATCH = 500  # files named on one command line


def make(folder: Path, count: int) -> tuple[list[str], list[str]]:
    """Write `count` codes, each a file of YAML and its words as Markdown; the paths of both."""
    from conductkit import load
    from conductkit.checks._texts import pieces

    text = (ROOT / "codes" / "cx-touchpoints.yaml").read_text(encoding="utf-8")
    codes, words = [], []
    for number in range(count):
        own = re.sub(r"(?<=[a-z])\.(?=\s)", f" in house {number}.", text)
        own = re.sub(r"^id: .*", f"id: code-{number}", own, count=1, flags=re.MULTILINE)
        code = folder / "codes" / f"code-{number}.yaml"
        code.parent.mkdir(exist_ok=True)
        code.write_text(own, encoding="utf-8")
        page = folder / "pages" / f"code-{number}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            "\n\n".join(piece.text for piece in pieces(load(code))) + "\n", encoding="utf-8"
        )
        codes.append(str(code))
        words.append(str(page))
    return codes, words


def seconds(command: Sequence[str], paths: Sequence[str], folder: Path) -> float:
    """Wall time of a command over all paths, with nothing kept between runs."""
    begin = time.perf_counter()
    for first in range(0, len(paths), _BATCH):
        done = subprocess.run(
            [*command, *paths[first : first + _BATCH]], cwd=folder, check=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env={**os.environ, "CONDUCTKIT_CACHE": ""},
        )  # fmt: skip
        if b"Error" in done.stderr or b"Traceback" in done.stderr:  # exit codes may count findings
            sys.exit(f"{command[0]} failed:\n{done.stderr.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - begin


def main(count: int = 1000) -> int:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        codes, words = make(folder, count)
        tenth = seconds(LINT, codes[: count // 10], folder)
        ours = seconds(LINT, ["codes"], folder)
        print(f"conduct lint of {count} codes: {ours:.1f} s; ten times a tenth: {tenth * 10:.1f} s")
        ratios = []
        for name, command in PEERS.items():
            if not shutil.which(command[0]):
                print(f"{name}: not installed, left out")
                continue
            theirs = seconds(command, words, folder)
            ratios.append(ours / theirs)
            print(f"{name}: {theirs:.1f} s, ratio {ours / theirs:.2f}")
    print(f"bound against the fastest: {BOUND}")
    return int(max(ratios, default=0) > BOUND)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
