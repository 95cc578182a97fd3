"""What answers a `#…` in a text: ids, and in pages of their own the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

ID = re.compile(r"(?<![\w-])(?:v-bind:|:)?(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]+))", re.I)
COMARK_ID = re.compile(r"\{[^{}\n]{0,200}#([\w-]+)")
FOOTNOTE = re.compile(r"(?:fn|fnref)\d+(?:[:-]\d+)?\Z|task-item-\d+\Z")
"""Ids that Slidev's Markdown makes itself."""
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]([^\n]*)", re.M)
MARKUP = re.compile(r"<[^<>]*>|!?\[([^\[\]]*)\]\([^()]*\)|[`*]")
NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def ids(text: str) -> set[str]:
    """The ids that a text of HTML, Vue or Markdown gives to its elements."""
    found = {match[match.lastindex or 0].strip(" '`\n") for match in ID.finditer(text)}
    if "{" in text and "#" in text:
        found.update(COMARK_ID.findall(text))
    return found


def slug(heading: str) -> str:
    """The anchor that sites such as GitHub give to a heading; Slidev gives none."""
    words = MARKUP.sub(lambda match: match[1] or "", heading).strip().lower()
    return NOT_IN_SLUG.sub("", words).replace(" ", "-")


def heading_anchors(text: str) -> set[str]:
    """The anchors of a Markdown page's headings, those that repeat numbered."""
    return set(_numbered(slug(match[1].strip().rstrip("#")) for match in HEADING.finditer(text)))


def _numbered(slugs: Iterator[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for name in slugs:
        number = seen.get(name, 0)
        seen[name] = number + 1
        yield f"{name}-{number}" if number else name
