"""Yes or no about a slide's Markdown: who knows the answers from an earlier run need not parse the slide again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from slidewright.vocabulary.elements import HTML

if TYPE_CHECKING:
    from slidewright.parse.anatomy import Anatomy

_TAG = re.compile(r"</?[A-Za-z@][^>]*>")


def _has_text_in_html(anatomy: Anatomy) -> bool:
    return "<" in anatomy.content and any(
        token.type == "html_block" and _TAG.sub("", token.content).strip() for token, _, _ in anatomy.placed
    )


def _has_open_fence(anatomy: Anatomy) -> bool:
    codes = anatomy.codes
    if codes:
        return not codes[-1].is_closed or "\n---" in anatomy.content
    return "```" in anatomy.content and "\n---" in anatomy.content


SIGNS: Mapping[str, Callable[[Anatomy], bool]] = {
    "fault": lambda anatomy: bool(anatomy.faults),
    "flaw": lambda anatomy: any(tag.flaw for tag in anatomy.tags),
    "component": lambda anatomy: any(tag.name not in HTML for tag in anatomy.tags),
    "text-in-html": _has_text_in_html,
    "open-fence": _has_open_fence,
}
"""`fault`: a tag that does not pair; `flaw`: one that is wrong in itself; `component`: one that is no plain HTML;
`text-in-html`: an HTML block that has more than tags; `open-fence`: a listing that is not closed, or a separator on a
slide with one."""
