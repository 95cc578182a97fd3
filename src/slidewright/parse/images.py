"""The images that Slidev preloads for a slide (format A.10).

Slidev's patterns take quadratic time where brackets or quotes are opened again and again and never closed; the scans
here find the same targets in one pass, because a start that fails tells where the next one that can succeed is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from slidewright.parse.fenced import without_fences
from slidewright.parse.javascript import SPACE, trim

EXTENSIONS = r"(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?)"
IS_IMAGE = re.compile(rf"\.{EXTENSIONS}\Z", re.I | re.A)
ATTRIBUTE = re.compile(r"\b(?:src|image)=[\"']([^\"']+)[\"']", re.A)
BOUND_ATTRIBUTE = re.compile(r":(?:src|image)=[\"']'([^']+)'[\"']")
CSS_ADDRESS = re.compile(r"url\([\"']?")
CSS_END = re.compile(r"[\"')]")


def images(content: str, frontmatter: Mapping[str, Any]) -> tuple[str, ...]:
    """The images of a slide, each once, in Slidev's order."""
    found: dict[str, None] = dict.fromkeys(_frontmatter_images(frontmatter))
    if "(" in content or "=" in content:
        content = without_fences(content)
        found.update(dict.fromkeys(_markdown_images(content)))
        for targets in (_attributes(content), BOUND_ATTRIBUTE.findall(content), _css_addresses(content)):
            found.update(dict.fromkeys(trim(target) for target in targets if _is_image(target)))
    return tuple(found)


def _is_image(target: str) -> bool:
    return IS_IMAGE.search(target) is not None and not target.startswith("data:")


def _attributes(content: str) -> Iterator[str]:
    return (target for target in ATTRIBUTE.findall(content) if "{{" not in target)


def _frontmatter_images(frontmatter: Mapping[str, Any]) -> Iterator[str]:
    for key in ("image", "backgroundImage"):
        value = frontmatter.get(key)
        if isinstance(value, str) and value and not value.startswith("data:"):
            yield value
    background = frontmatter.get("background")
    if isinstance(background, str) and (IS_IMAGE.search(background) or background.startswith(("/", "http"))):
        yield background


def _markdown_images(content: str) -> Iterator[str]:
    for target in _bracketed(content):
        name = _without_title(trim(target))
        if name.startswith("<") and name.endswith(">"):
            name = trim(name[1:-1])
        if name and not name.startswith("data:"):
            yield name


def _bracketed(content: str) -> Iterator[str]:
    """What stands in the round brackets of `![…](…)`, up to the first that closes."""
    at = content.find("![")
    while at >= 0:
        closing = content.find("]", at + 2)
        if closing < 0:
            return
        at = closing + 1
        if content.startswith("(", at):
            end = content.find(")", at + 1)
            if end < 0:
                return
            if end > at + 1:
                yield content[at + 1 : end]
                at = end + 1
        at = content.find("![", at)


def _without_title(target: str) -> str:
    """A Markdown target without the quoted title after it."""
    if target[-1:] not in ("'", '"'):
        return target
    before = target[: max(target.rfind(target[-1], 0, -1), 0)]
    return before.rstrip(SPACE) if before[-1:] and before[-1] in SPACE else target


def _css_addresses(content: str) -> Iterator[str]:
    match = CSS_ADDRESS.search(content)
    while match:
        end = CSS_END.search(content, match.end())
        if end is None:
            return
        closing = end.start() + (end[0] != ")")
        resume = max(match.end(), end.start() - len("url("))
        if end.start() > match.end() and content.startswith(")", closing):
            yield content[match.end() : end.start()]
            resume = closing + 1
        match = CSS_ADDRESS.search(content, resume)
