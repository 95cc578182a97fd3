"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Project root: nothing outside it is opened.  [default: the nearest project or monorepo upward]",
)
DECK = click.argument("deck", type=click.Path(path_type=Path), default=Path("slides.md"))
PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
