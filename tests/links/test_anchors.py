from __future__ import annotations

import pytest

from slidewright.links.anchors import named


@pytest.mark.parametrize(
    "fragment",
    [
        "", "top", "TOP", ":~:text=some%20words", "L10", "L10-L20", "L10-20", "L3C5-L4C1", "lines-3:5", "n12",
        "file-a-py-L3", "diff-0123456789abcdefR10", "/route", "!/route", "?a", "page=3", "gid=0", "a&b",
        "issuecomment-123", "discussion_r45", "note_12", "event-9",
    ],
)  # fmt: skip
def test_what_a_page_need_not_hold_is_not_looked_for(fragment: str) -> None:
    assert named(fragment) is None


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        ("install", "install"),
        ("L", "L"),
        ("section-1", "section-1"),
        ("note-on-names", "note-on-names"),
        ("line-height", "line-height"),
        ("%E8%A6%8B", "%E8%A6%8B"),
        ("install:~:text=x", "install"),
        ("top-of-page", "top-of-page"),
    ],
)
def test_names_are_looked_for(fragment: str, name: str) -> None:
    assert named(fragment) == name
