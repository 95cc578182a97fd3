"""`slidewright inspect`: a deck as JSON, as Slidev sees it."""

from __future__ import annotations

from pathlib import Path

import click

from slidewright.cli.options import DECK, ROOT
from slidewright.load import load
from slidewright.report.inspection import inspection
from slidewright.workspace import DiskWorkspace


@click.command("inspect")
@DECK
@ROOT
def command(deck: Path, root: Path | None) -> None:
    """Print DECK as JSON with the names of Slidev's parser.

    Source slides, the text written back, and the show after imports: slides, headmatter, configuration, features,
    files, errors. Lines are 0-based, as Slidev counts them; keys are sorted.
    """
    workspace = DiskWorkspace(root) if root else DiskWorkspace.around(deck)
    click.echo(inspection(load(workspace, workspace.relative(deck))))
