"""A page and the names of its places, read bit by bit."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import unquote

PREFIX = "user-content-"
"""What GitHub puts before the ids that authors write; its script looks for both."""

_HTML = ("text/html", "application/xhtml+xml")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_MOUNTS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby", "svelte", "q-app", "app-root"})
_UNREAD = frozenset({"script", "style", "template", "noscript", "title"})
_LITTLE_TEXT = 200  # characters; a page with scripts and less than that is built by them


def is_page(content_type: str) -> bool:
    """Whether a `Content-Type` is that of HTML."""
    return content_type.partition(";")[0].strip().lower() in _HTML


class Page:
    """A page as far as it was fed, and which of the names that are looked for it lacks."""

    def __init__(self, names: frozenset[str], charset: str | None) -> None:
        self._names = names
        self._charset = charset
        self._decoder: codecs.IncrementalDecoder | None = None
        self._places = _Places()
        self._is_readable = True

    @property
    def is_decided(self) -> bool:
        """Whether reading on would tell nothing more."""
        return not self._is_readable or not self._unseen()

    def feed(self, part: bytes) -> None:
        """Read on."""
        self._decoder = self._decoder or _decoder(self._charset, part)
        try:
            self._places.feed(self._decoder.decode(part))
        except (AssertionError, UnicodeError):  # html.parser asserts that it knows what follows `<![`
            self._is_readable = False

    def missing(self) -> frozenset[str]:
        """The names that are surely not in the page, after all of it was fed."""
        if not self._is_readable or self._places.are_made_by_script:
            return frozenset()
        return frozenset(name for name in self._unseen() if not self._places.are_in_script(_spellings(name)))

    def _unseen(self) -> list[str]:
        return [name for name in self._names if self._places.found.isdisjoint(_spellings(name))]


def _spellings(name: str) -> tuple[str, ...]:
    """How a name may stand in a page: as written, without percent escapes, and as GitHub writes it."""
    decoded = unquote(name)
    return (name, decoded, PREFIX + decoded, PREFIX + decoded.lower())


def _decoder(charset: str | None, start: bytes) -> codecs.IncrementalDecoder:
    declared = _DECLARED.search(start[:2048])
    labels = (charset, declared and declared[1].decode("ascii", "replace"))
    label = next((label for label in labels if label and _is_charset(label)), "utf-8")
    return codecs.getincrementaldecoder(label)("replace")


def _is_charset(label: str) -> bool:
    try:
        b" ".decode(label, "replace")  # refuses what is a codec, but not of text
        codecs.getincrementaldecoder(label)
    except (LookupError, ValueError):
        return False
    return True


class _Places(HTMLParser):
    """Collects ids and the names of `a`, the text of scripts, and signs that the page is made by them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._scripts: list[str] = []
        self._has_script = False
        self._has_empty_mount = False
        self._is_stub = False
        self._text_length = 0
        self._open = ""
        self._is_mount = False

    @property
    def are_made_by_script(self) -> bool:
        """Whether the page is a shell that a script fills, or only sends the browser on."""
        return self._is_stub or (self._has_script and (self._has_empty_mount or self._text_length < _LITTLE_TEXT))

    def are_in_script(self, names: Iterable[str]) -> bool:
        """Whether a script holds one of the names, and so may put it into the page."""
        words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
        return any(words.search(script) for script in self._scripts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        names = (values.get("id"), values.get("name") if tag == "a" else None)
        self.found.update(name for name in names if name)
        self._has_script |= tag == "script"
        self._is_stub |= tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh"
        self._is_mount = values.get("id") in _MOUNTS or tag in _MOUNTS
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._has_empty_mount |= self._is_mount and tag == self._open
        self._is_mount, self._open = False, ""

    def handle_data(self, data: str) -> None:
        if self._open == "script":
            self._scripts.append(data)
        elif self._open not in _UNREAD and data.strip():
            self._text_length += len(data.strip())
            self._is_mount = False
