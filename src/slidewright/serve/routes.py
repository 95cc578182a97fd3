"""Addresses of Slidev's dev server, which answers each with its page: here they lead to the routes of the page.

The page keeps its place behind `#`, so that it is one page whatever a browser was pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import quote

_NAMED = re.compile(r"\d+|presenter(/[\w-]+)?|overview|notes|entry|print")
_INSTEAD = ((re.compile(r"export(/[^/]+)?"), "print"), (re.compile("notes-edit"), "overview"))
"""What only Slidev's own server can do, and what the page has of it: slides to print, notes to read."""
_SEARCHED = ("print", "embedded")
"""Fields that Slidev's client takes from the address itself, before the `#`."""
_LONGEST = 200  # characters


def led_to(path: str, query: str, aliases: Collection[str], is_opened: bool) -> str | None:
    """Where the page shows what Slidev would show at a path, or None where there is nothing.

    `aliases` are those of the slides. `is_opened`: it is opened in a window; then any name may be a route of the deck's
    own, and where it is none, the page shows its first slide or says that it is lost, as Slidev's does.
    """
    name = path.strip("/")
    name = next((instead for pattern, instead in _INSTEAD if pattern.fullmatch(name)), name)
    if not _is_route(name, aliases) and not (is_opened and _may_be_one(name)):
        return None
    fields = [field for field in query.split("&") if field]
    searched = [field for field in fields if field.partition("=")[0] in _SEARCHED]
    routed = [field for field in fields if field not in searched]
    return f"{_with('/', searched)}#{_with('/' + quote(name), routed)}"


def _is_route(name: str, aliases: Collection[str]) -> bool:
    return bool(_NAMED.fullmatch(name)) or name.removeprefix("presenter/") in aliases


def _may_be_one(name: str) -> bool:
    """Is this no file, and nothing of ours?"""
    return 0 < len(name) <= _LONGEST and name.isprintable() and "." not in name.rpartition("/")[2] and name[0] != "@"


def _with(path: str, fields: list[str]) -> str:
    return "?".join(filter(None, (path, "&".join(fields))))
