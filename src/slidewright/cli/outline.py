"""`slidewright outline`: what a talk consists of."""

from __future__ import annotations

from pathlib import Path

import click

from slidewright.cli.decks import open_deck
from slidewright.cli.options import DECK, ROOT


@click.command("outline")
@DECK
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document (docs/outline.md), with every click.")
@ROOT
def command(deck: Path, as_json: bool, root: Path | None) -> None:
    """List the slides of DECK: number, title, layout, clicks, whether there is a note, and the place.

    Titles stand further in for each level of their heading. Clicks are counted as Slidev counts them, from the text
    alone; a `?` follows where only the page can tell all, and --json says why. Hidden slides have no number.
    """
    from slidewright.cli.outlining import outline_of
    from slidewright.report.outline import json_outline, summary, text_outline

    outline = outline_of(open_deck(deck, root))
    if as_json:
        click.echo(json_outline(outline))
        return
    for line in text_outline(outline):
        click.echo(line)
    click.echo(summary(outline), err=True)
