"""`slidewright sources`: where the things on the slides come from."""

from __future__ import annotations

from pathlib import Path

import click

from slidewright.cli.decks import find_decks, open_deck, shared_display
from slidewright.cli.options import PATHS, ROOT


@click.command("sources")
@PATHS
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How citations are printed.",
)
@ROOT
def command(paths: tuple[Path, ...], output: str, root: Path | None) -> None:
    """List the citations of decks: slide, place, label and address.

    A citation is a line such as `来源：https://…`, `Source: …`, `Quelle: …` or `via https://…`. PATHS are decks, or
    folders with decks in them; without any, slides.md in the current folder.
    """
    from slidewright.report.sources import json_sources, text_sources

    opened = [open_deck(path, root) for path in find_decks(paths)]
    cited = [item for deck in opened for item in deck.resolutions.citations]
    display = shared_display(opened)
    if output == "json":
        click.echo(json_sources(cited, display))
        return
    for line in text_sources(cited, display):
        click.echo(line)
    click.echo(f"{len(cited)} citation{'' if len(cited) == 1 else 's'}", err=True)
