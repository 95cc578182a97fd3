"""`--watch`: the check again whenever a file that it depends on changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click

from slidewright.cli.checking import Request
from slidewright.errors import ToolError
from slidewright.workspace import project_root

CLEAR = "\x1b[2J\x1b[3J\x1b[H"
BURST = 300
"""Milliseconds of quiet that end a burst of changes: a checkout of 200 files is one change."""


def watched(request: Request, check: Callable[[], int]) -> int:
    """Check, then again at every change below the projects of the decks, until interrupted; exit code of the last."""
    from watchfiles import watch

    from slidewright.serve.watching import project_filter

    folders = _folders(request)
    code = _told(check)
    changes = watch(
        *folders,
        watch_filter=project_filter(),
        debounce=BURST,
        step=50,
        raise_interrupt=False,
        yield_on_timeout=False,
    )
    with suppress(KeyboardInterrupt):  # in the middle of a check as well as between two
        for _ in changes:
            code = _told(check)
    return code


def _folders(request: Request) -> list[Path]:
    """The project folders of the decks, none inside another."""
    roots = {(request.root or project_root(path)).resolve() for path in request.paths or [Path("slides.md")]}
    return [root for root in sorted(roots) if not any(root != other and root.is_relative_to(other) for other in roots)]


def _told(check: Callable[[], int]) -> int:
    """One check on a clean screen; what stops it is told, and watching goes on."""
    if sys.stdout.isatty():
        click.echo(CLEAR, nl=False)
    try:
        code = check()
    except ToolError as error:
        from slidewright.cli.faults import tell

        code = tell([error])
    click.echo("watching for changes; Ctrl-C ends", err=True)
    return code
