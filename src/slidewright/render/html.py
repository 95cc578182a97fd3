"""A deck as one HTML file: Slidev's own client, fed with the deck's slides, that asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from slidewright import __version__
from slidewright.diagnostics import Diagnostic, ordered
from slidewright.engine import Engine
from slidewright.icons import IconSets
from slidewright.model import Deck, Slide
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import markdown_options
from slidewright.render import embed, problems, standins
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.render.assets import AssetTable
from slidewright.render.configuration import client_configuration, features
from slidewright.render.files import SlideFiles
from slidewright.render.fonts import WebFonts, web_fonts
from slidewright.render.fonts.characters import has_code
from slidewright.render.fonts.problems import of_fonts
from slidewright.render.frontmatter import plain_text, with_stand_ins
from slidewright.render.head import head, policy, slides_title
from slidewright.render.icon_problems import of_icons
from slidewright.render.icons import icon_modules, icons_of_tags, module_name, tag_module
from slidewright.render.index_html import index_html
from slidewright.render.kept_drawings import drawings_script, kept_drawings
from slidewright.render.large import of_size
from slidewright.render.markdown_components import markdown_components
from slidewright.render.mermaid import Canvas, mermaid_parts
from slidewright.render.own import guarded_slide
from slidewright.render.own_faults import of_own_code, slide_scripts
from slidewright.render.page import page
from slidewright.render.parts import SlideParts
from slidewright.render.placement import placement
from slidewright.render.problems import folded
from slidewright.render.roots_code import RootsCode, roots_code
from slidewright.render.roots_problems import known_components, of_layout, of_roots
from slidewright.render.rows import row, values
from slidewright.render.scripts import deck_script, layouts, modules
from slidewright.render.slide_maker import SlideMaker
from slidewright.render.styles import font_variables, style_sheets, utilities
from slidewright.render.surroundings import Surroundings, surroundings
from slidewright.render.targets import DeckTargets
from slidewright.render.templates import Templates
from slidewright.render.vue import Compiled, NotCompiled
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
        self.deck = deck = around.deck
        self.engine, self.theme, self.config = around.engine, around.theme, around.config
        self.index = index_html(workspace, around.roots)
        self.templates = Templates(workspace, deck.folder)
        self.targets = DeckTargets(resolutions, workspace)
        self.assets = AssetTable(workspace, placement(settings.assets, resolutions))
        self.icons = IconSets(workspace, deck.folder)
        self.options = markdown_options(deck)
        self.files = {
            slide.no: SlideFiles(self.targets.of(slide.no), self.assets, self.templates) for slide in deck.slides
        }
        self.maker = SlideMaker(around, settings, self.options, self.templates, self.targets, self.assets, self.files)

    def render(self, path: PurePosixPath) -> RenderedDeck:
        if not self.deck.slides:
            return self._empty(path)
        parts = self.maker.parts()
        rows = [self._row(slide, part) for slide, part in zip(self.deck.slides, parts, strict=True)]
        own = self._own(parts)
        styles = list(self._styles(parts, own))
        scripts = list(self._scripts(parts, rows, own))
        packed = (slide.content for slide in self.deck.slides if "magic-move" in slide.content)
        fonts = self._fonts([*styles, *scripts, *packed], has_code(_drawn(parts, own)))
        head = self._head()
        canvas = self._canvas(head, tuple(styles), tuple(scripts), fonts.css)
        later, told = mermaid_parts(canvas, self.deck.slides, parts, self.settings)
        styles.insert(0, fonts.css)

        readable, end = self.settings.readable, self.index.body
        parts_of_page = (self.templates, head, styles, scripts, self.theme.name, self.assets)

        def content() -> Iterator[bytes]:
            for piece in page(*parts_of_page, own.embedded, readable, end, later):
                yield piece.encode("utf-8", "replace")

        found = [
            *self._problems(parts, own),
            *told,
            *of_fonts(self.deck, fonts),
            *of_size(self.deck, self.resolutions, self.assets),
        ]
        return RenderedDeck((Artifact(path, content), *self.assets.artifacts()), path, ordered(found))

    def _own(self, parts: list[SlideParts]) -> RootsCode:
        scripts = slide_scripts(self.deck.slides, parts)
        markdown = partial(markdown_components, self.engine, self.options)
        return roots_code(self.around, self.workspace, self.assets, scripts, markdown)

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
        context = {"label": self._title(), "lines": ["This deck shows no slide."], "address": None}
        text = self.templates.render("html/frame.html.j2", context)
        return RenderedDeck(
            (Artifact(path, lambda: [text.encode("utf-8", "replace")]),), path, problems.empty(self.deck)
        )

    def _row(self, slide: Slide, parts: SlideParts) -> str:
        files = self.files[slide.no]
        frontmatter = with_stand_ins(slide.effective_frontmatter, files)
        if self._bare_cover(slide):
            frontmatter["background"] = standins.backdrop(self.templates)
        paths = [(path, id) for path, text in values(frontmatter) if (id := files.id(text))]
        return row(slide, frontmatter, parts.note, paths, parts.variables)

    def _bare_cover(self, slide: Slide) -> bool:
        """Seriph's cover would fetch a picture of its own choice where the deck names none."""
        is_cover = self.around.layout(slide) == "@slidev/theme-seriph/layouts/cover.vue"
        return is_cover and not slide.effective_frontmatter.get("background")

    def _styles(self, parts: list[SlideParts], own: RootsCode) -> Iterator[str]:
        tokens = (*(token for part in parts for token in part.tokens), *own.tokens)
        uno = utilities(self.engine, tokens, self.theme, self.icons)
        css = [part.component.css for part in parts if isinstance(part.component, Compiled)]
        faces = frozenset(face for part in parts for face in part.faces)
        fonts = font_variables(self.config["fonts"])
        return style_sheets(self.theme, fonts, uno, faces, own.styles.css, [*own.code.css, *css])

    def _fonts(self, texts: list[str], has_code: bool) -> WebFonts:
        fonts = self.config["fonts"]
        return web_fonts(fonts, self.workspace, self.deck.folder, texts, self.settings.cache, has_code)

    def _scripts(self, parts: list[SlideParts], rows: list[str], own: RootsCode) -> Iterator[str]:
        config = client_configuration(self.config, self._title(), self._info())
        context = {
            "configs": embed.literal(config),
            "rows": rows,
            "variables": embed.literal(own.variables),
            "roots": embed.literal(self.around.brought.names()),
            "error_layout": embed.literal(self.around.error_layout),
        }
        yield from deck_script(self.templates, features(self.config), context)
        yield drawings_script(kept_drawings(self.workspace, self.deck.folder, self.config))
        yield from modules(self._modules(parts, own))

    def _modules(self, parts: list[SlideParts], own: RootsCode) -> Iterator[tuple[str, str]]:
        required: dict[str, None] = dict.fromkeys(own.icons)
        yield from own.modules
        yield from layouts(self.templates, self.around.brought.layouts)
        for slide, part in zip(self.deck.slides, parts, strict=True):
            for kind, component in (("slide", part.component), ("title", part.title)):
                if isinstance(component, Compiled) and (why := own.code.missing(slide.source.path, component.requires)):
                    component = NotCompiled(why)
                if isinstance(component, NotCompiled):
                    yield f"slidewright/{kind}/{slide.no}", self._broken(slide, kind, component)
                    continue
                required.update(dict.fromkeys(component.requires))
                code = own.code.linked(slide.source.path, component.code)
                yield f"slidewright/{kind}/{slide.no}", guarded_slide(slide.no, code) if kind == "slide" else code
        icons = icons_of_tags(self.icons, self._tags(parts, own))
        yield tag_module(icons)
        yield from icon_modules(self.engine, self.icons, dict.fromkeys((*required, *map(module_name, icons.values()))))

    def _tags(self, parts: list[SlideParts], own: RootsCode) -> Iterator[str]:
        """Tags that are neither HTML nor imported, without those of the roots' own components."""
        components = frozenset(map(folded, self.around.brought.components))
        compiled = (component for part in parts for component in (part.component, part.title))
        slides = (component.components for component in compiled if isinstance(component, Compiled))
        for tags in (*slides, *own.code.components.values()):
            yield from (tag for tag in tags if folded(tag) not in components)

    def _broken(self, slide: Slide, kind: str, problem: NotCompiled) -> str:
        title = slide.source_slide.title
        context = {
            "title": embed.literal("" if title is None else str(title)),
            "message": embed.literal(problem.message),
        }
        return self.templates.render(f"html/modules/broken-{kind}.js.j2", context)

    def _title(self) -> str:
        return slides_title(self.config, plain_text)

    def _info(self) -> str | None:
        info = self.config.get("info")
        return render_note(info, False, {})[0] if isinstance(info, str) else None

    def _head(self) -> dict[str, Any]:
        return {
            "head": head(self.config, self._title()),
            "policy": policy(self.settings.assets is not None),
            "generator": f"slidewright {__version__}",
            "icon": self._icon(),
            "more": self.index.head,
        }

    def _icon(self) -> str:
        target = self.files[1].target(str(self.deck.config["favicon"])) if self.files else None
        return self.assets.data_url(target.path) if target is not None and target.path is not None else "data:,"

    def _problems(self, parts: list[SlideParts], own: RootsCode) -> Iterator[Diagnostic]:
        yield from of_own_code(self.deck, (*own.faults, *self.around.configured.faults))
        yield from of_roots(self.around, self.workspace)
        yield from self.index.problems
        yield from problems.of_remote(self.resolutions)
        known = known_components(self.around, self.workspace)
        for slide, part in zip(self.deck.slides, parts, strict=True):
            yield from of_layout(self.around, slide)
            yield from problems.of_code(slide, part)
            yield from problems.of_component(slide, part, known)
        rendered = zip(self.deck.slides, parts, strict=True)
        yield from of_icons(rendered, self.icons, lambda tag: known is None or folded(tag) in known)


def _drawn(parts: Iterable[SlideParts], own: RootsCode) -> Iterator[str]:
    """The code and the notes that the deck itself brings."""
    for part in parts:
        yield from (part.note, *(item.code for item in (part.component, part.title) if isinstance(item, Compiled)))
    yield from (body for _, body in own.modules)
