"""Reference + Workspace → Resolution: once, with Slidev's rules, and one verdict per target."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.errors import InputError
from slidewright.model import Deck, Reference, ReferenceKind, SourceSlide
from slidewright.parse.javascript import falsy
from slidewright.parse.markdown.options import markdown_options
from slidewright.resolve.lookup import Lookup, address
from slidewright.resolve.outcomes import (
    Found,
    Missing,
    Outcome,
    Outside,
    Part,
    Resolutions,
    Resolved,
    SlideFound,
    Unresolvable,
    Way,
)
from slidewright.resolve.pages import PAGES, is_package, is_page
from slidewright.resolve.readings import Reader, read
from slidewright.resolve.slides import SlideLinks
from slidewright.resolve.suggestions import Suggestions
from slidewright.resolve.verdicts import verdicts
from slidewright.workspace import Kind, Workspace, join

DECK_WIDE = frozenset(f"frontmatter:{key}" for key in ("theme", "addons", "favicon", "defaults"))
"""What only the deck's headmatter names: on other slides these keys mean nothing."""
IMPORT_PROBLEMS = ("missing-import", "circular-import", "empty-import-range", "path-outside-project")

__all__ = ["Shown", "resolve", "shown_slides"]


class Shown(NamedTuple):
    """A source slide that takes part in the show, the numbers of what it shows, and what of it counts.

    Of the entry's first slide the headmatter counts even where the slide itself is hidden.
    """

    slide: SourceSlide
    numbers: tuple[int, ...]
    is_head: bool
    is_hidden: bool = False

    def counts(self, reference: Reference) -> bool:
        """Does a reference of the slide mean anything to the deck?"""
        is_deck_wide = reference.syntax in DECK_WIDE
        return self.is_head if is_deck_wide else not self.is_hidden


def resolve(deck: Deck, workspace: Workspace, reader: Reader = read) -> Resolutions:
    """Resolve every reference of the slides that a deck shows, those of importing slides included."""
    resolver = _Resolver(deck, workspace)
    shown = shown_slides(deck)
    readings = reader([item.slide for item in shown], markdown_options(deck))
    items, cited, parts = [], [], []
    for item, reading in zip(shown, readings, strict=True):
        parts.append(Part(item.slide, item.numbers, reading.anatomy, item.is_head, item.is_hidden))
        items += [resolver.resolved(found, item.numbers) for found in reading.references if item.counts(found)]
        cited += [(citation, item.numbers) for citation in reading.citations if not item.is_hidden]
    return Resolutions(tuple(items), tuple(cited), tuple(parts))


def shown_slides(deck: Deck) -> list[Shown]:
    """The source slides that take part in the show, importers included: the head first, then in order of the show.

    A file is parsed once, so that a source slide is one object however often it is shown.
    """
    head = deck.document.slides[0]
    slides = {id(head): head}
    numbers: dict[int, list[int]] = {}
    for slide in deck.slides:
        for part in (*slide.import_chain, slide.source_slide):
            slides.setdefault(id(part), part)
            numbers.setdefault(id(part), []).append(slide.no)
    for part in _fruitless_imports(deck):
        slides.setdefault(id(part), part)
        numbers.setdefault(id(part), [])
    return [
        Shown(slide, tuple(numbers.get(key, ())), slide is head, key not in numbers) for key, slide in slides.items()
    ]


def _fruitless_imports(deck: Deck) -> Iterator[SourceSlide]:
    """Importing slides that may have brought nothing: those of the entry, and those whose import went wrong."""
    for slide in deck.document.slides:
        values = slide.frontmatter.mapping
        if not falsy(values.get("src")) and falsy(values.get("hide")) and falsy(values.get("disabled")):
            yield slide
    for problem in deck.problems:
        document = deck.documents.get(problem.location.source.path)
        if document is not None and problem.slide_index is not None and problem.kind in IMPORT_PROBLEMS:
            yield document.slides[problem.slide_index]


