"""What the rules about slots share: the slots that a slide fills, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from slidewright.parse.anatomy.markup import Attribute, Tag
from slidewright.resolve.outcomes import Part

NAME = re.compile(r"(?:#|v-slot:)([^\s\[\]]+)\Z|v-slot\Z|#\Z")


class Filled(NamedTuple):
    """A slot that a slide fills: its name and where that is written; `is_marker` for `::name::`."""

    name: str
    start: int
    end: int
    is_marker: bool


def filled(part: Part) -> Iterator[Filled]:
    """The slots of the layout that a slide fills, in order: those in components are the components' own."""
    content = part.slide.content
    if "::" not in content and "<template" not in content:
        return
    found = [Filled(marker.name, *marker.span, True) for marker in part.anatomy.slots]
    found += _templates(part) if "<template" in content else []
    yield from sorted(found, key=lambda item: item.start)


def _templates(part: Part) -> list[Filled]:
    found: list[Filled] = []
    depth = 0
    for event in part.anatomy.events:
        tag = event.tag
        if tag is not None and tag.kind == "open" and tag.name == "template" and depth == 0:
            attribute = _slot(tag)
            if attribute is not None:
                name = NAME.match(attribute.name)
                start = attribute.start
                found.append(Filled((name and name[1]) or "default", start, start + len(attribute.name), False))
        if not _is_alone(event.tag, event.name):
            depth = max(depth + (1 if event.is_opening else -1), 0)
    return found


def _slot(tag: Tag) -> Attribute | None:
    return next((attribute for attribute in tag.attributes if NAME.match(attribute.name)), None)


def _is_alone(tag: Tag | None, name: str) -> bool:
    from slidewright.vocabulary.elements import VOID

    return name in VOID or name == "!--" or (tag is not None and tag.kind == "void")
