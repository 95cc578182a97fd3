"""Citations: lines that tell where something comes from (`来源：https://…`, `Source: …`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from slidewright.model import Citation, SourceSlide
from slidewright.parse.addresses import addresses
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.visible import Line

LABELS = (
    "图片来源|圖片來源|图表来源|图源|数据来源|資料來源|资料来源|信息来源|内容来源|新闻来源|文献来源|素材来源|来源|來源|"
    "图片出处|出处|出處|参考资料|參考資料|参考文献|參考文獻|参考链接|参考|參考|引用来源|引用元|引用|引自|转载自|转自|"
    "出典|参照|출처|источники?|Источники?"
)
LATIN_LABELS = (
    "(?:image |data |photo |picture |figure )?sources?|(?:image |photo |picture |figure )?credits?|references?|refs?|"
    "adapted from|bildquellen?|datenquellen?|quellen?|fuentes?|fonti|fontes?|crédits?"
)
# Only the Latin labels ignore case: folding the ranges of other scripts makes a pattern slow to compile.
LABEL = re.compile(
    rf"({LABELS}|(?<![\w-])(?<![Oo]pen )(?i:{LATIN_LABELS}|via)(?!\w))"
    r"(?:[\s*_]*[:：]|(?=\s+<?https?://)|(?=\]\(https?://))"
)
SEPARATORS = (":", "：", "http")
"""Without any of these no text holds a citation."""

AFTER = tuple("(（[【「。；;|.·•—–©>")
"""What a citation may follow in the middle of a line."""
REACH = 80
"""How many characters around a label tell whether it is one."""
ADDRESSED = re.compile(r"[\s*_]*(?:<?https?://|www\.|<a\s|\[[^\]]*\]\(https?://)")
LETTER = re.compile(r"[^\W\d_]")
NEEDS_ADDRESS = ("ref", "refs")
"""Labels that mean other things too."""

AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
CLOSING = re.compile(r"</([A-Za-z][\w.-]*)\s*>\Z|<br\s*/?>\Z")
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][\w.-]*(?:\s[^<>]*)?/?>")
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
EMPHASIS = " \t\xa0*_~"
PAIRS = {")": "(", "）": "（", "]": "[", "】": "【", "」": "「", "』": "『"}


class Cited(NamedTuple):
    """A citation before it is given its place: offsets into the content."""

    label: str
    text: str
    url: str | None
    start: int
    end: int


def citations(slide: SourceSlide, anatomy: Anatomy) -> tuple[Citation, ...]:
    """The citations of a slide's visible text, in order; none in code, comments and notes."""
    content = slide.content
    if not any(mark in content for mark in SEPARATORS) or LABEL.search(content) is None:
        return ()
    return tuple(
        Citation(cited.label, cited.text, cited.url, slide.locate(cited.start, cited.end), slide.index)
        for cited in _cited(content, anatomy.text)
    )


def _cited(content: str, lines: list[Line]) -> Iterator[Cited]:
    for number, line in enumerate(lines):
        match = _label(line.text)
        if match is None:
            continue
        first = _one(content, line, match[1], match.start(), match.end())
        if first.text or first.url:
            yield from _kept(first)
        else:
            yield from _below(content, lines, number, first)


def _kept(cited: Cited) -> Iterator[Cited]:
    """A citation, unless its label may well mean something else, or Vue puts its text in."""
    if cited.url is not None or not (cited.label.lower() in NEEDS_ADDRESS or "{{" in cited.text):
        yield cited


def _label(text: str) -> re.Match[str] | None:
    """The first label of a line that announces something: at its beginning, after a bracket, or before an address."""
    for match in LABEL.finditer(text):
        before = TAG.sub("", text[max(match.start() - REACH, 0) : match.start()]).rstrip()
        if LETTER.search(before) is None or before.endswith(AFTER):
            return match
        if match.end() > match.end(1) and ADDRESSED.match(text, match.end(), match.end() + REACH):
            return match
        if match[1].lower() == "via" and match.end() == match.end(1):
            return match
    return None


def _one(content: str, line: Line, label: str, start: int, after: int) -> Cited:
    """The citation that a line holds: from `start`, its words from `after` on; a label may be a link's first words."""
    end = _end(line.text, start)
    text = _words(content[line.start + after : line.start + end])
    if line.text[start - 1 : start] == "[" and after > start:
        linked = LINK.match(line.text, start - 1)
        if linked:
            start, end = start - 1, linked.end()
            text = _words(linked[1][after - start - 1 :])
    url = _address(content, line, start, line.text[start:end])
    return Cited(label, text or url or "", url, line.start + start, line.start + end)


def _below(content: str, lines: list[Line], number: int, head: Cited) -> Iterator[Cited]:
    """What a label with nothing behind it announces: the items of the list below it, or the line below it."""
    items: list[Line] = []
    for before, line in zip(lines[number:], lines[number + 1 :], strict=False):
        gap = content.count("\n", before.end, line.start)
        if gap > 1 + line.is_item or _label(line.text) or (items and not line.is_item):
            break
        items.append(line)
        if not line.is_item:
            break
    if not items:
        yield head
    for line in items:
        cited = _one(content, line, head.label, len(line.text) - len(line.text.lstrip()), 0)
        yield cited if line.is_item else cited._replace(start=head.start, end=head.end)


def _end(text: str, start: int) -> int:
    """Where a citation ends: before closing marks, tags and brackets that it does not open."""
    part = text[start:]
    for _ in range(REACH):
        closed = part.rstrip(EMPHASIS)
        tag = CLOSING.match(closed, closed.rfind("<")) if closed.endswith(">") else None
        opened = PAIRS.get(closed[-1:])
        if tag and f"<{tag[1]}" not in closed:
            closed = closed[: tag.start()]
        elif opened and closed.count(closed[-1]) > closed.count(opened):
            closed = closed[:-1]
        if closed == part:
            break
        part = closed
    return start + len(part)


def _words(text: str) -> str:
    """A text as it reads: links by their words, no tags, no emphasis around it."""
    plain = TAG.sub(" ", LINK.sub(r"\1", AUTOLINK.sub(r"\1", text)))
    return unescape(re.sub(r"\s+", " ", plain)).strip(EMPHASIS)


def _address(content: str, line: Line, start: int, text: str) -> str | None:
    """The first address of a citation; a link that leads elsewhere than to the network counts if there is no other."""
    after = line.start + start
    links = [link for link in line.links if link.start >= after]
    found = [(link.start, link.address) for link in links if link.address.startswith(("http://", "https://", "//"))]
    found += [(after + at, url) for at, url in addresses(text)]
    if found:
        return min(found)[1]
    for link in links:
        if not link.address.startswith(("#", "mailto:", "tel:", "javascript:")):
            return link.address
    return _footnote(content, text)


def _footnote(content: str, text: str) -> str | None:
    """The address in the footnote that a citation leaves its details to."""
    match = FOOTNOTE.search(text)
    at = content.find(f"{match[0]}:") if match else -1
    if match is None or at < 0:
        return None
    end = content.find("\n", at)
    found = list(addresses(content[at : len(content) if end < 0 else end]))
    return min(found)[1] if found else None
