"""`slidewright build`: a deck as one HTML file, or as a Slidev project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from slidewright.cli.beside import FOLDER, folder_beside
from slidewright.cli.decks import OpenDeck, open_deck
from slidewright.cli.echoes import without_echoes
from slidewright.cli.options import DECK, ROOT
from slidewright.cli.outputs import output_place
from slidewright.cli.pictures import WithPictures
from slidewright.diagnostics import Diagnostic, Severity, ordered
from slidewright.errors import StrictError, UsageError
from slidewright.resolve.readings import kept_readings, read
from slidewright.settings import BuildSettings, Target

if TYPE_CHECKING:
    from slidewright.render.artifacts import RenderedDeck


_DRAWN_LATER = "--prerender is for the HTML file; Slidev draws diagrams in the browser"
_FETCHED_LATER = "--external is for the HTML file; `remoteAssets: true` has Slidev fetch pictures"
SHOWN = ("reference", "frontmatter", "syntax", "standalone")
"""Families of rules whose findings an audience would see in the output; the others are for `check`."""


@click.command("build", short_help="Make one HTML file, or a Slidev project.")
@DECK
@click.option("-o", "--output", type=click.Path(), help="File (html) or folder (slidev) to write.")
@click.option("--to", "target", type=click.Choice(["html", "slidev"]), default="html", show_default=True)
@click.option("--assets", metavar="inline|dir|FOLDER", default="inline", show_default=True, help=FOLDER)
@click.option("--strict", is_flag=True, help="Where there is anything to warn of, write nothing and exit with 1.")
@click.option("--without-notes", is_flag=True, help="Leave the presenter's notes out of the output.")
@click.option(
    "--readable", is_flag=True, help="Write scripts and style sheets as text: three times the size, for reading."
)
@click.option("--prerender", is_flag=True, help="Draw Mermaid diagrams now, with a local Chromium.")
@click.option("--external", is_flag=True, help="Fetch remote pictures and PlantUML diagrams into the page.")
@click.option("--allow-private", is_flag=True, help="With --external: fetch from private and local addresses, too.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, without the cache of earlier builds.")
@ROOT
def command(
    deck: Path,
    output: str | None,
    target: Target,
    assets: str,
    strict: bool,
    without_notes: bool,
    readable: bool,
    prerender: bool,
    external: bool,
    allow_private: bool,
    no_cache: bool,
    root: Path | None,
) -> None:
    """Build DECK as one HTML file that needs no server and no network, or as a project for Slidev itself.

    Pictures, media and fonts are in the file. With --assets=dir pictures and media stand as files in a folder beside it
    (`talk_files` of `talk.html`; or name a folder): put both where the page is to be seen.

    What the output shows otherwise than Slidev would (missing pictures, remote content, what is not rendered yet) is
    told on standard error, each with its place. Exit code 0: built; 1: --strict and something to tell; 2: usage, or a
    deck that cannot be read; 3: the output cannot be written, or a fault of slidewright.
    """
    if without_notes and target == "slidev":
        raise UsageError("--without-notes is for the HTML file; `slidev build --without-notes` does it for a project")
    if assets != "inline" and target == "slidev":
        raise UsageError("--assets is for the HTML file; a Slidev project has its files as they are")
    for given, why in ((prerender, _DRAWN_LATER), (external, _FETCHED_LATER)):
        if given and target == "slidev":
            raise UsageError(why)
    opened = open_deck(deck, root, read if no_cache or target == "slidev" else kept_readings)
    place = output_place(opened, deck, output, target)
    beside = folder_beside(assets, place)
    settings = BuildSettings(target, strict, without_notes, not no_cache, readable, beside, prerender)
    shown = _fetched(opened, deck, allow_private) if external else WithPictures(opened)
    rendered = _render(shown.opened, settings, place)
    checked = tuple(shown.still_true(_faults(opened, settings)))
    made = _not_allowed(opened, [*without_echoes(rendered.diagnostics, checked), *shown.failures])
    told = [*checked, *made]
    found = ordered({(fault.rule, fault.location): fault for fault in told}.values())
    _tell(opened, found)
    if strict and found:
        raise StrictError(f"{_counted(len(found), 'warning')}; with --strict nothing is written")
    _write(rendered, place, settings)
    click.echo(f"{place}: {_counted(len(opened.deck.slides), 'slide')}", err=True)


def _fetched(opened: OpenDeck, deck: Path, allow_private: bool) -> WithPictures:
    from slidewright.cli.config_options import configured
    from slidewright.cli.fetching import fetched

    given = {"external.allow_private": allow_private or None}
    return fetched(opened, configured(deck.absolute(), None, False, given).external)


def _render(opened: OpenDeck, settings: BuildSettings, place: Path) -> RenderedDeck:
    if settings.target == "slidev":
        from slidewright.render.slidev import render_slidev

        return render_slidev(opened.deck, opened.resolutions, opened.workspace)
    from slidewright.engine import open_engine

    with open_engine(settings.cache) as engine:
        engine.get_ahead()
        from slidewright.render.html import render

        path = PurePosixPath(place.name)
        return render(opened.deck, opened.resolutions, opened.workspace, settings, engine, path)


def _faults(opened: OpenDeck, settings: BuildSettings) -> Iterator[Diagnostic]:
    """What the checker finds that shows in this output: warnings, since the output is made all the same.

    What the deck's configuration ignores is meant, here as there.
    """
    from slidewright.check import Show, check
    from slidewright.check.ignores import not_ignored
    from slidewright.cli.checking import Selection
    from slidewright.cli.config_options import configured

    own = configured(opened.entry, None, False, {})
    shown, mended = "standalone", tuple[str, ...]()
    if settings.target == "slidev":
        from slidewright.render.slidev import MENDED

        shown, mended = "build", MENDED
    looked_for = own._replace(select=SHOWN, extend_select=(), ignore=(*own.ignore, *mended))
    show = Show(opened.deck, opened.resolutions, opened.workspace, looked_for)
    for diagnostic in not_ignored(show, check(show, Selection().relevant(show)), opened.absolute):
        is_seen = diagnostic.severity > Severity.INFO or diagnostic.targets == ("standalone",)
        if is_seen and (not diagnostic.targets or shown in diagnostic.targets):
            yield diagnostic._replace(severity=Severity.WARNING)


def _not_allowed(opened: OpenDeck, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    from slidewright.check import Show
    from slidewright.check.suppressions import not_allowed

    return not_allowed(Show(opened.deck, opened.resolutions, opened.workspace), found)


def _tell(opened: OpenDeck, diagnostics: tuple[Diagnostic, ...]) -> None:
    from slidewright.report.brief import brief

    for line in brief(diagnostics, opened.display):
        click.echo(line, err=True)


def _write(rendered: RenderedDeck, place: Path, settings: BuildSettings) -> None:
    from slidewright.write import write_file, write_folder, write_page

    if settings.target == "slidev":
        write_folder(rendered, place)
    elif settings.assets is not None:
        write_page(rendered, place, settings.assets)
    else:
        write_file(rendered.artifacts[0], place)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
