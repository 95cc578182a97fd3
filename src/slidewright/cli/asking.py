"""Remote addresses of decks, asked for `--external`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from slidewright.cli.checking import Asked
from slidewright.cli.decks import OpenDeck
from slidewright.resolve.outcomes import Resolutions
from slidewright.resolve.remote import LinkState
from slidewright.settings import CheckSettings, ExternalSettings


def ask_decks(decks: Sequence[tuple[OpenDeck, CheckSettings]]) -> Asked:
    """What all remote addresses of decks answer."""
    from slidewright.resolve.addresses import remote_addresses

    return _ask(decks, remote_addresses)


def ask_citations(decks: Sequence[tuple[OpenDeck, CheckSettings]]) -> Asked:
    """What the addresses of the decks' citations answer."""
    from slidewright.resolve.addresses import remote_places

    def cited(resolutions: Resolutions) -> Iterator[str]:
        return (place.url for place in remote_places(resolutions) if place.citation is not None)

    return _ask(decks, cited)


def _ask(decks: Sequence[tuple[OpenDeck, CheckSettings]], addresses: Callable[[Resolutions], Iterable[str]]) -> Asked:
    """What addresses answer, each asked once; those of decks with other settings apart."""
    from slidewright.links import ask

    urls: list[tuple[ExternalSettings, dict[str, None]]] = []
    for opened, settings in decks:
        known = next((wanted for external, wanted in urls if external == settings.external), None)
        if known is None:
            known = {}
            urls.append((settings.external, known))
        known.update(dict.fromkeys(addresses(opened.resolutions)))
    answers: dict[str, LinkState] = {}
    for external, wanted in urls:
        with progress_bar(len(wanted), "Asking addresses") as progress:
            answers.update(ask(tuple(wanted), external, cache_file(), progress))
    return answers


def cache_file() -> Path | None:
    """Where answers are kept between runs; None where nothing can be kept."""
    from slidewright.engine.folders import cache_folder

    folder = cache_folder()
    return None if folder is None else folder / "links.json"


@contextmanager
def progress_bar(total: int, label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on the terminal that errors go to; None where that is none."""
    if not total or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        yield lambda done, _: bar.update(done - bar.pos)
