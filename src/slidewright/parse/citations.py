"""Citations: lines that tell where something comes from (`来源：https://…`, `Source: …`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.model import Citation, SourceSlide
from slidewright.parse.markdown.options import MarkdownOptions

LABELS = (
    "图片来源|图源|数据来源|资料来源|信息来源|来源|來源|出处|出處|参考资料|参考文献|参考链接|参考|參考|引自|转自|转载自|"
    "出典|引用元|引用|参照|출처|источник|Источник"
)
LATIN_LABELS = (
    "sources?|image sources?|data sources?|credits?|image credits?|photo credits?|references?|refs?|adapted from|"
    "bildquelle|quellen?|fuentes?|fonti|fonte|fontes|crédits?"
)
# Only the Latin labels ignore case: folding the ranges of other scripts makes a pattern slow to compile.
WORDS = rf"(?:{LABELS}|(?i:{LATIN_LABELS}))"
LABEL = re.compile(rf"(?<!\w){WORDS}\s*[:：]|(?<!\w)(?i:via)(?:\s*[:：]|(?=\s+https?://))")
OPENING = re.compile(r"[\s*_~>(（\[【「『|#+\d.)-]*\Z")
ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"'）)】」』，。；、\]|]+")
BARE = re.compile(r"(?<![\w/.@])(?i:www)\.[^\s<>\"'）)】」』，。；、\]|]+")
DOI = re.compile(r"\b(?i:doi:\s*|doi\.org/)(10\.\d{4,9}/[^\s<>\"'）)】，。；、\]|]+)")
ARXIV = re.compile(r"\barxiv[:：\s]\s*(\d{4}\.\d{4,5}(?:v\d+)?)", re.I)
TAG = re.compile(r"<[^<>]*>")
HREF = re.compile(r"href\s*=\s*[\"']?(https?://[^\s\"'>]+)", re.I)


def citations(slide: SourceSlide, options: MarkdownOptions) -> tuple[Citation, ...]:
    """The citations of a slide's visible text, in order; none in code, comments and notes."""
    if not LABEL.search(slide.content):
        return ()
    return tuple(_citation(slide, *found) for found in _found(slide.content, options))


def _citation(slide: SourceSlide, label: str, start: int, end: int, text: str, url: str | None) -> Citation:
    return Citation(label, text, url, slide.locate(start, end), slide.index)


def _found(content: str, options: MarkdownOptions) -> Iterator[tuple[str, int, int, str, str | None]]:
    visible = _visible(content, options)
    at = 0
    lines = visible.split("\n")
    for number, line in enumerate(lines):
        for match in _labels(line):
            end = len(line.rstrip())
            following = line[match.end() : end]
            if not _words(following) and number + 1 < len(lines):
                following = lines[number + 1].strip()
            text = _words(following).strip(" \t)）】]*_")
            yield re.sub(r"\s*[:：]\Z", "", match[0]).strip(), at + match.start(), at + end, text, address(following)
        at += len(line) + 1


def _words(text: str) -> str:
    return TAG.sub(" ", text).strip()


def _labels(line: str) -> Iterator[re.Match[str]]:
    """Labels at the start of a line, of a tag's text, or after a bracket; `via` may also stand before an address."""
    for match in LABEL.finditer(line):
        before = TAG.sub("", line[: match.start()])
        if OPENING.match(before) or before.rstrip()[-1:] in tuple("(（[【。；;|") or match[0].lower() == "via":
            yield match
            return


def _visible(content: str, options: MarkdownOptions) -> str:
    """The content with everything blanked that is not running text: code, comments, formulas, scripts, styles."""
    from slidewright.parse.markdown.tokens import placed_tokens
    from slidewright.parse.references.tags import tags

    shown = list(content)
    keep = [False] * len(content)
    for token, (start, end), _ in placed_tokens(content, options):
        if token.type in ("inline", "html_block"):
            keep[start:end] = [True] * (end - start)
        if token.type in ("code_inline", "math_inline", "fence", "code_block"):
            keep[start:end] = [False] * (end - start)
        if token.type == "html_block":
            for tag in tags(content[start:end]):
                if tag.inner is not None:
                    first, last = tag.inner
                    keep[start + first : start + last] = [False] * (last - first)
    text = "".join(char if kept or char == "\n" else " " for char, kept in zip(shown, keep, strict=True))
    return re.sub(r"<!--.*?(?:-->|\Z)", lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.S)


def address(text: str) -> str | None:
    """The first address in a text that a reader could follow: a URL, a DOI or an arXiv number."""
    found: list[tuple[int, str]] = []
    for pattern, form in ((ADDRESS, "{}"), (BARE, "https://{}")):
        match = pattern.search(text)
        if match:
            found.append((match.start(), form.format(match[0].rstrip(".,;:!?*_"))))
    for pattern, form in ((HREF, "{}"), (DOI, "https://doi.org/{}"), (ARXIV, "https://arxiv.org/abs/{}")):
        match = pattern.search(text)
        if match:
            found.append((match.start(), form.format(match[1].rstrip(".,;:"))))
    return min(found)[1] if found else None
