"""Write a parsed file back, as Slidev's `stringify` does (format A.11)."""

from __future__ import annotations

from slidewright.model import Document, SourceSlide
from slidewright.parse.javascript import trim


def stringify(document: Document) -> str:
    """The deck's text, with the separators that a slide without frontmatter needs."""
    return trim("\n".join(_text(slide) for slide in document.slides)) + "\n"


def _text(slide: SourceSlide) -> str:
    raw = slide.raw
    if slide.index == 0 or raw.startswith("---"):
        return raw
    return f"---\n{raw}" if raw.startswith("\n") else f"---\n\n{raw}"
