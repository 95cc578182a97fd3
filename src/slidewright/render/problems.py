"""What the page shows otherwise than Slidev would, said with its place: the warnings of a build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.model import Deck, ReferenceKind, Slide
from slidewright.render.parts import SlideParts
from slidewright.render.vue import NotCompiled
from slidewright.resolve.outcomes import Remote, Resolutions
from slidewright.text import Location, Span
from slidewright.vocabulary.elements import OBSOLETE
from slidewright.vocabulary.icons import icon_of_tag

_FETCHED = (ReferenceKind.IMAGE, ReferenceKind.MEDIA, ReferenceKind.BACKGROUND)
_PICTURES = (ReferenceKind.IMAGE, ReferenceKind.BACKGROUND)

_KINDS = {
    "magic-move": "a magic move without a block of code in it: the page shows its text",
}
_EXTERNAL = "`slidewright build --external` takes pictures from the network into the page"


def warning(rule: str, message: str, slide: Slide, span: Span, help: str | None = None) -> Diagnostic:
    """A warning about a place of a slide."""
    location = Location(slide.source, span)
    return Diagnostic(rule, Severity.WARNING, message, location, slide.no, help, targets=("standalone",))


def code_line(slide: Slide, line: int) -> Span:
    """Span of a 0-based line of a slide's content, without its indent."""
    start = slide.source_slide.content_span.start
    for _ in range(line):
        start = slide.source.text.find("\n", start) + 1
    end = slide.source.text.find("\n", start)
    return Span(start, len(slide.source.text) if end < 0 else end)


def first_line(slide: Slide) -> Span:
    """Span of the first line of a slide that says something."""
    span = slide.source_slide.content_span
    if span.end <= span.start:
        span = slide.source_slide.span
    end = slide.source.text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)


def frontmatter_value(slide: Slide, key: str) -> Span:
    """Span of a frontmatter key's value where the slide's own frontmatter has it, else of its first line."""
    place = slide.source_slide.frontmatter.keys.get(key)
    if place is None:
        return first_line(slide)
    return place.value if place.value.end > place.value.start else place.key


def empty(deck: Deck) -> tuple[Diagnostic, ...]:
    """A deck in which no slide is shown."""
    location = Location(deck.document.source, deck.document.slides[0].span)
    return (Diagnostic("not-rendered", Severity.WARNING, "the deck shows no slide: all are hidden", location),)


def of_code(slide: Slide, parts: SlideParts) -> Iterator[Diagnostic]:
    """Code that stands as a listing though Slidev draws or plays it, or whose language or types are not known."""
    for kind, line in parts.listings:
        yield warning("not-rendered", _KINDS[kind], slide, code_line(slide, line))
    for language, line in parts.unknown:
        message = f"no highlighting for the language `{language}`: the page shows plain text"
        yield warning("unknown-language", message, slide, code_line(slide, line))
    for remark, line in parts.remarks:
        yield warning("twoslash", remark, slide, code_line(slide, line))


def of_component(slide: Slide, parts: SlideParts, known: frozenset[str] | None) -> Iterator[Diagnostic]:
    """A slide that Vue rejects, or that uses components which the page does not have."""
    if isinstance(parts.component, NotCompiled):
        message = f"Vue rejects the slide: {parts.component.message}"
        yield warning("broken-template", message, slide, first_line(slide))
        return
    for tag in parts.component.components:
        if tag in OBSOLETE:  # Vue knows no such element, and browsers draw it
            continue
        if known is not None and folded(tag) not in known and icon_of_tag(tag.removeprefix("i-")) is None:
            message = f"`<{tag}>` is not rendered (no such component): the page shows what it encloses"
            yield warning("not-rendered", message, slide, tag_place(slide, tag))._replace(cause=f"component {tag}")


def of_remote(resolutions: Resolutions) -> Iterator[Diagnostic]:
    """Pictures and pages on the network: the file holds none of them and asks for none."""
    for item in resolutions:
        if isinstance(item.outcome, Remote) and item.reference.kind in _FETCHED and item.slides:
            message = f"not in the page: {item.outcome.url} (a page in one file asks the network for nothing)"
            location = item.reference.location
            help = _EXTERNAL if item.reference.kind in _PICTURES else None
            found = Diagnostic("remote-content", Severity.WARNING, message, location, item.slides[0], help)
            yield found._replace(cause="remote")


def tag_place(slide: Slide, tag: str) -> Span:
    """Span of the first tag of that name in a slide's text, or of Comark's `:name`, else of its first line."""
    span = slide.source_slide.content_span
    match = re.compile(rf"(?:<|(?<!\S):){re.escape(tag)}(?![\w-])").search(slide.source.text, *span)
    return Span(match.start(), match.end()) if match else first_line(slide)


def folded(name: str) -> str:
    """`VClick`, `v-click` and `vClick` are one component."""
    return name.replace("-", "").lower()
