"""What a slide's text names: read from its tokens, or known from an earlier build of the same text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from slidewright.model import Citation, Reference, ReferenceKind, SourceSlide
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.citations import citations
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.references import references
from slidewright.text import Location, Span


class Reading(NamedTuple):
    """The references and citations of one slide, in the order of the source, and the parts they were read from."""

    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]
    anatomy: Anatomy


Reader = Callable[[Sequence[SourceSlide], MarkdownOptions], list[Reading]]


def read(slides: Sequence[SourceSlide], options: MarkdownOptions) -> list[Reading]:
    """Read slides from their text."""
    return [_read(slide, Anatomy(slide.content, options)) for slide in slides]


def _read(slide: SourceSlide, anatomy: Anatomy) -> Reading:
    return Reading(references(slide, anatomy), citations(slide, anatomy), anatomy)


def kept_readings(slides: Sequence[SourceSlide], options: MarkdownOptions) -> list[Reading]:
    """Read slides, the unchanged ones from the user's cache folder: for builds, which need the folder anyway."""
    from slidewright.engine.cache import ResultCache
    from slidewright.engine.folders import cache_folder

    folder = cache_folder()
    if folder is None:
        return read(slides, options)
    cache = ResultCache(folder / "readings.sqlite3")
    keys = [_key(slide, options) for slide in slides]
    found = cache.get_many(list(dict.fromkeys(keys)))
    missing = {key: slide for key, slide in zip(keys, slides, strict=True) if key not in found}
    made = dict(zip(missing, map(_packed, missing.values(), read(list(missing.values()), options)), strict=True))
    cache.put_many(made)
    cache.close()
    found |= made
    return [_unpacked(slide, options, found[key]) for key, slide in zip(keys, slides, strict=True)]


def _key(slide: SourceSlide, options: MarkdownOptions) -> bytes:
    """Hash of everything that a reading is made from, the tool included."""
    import hashlib

    from slidewright.engine.tool import tool_state

    text = f"{tool_state()}\0{options!r}\0{slide.index == 0}\0{slide.raw}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _packed(slide: SourceSlide, reading: Reading) -> str:
    """A reading as JSON, its places relative to the slide."""
    import json

    start = slide.span.start
    found = [
        [item.kind, item.target, item.written, item.location.span.start - start, item.syntax, item.region]
        for item in reading.references
    ]
    cited = [
        [item.label, item.text, item.url, item.location.span.start - start, item.location.span.end - start]
        for item in reading.citations
    ]
    return json.dumps([found, cited, sorted(reading.anatomy.signs)], ensure_ascii=False)


def _unpacked(slide: SourceSlide, options: MarkdownOptions, text: str) -> Reading:
    import json

    found, cited, signs = json.loads(text)
    start, source, index = slide.span.start, slide.source, slide.index

    def place(first: int, last: int) -> Location:
        return Location(source, Span(start + first, start + last))

    return Reading(
        tuple(
            Reference(ReferenceKind(kind), target, written, place(at, at + len(written)), syntax, index, region)
            for kind, target, written, at, syntax, region in found
        ),
        tuple(Citation(label, words, url, place(first, last), index) for label, words, url, first, last in cited),
        Anatomy(slide.content, options, frozenset(signs)),
    )
