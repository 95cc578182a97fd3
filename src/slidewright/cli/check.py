"""`slidewright check`: what is wrong with a deck, with its place and how to mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from slidewright.check import Show, check
from slidewright.check.rule import Rule
from slidewright.check.selection import selected_rules
from slidewright.cli.decks import OpenDeck, open_decks
from slidewright.cli.faults import tell
from slidewright.cli.options import PATHS, ROOT
from slidewright.diagnostics import Diagnostic, Severity, count, worst
from slidewright.settings import CheckSettings


def _names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


@click.command("check", short_help="Report what is wrong with a deck, and how to mend it.")
@PATHS
@click.option(
    "--format",
    "output",
    type=click.Choice(["full", "json"]),
    default="full",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="warning",
    show_default=True,
    help="The lowest severity that makes the exit code 1; info never does.",
)
@click.option(
    "--select",
    multiple=True,
    callback=_names,
    metavar="RULES",
    help="Run only these rules or families (comma-separated).",
)
@click.option(
    "--extend-select", multiple=True, callback=_names, metavar="RULES", help="Run these rules or families as well."
)
@click.option("--ignore", multiple=True, callback=_names, metavar="RULES", help="Leave these rules or families out.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto asks the terminal and NO_COLOR.",
)
@ROOT
def command(
    paths: tuple[Path, ...],
    output: str,
    fail_on: str,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    color: str,
    root: Path | None,
) -> int:
    """Check decks: references first (images, links, imports, snippets), then frontmatter and citations.

    PATHS are decks, or folders with decks in them; without any, slides.md in the current folder. Nothing of a deck is
    run, nothing outside the project root is opened, and nothing is fetched.

    Findings go to standard output, everything else to standard error. Exit code 0: clean; 1: findings at or above
    --fail-on; 2: usage, configuration, or an input that cannot be read; 3: a fault of slidewright.
    """
    settings = CheckSettings(select, extend_select, ignore, Severity.of(fail_on))
    rules = selected_rules(settings)
    decks, faults = open_decks(paths, root)
    checked = list(_told_once(_checked(deck, rules) for deck in decks))
    if checked and output == "json":
        _print_json(checked)
    elif checked:
        _print_full(checked, color == "always" or (color == "auto" and _terminal_wants_colour()))
    found = worst(_diagnostics(checked))
    return tell(faults) or int(found is not None and found >= settings.fail_on)


class Checked(NamedTuple):
    """A deck and what was found in it."""

    opened: OpenDeck
    diagnostics: tuple[Diagnostic, ...]


def _checked(opened: OpenDeck, rules: tuple[Rule, ...]) -> Checked:
    return Checked(opened, check(Show(opened.deck, opened.resolutions, opened.workspace), rules))


def _told_once(checked: Iterable[Checked]) -> Iterator[Checked]:
    """What decks have in common, a page that several import, is reported with the first of them."""
    told: set[object] = set()
    for opened, diagnostics in checked:
        new = {
            (opened.workspace.root / found.location.source.path, found.location.span, found.rule, found.message): found
            for found in diagnostics
        }
        yield Checked(opened, tuple(found for key, found in new.items() if key not in told))
        told.update(new)


def _diagnostics(checked: list[Checked]) -> Iterator[Diagnostic]:
    return (found for item in checked for found in item.diagnostics)


def _slides(checked: list[Checked]) -> int:
    return sum(len(opened.deck.slides) for opened, _ in checked)


def _print_full(checked: list[Checked], colour: bool) -> None:
    from slidewright.report.full import full, summary

    for opened, diagnostics in checked:
        for text in full(diagnostics, opened.display, colour):
            click.echo(text, color=True)
    click.echo(summary(count(_diagnostics(checked)), len(checked), _slides(checked)), err=True)


def _print_json(checked: list[Checked]) -> None:
    from slidewright.report.json_report import Placed, json_report

    placed = [
        Placed(found, opened.display(found.location.source.path))
        for opened, diagnostics in checked
        for found in diagnostics
    ]
    click.echo(json_report(placed, len(checked), _slides(checked)))


def _terminal_wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
