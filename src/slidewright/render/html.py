"""A deck as one HTML file: Slidev's own client, fed with the deck's slides, that asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as html_escape
from pathlib import PurePosixPath
from typing import Any

from slidewright import __version__
from slidewright.diagnostics import Diagnostic, ordered
from slidewright.engine import Engine, manifest
from slidewright.model import Deck, Slide
from slidewright.parse.configuration import resolve_configuration
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import markdown_options
from slidewright.render import embed, problems, standins
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.render.assets import AssetTable
from slidewright.render.configuration import client_configuration, features
from slidewright.render.files import SlideFiles
from slidewright.render.frontmatter import plain_text, with_stand_ins
from slidewright.render.head import POLICY, head, slides_title
from slidewright.render.icons import icon_modules
from slidewright.render.layouts import layout_module, layout_name
from slidewright.render.own_styles import own_styles
from slidewright.render.page import page
from slidewright.render.rows import row, values
from slidewright.render.scripts import deck_script, modules
from slidewright.render.slides import Draft, Drawings, DrawnSlide, compiled, draft, drawings
from slidewright.render.styles import font_variables, style_sheets, utilities
from slidewright.render.targets import DeckTargets
from slidewright.render.templates import Templates
from slidewright.render.themes import Theme, bundled, theme_of
from slidewright.render.urls import rewrite_component
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
    """Render a deck as one page at `path`.

    Raises EngineError where the JavaScript engine cannot work; every fault of the deck is a diagnostic.
    """
    return _Renderer(deck, resolutions, workspace, settings, engine).render(path)


class _Renderer:
    """One rendering, in the order of `render`: drafts, drawings, components, styles, scripts, page."""

    def __init__(
        self, deck: Deck, resolutions: Resolutions, workspace: Workspace, settings: BuildSettings, engine: Engine
    ) -> None:
        self.deck, self.resolutions, self.workspace, self.settings = deck, resolutions, workspace, settings
        self.engine = engine
        self.templates = Templates(workspace, deck.folder)
        self.targets = DeckTargets(resolutions, workspace)
        self.assets = AssetTable(workspace)
        self.theme = theme_of(deck.config) or bundled("default") or Theme()
        self.config, _ = resolve_configuration(deck.headmatter, deck.entry.stem, self.theme.defaults)
        self.files = {
            slide.no: SlideFiles(self.targets.of(slide.no), self.assets, self.templates) for slide in deck.slides
        }

    def render(self, path: PurePosixPath) -> RenderedDeck:
        drafts = self._drafts()
        drawn = drawings(self.engine, drafts)
        slides = compiled(self.engine, self.templates, drafts, drawn, self._layout, self._adapt)
        rows = [self._row(slide) for slide in slides]
        styles = list(self._styles(slides, drawn))
        scripts = list(self._scripts(slides, rows))
        head = self._head()

        def content() -> Iterator[bytes]:
            for piece in page(self.templates, head, styles, scripts, self.theme.name, self.assets):
                yield piece.encode("utf-8", "replace")

        return RenderedDeck((Artifact(path, content),), path, ordered(self._problems(drafts, drawn, slides)))

    def _drafts(self) -> list[Draft]:
        options = markdown_options(self.deck)
        ruby, notes = self.deck.headmatter.get("notesAutoRuby"), not self.settings.without_notes
        return [draft(slide, options, self.targets.snippet(slide.no), ruby, notes) for slide in self.deck.slides]

    def _layout(self, slide: Slide) -> str:
        module = layout_module(layout_name(self.deck, slide), self.theme) or layout_module("default", self.theme)
        assert module is not None
        return module

    def _adapt(self, slide: Slide, source: str) -> str:
        return rewrite_component(source, self.files[slide.no].url)

    def _row(self, slide: DrawnSlide) -> str:
        files = self.files[slide.slide.no]
        frontmatter = with_stand_ins(slide.slide.effective_frontmatter, files)
        if self._bare_cover(slide.slide):
            frontmatter["background"] = standins.backdrop(self.templates)
        paths = [(path, id) for path, text in values(frontmatter) if (id := files.id(text))]
        return row(slide.slide, frontmatter, slide.note, paths, slide.source)

    def _bare_cover(self, slide: Slide) -> bool:
        """Seriph's cover would fetch a picture of its own choice where the deck names none."""
        is_cover = self._layout(slide) == "@slidev/theme-seriph/layouts/cover.vue"
        return is_cover and not slide.effective_frontmatter.get("background")

    def _styles(self, slides: list[DrawnSlide], drawn: Drawings) -> Iterator[str]:
        texts = [slide.source + _class_text(slide) for slide in slides]
        uno = utilities(self.engine, texts, self.theme)
        own = own_styles(self.engine, self.workspace, self.deck.folder, self.assets)
        css = [slide.component.css for slide in slides if isinstance(slide.component, Compiled)]
        return style_sheets(
            self.theme, font_variables(self.config["fonts"]), uno, list(drawn.formulas.values()), own, css
        )

    def _scripts(self, slides: list[DrawnSlide], rows: list[str]) -> Iterator[str]:
        config = client_configuration(self.config, self._title(), self._info())
        context = {"configs": embed.literal(config), "rows": rows}
        yield from deck_script(self.templates, features(self.config), context)
        yield from modules(self._modules(slides))

    def _modules(self, slides: list[DrawnSlide]) -> Iterator[tuple[str, str]]:
        required: dict[str, None] = {}
        for slide in slides:
            for kind, component in (("slide", slide.component), ("title", slide.title)):
                if isinstance(component, NotCompiled):
                    yield f"slidewright/{kind}/{slide.slide.no}", self._broken(slide.slide, kind, component)
                    continue
                required.update(dict.fromkeys(component.requires))
                yield f"slidewright/{kind}/{slide.slide.no}", component.code
        yield from icon_modules(self.engine, required)

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
            "policy": POLICY,
            "generator": f"slidewright {__version__}",
            "icon": self._icon(),
        }

    def _icon(self) -> str:
        target = self.files[1].target(str(self.deck.config["favicon"])) if self.files else None
        return self.assets.data_url(target.path) if target is not None and target.path is not None else "data:,"

    def _problems(self, drafts: list[Draft], drawn: Drawings, slides: list[DrawnSlide]) -> Iterator[Diagnostic]:
        known = problems.known_components(manifest()["components"])
        own = problems.own_components(self.deck, self.workspace)
        if theme_of(self.deck.config) is None:
            yield from problems.theme_missing(self.deck)
        yield from problems.of_own_files(self.deck, self.workspace)
        yield from problems.of_remote(self.resolutions)
        for item, slide in zip(drafts, slides, strict=True):
            yield from problems.of_layout(self.deck, slide.slide, self.theme)
            yield from problems.of_code(item, drawn)
            yield from problems.of_component(slide, known, own)


def _class_text(slide: DrawnSlide) -> str:
    """The frontmatter's texts and the note, where classes may stand that are in no template."""
    texts = " ".join(text for _, text in values(slide.slide.effective_frontmatter))
    return f'\n<i class="{html_escape(texts)}"></i>\n{slide.note}'
