"""A deck as a Slidev project that installs and builds: references rewritten, everything else byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.model import Deck, ReferenceKind
from slidewright.render.artifacts import RenderedDeck
from slidewright.render.rewrite import rewritten
from slidewright.render.slidev_code import Code
from slidewright.render.slidev_files import ProjectFiles
from slidewright.render.slidev_package import NODE, SLIDEV, package
from slidewright.render.slidev_places import Places
from slidewright.render.slidev_references import MENDED as MENDED
from slidewright.render.slidev_references import References
from slidewright.render.templates import Templates
from slidewright.resolve.outcomes import Found, Resolutions
from slidewright.workspace import Workspace, join

FOLDERS = ("public", "components", "layouts", "styles", "setup", "snippets")
"""What of the deck's folder Slidev takes in by itself (format F.3)."""

_SCRIPTS = ("ts", "js")
_MODULES = ("ts", "js", "mts", "mjs")
_LAYERS = ("global", "global-top", "GlobalTop", "global-bottom", "GlobalBottom", "slide-top", "SlideTop")
FILES = (
    *(f"{name}.{suffix}" for name in ("styles", "style") for suffix in (*_SCRIPTS, "css")),
    *(f"{name}.{suffix}" for name in (*_LAYERS, "slide-bottom", "SlideBottom") for suffix in (*_SCRIPTS, "vue")),
    *(f"vite.config.{suffix}" for suffix in _MODULES),
    *("custom-nav-controls.vue", "CustomNavControls.vue", "uno.config.ts", "unocss.config.ts"),
    *("index.html", "og-image.png", "tsconfig.json"),
)
"""Files of the deck's folder that Slidev looks for by name."""


def render_slidev(deck: Deck, resolutions: Resolutions, workspace: Workspace) -> RenderedDeck:
    """The project's files; missing images get a placeholder and a warning, for Slidev's build stops at one.

    Raises InputError where the user's own template is at fault. Files are read when the artifacts are written.
    """
    places, files, templates = Places.of(deck, workspace), ProjectFiles(workspace), Templates(workspace, deck.folder)
    references, code = References(places, files, templates), Code(files, places)
    _take_own(deck, files)
    for resolved in resolutions:
        references.take(resolved)
    for path, document in deck.documents.items():
        edits = [*references.edits.get(path, ()), *code.take_slides(document.source)]
        files.put(places.project(path), rewritten(document.source, edits))
    code.take_copies()
    made = package(deck, workspace, code.names, _local(resolutions))
    for place, text in _made(deck, templates, made.text, references):
        files.put(place, text + "\n")
    diagnostics = (*references.diagnostics, *code.names.diagnostics, *made.diagnostics)
    return RenderedDeck(files.artifacts(), PurePosixPath("slides.md"), diagnostics)


def _take_own(deck: Deck, files: ProjectFiles) -> None:
    """What Slidev finds in the deck's folder without being told, drawings that were kept included."""
    for name in FOLDERS:
        files.copy_folder(deck.folder / name, PurePosixPath(name), frozenset())
    for name in FILES:
        if files.workspace.exists(deck.folder / name):
            files.copy(deck.folder / name, PurePosixPath(name))
    persist = deck.config["drawings"]["persist"]
    folder = join(PurePosixPath(), persist) if isinstance(persist, str) else None
    if folder:
        standard = folder == PurePosixPath(".slidev/drawings") / deck.entry.stem
        files.copy_folder(deck.folder / folder, folder.with_name("slides") if standard else folder, frozenset())


def _local(resolutions: Resolutions) -> Iterator[PurePosixPath]:
    """Folders of the themes and addons that lie in the project."""
    for reference, outcome in ((resolved.reference, resolved.outcome) for resolved in resolutions):
        if reference.kind in (ReferenceKind.THEME, ReferenceKind.ADDON) and isinstance(outcome, Found):
            yield outcome.path


def _made(
    deck: Deck, templates: Templates, package_text: str, references: References
) -> Iterator[tuple[PurePosixPath, str]]:
    """What makes the files a project."""
    context = {
        "title": " ".join(str(deck.config["title"]).split()),
        "deck": deck.entry.name,
        "node": NODE,
        "slidev": SLIDEV,
        "missing": [" ".join(name.replace("`", "'").split()) for name in references.missing],
        "package": package_text,
    }
    for name, place in (("package.json", "package.json"), ("gitignore", ".gitignore"), ("README.md", "README.md")):
        yield PurePosixPath(place), templates.render(f"slidev/{name}.j2", context)
