from __future__ import annotations

from pathlib import PurePosixPath

from slidewright.diagnostics import Severity
from slidewright.load import load
from slidewright.render.assets import AssetTable
from slidewright.render.large import of_size
from slidewright.render.placement import placement
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace

DECK = "# A\n\n![](./small.png)\n\n---\n\n![](./big.mp4)\n"


def told(folder: str | None = None, **sizes: int) -> list[tuple[int, int | None, str]]:
    files = {name.replace("_", "."): name.encode() * (size // len(name)) for name, size in sizes.items()}
    workspace = MemoryWorkspace({"slides.md": DECK, **files})
    deck = load(workspace, PurePosixPath("slides.md"))
    resolutions = resolve(deck, workspace)
    table = AssetTable(workspace, placement(folder, resolutions))
    for name in files:
        table.id(PurePosixPath(name))
    found = list(of_size(deck, resolutions, table))
    assert all((item.rule, item.severity) == ("large-page", Severity.WARNING) for item in found)
    return [(item.location.start.line, item.slide, item.message) for item in found]


def test_twenty_megabytes_are_not_yet_large() -> None:
    assert told(big_mp4=19_000_000, small_png=999_999) == []


def test_a_large_page_is_told_once_with_its_largest_files_at_the_largest() -> None:
    ((line, slide, message),) = told(big_mp4=21_000_000, small_png=1_500_000, x_png=500_000, y_png=400_000)
    assert (line, slide) == (7, 2)
    assert message == (
        "the page carries 23.4 MB of files, the largest big.mp4 (21.0 MB), small.png (1.5 MB), x.png (0.5 MB): "
        "`--assets=dir` puts pictures and media beside it"
    )


def test_files_beside_the_page_do_not_weigh_it_down() -> None:
    assert told("files", big_mp4=30_000_000) == []


def test_nothing_is_advised_that_does_not_help() -> None:
    ((line, _, message),) = told("files", book_pdf=30_000_000)
    assert line == 1
    assert "--assets" not in message
