"""`slidewright sources`: where the things on the slides come from."""

from __future__ import annotations

from pathlib import Path

import click

from slidewright.cli.decks import open_decks
from slidewright.cli.faults import tell
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
def command(paths: tuple[Path, ...], output: str, root: Path | None) -> int:
    """List the citations of decks: slide, place, label and address.

    A citation is a line such as `来源：https://…`, `Source: …`, `Quelle: …` or `via https://…`. PATHS are decks, or
    folders with decks in them; without any, slides.md in the current folder.
    """
    from slidewright.report.sources import Cited, json_sources, text_sources

    decks, faults = open_decks(paths, root)
    cited = [
        Cited(citation, slides, opened.display(citation.location.source.path))
        for opened in decks
        for citation, slides in opened.resolutions.citations
    ]
    if decks and output == "json":
        click.echo(json_sources(cited))
    elif decks:
        for line in text_sources(cited):
            click.echo(line)
        click.echo(f"{len(cited)} citation{'' if len(cited) == 1 else 's'}", err=True)
    return tell(faults)
