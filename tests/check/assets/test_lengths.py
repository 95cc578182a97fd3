from __future__ import annotations

import pytest

from slidewright.check.assets.lengths import Length, Sizes, sizes_of
from slidewright.parse.anatomy.markup import scan


def sizes(attributes: str) -> Sizes | None:
    return sizes_of(next(scan(f'<img src="./w-40.png" {attributes}>')))


@pytest.mark.parametrize(
    ("attributes", "width"),
    [
        ('class="w-100"', Length(400)),
        ('class="mx-auto w-1.5 rounded"', Length(6)),
        ('class="w-[300px]"', Length(300)),
        ('class="w-300px"', Length(300)),
        ('class="w-[20rem]"', Length(320)),
        ('class="w-10rem"', Length(160)),
        ('class="!w-20"', Length(80)),
        ('class="w-md"', Length(448)),
        ('class="w-full"', Length(1, True)),
        ('class="w-1/2"', Length(0.5, True)),
        ('class="w-50%"', Length(0.5, True)),
        ("w-40", Length(160)),
        ('w-40=""', Length(160)),
        ('w="40"', Length(160)),
        ('w="1/4"', Length(0.25, True)),
        ('width="250"', Length(250)),
        ("width=250", Length(250)),
        ('width="250px"', Length(250)),
        ('width="50%"', Length(0.5, True)),
        (':width="250"', Length(250)),
        ('style="color: red; width: 20rem"', Length(320)),
        ('style="width:30px!important"', Length(30)),
        ('width="100" class="w-40"', Length(160)),
        ('width="100" class="w-40" style="width: 20px"', Length(20)),
    ],
)
def test_widths_are_read_as_browsers_and_utilities_have_them(attributes: str, width: Length) -> None:
    assert sizes(attributes) == Sizes(width)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('class="h-50"', Sizes(None, Length(200))),
        ('class="size-20"', Sizes(Length(80), Length(80))),
        ('style="height: 4rem" w-10', Sizes(Length(40), Length(64))),
        ('class="w-10 h-10 object-cover"', Sizes(Length(40), Length(40), "cover")),
        ('style="width: 10px; height: 10px; object-fit: contain"', Sizes(Length(10), Length(10), "contain")),
        ('width="200" height="500"', Sizes(Length(200))),
    ],
)
def test_heights_and_fits_are_read_too(attributes: str, expected: Sizes) -> None:
    assert sizes(attributes) == expected


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'height="300"',
        'class="rounded shadow w-auto w-screen w-1/0 w-var w- -w-4 hover:w-40 maw-10"',
        'class="w-100 max-w-20"',
        'style="width: 100px; max-height: 20px"',
        'class="w-100 scale-50"',
        'class="w-100 blur-sm"',
        'w-100 :class="{ big }"',
        'width="100" :style="style"',
        ':width="size"',
        'w-100 v-drag="[1, 2, 3, 4]"',
        'style="width: calc(100% - 2rem)"',
        'style="width: 10em"',
        'style="max-width: 100px"',
        'style="border-width: 3px"',
    ],
)
def test_what_leaves_the_size_open_tells_nothing(attributes: str) -> None:
    assert sizes(attributes) is None
