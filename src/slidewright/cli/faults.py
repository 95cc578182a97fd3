"""Telling what went wrong with the tool's own work, in one line each and safe for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import click

from slidewright.errors import ToolError


def tell(faults: Sequence[ToolError]) -> int:
    """Say each fault on standard error; the worst exit code of them, 0 for none."""
    from slidewright.report.terminal import printable

    for fault in faults:
        first, *more = str(fault).split("\n")
        click.echo(f"slidewright: {printable(first)}", err=True)
        for line in more:
            click.echo(printable(line), err=True)
    return max((fault.exit_code for fault in faults), default=0)
