from __future__ import annotations

import base64
from pathlib import PurePosixPath

import pytest

from slidewright.errors import InputError
from slidewright.render.assets import AssetTable, media_type
from slidewright.workspace import MemoryWorkspace

BIG = bytes(range(256)) * 2000


def table() -> AssetTable:
    return AssetTable(MemoryWorkspace({"a.png": BIG, "copy/a.png": BIG, "b.PNG": b"b", "a.svg": BIG}))


def test_the_same_content_is_kept_once() -> None:
    assets = table()
    assert assets.id(PurePosixPath("a.png")) == assets.id(PurePosixPath("copy/a.png"))
    assert assets.id(PurePosixPath("a.png")) != assets.id(PurePosixPath("a.svg"))
    assert [file.size for file in assets.files.values()] == [len(BIG), len(BIG)]


def test_pieces_join_to_the_base64_of_the_whole() -> None:
    assets = table()
    file = assets.files[assets.id(PurePosixPath("a.png"))]
    pieces = list(assets.base64(file))
    assert len(pieces) > 1
    assert base64.b64decode("".join(pieces), validate=True) == BIG


def test_a_file_that_is_gone_is_an_input_error() -> None:
    with pytest.raises(InputError):
        table().id(PurePosixPath("gone.png"))


def test_types_do_not_depend_on_the_machine() -> None:
    assert media_type(PurePosixPath("x/b.PNG")) == "image/png"
    assert media_type(PurePosixPath("x/b.xyz")) == "application/octet-stream"
