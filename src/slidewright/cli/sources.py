"""`slidewright sources`: where the things on the slides come from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from slidewright.cli.config_options import CONFIG, ISOLATED, configured
from slidewright.cli.decks import OpenDeck, open_decks
from slidewright.cli.faults import tell
from slidewright.cli.options import PATHS, ROOT
from slidewright.settings import CheckSettings

if TYPE_CHECKING:
    from slidewright.report.sources import Cited


@click.command("sources")
@PATHS
@click.option("--check", "ask", is_flag=True, help="Ask the addresses, and print their state.")
@click.option("--allow-private", is_flag=True, help="With --check: ask private and local addresses, too.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How citations are printed.",
)
@CONFIG
@ISOLATED
@ROOT
def command(
    paths: tuple[Path, ...],
    ask: bool,
    allow_private: bool,
    output: str,
    config: Path | None,
    isolated: bool,
    root: Path | None,
) -> int:
    """List the citations of decks: slide, place, label and address.

    A citation is a line such as `来源：https://…`, `Source: …`, `Quelle: …` or `via https://…`. PATHS are decks, or
    folders with decks in them; without any, slides.md in the current folder. With --check the exit code is 1 if an
    address is dead.
    """
    given = {"external.allow_private": allow_private or None}

    def settings(deck: Path) -> CheckSettings:
        return configured(deck, config, isolated, given)

    decks, faults = open_decks(paths, root)
    cited = _cited(decks, settings if ask else None)
    if decks:
        _print(cited, output, ask)
    is_dead = any(item.state is not None and item.state.status == "dead" for item in cited)
    return tell(faults) or int(is_dead)


def _cited(decks: list[OpenDeck], settings: Callable[[Path], CheckSettings] | None) -> list[Cited]:
    """The citations of decks, their addresses asked if there are settings for that."""
    from slidewright.report.sources import Cited

    cited = [
        Cited(citation, slides, opened.display(citation.location.source.path))
        for opened in decks
        for citation, slides in opened.resolutions.citations
    ]
    if settings is None:
        return cited
    from slidewright.cli.asking import ask_citations

    answers = ask_citations([(opened, settings(opened.entry)) for opened in decks])
    return [item._replace(state=answers.get(_url(item))) for item in cited]


def _url(item: Cited) -> str:
    """The address of a citation as it was asked; empty without one."""
    url = item.citation.url or ""
    return f"https:{url}" if url.startswith("//") else url


def _print(cited: list[Cited], output: str, states: bool) -> None:
    from slidewright.report.sources import json_sources, text_sources

    if output == "json":
        click.echo(json_sources(cited))
        return
    for line in text_sources(cited, states):
        click.echo(line)
    click.echo(f"{len(cited)} citation{'' if len(cited) == 1 else 's'}", err=True)
