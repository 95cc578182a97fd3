"""References in HTML and components: attributes, bound literals, props, inline styles and `<style>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from slidewright.parse.markdown.html_blocks import BLOCK_TAGS, INLINE_TAGS
from slidewright.parse.references.css import css_addresses
from slidewright.parse.references.found import Found, extension
from slidewright.parse.references.tags import Attribute, Tag, tags
from slidewright.vocabulary.assets import ELEMENTS, FILE_EXTENSIONS, IMAGE_EXTENSIONS, MEDIA_EXTENSIONS, PATH_PROPS
from slidewright.vocabulary.kinds import ReferenceKind

HTML_TAGS = frozenset([*BLOCK_TAGS.split("|"), *INLINE_TAGS.split("|"), "image", "use", "source", "style", "param"])
SVG_TAGS = frozenset("path g rect circle line text defs marker polygon polyline ellipse tspan foreignobject".split())
EXTENSIONS = IMAGE_EXTENSIONS | MEDIA_EXTENSIONS | FILE_EXTENSIONS
BOUND = re.compile(r"(?::|v-bind:)([\w:-]+)\Z")
LITERAL = re.compile(r"\s*(['\"`])([^'\"`]*)\1\s*\Z")
SLIDE_NUMBER = re.compile(r"\s*/\d+\s*\Z")
SOURCE = re.compile(r"[^\s,]\S*")
QUOTES = {"quot": '"', "#34": '"', "#x22": '"', "apos": "'", "#39": "'", "#x27": "'"}
ENTITY_QUOTES = re.compile(rf"&({'|'.join(QUOTES)});")
LINK_COMPONENTS = ("Link", "RouterLink", "router-link")

WORDS = frozenset("alt title name label caption text filename placeholder content".split())
"""Props that are shown as words, even where a file's name stands in them."""


def html_references(text: str) -> Iterator[Found]:
    """References in a piece of raw HTML, with offsets into it."""
    for tag in tags(text):
        if tag.name.lower() == "style" and tag.inner is not None:
            start, end = tag.inner
            for address, at in css_addresses(text[start:end], tag.attribute("lang") not in (None, "css", "postcss")):
                yield Found(ReferenceKind.STYLE, address, start + at, "css:url")
        for attribute in tag.attributes:
            yield from _attribute(tag, attribute)


def _attribute(tag: Tag, attribute: Attribute) -> Iterator[Found]:
    name, value = attribute.name, attribute.value
    if "{{" in value:
        return
    bound = BOUND.match(name)
    if bound:
        inner = _literal(tag, bound[1], attribute)
        if inner is not None:
            yield from _plain(tag, inner, "vue")
    elif name == "style":
        for address, at in css_addresses(_with_plain_quotes(value)):
            yield Found(ReferenceKind.STYLE, unescape(address), attribute.start + at, "style:url", address)
    elif name[0] not in "@#:" and not name.startswith("v-"):
        yield from _plain(tag, attribute, "html")


def _literal(tag: Tag, name: str, attribute: Attribute) -> Attribute | None:
    """What a bound attribute is given, where that is a literal: text, or the number of a slide."""
    if tag.name in LINK_COMPONENTS and attribute.value.strip().isdecimal():
        return attribute._replace(name=name)
    literal = LITERAL.match(attribute.value)
    if literal is None or "${" in literal[2]:
        return None
    return Attribute(name, literal[2], attribute.start + literal.start(2))


def _with_plain_quotes(value: str) -> str:
    """An attribute's value with its escaped quotes written out, every character staying in its place."""
    if "&" not in value:
        return value
    return ENTITY_QUOTES.sub(lambda match: QUOTES[match[1]].ljust(len(match[0])), value)


def _plain(tag: Tag, attribute: Attribute, syntax: str) -> Iterator[Found]:
    element, name = tag.name, attribute.name
    if element in LINK_COMPONENTS:
        if name == "to":
            yield _found(ReferenceKind.SLIDE_LINK, attribute, "component:Link:to")
        return
    kind = ELEMENTS.get((element, name))
    if kind is not None and name == "srcset":
        yield from _sources(kind, attribute, f"{syntax}:{element}:{name}")
    elif kind is not None:
        is_slide = kind is ReferenceKind.LINK and SLIDE_NUMBER.match(attribute.value)
        yield _found(ReferenceKind.SLIDE_LINK if is_slide else kind, attribute, f"{syntax}:{element}:{name}")
    elif _is_component(element) and _is_path(name, attribute.value):
        yield _found(ReferenceKind.PROP, attribute, f"component:{element}:{name}")


def _found(kind: ReferenceKind, attribute: Attribute, syntax: str) -> Found:
    stripped = attribute.value.strip()
    start = attribute.start + attribute.value.find(stripped)
    return Found(kind, unescape(stripped), start, syntax, stripped)


def _sources(kind: ReferenceKind, attribute: Attribute, syntax: str) -> Iterator[Found]:
    """Each candidate of a `srcset`: an address, then descriptors up to the next comma."""
    at = 0
    while match := SOURCE.search(attribute.value, at):
        address = match[0].rstrip(",")
        comma = attribute.value.find(",", match.end()) if address == match[0] else match.end() - 1
        at = comma + 1 if comma >= 0 else len(attribute.value)
        if not address.startswith("data:"):
            yield Found(kind, unescape(address), attribute.start + match.start(), syntax, address)


def _is_component(name: str) -> bool:
    return name[0].isupper() or (name not in HTML_TAGS and name not in SVG_TAGS)


def _is_path(name: str, value: str) -> bool:
    """Does a prop's value look like a path? A known ending, or a prop made for paths and a value that begins as one."""
    value = value.strip()
    if not value or any(char in value for char in "\n<>{}|"):
        return False
    starts = value.startswith(("./", "../", "/", "http://", "https://"))
    if name in PATH_PROPS:
        return starts or extension(value) in EXTENSIONS
    return name not in WORDS and extension(value) in IMAGE_EXTENSIONS | MEDIA_EXTENSIONS and " " not in value
