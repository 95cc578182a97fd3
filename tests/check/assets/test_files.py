from __future__ import annotations

import io
from pathlib import PurePosixPath

import pytest
from PIL import Image

from slidewright.check.assets.files import AssetFile, Pixels
from slidewright.vocabulary.pictures import Content
from slidewright.workspace import MemoryWorkspace


def photo(**options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30)).save(stream, "jpeg", **options)
    return stream.getvalue()


def file(content: bytes | str) -> AssetFile:
    return AssetFile(MemoryWorkspace({"a": content}), PurePosixPath("a"))


def test_a_file_tells_its_size_content_and_pixels() -> None:
    data = photo()
    found = file(data)
    assert (found.size, found.content, found.pixels) == (len(data), Content.JPEG, Pixels(40, 30))
    assert not found.is_cut_off


def test_pixels_are_turned_as_the_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert file(photo(exif=exif)).pixels == Pixels(30, 40)


def test_pixels_are_found_behind_much_that_a_camera_wrote() -> None:
    assert file(photo(comment=b"x" * 60_000, icc_profile=b"y" * 400_000)).pixels == Pixels(40, 30)


@pytest.mark.parametrize("content", ["", "text", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'])
def test_what_has_no_pixels_tells_none(content: str) -> None:
    assert file(content).pixels is None


def test_a_file_that_cannot_be_read_tells_nothing() -> None:
    absent = AssetFile(MemoryWorkspace({}), PurePosixPath("a.png"))
    assert (absent.size, absent.content, absent.pixels, absent.is_cut_off, absent.svg_fault) == (
        0,
        None,
        None,
        False,
        None,
    )


def test_a_file_is_read_to_its_end_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found, reads = file(photo()), []
    whole = MemoryWorkspace.read_bytes
    monkeypatch.setattr(MemoryWorkspace, "chunks", lambda self, path, size: (data for data in [whole(self, path)]))
    monkeypatch.setattr(MemoryWorkspace, "read_bytes", lambda self, path: reads.append(path) or whole(self, path))
    assert [found.is_cut_off for _ in range(3)] == [False] * 3
    assert len(reads) == 2  # its size, and the whole
