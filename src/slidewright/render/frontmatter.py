"""A slide's frontmatter as the page gives it to layouts: what it names and the page has not is a stand-in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from slidewright.parse.markdown.notes import render_note
from slidewright.render.files import SlideFiles

_TAG = re.compile(r"<[^>]*>")


def with_stand_ins(frontmatter: Mapping[str, Any], files: SlideFiles) -> dict[str, Any]:
    """The frontmatter, its top-level texts that name something missing or remote replaced."""
    return {key: _stand_in(key, value, files) for key, value in frontmatter.items()}


def _stand_in(key: str, value: Any, files: SlideFiles) -> Any:
    if not isinstance(value, str):
        return value
    found = files.frame(value) if key == "url" else files.backdrop(value)
    return value if found is None else found


def plain_text(markdown: str) -> str:
    """A line of Markdown without its marks, for the window's title."""
    return unescape(_TAG.sub("", render_note(markdown, False, {})[0])).strip()
