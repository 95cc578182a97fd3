from __future__ import annotations

import io

import pytest
from PIL import Image

from slidewright.vocabulary.pictures import Content, content_of


def drawn(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "avif", "bmp", "ico", "tiff"])
def test_pictures_are_told_by_what_a_library_writes(kind: str) -> None:
    assert content_of(drawn(kind)) is Content[kind.upper()]


@pytest.mark.parametrize(
    ("head", "content"),
    [
        (b"", Content.EMPTY),
        (b"x" * 300, Content.UNKNOWN),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n", Content.LFS),
        (b"\n <!DOCTYPE HTML><html>", Content.HTML),
        (b"\xef\xbb\xbf<html><body><svg>", Content.HTML),
        (b"%PDF-1.7", Content.PDF),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Content.SVG),
        (b"<?xml version='1.0'?>\n<!-- drawn by hand -->\n<svg:svg/>", Content.SVG),
        ("\ufeff<svg/>".encode("utf-16-le"), Content.SVG),
        (b"<?xml version='1.0'?><note/>", Content.UNKNOWN),
        (b"a text about svg", Content.UNKNOWN),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Content.HEIC),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", Content.AVIF),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Content.HEIC),
        (b"\0\0\0\x18ftypisom\0\0\2\0isommp41", Content.VIDEO),
        (b"\x1a\x45\xdf\xa3\x01", Content.VIDEO),
        (b"\xff\x0a\x00", Content.JXL),
    ],
)
def test_first_bytes_tell_what_a_file_holds(head: bytes, content: Content) -> None:
    assert content_of(head) is content
