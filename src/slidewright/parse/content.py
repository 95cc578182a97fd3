"""What Slidev takes from a slide's text: content, note, title, level, revision, images (format A.7 to A.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from slidewright.parse.javascript import LINE_ENDS, LINE_START, SPACE_CLASS, trim, trimmed
from slidewright.text import Span

HEADING = re.compile(rf"{LINE_START}(#+) ([^{LINE_ENDS}]*)")
FENCED = re.compile(rf"{LINE_START}```.+?(?<=[{LINE_ENDS}])```", re.S)

EXTENSIONS = r"(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?)"
IS_IMAGE = re.compile(rf"\.{EXTENSIONS}\Z", re.I)
MARKDOWN_IMAGE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
ATTRIBUTE_IMAGE = re.compile(rf"(?<![:\w-])(?:src|image)=[\"']([^\"'{{]+\.{EXTENSIONS})[\"']", re.I)
BOUND_IMAGE = re.compile(rf":(?:src|image)=[\"']'([^\"']+\.{EXTENSIONS})'[\"']", re.I)
CSS_IMAGE = re.compile(rf"url\([\"']?([^\"')]+\.{EXTENSIONS})[\"']?\)", re.I)
LINK_TITLE = re.compile(rf"[{SPACE_CLASS}]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\))\Z")


def content_and_note(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """Spans of a slide's content and of its note: the trimmed inside of a comment that ends the slide (A.7)."""
    start, end = trimmed(text, start, end)
    comment = _last_comment(text, start, end)
    if comment is None or comment.end != end:
        return Span(start, end), None
    note = Span(*trimmed(text, comment.start + 4, comment.end - 3))
    return Span(*trimmed(text, start, comment.start)), note


def _last_comment(text: str, start: int, end: int) -> Span | None:
    last, at = None, text.find("<!--", start, end)
    while at >= 0:
        close = text.find("-->", at + 4, end)
        if close < 0:
            break
        last = Span(at, close + 3)
        at = text.find("<!--", close + 3, end)
    return last


def title_and_level(content: str, frontmatter: Mapping[str, Any]) -> tuple[Any, Any]:
    """Title and level of a slide: frontmatter first, else its first ATX heading outside fenced code (A.8)."""
    title = frontmatter.get("title") or frontmatter.get("name")
    level: Any = None
    if not title:
        title = None
        match = HEADING.search(FENCED.sub("", content) if "```" in content else content)
        if match:
            title, level = trim(match[2]), len(match[1])
    return title, frontmatter.get("level") or level


def revision(raw: str) -> str:
    """Slidev's 32-bit hash of the trimmed slide text, in base 36 (A.9)."""
    code = 0
    units = trim(raw).encode("utf-16-le", "surrogatepass")
    for unit in memoryview(units).cast("H"):
        code = (code * 31 + unit) & 0xFFFFFFFF
    if code >= 0x80000000:
        return "-" + _base36(0x100000000 - code)[:11]
    return _base36(code)[:12]


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def images(content: str, frontmatter: Mapping[str, Any]) -> tuple[str, ...]:
    """The images that Slidev preloads for a slide, in its order (A.10)."""
    found: dict[str, None] = dict.fromkeys(_frontmatter_images(frontmatter))
    if "(" in content or "=" in content:
        if "```" in content:
            content = FENCED.sub("", content)
        found.update(dict.fromkeys(_markdown_images(content)))
        for pattern in (ATTRIBUTE_IMAGE, BOUND_IMAGE, CSS_IMAGE):
            found.update(dict.fromkeys(pattern.findall(content)))
    return tuple(found)


def _frontmatter_images(frontmatter: Mapping[str, Any]) -> Iterator[str]:
    for key in ("image", "backgroundImage"):
        value = frontmatter.get(key)
        if isinstance(value, str) and value and not value.startswith("data:"):
            yield value
    background = frontmatter.get("background")
    if isinstance(background, str) and (IS_IMAGE.search(background) or background.startswith(("/", "http"))):
        yield background


def _markdown_images(content: str) -> Iterator[str]:
    for target in MARKDOWN_IMAGE.findall(content):
        name = LINK_TITLE.sub("", trim(target))
        if name.startswith("<") and name.endswith(">"):
            name = name[1:-1]
        if name and not name.startswith("data:"):
            yield name
