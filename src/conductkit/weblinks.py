"""Where a place in a file can be seen on the web, as the CI system that runs us tells it."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from conductkit import git
from conductkit.comparison import Sides
from conductkit.gitpaths import inside_of
from conductkit.source import Span


def linker(both: Sides, environment: Mapping[str, str]) -> Callable[[Span], str] | None:
    """The address of a place in one of the files compared; None outside of CI.

    Files of a revision are linked in its commit, files here in the commit that is checked out.
    """
    form = _form(environment)
    if not form or not both.revisions:
        return None
    top = git.root()
    here = git.commit("HEAD", top)
    commits = dict(zip(both.revisions, both.commits, strict=True))

    def link(span: Span) -> str:
        found = (name for name in commits if span.path.startswith(f"{name}:"))
        name = max(found, key=len, default="")
        path = span.path.removeprefix(f"{name}:") if name else inside_of(span.path, top)
        return form(commits.get(name, here), quote(path), span.line, span.end_line)

    return link


def _form(environment: Mapping[str, str]) -> Callable[[str, str, int, int], str] | None:
    """How the system that runs us writes the address of lines in a file of a commit."""
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    if environment.get("GITHUB_ACTIONS") == "true" and server and name:
        gitea = "true" in (environment.get("GITEA_ACTIONS"), environment.get("FORGEJO_ACTIONS"))
        return _lines(f"{server}/{name}/{'src/commit' if gitea else 'blob'}", "-L")
    project = environment.get("CI_PROJECT_URL")
    if environment.get("GITLAB_CI") == "true" and project:
        return _lines(f"{project}/-/blob", "-")
    return None


def _lines(base: str, to: str) -> Callable[[str, str, int, int], str]:
    def address(commit: str, path: str, line: int, end: int) -> str:
        return f"{base}/{commit}/{path}#L{line}{f'{to}{end}' if end > line else ''}"

    return address
