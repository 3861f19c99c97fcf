"""Gathers the commands and maps what they raise to exit codes."""

import functools
import signal
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Annotated, Any, NoReturn

import typer

from conductkit import __version__, commands, shelf, terminal
from conductkit.errors import ConductError, Exit

_INTERRUPTED = 128 + signal.SIGINT
_BROKEN_PIPE = 141


def main() -> None:
    """Run `conduct` on the command line's arguments and exit."""
    terminal.use_utf8()
    try:
        app(sys.argv[1:])(prog_name="conduct")
    finally:
        _flush()


def app(arguments: list[str]) -> typer.Typer:
    """The program. Where the arguments name a command, only that one is imported: start-up time."""
    program = typer.Typer(
        name="conduct",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    program.callback()(_program)
    names = shelf.names(commands)
    wanted = arguments[0] if arguments else ""
    for name in [wanted] if wanted in names else sorted(names, key=_help_order):
        module = shelf.load(commands, name)
        actions = getattr(module, "ACTIONS", {})
        if name == wanted and arguments[1:2] and arguments[1] in actions:
            program.add_typer(_group(module), name=name)
        else:
            program.command(name)(_guarded(module.command))
    return program


def _group(module: ModuleType) -> typer.Typer:
    """The actions of a command (`conduct measure record`), each with its own options."""
    group = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    settings = getattr(module, "SETTINGS", {})
    for name, action in module.ACTIONS.items():
        group.command(name, context_settings=settings.get(name))(_guarded(action))
    group.callback()(lambda: None)  # one action alone keeps its name
    return group


def _version(asked: bool) -> None:
    if asked:
        terminal.out(f"conduct {__version__}\n")
        raise typer.Exit(Exit.CLEAN)


def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Codes of conduct as plain files: write, check, review and publish them."""


_ORDER = (
    "new", "import", "fmt", "validate", "lint", "explain", "coverage", "align", "status",
    "measure", "diff", "log", "bump", "merge", "extends", "ack", "render", "schema", "git",
)  # fmt: skip


def _help_order(name: str) -> tuple[int, str]:
    """The order of the help page: the way of the work, anything else behind it."""
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _guarded(command: Callable[..., Exit]) -> Callable[..., None]:
    """A command that ends in an exit code, whatever happens inside it."""

    @functools.wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            code = command(*args, **options)
            terminal.flush()
        except ConductError as error:
            terminal.note(f"conduct: {terminal.clean(str(error))}")
            code = error.exit_code
        except KeyboardInterrupt:
            terminal.note("Interrupted.")
            raise typer.Exit(_INTERRUPTED) from None
        except BrokenPipeError:
            _leave_quietly()
        except Exception:
            import traceback

            terminal.note(traceback.format_exc())
            terminal.note(f"This is a bug in conduct {__version__}, not in your files.")
            code = Exit.BUG
        raise typer.Exit(int(code))

    return run


def _leave_quietly() -> NoReturn:
    """The reader of our output has gone (`conduct … | head`): nothing more to say."""
    terminal.discard()
    sys.exit(_BROKEN_PIPE)


def _flush() -> None:
    try:
        terminal.flush()
    except BrokenPipeError:
        _leave_quietly()
    except ConductError as error:
        terminal.note(f"conduct: {error}")
        sys.exit(Exit.USAGE)
