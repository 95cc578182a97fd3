"""A deck as a Slidev project that installs and builds: references rewritten, everything else byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic, Edit, Severity
from slidewright.model import Deck, Document, Reference, ReferenceKind
from slidewright.parse.references.found import extension
from slidewright.render import standins
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.render.rewrite import rewritten
from slidewright.render.slidev_package import NODE, SLIDEV, package_json
from slidewright.render.slidev_places import from_slide, placeholder_path, project_path, public_path
from slidewright.render.templates import Templates
from slidewright.resolve.outcomes import Found, Miscased, Missing, Outside, Resolutions, Resolved, Verdict
from slidewright.vocabulary.assets import IMAGE_EXTENSIONS, IMPORTED
from slidewright.workspace import Kind, Workspace

FOLDERS = ("public", "components", "layouts", "styles", "setup", "snippets")
"""What of the deck's folder Slidev takes in by itself (format F.3)."""

FILES = (
    "style.css", "styles.css", "style.scss", "index.html", "uno.config.ts", "unocss.config.ts", "vite.config.ts",
    "vite.config.js", "global.vue", "global-top.vue", "global-bottom.vue", "slide-top.vue", "slide-bottom.vue",
    "custom-nav-controls.vue", "GlobalTop.vue", "GlobalBottom.vue", "SlideTop.vue", "SlideBottom.vue",
    "CustomNavControls.vue", "og-image.png", "tsconfig.json",
)  # fmt: skip

KEPT = (ReferenceKind.THEME, ReferenceKind.ADDON, ReferenceKind.LINK, ReferenceKind.SLIDE_LINK)
"""References that stay as they are."""


def render_slidev(deck: Deck, resolutions: Resolutions, workspace: Workspace) -> RenderedDeck:
    """The project's files; missing images get a placeholder and a warning, for Slidev's build stops at one."""
    project = _Project(deck, workspace)
    for resolved in resolutions:
        project.take(resolved)
    return project.rendered()


def _pieces(content: bytes) -> Iterable[bytes]:
    return (content,)


