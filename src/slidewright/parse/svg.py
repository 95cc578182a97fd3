"""SVG pictures from elsewhere: what they may do is be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_NAMES = {"": "http://www.w3.org/2000/svg", "xlink": "http://www.w3.org/1999/xlink"}
_ACTIVE = frozenset("script iframe object embed audio video link meta base handler listener".split())
_LINK = re.compile(r"(?:\}|^)(?:href|src|action|formaction|data)$")
_INSIDE = re.compile(r"\s*(?:#|data:(?:image|font)/)", re.I)


def without_scripts(content: bytes) -> bytes | None:
    """The picture without scripts, event attributes and whatever leads out of it; None where it is no SVG.

    Entities are put in, comments and processing instructions go: what comes out is the tree that was looked at.
    """
    for prefix, name in _NAMES.items():
        ElementTree.register_namespace(prefix, name)
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):  # LookupError: an encoding that is not known
        return None
    if _local(root.tag) != "svg":
        return None
    _clean(root)
    return _written(root)


def _written(root: ElementTree.Element) -> bytes | None:
    try:
        text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    except RecursionError:  # no picture is as deep as that
        return None
    return text


def _clean(root: ElementTree.Element) -> None:
    # Without recursion: a picture may be as deep as it likes.
    waiting = [root]
    while waiting:
        element = waiting.pop()
        for name in list(_unwanted(element)):
            del element.attrib[name]
        for child in list(element):
            if _is_active(child):
                element.remove(child)
            else:
                waiting.append(child)


def _is_active(element: ElementTree.Element) -> bool:
    return _local(element.tag) in _ACTIVE


def _unwanted(element: ElementTree.Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if _local(name).startswith("on") or (_LINK.search(name) and not _INSIDE.match(value)):
            yield name


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
