"""From an opened deck to its outline."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.clicks import Clicks
from slidewright.check.layouts import layout_name
from slidewright.check.outline import title_of
from slidewright.check.show import Show
from slidewright.cli.decks import OpenDeck
from slidewright.model import Slide, SourceSlide
from slidewright.parse.javascript import falsy, string
from slidewright.report.outline import Outline, Outlined, Place
from slidewright.resolve.outcomes import Part


def outline_of(opened: OpenDeck) -> Outline:
    """The slides of a deck in the order of the show, its entry's hidden ones where they are written."""
    title = opened.deck.config.get("title")
    return Outline(opened.display(opened.deck.entry), "" if title is None else string(title), tuple(_slides(opened)))


def _slides(opened: OpenDeck) -> Iterator[Outlined]:
    show = Show(opened.deck, opened.resolutions, opened.workspace)
    clicks = Clicks(show)
    passed = 0
    for slide in opened.deck.slides:
        outermost = (*slide.import_chain, slide.source_slide)[0]
        yield from _hidden(opened, passed, outermost.index)
        passed = outermost.index
        yield _shown(opened, show, slide, show.part_of(slide), clicks)
    yield from _hidden(opened, passed, len(opened.deck.document.slides))


def _shown(opened: OpenDeck, show: Show, slide: Slide, part: Part, clicks: Clicks) -> Outlined:
    importers = tuple(_place(opened, importer) for importer in slide.import_chain)
    return Outlined(
        slide.no,
        title_of(part),
        _level(slide.source_slide),
        layout_name(show, slide),
        _place(opened, slide.source_slide),
        importers,
        bool(slide.source_slide.note),
        clicks.of(part, slide),
    )


def _hidden(opened: OpenDeck, first: int, last: int) -> Iterator[Outlined]:
    """The hidden ones of a run of the entry's slides."""
    for source in opened.deck.document.slides[first:last]:
        own = source.frontmatter.mapping
        if falsy(own.get("hide")) and falsy(own.get("disabled")):
            continue
        layout, title = own.get("layout"), source.title
        yield Outlined(
            None,
            "" if title is None else string(title),
            _level(source),
            "default" if not layout else string(layout),
            _place(opened, source),
            has_note=bool(source.note),
        )


def _level(slide: SourceSlide) -> int | None:
    return slide.level if isinstance(slide.level, int) and not isinstance(slide.level, bool) else None


def _place(opened: OpenDeck, slide: SourceSlide) -> Place:
    """Where a slide begins to say something, else where it begins."""
    span = slide.content_span if slide.content else slide.span
    return Place(opened.display(slide.source.path), slide.source.position(span.start).line)
