"""A deck as one HTML file: Slidev's own client, fed with the deck's slides, that asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from slidewright import __version__
from slidewright.diagnostics import ordered
from slidewright.engine import Engine
from slidewright.model import Deck
from slidewright.render import embed, problems
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.render.assets import AssetTable
from slidewright.render.configuration import features
from slidewright.render.fonts import WebFonts, web_fonts
from slidewright.render.fonts.characters import has_code
from slidewright.render.fonts.problems import of_fonts
from slidewright.render.head import head, policy
from slidewright.render.kept_drawings import drawings_folder, drawings_script, kept_drawings
from slidewright.render.large import of_size
from slidewright.render.mermaid import Canvas, mermaid_parts
from slidewright.render.page import page
from slidewright.render.parts import SlideParts
from slidewright.render.pieces import Pieces
from slidewright.render.placement import placement
from slidewright.render.roots_code import RootsCode
from slidewright.render.scripts import deck_script, layouts, modules
from slidewright.render.surroundings import Surroundings, surroundings
from slidewright.render.vue import Compiled
from slidewright.resolve.outcomes import Resolutions
from slidewright.settings import BuildSettings
from slidewright.workspace import Workspace


def render(
    deck: Deck,
    resolutions: Resolutions,
    workspace: Workspace,
    settings: BuildSettings,
    engine: Engine,
    path: PurePosixPath,
) -> RenderedDeck:
    """Render a deck as one page at `path`, the first artifact; with `settings.assets` files beside it follow.

    Raises EngineError where the JavaScript engine cannot work; every fault of the deck is a diagnostic.
    """
    around = surroundings(deck, workspace, engine)
    try:
        return _Renderer(around, resolutions, workspace, settings).render(path)
    finally:
        around.close()


class _Renderer:
    """One rendering, in the order of `render`: drafts, drawings, components, styles, scripts, page."""

    def __init__(
        self, around: Surroundings, resolutions: Resolutions, workspace: Workspace, settings: BuildSettings
    ) -> None:
        self.around, self.resolutions, self.workspace, self.settings = around, resolutions, workspace, settings
        self.deck, self.theme, self.config = around.deck, around.theme, around.config
        self.assets = AssetTable(workspace, placement(settings.assets, resolutions))
        self.pieces = Pieces(around, resolutions, workspace, settings, self.assets)
        self.templates = self.pieces.templates

    def render(self, path: PurePosixPath) -> RenderedDeck:
        if not self.deck.slides:
            return self._empty(path)
        parts = self.pieces.maker.parts()
        rows = [self.pieces.row(slide, part) for slide, part in zip(self.deck.slides, parts, strict=True)]
        own = self.pieces.own(parts)
        styles = list(self._styles(parts, own))
        scripts = list(self._scripts(parts, rows, own))
        packed = (slide.content for slide in self.deck.slides if "magic-move" in slide.content)
        fonts = self._fonts([*styles, *scripts, *packed], has_code(_drawn(parts, own)))
        head = self._head()
        canvas = self._canvas(head, tuple(styles), tuple(scripts), fonts.css)
        later, told = mermaid_parts(canvas, self.deck.slides, parts, self.settings)
        styles.insert(0, fonts.css)

        readable, end = self.settings.readable, self.pieces.index.body
        parts_of_page = (self.templates, head, styles, scripts, self.theme.name, self.assets)

        def content() -> Iterator[bytes]:
            for piece in page(*parts_of_page, own.embedded, readable, end, later):
                yield piece.encode("utf-8", "replace")

        found = [
            *self.pieces.problems(parts, own),
            *told,
            *of_fonts(self.deck, fonts),
            *of_size(self.deck, self.resolutions, self.assets),
        ]
        return RenderedDeck((Artifact(path, content), *self.assets.artifacts()), path, ordered(found))

    def _canvas(self, head: dict[str, Any], styles: tuple[str, ...], scripts: tuple[str, ...], fonts: str) -> Canvas:
        """The page as it is to be, without its files, for diagrams to be drawn in."""

        def text(later: list[str]) -> str:
            drawing = [*scripts, "slidewright.isDrawing=true;\n"]
            no_files = AssetTable(self.workspace)
            return "".join(
                page(self.templates, head, [fonts, *styles], drawing, self.theme.name, no_files, (), True, "", later)
            )

        return Canvas(styles, scripts, text)

    def _empty(self, path: PurePosixPath) -> RenderedDeck:
        """Slidev's client cannot show a deck in which all slides are hidden."""
        context = {"label": self.pieces.title(), "lines": ["This deck shows no slide."], "address": None}
        text = self.templates.render("html/frame.html.j2", context)
        return RenderedDeck(
            (Artifact(path, lambda: [text.encode("utf-8", "replace")]),), path, problems.empty(self.deck)
        )

    def _styles(self, parts: list[SlideParts], own: RootsCode) -> Iterator[str]:
        tokens = (*(token for part in parts for token in part.tokens), *own.tokens)
        return self.pieces.styles(self.pieces.utilities(tokens), own, parts)

    def _fonts(self, texts: list[str], has_code: bool) -> WebFonts:
        fonts = self.config["fonts"]
        return web_fonts(fonts, self.workspace, self.deck.folder, texts, self.settings.cache, has_code)

    def _scripts(self, parts: list[SlideParts], rows: list[str], own: RootsCode) -> Iterator[str]:
        context = {
            "configs": embed.literal(self.pieces.client_configuration()),
            "rows": rows,
            "variables": embed.literal(own.variables),
            "roots": embed.literal(self.around.brought.names()),
            "error_layout": embed.literal(self.around.error_layout),
        }
        yield from deck_script(self.templates, features(self.config), context)
        folder = drawings_folder(self.deck.folder, self.config)
        yield drawings_script(kept_drawings(self.workspace, folder))
        yield from modules(self._modules(parts, own))

    def _modules(self, parts: list[SlideParts], own: RootsCode) -> Iterator[tuple[str, str]]:
        required: dict[str, None] = {}
        tags: dict[str, None] = {}
        yield from own.modules
        yield from layouts(self.templates, self.around.brought.layouts)
        for slide, part in zip(self.deck.slides, parts, strict=True):
            for kind, component in (("slide", part.component), ("title", part.title)):
                if isinstance(component, Compiled):
                    tags.update(dict.fromkeys(component.components))
                linked = self.pieces.linked(slide, component, own)
                if isinstance(linked, Compiled):
                    required.update(dict.fromkeys(linked.requires))
                yield f"slidewright/{kind}/{slide.no}", self.pieces.body(slide, kind, linked)
        yield from self.pieces.icon_modules(tags, required, own)

    def _head(self) -> dict[str, Any]:
        return {
            "head": head(self.config, self.pieces.title()),
            "policy": policy(self.settings.assets is not None),
            "generator": f"slidewright {__version__}",
            "icon": self.pieces.icon(),
            "more": self.pieces.index.head,
        }


def _drawn(parts: Iterable[SlideParts], own: RootsCode) -> Iterator[str]:
    """The code and the notes that the deck itself brings."""
    for part in parts:
        yield from (part.note, *(item.code for item in (part.component, part.title) if isinstance(item, Compiled)))
    yield from (body for _, body in own.modules)
