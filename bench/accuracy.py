"""How often conductkit is right, on texts that it was not made from.

`python bench/accuracy.py import` (lint, diff …): every `accuracy_<name>.py` beside this file is a
subcommand. It has `run(corpus, arguments) -> int`: the exit code, 1 where a bound is missed. The
corpus is the folder that CONDUCTKIT_CORPUS names.
"""

import importlib
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Run one measurement; its name comes first."""
    names = sorted(path.stem.removeprefix("accuracy_") for path in HERE.glob("accuracy_*.py"))
    if not arguments or arguments[0] not in names:
        print(f"usage: accuracy.py {'|'.join(names)}", file=sys.stderr)
        return 2
    folder = os.environ.get("CONDUCTKIT_CORPUS", "")
    if not folder:
        print("CONDUCTKIT_CORPUS names no folder with the real codes.", file=sys.stderr)
        return 2
    sys.path.insert(0, str(HERE))
    module = importlib.import_module(f"accuracy_{arguments[0]}")
    return int(module.run(Path(folder), arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
