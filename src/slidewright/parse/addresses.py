"""Addresses in running text that a reader could follow: URLs, bare domains, DOIs and arXiv numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

URL = r"(?i:https?)://[^\s<>\"'|，。；、）】」』《》]+"
DOI = r"(?<![\w/])(?:(?i:doi)[:：\s]*(?:(?i:https?)://)?(?:(?:dx\.)?doi\.org/)?)?(10\.\d{4,9}/[^\s<>\"'|，。；、）】]+)"
ARXIV = r"(?<!\w)(?i:arxiv)[:：\s]+(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
DOMAINS = (
    "com|org|net|edu|gov|io|ai|dev|co|app|info|wiki|blog|news|tech|site|xyz|me|tv|"
    "cn|jp|kr|tw|hk|in|ru|de|at|ch|fr|es|it|nl|be|se|no|fi|dk|pl|cz|pt|br|ca|au|nz|us|uk|eu"
)
DOMAIN = (
    rf"(?<![\w@/.:-])(?:(?i:www)(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:{DOMAINS})(?![\w-])(?!\.\w))"
    r"(?:/[^\s<>\"'|，。；、）】]*)?"
)
FORMS = (
    ("://", URL, "{}"),
    ("10.", DOI, "https://doi.org/{}"),
    ("arxiv", ARXIV, "https://arxiv.org/abs/{}"),
    (".", DOMAIN, "https://{}"),
)
"""What an address of a form holds, its pattern (compiled when a text may hold one), and what it becomes."""

TRAILING = ".,;:!?'*_~。，；：！？、）】」』”’"
PAIRS = {")": "(", "]": "[", "}": "{"}


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """The first address of each form in a text with its offset, but for forms that could only come later."""
    first = len(text)
    for mark, pattern, form in FORMS:
        match = re.search(pattern, text) if mark in text[:first].lower() or mark == "://" else None
        if match:
            first = min(first, match.start())
            yield match.start(), form.format(unescape(trimmed(match[match.lastindex or 0])))


def trimmed(address: str) -> str:
    """An address without the punctuation of the sentence around it, and without a bracket that it does not open."""
    end = len(address)
    unopened = {close: address.count(close) - address.count(opening) for close, opening in PAIRS.items()}
    while end:
        last = address[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in TRAILING:
            break
        end -= 1
    return address[:end]
