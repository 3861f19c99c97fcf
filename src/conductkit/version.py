"""Versions of three numbers: which is larger, and which comes next."""


def next_version(version: str, step: str) -> str:
    """The version after another: `next_version("1.2.3", "minor")` is 1.3.0; none: the same."""
    major, minor, patch = parts(version)
    after = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0),
             "patch": (major, minor, patch + 1)}  # fmt: skip
    return ".".join(str(part) for part in after.get(step, (major, minor, patch)))


def parts(version: str) -> tuple[int, ...]:
    """A version as numbers, which compare; nothing where there is none."""
    return tuple(int(part) for part in version.split(".")) if version else ()
