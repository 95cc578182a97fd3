"""What stands where a file is not: pictures that say what is missing, as `data:` URLs of a few hundred bytes."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from slidewright.render.templates import Templates

_WIDTH = 44  # characters on a line of the picture
_LINES = 4


def missing_picture(templates: Templates, target: str) -> str:
    """A picture with the path of the one that is not there."""
    return _picture(templates, "html/standin.svg.j2", "Missing image", target)


def remote_picture(templates: Templates, address: str) -> str:
    """A picture with the address of one that is elsewhere: the page stays whole without a network."""
    return _picture(templates, "html/standin.svg.j2", "Remote image, not in this file", address)


def backdrop(templates: Templates, label: str = "", target: str = "") -> str:
    """A dark backdrop for a slide whose own is missing or remote: the text on it is white."""
    return _picture(templates, "html/backdrop.svg.j2", label, target)


def frame(templates: Templates, label: str, target: str, address: str | None) -> str:
    """A page for a frame whose content is not in the file, with a link to it where it has an address."""
    context = {"label": label, "address": address, "lines": [target]}
    return "data:text/html;charset=utf-8," + quote(templates.render("html/frame.html.j2", context))


def missing_svg(templates: Templates, target: str) -> str:
    """The same picture as the text of a file."""
    return _svg(templates, "html/standin.svg.j2", "Missing image", target)


def _picture(templates: Templates, template: str, label: str, target: str) -> str:
    return "data:image/svg+xml," + quote(_svg(templates, template, label, target))


def _svg(templates: Templates, template: str, label: str, target: str) -> str:
    context = {"label": label, "lines": list(_lines(target)), "width": 400, "height": 225}
    return templates.render(template, context)


def _lines(text: str) -> Iterator[str]:
    text = "".join(character if character.isprintable() else " " for character in text)
    for index in range(0, min(len(text), _WIDTH * _LINES), _WIDTH):
        yield text[index : index + _WIDTH]
