"""A page that has grown too large to send around, said with its largest files."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.diagnostics import Diagnostic
from slidewright.model import Deck
from slidewright.render.assets import AssetTable, EmbeddedFile, total_size
from slidewright.render.problems import first_line, warning
from slidewright.resolve.outcomes import Found, Miscased, Resolutions
from slidewright.settings import MEGABYTE

LARGE = 20 * MEGABYTE  # bytes of files in a page
_NAMED = 3  # files that are told


def of_size(deck: Deck, resolutions: Resolutions, assets: AssetTable) -> Iterator[Diagnostic]:
    """The weight of the files that are in the page, told once, where the heaviest is shown."""
    files = sorted(assets.inside(), key=lambda file: (-file.size, file.path))
    total = total_size(files)
    if total <= LARGE:
        return
    largest = ", ".join(f"{file.path} ({_megabytes(file.size)})" for file in files[:_NAMED])
    advice = ": `--assets=dir` puts pictures and media beside it" if assets.movable() else ""
    message = f"the page carries {_megabytes(total)} of files, the largest {largest}{advice}"
    yield _placed(deck, resolutions, files[0], message)


def _placed(deck: Deck, resolutions: Resolutions, file: EmbeddedFile, message: str) -> Diagnostic:
    """The warning at the first place that shows a file, else at the first slide."""
    found = warning("large-page", message, deck.slides[0], first_line(deck.slides[0]))
    for item in resolutions:
        match item.outcome:
            case Found(path=path) | Miscased(path=path) if path == file.path and item.slides:
                return found._replace(location=item.reference.location, slide=item.slides[0])
    return found


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"
