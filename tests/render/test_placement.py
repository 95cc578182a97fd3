from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.load import load
from slidewright.render.assets import AssetTable
from slidewright.render.placement import placement
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace


def beside(text: str, *names: str, folder: str | None = "files") -> list[str | None]:
    """The addresses of a deck's files, without the hash of their content."""
    workspace = MemoryWorkspace({"slides.md": text, **{name: name for name in names}})
    deck = load(workspace, PurePosixPath("slides.md"))
    table = AssetTable(workspace, placement(folder, resolve(deck, workspace)))
    ids = [table.id(PurePosixPath(name)) for name in names]
    found = [table.address(table.files[id]) for id in ids]
    return [address and address.replace(f"-{id}", "") for address, id in zip(found, ids, strict=True)]


def test_without_a_folder_all_is_in_the_page() -> None:
    assert beside("![](./a.png)", "a.png", folder=None) == [None]


def test_pictures_and_media_stand_beside_the_page_and_pages_in_it() -> None:
    names = ("a.png", "a.svg", "v.mp4", "s.mp3", "f.woff2", "p.html", "t.vtt", "d.pdf", "x.bin")
    files = [f"files/{name}" for name in names[:5]]
    assert beside("![](./a.png) ![](./a.svg)", *names) == [*files, None, None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        '<iframe src="./a.svg" />',
        '<object data="./a.svg"></object>',
        '<embed src="./a.svg">',
        '<svg><use href="./a.svg" /></svg>',
        "---\nlayout: iframe\nurl: ./a.svg\n---\n\n# A",
        '<div style="mask: url(./a.svg)" />',
        "# A\n\n<style>\np { mask-image: url('./a.svg') }\n</style>",
    ],
)
def test_what_a_browser_takes_from_the_pages_own_origin_only_is_in_it(text: str) -> None:
    assert beside(f"{text}\n\n![](./a.svg)", "a.svg") == [None]


def test_the_same_content_in_a_frame_is_in_the_page_by_either_name() -> None:
    workspace = MemoryWorkspace({"slides.md": '<iframe src="./b.svg" />', "a.svg": "<svg/>", "b.svg": "<svg/>"})
    deck = load(workspace, PurePosixPath("slides.md"))
    table = AssetTable(workspace, placement("files", resolve(deck, workspace)))
    assert table.address(table.identify(PurePosixPath("a.svg"))) is None


def test_names_beside_the_page_are_safe_in_a_url() -> None:
    addresses = beside("# A", "zwei wörter & mehr.PNG", "图.png", folder="my files")
    assert addresses == ["my%20files/zwei-w-rter-mehr.png", "my%20files/file.png"]


def test_a_new_content_gets_a_new_address() -> None:
    def address(content: str) -> str | None:
        table = AssetTable(MemoryWorkspace({"a.png": content}), placement("files", []))
        return table.address(table.identify(PurePosixPath("a.png")))

    assert address("1") != address("2")


def test_files_beside_the_page_are_artifacts_and_those_in_it_are_not() -> None:
    workspace = MemoryWorkspace({"a.png": b"a", "p.html": b"p", "f.woff2": b"f"})
    table = AssetTable(workspace, placement("files", []))
    for name in ("a.png", "p.html"):
        table.id(PurePosixPath(name))
    assert table.url(PurePosixPath("f.woff2")).startswith("files/f-")
    made = {artifact.path.name[:1]: b"".join(artifact.chunks()) for artifact in table.artifacts()}
    assert made == {"a": b"a", "f": b"f"}
    assert [file.path.name for file in table.inside()] == ["p.html"]
