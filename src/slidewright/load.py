"""Entry file → Deck: follow `src:` and its ranges, merge frontmatter, find cycles (format B.1 to B.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from slidewright.errors import InputError
from slidewright.model import Deck, Document, Problem, Slide, SourceSlide
from slidewright.parse.configuration import resolve_configuration
from slidewright.parse.features import detect
from slidewright.parse.javascript import falsy, spread, string
from slidewright.parse.ranges import parse_range
from slidewright.parse.slides import parse
from slidewright.text import Location, Source, Span
from slidewright.workspace import EXPLANATION, Kind, Workspace, join

MAX_DEPTH = 100
"""Files that import each other further down than this are not followed."""

MAX_STEPS = 100_000
"""Slides looked at while following imports: files that import each other many times over multiply without end."""


Parser = Callable[[Source], Document]


def load(workspace: Workspace, entry: PurePosixPath, parser: Parser = parse) -> Deck:
    """Load a deck. Only an unreadable entry raises (InputError); every other fault is a problem of the deck."""
    return _Loader(workspace, entry, parser).load()


class _Loader:
    """One walk through a deck; each file is parsed once and may be shown many times."""

    def __init__(self, workspace: Workspace, entry: PurePosixPath, parser: Parser) -> None:
        self.workspace = workspace
        self.entry = entry
        self.parser = parser
        self.documents: dict[PurePosixPath, Document] = {}
        self.problems: dict[tuple[object, ...], Problem] = {}
        self.steps = 0

    def load(self) -> Deck:
        document = self._document(self.entry)
        headmatter = spread(document.slides[0].frontmatter.values)
        defaults = spread(headmatter.get("defaults"))
        shown = [item for slide in document.slides for item in self._shown(slide, {}, ())]
        slides = tuple(
            Slide(no, slide, frontmatter, {**defaults, **frontmatter}, chain)
            for no, (slide, frontmatter, chain) in enumerate(shown, 1)
        )
        _default_title(headmatter, slides)
        config, errors = resolve_configuration(headmatter, self.entry.stem)
        for error in errors:
            self._report(document.slides[0], "invalid-frontmatter", str(error), error.key)
        features = detect(slide.source_slide.raw for slide in slides)
        return Deck(self.entry, self.documents, slides, headmatter, config, features, tuple(self.problems.values()))

    def _document(self, path: PurePosixPath) -> Document:
        if path not in self.documents:
            self.documents[path] = self.parser(self.workspace.read(path))
        return self.documents[path]

    def _shown(
        self, slide: SourceSlide, override: Mapping[str, Any], chain: tuple[SourceSlide, ...]
    ) -> Iterator[tuple[SourceSlide, dict[str, Any], tuple[SourceSlide, ...]]]:
        self.steps += 1
        own = spread(slide.frontmatter.values)
        if not (falsy(own.get("hide")) and falsy(own.get("disabled"))):
            return
        merged = {**own, **override}
        if falsy(own.get("src")):
            yield slide, merged, chain
            return
        merged.pop("src", None)
        for imported in self._imported(slide, (*chain, slide)):
            yield from self._shown(imported, merged, (*chain, slide))

    def _imported(self, slide: SourceSlide, chain: tuple[SourceSlide, ...]) -> list[SourceSlide]:
        """The source slides that an importing slide stands for; faults are noted and give none."""
        written = slide.frontmatter.mapping["src"]
        if not isinstance(written, str):
            self._report(slide, "missing-import", f"`src` must be text, not {_type(written)}")
            return []
        if self._is_too_much(slide, chain):
            return []
        target, _, wanted = written.partition("#")
        document = self._target(slide, target, chain)
        return [] if document is None else self._selected(slide, document, wanted.partition("#")[0])

    def _is_too_much(self, slide: SourceSlide, chain: tuple[SourceSlide, ...]) -> bool:
        if len(chain) > MAX_DEPTH:
            self._report(slide, "circular-import", f"imported more than {MAX_DEPTH} files deep: not followed further")
        elif self.steps > MAX_STEPS:
            self._report(slide, "circular-import", f"imports multiply to more than {MAX_STEPS} slides: not followed")
        else:
            return False
        return True

    def _target(self, slide: SourceSlide, target: str, chain: tuple[SourceSlide, ...]) -> Document | None:
        absolute = target.startswith(("/", "\\"))
        folder = (self.entry if absolute else slide.source.path).parent
        path = join(folder, target)
        if path is None:
            self._report(slide, "path-outside-project", f"`{target}` leads out of the project root")
            return None
        if any(path == importer.source.path for importer in chain):
            self._report(slide, "circular-import", f"`{target}` is the file that this slide is imported from")
            return None
        try:
            return self._document(path)
        except InputError as error:
            self._report_unreadable(slide, target, path, error)
            return None

    def _report_unreadable(self, slide: SourceSlide, target: str, path: PurePosixPath, error: InputError) -> None:
        kind = self.workspace.kind(path)
        if kind is Kind.OUTSIDE:
            self._report(slide, "path-outside-project", f"`{target}` leads out of the project root")
        elif kind is Kind.MISSING:
            self._report(slide, "missing-import", f"no file at `{target}`")
        elif kind is Kind.FILE:
            self._report(slide, "missing-import", f"cannot read `{target}`: {error}")
        else:
            self._report(slide, "missing-import", f"`{target}` {EXPLANATION[kind]}")

    def _selected(self, slide: SourceSlide, document: Document, wanted: str) -> list[SourceSlide]:
        total = len(document.slides)
        numbers = parse_range(total, wanted)
        selected = [document.slides[int(number) - 1] for number in numbers if _is_slide(number)]
        for number in numbers:
            if not _is_slide(number):
                message = f"slide {string(number)} does not exist in `{document.source.path}`, which has {total}"
                self._report(slide, "empty-import-range", message)
        if not numbers and wanted.strip() != "none":
            self._report(slide, "empty-import-range", f"`#{wanted}` selects none of the {total} slides of the file")
        return selected

    def _report(self, slide: SourceSlide, kind: str, message: str, key: str = "src") -> None:
        problem = Problem(kind, message, _place(slide, key), slide_index=slide.index)
        self.problems.setdefault((slide.source.path, slide.index, kind, message), problem)


def _place(slide: SourceSlide, key: str) -> Location:
    """Where a key's value stands, else the frontmatter, else the slide's first line."""
    place = slide.frontmatter.keys.get(key)
    if place is not None:
        return Location(slide.source, place.value if place.value.end > place.value.start else place.key)
    return Location(slide.source, slide.frontmatter.span or first_line(slide.source, slide.span))


def first_line(source: Source, span: Span) -> Span:
    """The first line of a span."""
    end = source.text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)


def _is_slide(number: float) -> bool:
    """Is a number of a range one that a slide can have?"""
    return number >= 1 and number == int(number)


def _type(value: object) -> str:
    return "a list" if isinstance(value, list) else "a map" if isinstance(value, dict) else f"`{string(value)}`"


def _default_title(headmatter: dict[str, Any], slides: tuple[Slide, ...]) -> None:
    """The deck's title is its first shown slide's, where the headmatter has none (format B.1)."""
    if headmatter.get("title") is None and slides and slides[0].source_slide.title:
        headmatter["title"] = slides[0].source_slide.title
