"""A change of a file, shown before it is made."""


def show(path: str, old: str, new: str, how: str) -> None:
    """The change as a unified diff, which `patch` and `git apply` understand."""
    from difflib import unified_diff

    from conductkit import terminal

    name = terminal.clean(path)
    colour = terminal.colour()
    tints = {"+": "green", "-": "red", "@": "cyan"}
    lines = (old.splitlines(keepends=True), new.splitlines(keepends=True))
    for line in unified_diff(*lines, f"{name}", f"{name} ({how})"):
        words = terminal.clean(line.rstrip("\r\n"))
        terminal.out(
            terminal.paint(words, tints.get(line[:1], "bold"), when=colour and line[0] in tints)
            + ("\r\n" if line.endswith("\r\n") else "\n")
        )
