"""What the page shows otherwise than Slidev would, said with its place: the warnings of a build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.model import Deck, ReferenceKind, Slide
from slidewright.render.layouts import layout_module, layout_name
from slidewright.render.own_styles import present as own_style_files
from slidewright.render.parts import SlideParts
from slidewright.render.themes import Theme
from slidewright.render.vue import NotCompiled
from slidewright.resolve.outcomes import Remote, Resolutions
from slidewright.text import Location, Span
from slidewright.workspace import Workspace

_FETCHED = (ReferenceKind.IMAGE, ReferenceKind.MEDIA, ReferenceKind.BACKGROUND)
_GLOBAL = ("routerview", "routerlink", "vmenu", "vdropdown", "vtooltip", "injectedlayout")

_KINDS = {
    "mermaid": "Mermaid diagrams are not drawn yet",
    "plantuml": "PlantUML diagrams need a server",
    "magic-move": "magic moves are not played yet",
    "monaco": "Monaco editors are not in the page",
}
# The deck's own code that the page does not take in yet; the patterns of Slidev's look-up (format F.3).
_OWN_FOLDERS = ("components", "layouts", "setup")
_CODE = (".vue", ".ts", ".js", ".mts", ".mjs", ".tsx", ".jsx", ".md")
_OWN_FILES = (
    "global.vue",
    "global-top.vue",
    "GlobalTop.vue",
    "global-bottom.vue",
    "GlobalBottom.vue",
    "slide-top.vue",
    "SlideTop.vue",
    "slide-bottom.vue",
    "SlideBottom.vue",
    "custom-nav-controls.vue",
    "CustomNavControls.vue",
    "uno.config.ts",
    "unocss.config.ts",
    "vite.config.ts",
    "vite.config.js",
    "index.html",
)


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


def theme_missing(deck: Deck) -> Iterator[Diagnostic]:
    """A theme that is not among the bundled ones."""
    slide = deck.slides[0] if deck.slides else None
    if slide is not None:
        message = f"the theme `{deck.config['theme']}` is not in the page: it wears the default theme"
        yield warning("not-rendered", message, slide, frontmatter_value(slide, "theme"))


def of_code(slide: Slide, parts: SlideParts) -> Iterator[Diagnostic]:
    """Code that stands as a listing though Slidev draws or plays it, or whose language or types are not known."""
    for kind, line in parts.listings:
        yield warning("not-rendered", f"{_KINDS[kind]}: the page shows the code", slide, code_line(slide, line))
    for language, line in parts.unknown:
        message = f"no highlighting for the language `{language}`: the page shows plain text"
        yield warning("unknown-language", message, slide, code_line(slide, line))
    for remark, line in parts.remarks:
        yield warning("twoslash", remark, slide, code_line(slide, line))


def of_component(slide: Slide, parts: SlideParts, known: frozenset[str], own: frozenset[str]) -> Iterator[Diagnostic]:
    """A slide that Vue rejects, or that uses components which the page does not have."""
    if isinstance(parts.component, NotCompiled):
        message = f"Vue rejects the slide: {parts.component.message}"
        yield warning("broken-template", message, slide, first_line(slide))
        return
    for tag in parts.component.components:
        if _folded(tag) not in known:
            why = "the deck's own components are not in the page yet" if _folded(tag) in own else "no such component"
            message = f"`<{tag}>` is not rendered ({why}): the page shows what it encloses"
            yield warning("not-rendered", message, slide, tag_place(slide, tag))


def of_layout(deck: Deck, slide: Slide, theme: Theme) -> Iterator[Diagnostic]:
    """A layout that neither the theme nor the client has."""
    name = layout_name(deck, slide)
    if layout_module(name, theme) is None:
        message = f"the layout `{name}` is not in the page: the slide wears `default`"
        yield warning("not-rendered", message, slide, frontmatter_value(slide, "layout"))


def of_remote(resolutions: Resolutions) -> Iterator[Diagnostic]:
    """Pictures and pages on the network: the file holds none of them and asks for none."""
    for item in resolutions:
        if isinstance(item.outcome, Remote) and item.reference.kind in _FETCHED and item.slides:
            message = f"not in the page: {item.outcome.url} (a page in one file asks the network for nothing)"
            location = item.reference.location
            yield Diagnostic("remote-content", Severity.WARNING, message, location, item.slides[0])


def of_own_files(deck: Deck, workspace: Workspace) -> Iterator[Diagnostic]:
    """The deck's own code that Slidev would take in and the page does not yet, named once."""
    paths = list(own_files(deck, workspace))
    if paths and deck.slides:
        message = f"not rendered yet: {', '.join(paths)}"
        yield warning("not-rendered", message, deck.slides[0], first_line(deck.slides[0]))


def tag_place(slide: Slide, tag: str) -> Span:
    """Span of the first tag of that name in a slide's text, else of its first line."""
    span = slide.source_slide.content_span
    match = re.compile(f"<{re.escape(tag)}(?![\\w-])").search(slide.source.text, *span)
    return Span(match.start(), match.end()) if match else first_line(slide)


def own_components(deck: Deck, workspace: Workspace) -> frozenset[str]:
    """Names of the deck's own components, folded."""
    names = workspace.names(deck.folder / "components")
    return frozenset(_folded(PurePosixPath(name).stem) for name in names)


def known_components(names: Iterable[str]) -> frozenset[str]:
    """Names of components as they may be written in a template, folded."""
    return frozenset({*map(_folded, names), *_GLOBAL})


def _folded(name: str) -> str:
    """`VClick`, `v-click` and `vClick` are one component."""
    return name.replace("-", "").lower()


def own_files(deck: Deck, workspace: Workspace) -> Iterator[str]:
    """Paths of the deck's own code, from the deck's folder."""
    for folder in _OWN_FOLDERS:
        for name in sorted(workspace.names(deck.folder / folder)):
            if PurePosixPath(name).suffix in _CODE:
                yield f"{folder}/{name}"
    present = workspace.names(deck.folder)
    yield from (name for name in _OWN_FILES if name in present)
    yield from (path.name for path in own_style_files(workspace, deck.folder, ("ts", "js")))
