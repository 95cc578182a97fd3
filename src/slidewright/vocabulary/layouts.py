"""Layouts with their slots and props: those that are built in, and those of the official themes (format F.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Layout(NamedTuple):
    """A layout: the names of its slots, in the order of its template, and of its props; None where its file does not
    tell. `takes_clicks`: its file has something that may add clicks to a slide, or leave a slot out.
    """

    name: str
    slots: tuple[str, ...] | None = None
    props: frozenset[str] | None = None
    takes_clicks: bool = False


def _layouts(table: str) -> Mapping[str, Layout]:
    """Layouts of lines `name, …: slot …; prop …`."""
    found = {}
    for line in table.strip().splitlines():
        names, _, rest = line.partition(":")
        slots, _, props = rest.partition(";")
        for name in names.split(","):
            layout = Layout(name.strip(), tuple(slots.split()), frozenset(props.split()))
            found[layout.name] = layout
    return found


BUILT_IN = _layouts("""
404, error:
center, cover, default, end, fact, full, intro, none, quote, section, statement: default
iframe: ; url scale
iframe-left, iframe-right: default; url scale
image: default; image backgroundSize
image-left, image-right: default; image class backgroundSize
two-cols: default left right; class layoutClass
two-cols-header: default left right bottom; class layoutClass
""")

PLAIN_THEME = _layouts("""
cover: default; background
fact, intro, quote, section, statement: default
""")

THEMES: Mapping[str, Mapping[str, Layout]] = {
    "none": {},
    "default": PLAIN_THEME,
    "seriph": PLAIN_THEME,
    "apple-basic": _layouts("""
3-images: ; imageLeft imageTopRight imageBottomRight
bullets, fact, intro, quote, section, statement: default
image-right, intro-image-right: default; image class
intro-image: default; image
"""),
    "bricks": _layouts("""
blank, cover, default, fact, quote, statement: default
intro: left default
items: default items; cols
section: default right
"""),
    "shibainu": _layouts("""
center, cover, default, default-2, default-4, default-5, default-6, default-7: default
default-3: default; class
quote, right, section, section-2, section-3: default
"""),
}
"""What the official themes add to the layouts that are built in, by the theme's short name."""
