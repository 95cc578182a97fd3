"""What is written in a deck, as frozen values: documents of source slides, and the show they make together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal, NamedTuple

from slidewright.text import Location, Source, Span
from slidewright.vocabulary.kinds import ReferenceKind as ReferenceKind

NOTHING: dict[str, Any] = {}
"""The values of a block that has none; never changed."""

FrontmatterStyle = Literal["frontmatter", "yaml"]


class KeySpan(NamedTuple):
    """Where a top-level frontmatter key and its value stand in the source."""

    key: Span
    value: Span


class Problem(NamedTuple):
    """A fault that parsing or loading recovered from, as Slidev does; a rule words it as a diagnostic.

    `kind` is the name of the rule that reports it (`invalid-frontmatter`, `swallowed-slide`, `missing-import`, …).
    `related` is another place that explains it.
    """

    kind: str
    message: str
    location: Location
    help: str | None = None
    slide_index: int | None = None
    related: Location | None = None


class Frontmatter(NamedTuple):
    """The YAML of one slide.

    `values` is what Slidev reads (YAML 1.2 core): a mapping with string keys, or the scalar or list that stands there
    instead; falsy data is an empty mapping. `raw` is its text, None without a block. `span` is the place of `raw`;
    `keys` tells where each top-level key and its value stand. `style` is `frontmatter` (between dashes) or `yaml`
    (a fenced block).
    """

    values: Any = NOTHING
    raw: str | None = None
    style: FrontmatterStyle | None = None
    span: Span | None = None
    keys: Mapping[str, KeySpan] = NOTHING

    @property
    def mapping(self) -> Mapping[str, Any]:
        """`values` where it is a mapping, else an empty one."""
        return self.values if isinstance(self.values, dict) else {}


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # who compares slides means the very same one
class SourceSlide:
    """A slide as cut from one file (Slidev's `SourceSlideInfo`).

    Lines are 0-based; `end` is exclusive and may be passed by `content_start` (an unclosed block). `content` equals
    `source.slice(content_span)`, `note` equals `source.slice(note_span)`; `raw` equals `source.slice(span)`.
    """

    source: Source
    index: int
    span: Span
    start: int
    content_start: int
    end: int
    frontmatter: Frontmatter
    content: str
    content_span: Span
    note: str | None
    note_span: Span | None
    title: Any
    level: Any
    revision: str
    images: tuple[str, ...]

    @property
    def raw(self) -> str:
        """The slide's lines as they stand in the file, joined by LF."""
        return self.source.slice(self.span)

    def locate(self, start: int, end: int) -> Location:
        """Location of a range of offsets into `content`."""
        return Location(self.source, Span(start, end).shift(self.content_span.start))


class Document(NamedTuple):
    """One parsed file."""

    source: Source
    slides: tuple[SourceSlide, ...]
    problems: tuple[Problem, ...] = ()


class Slide(NamedTuple):
    """A slide as shown, numbered from 1 (Slidev's `SlideInfo`).

    `frontmatter` is the source slide's overlaid by its importers'; `effective_frontmatter` has the headmatter's
    `defaults` below it. `import_chain` are the importing source slides, outermost first.
    """

    no: int
    source_slide: SourceSlide
    frontmatter: Mapping[str, Any]
    effective_frontmatter: Mapping[str, Any]
    import_chain: tuple[SourceSlide, ...] = ()

    @property
    def content(self) -> str:
        """The Markdown of the slide."""
        return self.source_slide.content

    @property
    def source(self) -> Source:
        """The file the slide comes from."""
        return self.source_slide.source


class Features(NamedTuple):
    """What Slidev detects in the text of the shown slides and switches on for the whole deck (format B.7)."""

    katex: bool = False
    mermaid: bool = False
    tweet: bool = False
    bluesky: bool = False
    monaco: Any = False


class Deck(NamedTuple):
    """Everything a show consists of: the entry file and what it imports.

    `documents` are by path relative to the project root, the entry first. `config` is Slidev's resolved configuration
    (before a theme's own defaults). `problems` are the import faults; those of parsing are in the documents.
    """

    entry: PurePosixPath
    documents: Mapping[PurePosixPath, Document]
    slides: tuple[Slide, ...]
    headmatter: Mapping[str, Any]
    config: Mapping[str, Any]
    features: Features
    problems: tuple[Problem, ...] = ()

    @property
    def document(self) -> Document:
        """The entry file."""
        return self.documents[self.entry]

    @property
    def folder(self) -> PurePosixPath:
        """The entry's folder: Slidev's user root, where `public/`, `components/` and `@/` are."""
        return self.entry.parent


class Reference(NamedTuple):
    """A place in a deck that names a file or an address.

    `target` is without HTML entities and Markdown's escapes; percent escapes stay, since a file's name may hold them:
    the resolver tries both readings. `written` is the exact text at `location`.
    `syntax` tells the construct (`markdown`, `html:img:src`, `frontmatter:background`, `snippet`, `css:url`,
    `vue:img:src`, …). `region` is a snippet's `#region`.
    """

    kind: ReferenceKind
    target: str
    written: str
    location: Location
    syntax: str
    slide_index: int
    region: str | None = None


class Citation(NamedTuple):
    """A place that tells where something comes from (`来源：https://…`, `Source: …`).

    `label` is the word that announces it, `text` what follows on the line, `url` the first usable address in it.
    """

    label: str
    text: str
    url: str | None
    location: Location
    slide_index: int
