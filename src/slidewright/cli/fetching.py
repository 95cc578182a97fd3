"""`build --external`: the remote pictures of a deck and its PlantUML diagrams, fetched into the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidewright.cli.asking import progress_bar
from slidewright.cli.decks import OpenDeck
from slidewright.cli.pictures import WithPictures
from slidewright.diagnostics import Diagnostic, Severity
from slidewright.links.pictures import fetch_pictures
from slidewright.render.server_diagrams import server_diagrams
from slidewright.resolve.outcomes import Remote, Resolved
from slidewright.resolve.pictures import Pictures, remote_pictures, with_pictures
from slidewright.settings import ExternalSettings
from slidewright.workspace import OverlayWorkspace


def fetched(opened: OpenDeck, settings: ExternalSettings) -> WithPictures:
    """The deck with what its addresses give."""
    diagrams = server_diagrams(opened.deck)
    wanted = [*remote_pictures(opened.resolutions), *diagrams]
    addresses = list(dict.fromkeys(_address(item) for item in wanted))
    with progress_bar(len(addresses), "Fetching pictures") as progress:
        pictures = fetch_pictures(addresses, settings, progress)
    files = {picture.path: picture.content for picture in pictures.values() if not picture.reason}
    workspace = OverlayWorkspace(opened.workspace.root, files)
    resolutions = with_pictures(opened.resolutions, diagrams, pictures)
    failures = tuple(_failures(wanted, pictures))
    return WithPictures(OpenDeck(workspace, opened.deck, resolutions), failures, diagrams)


def _failures(wanted: Sequence[Resolved], pictures: Pictures) -> Iterator[Diagnostic]:
    for item in wanted:
        reason = pictures[_address(item)].reason
        if reason:
            message = f"not in the page: {_address(item)} ({reason})"
            location, slide = item.reference.location, item.slides[0]
            found = Diagnostic("remote-content", Severity.WARNING, message, location, slide, targets=("standalone",))
            yield found._replace(cause=reason)


def _address(item: Resolved) -> str:
    assert isinstance(item.outcome, Remote)
    return item.outcome.url