class _Project:
    """Gathers the files of one project, and the edits of its slides."""

    def __init__(self, deck: Deck, workspace: Workspace) -> None:
        self.deck = deck
        self.workspace = workspace
        self.templates = Templates(workspace, deck.folder)
        self.files: dict[PurePosixPath, Callable[[], Iterable[bytes]]] = {}
        self.edits: dict[PurePosixPath, list[Edit]] = {path: [] for path in deck.documents}
        self.diagnostics: list[Diagnostic] = []
        self.missing: dict[str, None] = {}

    def take(self, resolved: Resolved) -> None:
        """Bring along what a reference names, and rewrite it where Slidev would not find it."""
        outcome = resolved.outcome
        if resolved.reference.kind in KEPT:
            self._keep(resolved)
        elif isinstance(outcome, (Found, Miscased)):
            self._found(resolved, outcome.path)
        elif isinstance(outcome, (Missing, Outside)) and self._stops_the_build(resolved):
            self._placeholder(resolved)

    def _keep(self, resolved: Resolved) -> None:
        outcome = resolved.outcome
        if resolved.reference.kind is ReferenceKind.LINK and isinstance(outcome, Found):
            self._copy(outcome.path, project_path(outcome.path, self.deck))
        elif isinstance(outcome, Found) and self.workspace.kind(outcome.path) is Kind.FOLDER:
            self._copy_folder(outcome.path)

    def _found(self, resolved: Resolved, path: PurePosixPath) -> None:
        reference = resolved.reference
        if reference.kind is ReferenceKind.IMPORT:
            place = project_path(path, self.deck)
        elif reference.syntax in IMPORTED or reference.kind in (ReferenceKind.SNIPPET, ReferenceKind.STYLE):
            place = project_path(path, self.deck)
            self._copy(path, place)
        else:
            place = public_path(path, self.deck)
            self._copy(path, place)
        if self._must_rewrite(resolved, path, place):
            self._rewrite(reference, place)

    def _must_rewrite(self, resolved: Resolved, path: PurePosixPath, place: PurePosixPath) -> bool:
        """Would Slidev not find the file under the name that is written?"""
        if resolved.build is not Verdict.OK or isinstance(resolved.outcome, Miscased):
            return True
        source = resolved.reference.location.source.path
        moved = place.parts[0] == "external" or project_path(source, self.deck).parts[0] == "external"
        return moved and place.parts[0] != "public"

    def _rewrite(self, reference: Reference, place: PurePosixPath) -> None:
        source = reference.location.source.path
        written = from_slide(place, project_path(source, self.deck))
        if reference.kind is ReferenceKind.IMPORT:
            _, mark, wanted = reference.target.partition("#")
            written = f"{written}{mark}{wanted}"
        self.edits[source].append(Edit(reference.location.span, written))

    def _stops_the_build(self, resolved: Resolved) -> bool:
        reference = resolved.reference
        if reference.syntax in IMPORTED or reference.kind is ReferenceKind.SNIPPET:
            return True
        return reference.kind is ReferenceKind.BACKGROUND and reference.syntax != "frontmatter:url"

    def _placeholder(self, resolved: Resolved) -> None:
        reference = resolved.reference
        self.missing[reference.target] = None
        if reference.kind is ReferenceKind.SNIPPET:
            place, text = placeholder_path(reference.target, ""), f"missing file: {reference.target}\n"
        else:
            place, text = (
                placeholder_path(reference.target, ".svg"),
                standins.missing_svg(self.templates, reference.target),
            )
        if reference.kind is ReferenceKind.BACKGROUND:
            place = PurePosixPath("public") / place
        self._add(place, text.encode())
        self._rewrite(reference, place)
        image = reference.kind is not ReferenceKind.SNIPPET and extension(reference.target) in IMAGE_EXTENSIONS
        self._warn(
            resolved, "missing-image" if image else "missing-snippet" if place.suffix != ".svg" else "missing-file"
        )

    def _warn(self, resolved: Resolved, rule: str) -> None:
        slide = resolved.slides[0] if resolved.slides else None
        message = f"no file at `{resolved.reference.written}`: a placeholder stands in for it"
        self.diagnostics.append(
            Diagnostic(rule, Severity.WARNING, message, resolved.reference.location, slide, targets=("build",))
        )

    def _add(self, place: PurePosixPath, content: bytes) -> None:
        self.files.setdefault(place, partial(_pieces, content))

    def _copy(self, path: PurePosixPath, place: PurePosixPath) -> None:
        self.files.setdefault(place, partial(self.workspace.chunks, path))

    def _copy_folder(self, folder: PurePosixPath) -> None:
        for name in sorted(self.workspace.names(folder)):
            kind = self.workspace.kind(folder / name)
            if kind is Kind.FOLDER and name != "node_modules" and not name.startswith("."):
                self._copy_folder(folder / name)
            elif kind is Kind.FILE:
                self._copy(folder / name, project_path(folder / name, self.deck))

    def rendered(self) -> RenderedDeck:
        """All files: the deck's own folders, its slides, and what makes them a project."""
        for name in FOLDERS:
            self._copy_folder(self.deck.folder / name)
        for name in FILES:
            if self.workspace.exists(self.deck.folder / name):
                self._copy(self.deck.folder / name, PurePosixPath(name))
        for document in self.deck.documents.values():
            self._document(document)
        for place, text in self._made():
            self.files[place] = partial(_pieces, text.encode())
        artifacts = tuple(Artifact(place, content) for place, content in sorted(self.files.items()))
        return RenderedDeck(artifacts, PurePosixPath("slides.md"), tuple(self.diagnostics))

    def _document(self, document: Document) -> None:
        path = document.source.path
        text = rewritten(document.source, self.edits[path])
        self.files[project_path(path, self.deck)] = partial(_pieces, text.encode())

    def _made(self) -> Iterator[tuple[PurePosixPath, str]]:
        context = {
            "title": str(self.deck.config["title"]),
            "deck": self.deck.entry.name,
            "node": NODE,
            "slidev": SLIDEV,
            "missing": [name.replace("`", "'") for name in self.missing],
            "package": package_json(self.deck, self.workspace),
        }
        for name, place in (("package.json", "package.json"), ("gitignore", ".gitignore"), ("README.md", "README.md")):
            yield PurePosixPath(place), self.templates.render(f"slidev/{name}.j2", context) + "\n"
