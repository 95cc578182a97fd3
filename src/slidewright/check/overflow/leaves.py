"""The sizes of what has nothing in it: texts, code, formulas, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import east_asian_width

from slidewright.check.overflow import typography as typo
from slidewright.check.overflow.boxes import Box
from slidewright.parse.markdown.fences import code_block
from slidewright.parse.template import Node

MAX_HEIGHT = re.compile(r"maxHeight:\s*['\"]?(\d{1,4})px")
FRACTION = re.compile(r"\\(?:d?frac|sum|prod|int|binom|cfrac)\b")
UNSEEN = re.compile(r"\\(?:math\w+|text\w*|operatorname|left|right|displaystyle|[,;:! ])|[{}_^\s]")
SYMBOL = re.compile(r"\\[a-zA-Z]+")
"""What TeX writes with many letters and shows as none, or as one."""
ROW, FORMULA, TALL = 30.0, 26.0, 22.0
"""px of a row of a formula, of what it begins with, and what a fraction adds."""
NARROW = frozenset(" .,:;!|'`()[]{}ijltfrI1-\"/\\")


def text_width(node: Node, size: float) -> float:
    """How wide a piece of text is in type of a size, on one line."""
    if node.name != "#text":
        return size * 1.2  # an icon
    if node.token is not None and node.token.type == "code_inline":
        return _columns(node.text) * size * 0.9 * typo.MONOSPACED + 12
    if node.token is not None and node.token.type == "math_inline":
        return len(SYMBOL.sub("x", UNSEEN.sub("", node.text))) * size * typo.LATIN
    return sum(map(_width, " ".join(node.text.split()) if "\n" in node.text else node.text)) * size


def _width(char: str) -> float:
    if char in NARROW:
        return typo.NARROW
    if char.isascii():
        return typo.CAPITAL if char.isupper() or char in "mwMW@%&" else typo.LATIN
    return typo.WIDE if east_asian_width(char) in "WF" else typo.LATIN * 1.1


def _columns(text: str) -> int:
    return sum(2 if not char.isascii() and east_asian_width(char) in "WF" else 1 for char in text)


def code_height(node: Node) -> float:
    """Height of a block of code; 0 for what becomes a picture or stands in another file."""
    token = node.token
    if token is None or "snippet" in token.meta:
        return 0.0
    if token.type == "code_block":
        return token.content.rstrip("\n").count("\n") * typo.CODE.line + typo.CODE.line + typo.CODE_PADDING
    block = code_block(token.info, token.content, token.markup, 0)
    if block.kind in ("mermaid", "plantuml"):
        return 0.0
    codes = [step.code for step in block.steps] if block.kind == "magic-move" else [block.code]
    lines = max((code.rstrip("\n").count("\n") + 1 for code in codes), default=0)
    height = lines * typo.CODE.line + typo.CODE_PADDING
    limit = MAX_HEIGHT.search(block.options)
    return (min(height, float(limit[1])) if limit else height) + (typo.CODE_TITLE if block.title else 0.0)


def formula_height(node: Node) -> float:
    """Height of a formula that stands as a block."""
    tex = node.token.content if node.token else ""
    rows = tex.count("\\\\") + 1
    return FORMULA + (rows - 1) * ROW + min(len(FRACTION.findall(tex)), rows) * TALL


def picture_size(node: Node, width: float, around: Box, size: Callable[[str], tuple[float, float] | None]) -> float:
    """The height of a picture, as wide as its own pixels or as its box says; 0 where nobody knows."""
    if around.height is not None:
        return min(around.height, around.max_height or around.height)
    pixels = size(source_of(node))
    if pixels is None:
        return 0.0
    shown = min(around.width or pixels[0], around.max_width or width, width)
    return min(shown * pixels[1] / pixels[0], around.max_height or 10_000.0)


def source_of(node: Node) -> str:
    """The path of a picture as written; empty where Vue puts it in."""
    source = node.token.attrGet("src") if node.token else node.tag.value("src") if node.tag else None
    return str(source or "")