def _packages(deck: Deck, workspace: Workspace) -> list[PurePosixPath]:
    """The folders of the theme and the addons, looked for only where a slide names a file of theirs."""
    from slidewright.roots import find_roots

    return [package.folder for package in find_roots(deck, workspace).packages if package.folder is not None]


class _Resolver:
    """Resolves the references of one deck."""

    def __init__(self, deck: Deck, workspace: Workspace) -> None:
        self.workspace = workspace
        self.lookup = Lookup(workspace, deck.folder, lambda: _packages(deck, workspace))
        self.links = SlideLinks(deck)
        self.suggestions = Suggestions(workspace, self.lookup)

    def resolved(self, reference: Reference, slides: tuple[int, ...]) -> Resolved:
        outcome = self._outcome(reference)
        if isinstance(outcome, Missing) and not outcome.candidates and reference.kind is not ReferenceKind.SLIDE_LINK:
            outcome = Missing(self.suggestions.near(reference), outcome.reason)
        return Resolved(reference, slides, outcome, *verdicts(reference, outcome))

    def _outcome(self, reference: Reference) -> Outcome:
        match reference.kind:
            case ReferenceKind.SLIDE_LINK:
                return self.links.resolve(reference.target)
            case ReferenceKind.THEME | ReferenceKind.ADDON:
                return self._package(reference)
            case ReferenceKind.IMPORT:
                return self._import(reference)
            case _:
                return self._file(reference)

    def _file(self, reference: Reference) -> Outcome:
        outcome = address(reference.target)
        if outcome is None:
            outcome = self.lookup.file(reference)
        if isinstance(outcome, (Missing, Outside)):
            outcome = self._elsewhere(reference) or outcome
        return self._with_region(reference, outcome)

    def _elsewhere(self, reference: Reference) -> Outcome | None:
        """What a path that leads to no file may lead to all the same: a page, a slide, a package."""
        target = reference.target
        if reference.kind is ReferenceKind.LINK and target in self.links.aliases:
            return SlideFound(self.links.aliases[target])
        if reference.syntax in PAGES and is_page(target, reference.kind):
            return Unresolvable("a page of the site that the deck is put on")
        if reference.kind is ReferenceKind.PROP and is_page(target, reference.kind):
            return Unresolvable("what a component makes of it")
        if "node_modules/" in target or (reference.kind is ReferenceKind.STYLE and is_package(target)):
            return Unresolvable("a file of a package")
        return None

    def _package(self, reference: Reference) -> Outcome:
        """A theme or an addon: a folder if it is written as a path, else a package (format B.9)."""
        target = reference.target
        is_path = target.startswith((".", "/", "@/")) or ("/" in target and not target.startswith("@"))
        if not is_path:
            return Unresolvable("a package")
        path = join(self.lookup.folder, target.removeprefix("@/"))
        kind = Kind.OUTSIDE if path is None else self.workspace.locate(path).kind
        if path is not None and kind is Kind.FOLDER:
            return Found(path, Way.RELATIVE)
        return Outside() if kind is Kind.OUTSIDE else Missing(reason="is no folder of the project")

    def _import(self, reference: Reference) -> Outcome:
        """`src:` from the slide's file, or with a slash from the entry's folder (format B.3)."""
        target = reference.target.partition("#")[0]
        absolute = target.startswith(("/", "\\"))
        folder = self.lookup.folder if absolute else reference.location.source.path.parent
        path = join(folder, target)
        return Found(path, Way.RELATIVE) if path is not None and self.workspace.exists(path) else Missing()

    def _with_region(self, reference: Reference, outcome: Outcome) -> Outcome:
        if reference.region is None or not isinstance(outcome, Found):
            return outcome
        from slidewright.parse.markdown.snippets import extract_region

        try:
            text = self.workspace.read(outcome.path).text
        except InputError as error:
            return Missing(reason=str(error))
        return Found(outcome.path, outcome.way, extract_region(text, reference.region)[1])
