"""A path or an address written anew in the place of a reference, escaped as its construct and its author have it."""

from __future__ import annotations

import re
from itertools import zip_longest
from urllib.parse import quote, unquote

from slidewright.check.finding import replacement
from slidewright.diagnostics import Fix
from slidewright.model import Reference

LEGIBLE = "!$&'*+,-./:;=@_~"
"""Punctuation that stays as it is in an address."""
PLAIN = re.compile(r"[\w./@~+-][\w./@~+%=&,?#:-]*\Z")
"""What needs no quotes in YAML, in an attribute and in CSS; a snippet's path must be so, too."""
ESCAPED_LETTER = re.compile(r"%[89A-Fa-f][0-9A-Fa-f]")
RAW = ("snippet", "frontmatter:src", "frontmatter:theme", "frontmatter:addons")
"""Constructs in which a percent sign is a percent sign: they name files and folders, not addresses."""


def path_fix(reference: Reference, path: str, is_safe: bool = True) -> Fix | None:
    """The fix that makes a reference name another path; None where its construct cannot hold the path."""
    text = rewritten(reference, path)
    return None if text is None else replacement(reference.location.span, text, is_safe)


def rewritten(reference: Reference, path: str) -> str | None:
    """How a reference names `path` (not escaped, `/` between names); query and hash stay, and names as written.

    None where the path cannot be written in that construct without more than a change of the target.
    """
    written = reference.written
    head = re.split(r"[?#]", written, maxsplit=1)[0]
    if "#" in path or "?" in path:
        return None
    old, new = re.split(r"[/\\]", head), path.split("/")
    names = []
    for name, before in zip_longest(reversed(new), reversed(old[-len(new) :]), fillvalue=""):
        names.append(before if _reads(reference, before) == name else _escaped(reference, name))
    text = "/".join(reversed(names)) + written[len(head) :]
    return text if _fits(reference, text) else None


def address_rewritten(reference: Reference, url: str) -> str | None:
    """How a reference names another address; None where it cannot be written there."""
    is_markup = reference.syntax.startswith(("html:", "vue:", "component:"))
    awkward = r"[\s\"'<>\\`]" if is_markup else r"[\s\"'<>\\`()]"
    text = re.sub(awkward, lambda match: quote(match[0], safe=""), url)
    if "&amp;" in reference.written:
        text = text.replace("&", "&amp;")
    return text if _fits(reference, text) else None


def _reads(reference: Reference, name: str) -> str:
    """What a name means as it is written."""
    return name if reference.syntax in RAW else unquote(name)


def _escaped(reference: Reference, name: str) -> str:
    if reference.syntax in RAW or (" " in reference.written and "%" not in name):
        return name
    return quote(name, safe=LEGIBLE) if ESCAPED_LETTER.search(reference.written) else legible(name)


def legible(name: str) -> str:
    """A name percent-encoded where an address needs it, letters of every script left as they are."""
    return "".join(
        character if character.isalnum() or character in LEGIBLE or not _is_awkward(character) else quote(character)
        for character in name
    )


def _is_awkward(character: str) -> bool:
    return character.isascii() or character.isspace() or not character.isprintable()


def _fits(reference: Reference, text: str) -> bool:
    """Can a text stand where the reference stands, between the marks that are there?"""
    if PLAIN.match(text):
        return True
    source, span = reference.location.source.text, reference.location.span
    before, after = source[span.start - 1 : span.start], source[span.end : span.end + 1]
    if before == "<" and after == ">":
        return not re.search(r"[\n<>\\]", text)
    if reference.syntax.startswith("markdown:"):
        return not re.search(r"[\s<>()]", text)
    return before == after and before in ('"', "'") and not re.search(r"[\n\"'\\<>`]", text)
