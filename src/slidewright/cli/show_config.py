"""`slidewright show-config`: every setting, and where it comes from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from slidewright.cli.config_options import CONFIG, ISOLATED, configuration_of
from slidewright.errors import InputError

FORMATS = click.Choice(["text", "json"])


@click.command("show-config", short_help="Print every setting, and where it comes from.")
@click.argument("deck", required=False, type=click.Path(path_type=Path))
@click.option("--format", "output", type=FORMATS, default="text", show_default=True, help="How settings are printed.")
@CONFIG
@ISOLATED
def command(deck: Path | None, output: str, config: Path | None, isolated: bool) -> None:
    """Print the settings that hold for DECK, or for the current folder, each with its origin.

    The text is TOML: a line for each key, and as a comment `default` or the file and line that set it. The values of
    headers are masked. Exit code 0, or 2 where the configuration means nothing.
    """
    from slidewright.configuration.listing import json_listing, text_listing
    from slidewright.report.terminal import width

    if deck is not None and not os.path.lexists(deck):
        raise InputError(f"{deck}: no such file or folder")
    configuration = configuration_of(deck, config, isolated)
    items = configuration.origins()
    if output == "json":
        click.echo(json_listing(items, configuration.path))
    else:
        click.echo(text_listing(items, width))
