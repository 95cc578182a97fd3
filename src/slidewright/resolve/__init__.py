"""Reference + Workspace → Resolution: once, with Slidev's rules, and one verdict per target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from slidewright.errors import InputError
from slidewright.model import Deck, Reference, ReferenceKind, SourceSlide
from slidewright.parse.markdown.options import markdown_options
from slidewright.resolve.lookup import Lookup, address
from slidewright.resolve.outcomes import Found, Missing, Outcome, Resolutions, Resolved, Unresolvable, Way
from slidewright.resolve.readings import Reader, read
from slidewright.resolve.slides import SlideLinks
from slidewright.resolve.suggestions import Suggestions
from slidewright.resolve.verdicts import verdicts
from slidewright.workspace import Kind, Workspace, join

Shown = Mapping[tuple[PurePosixPath, int], tuple[int, ...]]

__all__ = ["resolve", "shown_slides"]


def resolve(deck: Deck, workspace: Workspace, reader: Reader = read) -> Resolutions:
    """Resolve every reference of the slides that a deck shows, those of importing slides included."""
    resolver = _Resolver(deck, workspace)
    shown = list(shown_slides(deck))
    readings = reader([slide for slide, _ in shown], markdown_options(deck))
    items, cited = [], []
    for (_, numbers), reading in zip(shown, readings, strict=True):
        items += [resolver.resolved(reference, numbers) for reference in reading.references]
        cited += [(citation, numbers) for citation in reading.citations]
    return Resolutions(tuple(items), tuple(cited))


def shown_slides(deck: Deck) -> Iterable[tuple[SourceSlide, tuple[int, ...]]]:
    """The source slides that take part in the show, importers included, with the numbers of what they show."""
    numbers: dict[tuple[PurePosixPath, int], list[int]] = {}
    slides: dict[tuple[PurePosixPath, int], SourceSlide] = {}
    head = deck.document.slides[0]
    slides[head.source.path, head.index] = head
    for slide in deck.slides:
        for part in (*slide.import_chain, slide.source_slide):
            key = (part.source.path, part.index)
            slides.setdefault(key, part)
            numbers.setdefault(key, []).append(slide.no)
    for slide_ in deck.document.slides:
        if slide_.frontmatter.mapping.get("src"):
            slides.setdefault((slide_.source.path, slide_.index), slide_)
    return [(slide, tuple(numbers.get(key, ()))) for key, slide in slides.items()]


class _Resolver:
    """Resolves the references of one deck."""

    def __init__(self, deck: Deck, workspace: Workspace) -> None:
        self.workspace = workspace
        self.lookup = Lookup(workspace, deck.folder)
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
            case ReferenceKind.LINK if _is_page(reference.target):
                return Unresolvable("a page of the site that the deck is put on")
            case _:
                known = address(reference.target)
                outcome = self.lookup.file(reference) if known is None else known
                return self._with_region(reference, outcome)

    def _package(self, reference: Reference) -> Outcome:
        """A theme or an addon: a folder if it is written as a path, else a package (format B.9)."""
        target = reference.target
        is_path = target.startswith((".", "/", "@/")) or ("/" in target and not target.startswith("@"))
        if not is_path:
            return Unresolvable("a package")
        path = join(self.lookup.folder, target.removeprefix("@/"))
        if path is not None and self.workspace.locate(path).kind is Kind.FOLDER:
            return Found(path, Way.RELATIVE)
        return Missing(reason="is no folder of the project")

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


def _is_page(target: str) -> bool:
    """Is a link a path that names no file, such as `/other-talk/`?"""
    path = target.partition("?")[0].partition("#")[0]
    return path.startswith("/") and not path.startswith("//") and "." not in path.rpartition("/")[2]
