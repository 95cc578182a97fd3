"""The command line: one module per command, imported only when it is called."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from slidewright import __version__
from slidewright.cli.faults import tell
from slidewright.errors import OutputError, ToolError

COMMANDS = ("check", "rules", "explain", "sources", "build", "serve", "outline", "theme", "inspect", "show-config")
ALIASES = {"preview": "serve"}
"""Other names of commands, which `--help` does not list."""

FULL = (errno.ENOSPC, errno.EDQUOT)


class LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        cmd_name = ALIASES.get(cmd_name, cmd_name)
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"slidewright.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="slidewright")
def slidewright() -> None:
    """Check, preview and build Slidev presentations without Node."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exit code 0 clean, 1 findings, 2 usage or configuration, 3 fault."""
    gc.set_threshold(50_000)  # starting up makes many objects and no garbage
    _open_streams()
    _speak_utf8()
    try:
        code = slidewright.main(args=arguments, prog_name="slidewright", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except click.Abort:
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 141
    except ToolError as error:
        if error.__cause__ is not None and os.environ.get("SLIDEWRIGHT_DEBUG"):
            raise
        code = tell([error])
    except Exception as error:
        if os.environ.get("SLIDEWRIGHT_DEBUG"):
            raise
        code = _told(error)
    gc.freeze()  # leaving would look for garbage once more: a tenth of the time that `check` takes
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: Exception) -> int:
    """Say what should never happen; the exit code."""
    if isinstance(error, OSError) and error.errno in FULL:  # files have a message of their own: this was printing
        return tell([OutputError(f"cannot print: {os.strerror(error.errno).lower()}")])
    click.echo(f"slidewright: a fault of the tool ({type(error).__name__}: {error}); please report it,", err=True)
    click.echo("with the output of the same command under SLIDEWRIGHT_DEBUG=1", err=True)
    return 3


def _open_streams() -> None:
    """A service may start a program with its output closed; what is printed is then lost, and nothing else."""
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()


def _speak_utf8() -> None:
    """Decks are written in every script; a C locale must not turn a report into a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
