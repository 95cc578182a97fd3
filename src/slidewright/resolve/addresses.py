"""The remote addresses of a deck, with the places that name them: references and citations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from slidewright.model import Citation, Reference
from slidewright.resolve.outcomes import Remote, Resolutions
from slidewright.text import Location, Span


class RemotePlace(NamedTuple):
    """A place of a deck that names a remote address: a reference, or a citation (`citation` set) whose text does.

    `location` is the address as written; of a citation that spells it otherwise (a DOI), the citation.
    A reference within a citation of its address has both.
    """

    url: str
    location: Location
    slides: tuple[int, ...]
    reference: Reference | None = None
    citation: Citation | None = None


def remote_addresses(resolutions: Resolutions) -> list[str]:
    """Every http(s) address that a deck names, in order and each once: what `--external` asks.

    Pictures, media, links, backgrounds, styles, props and citations; none that Vue's `{{ }}` or a template completes.
    """
    return list(dict.fromkeys(place.url for place in remote_places(resolutions)))


def remote_places(resolutions: Resolutions) -> Iterator[RemotePlace]:
    """Every place that names a remote address: references in the order of the show, then what only citations name."""
    cited = _cited(resolutions)
    told: set[int] = set()
    for resolved in resolutions:
        outcome, reference = resolved.outcome, resolved.reference
        if isinstance(outcome, Remote) and _is_whole(outcome.url):
            citation = _around(cited.get(outcome.url, []), reference)
            if citation is not None:
                told.add(id(citation))
            yield RemotePlace(outcome.url, reference.location, resolved.slides, reference, citation)
    for url, citations in cited.items():
        for citation, slides in citations:
            if id(citation) not in told:
                yield RemotePlace(url, _address(citation, url), slides, None, citation)


Cited = list[tuple[Citation, tuple[int, ...]]]


def _cited(resolutions: Resolutions) -> dict[str, Cited]:
    found: dict[str, Cited] = {}
    for citation, slides in resolutions.citations:
        url = f"https:{citation.url}" if citation.url and citation.url.startswith("//") else citation.url
        if url and _is_whole(url):
            found.setdefault(url, []).append((citation, slides))
    return found


def _is_whole(url: str) -> bool:
    """Is it an address that can be asked as it stands?"""
    return url.lower().startswith(("http://", "https://")) and not any(mark in url for mark in ("{{", "${", "\n"))


def _around(citations: Cited, reference: Reference) -> Citation | None:
    """The citation that a reference stands in."""
    path, span = reference.location.source.path, reference.location.span
    for citation, _ in citations:
        place = citation.location
        if place.source.path == path and place.span.start <= span.start and span.end <= place.span.end + 1:
            return citation
    return None


def _address(citation: Citation, url: str) -> Location:
    """Where a citation spells its address, else the citation."""
    source, span = citation.location.source, citation.location.span
    for written in (url, url.removeprefix("https://"), url.removeprefix("https://doi.org/")):
        at = source.text.find(written, span.start, span.end)
        if at >= 0:
            return Location(source, Span(at, at + len(written)))
    return citation.location
