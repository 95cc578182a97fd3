from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from slidewright.check.assets.endings import is_cut_off
from slidewright.vocabulary.pictures import Content, content_of

FORMATS = ["png", "jpeg", "gif", "webp", "avif"]


def noise(kind: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    random.seed(size[0])
    picture = Image.new("RGB", size)
    picture.putdata([tuple(random.randbytes(3)) for _ in range(size[0] * size[1])])
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "green", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:])
    return stream.getvalue()


WHOLE = [*(noise(kind) for kind in FORMATS), noise("jpeg", progressive=True), animated("gif"), animated("webp")]


@pytest.mark.parametrize("data", WHOLE, ids=lambda data: content_of(data).name)
def test_a_whole_picture_is_not_cut_off_whatever_follows_it(data: bytes) -> None:
    content = content_of(data)
    assert not is_cut_off(content, data)
    assert not is_cut_off(content, data + b"\0" * 500)


@pytest.mark.parametrize("data", WHOLE, ids=lambda data: content_of(data).name)
def test_a_picture_without_its_end_is_cut_off(data: bytes) -> None:
    content = content_of(data)
    cuts = range(40, len(data) - 20, max(1, len(data) // 97))
    found = [is_cut_off(content, data[:cut]) for cut in cuts]
    # a GIF may be cut between two of its blocks, where what is there is shown in full
    assert sum(found) >= len(found) - (3 if content is Content.GIF else 0)


def test_a_thumbnail_in_a_photo_does_not_end_it() -> None:
    exif = Image.Exif()
    exif[0x927C] = b"\xff\xd8 thumbnail \xff\xd9"
    data = noise("jpeg", exif=exif)
    assert b"\xff\xd9" in data[:200]
    assert is_cut_off(Content.JPEG, data[: len(data) // 2])
    assert not is_cut_off(Content.JPEG, data)


def test_formats_without_a_known_end_are_never_cut_off() -> None:
    assert not is_cut_off(Content.BMP, noise("bmp")[:100])


@pytest.mark.parametrize("content", [Content[name.upper()] for name in FORMATS])
@pytest.mark.parametrize(
    "data", [b"", b"\0" * 5_000_000, b"\xff" * 5_000_000, b"\x2c" * 5_000_000], ids=["", "0", "F", ","]
)
def test_nonsense_is_answered_at_once(content: Content, data: bytes) -> None:
    assert is_cut_off(content, data) in (True, False)
