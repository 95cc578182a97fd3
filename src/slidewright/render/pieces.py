"""What a page of Slidev's client is made of, piece by piece, whoever puts the pieces together: `html` or `live`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from slidewright.diagnostics import Diagnostic
from slidewright.icons import IconSets
from slidewright.model import Slide
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import markdown_options
from slidewright.render import embed, problems, standins
from slidewright.render.assets import AssetTable
from slidewright.render.configuration import client_configuration
from slidewright.render.files import SlideFiles
from slidewright.render.frontmatter import plain_text, with_stand_ins
from slidewright.render.head import slides_title
from slidewright.render.icon_problems import of_icons
from slidewright.render.icons import icon_modules, icons_of_tags, module_name, tag_module
from slidewright.render.index_html import index_html
from slidewright.render.markdown_components import markdown_components
from slidewright.render.own import guarded_slide
from slidewright.render.own_faults import of_own_code, slide_scripts
from slidewright.render.parts import SlideParts
from slidewright.render.problems import folded
from slidewright.render.roots_code import RootsCode, roots_code
from slidewright.render.roots_problems import known_components, of_layout, of_roots
from slidewright.render.rows import row, values
from slidewright.render.slide_maker import SlideMaker
from slidewright.render.styles import Utilities, font_variables, style_sheets, utilities
from slidewright.render.surroundings import Surroundings
from slidewright.render.targets import DeckTargets
from slidewright.render.templates import Templates
from slidewright.render.vue import Compiled, NotCompiled
from slidewright.resolve.outcomes import Resolutions
from slidewright.settings import BuildSettings
from slidewright.workspace import Workspace

Component = Compiled | NotCompiled


class Pieces:
    """The pieces of one deck's page; files that they name are in `assets` from then on."""

    def __init__(
        self,
        around: Surroundings,
        resolutions: Resolutions,
        workspace: Workspace,
        settings: BuildSettings,
        assets: AssetTable,
    ) -> None:
        self.around, self.resolutions, self.workspace, self.settings = around, resolutions, workspace, settings
        self.deck, self.engine, self.theme, self.config = around.deck, around.engine, around.theme, around.config
        self.assets = assets
        self.index = index_html(workspace, around.roots)
        self.templates = Templates(workspace, self.deck.folder)
        self.targets = DeckTargets(resolutions, workspace)
        self.icons = IconSets(workspace, self.deck.folder)
        self.options = markdown_options(self.deck)
        self.files = {
            slide.no: SlideFiles(self.targets.of(slide.no), assets, self.templates) for slide in self.deck.slides
        }
        self.maker = SlideMaker(around, settings, self.options, self.templates, self.targets, assets, self.files)

    # Slides

    def row(self, slide: Slide, parts: SlideParts) -> str:
        """A slide's row of `#slidev/slides`."""
        files = self.files[slide.no]
        frontmatter = with_stand_ins(slide.effective_frontmatter, files)
        if self.has_bare_cover(slide):
            frontmatter["background"] = standins.backdrop(self.templates)
        paths = [(path, id) for path, text in values(frontmatter) if (id := files.id(text))]
        return row(slide, frontmatter, parts.note, paths, parts.variables)

    def has_bare_cover(self, slide: Slide) -> bool:
        """Seriph's cover would fetch a picture of its own choice where the deck names none."""
        is_cover = self.around.layout(slide) == "@slidev/theme-seriph/layouts/cover.vue"
        return is_cover and not slide.effective_frontmatter.get("background")

    def linked(self, slide: Slide, component: Component, own: RootsCode) -> Component:
        """A slide's component or title with its imports by the page's names; why not, where one of them is absent."""
        if isinstance(component, NotCompiled):
            return component
        if why := own.code.missing(slide.source.path, component.requires):
            return NotCompiled(why)
        code = own.code.linked(slide.source.path, component.code)
        return Compiled(code, component.css, component.requires, component.components)

    def body(self, slide: Slide, kind: str, component: Component) -> str:
        """The module of a linked component (`kind` slide) or title."""
        if isinstance(component, NotCompiled):
            return self._broken(slide, kind, component)
        return guarded_slide(slide.no, component.code) if kind == "slide" else component.code

    def _broken(self, slide: Slide, kind: str, problem: NotCompiled) -> str:
        title = slide.source_slide.title
        context = {
            "title": embed.literal("" if title is None else str(title)),
            "message": embed.literal(problem.message),
        }
        return self.templates.render(f"html/modules/broken-{kind}.js.j2", context)

    # What slides have in common

    def own(self, parts: Sequence[SlideParts]) -> RootsCode:
        """The deck's own code, with what the slides' scripts import."""
        scripts = slide_scripts(self.deck.slides, parts)
        markdown = partial(markdown_components, self.engine, self.options)
        return roots_code(self.around, self.workspace, self.assets, scripts, markdown)

    def utilities(self, tokens: Iterable[str]) -> Utilities:
        """UnoCSS's classes among the tokens."""
        return utilities(self.engine, tokens, self.theme, self.icons)

    def styles(self, uno: Utilities, own: RootsCode, parts: Iterable[SlideParts]) -> Iterator[str]:
        """The style sheets in the order of the cascade, without web fonts."""
        css, faces = list[str](), set[str]()
        for part in parts:
            faces.update(part.faces)
            if isinstance(part.component, Compiled) and part.component.css:
                css.append(part.component.css)
        fonts = font_variables(self.config["fonts"])
        return style_sheets(self.theme, fonts, uno, frozenset(faces), own.styles.css, [*own.code.css, *css])

    def icon_modules(self, tags: Iterable[str], required: Iterable[str], own: RootsCode) -> Iterator[tuple[str, str]]:
        """The modules of icons: those of the slides' `tags` that no component of the roots has, and the `required`."""
        components = frozenset(map(folded, self.around.brought.components))
        every = (*tags, *(tag for found in own.code.components.values() for tag in found))
        icons = icons_of_tags(self.icons, (tag for tag in every if folded(tag) not in components))
        yield tag_module(icons)
        wanted = dict.fromkeys((*own.icons, *required, *map(module_name, icons.values())))
        yield from icon_modules(self.engine, self.icons, wanted)

    # The page

    def title(self) -> str:
        """The window's title."""
        return slides_title(self.config, plain_text)

    def client_configuration(self) -> dict[str, Any]:
        """What `#slidev/configs` exports."""
        info = self.config.get("info")
        text = render_note(info, False, {})[0] if isinstance(info, str) else None
        return client_configuration(self.config, self.title(), text)

    def icon(self) -> str:
        """The favicon as a `data:` URL."""
        target = self.files[1].target(str(self.deck.config["favicon"])) if self.files else None
        return self.assets.data_url(target.path) if target is not None and target.path is not None else "data:,"

    def problems(self, parts: Iterable[SlideParts], own: RootsCode) -> Iterator[Diagnostic]:
        """What the page shows otherwise than Slidev."""
        yield from of_own_code(self.deck, (*own.faults, *self.around.configured.faults))
        yield from of_roots(self.around, self.workspace)
        yield from self.index.problems
        yield from problems.of_remote(self.resolutions)
        known = known_components(self.around, self.workspace)
        rendered = list(zip(self.deck.slides, parts, strict=True))
        for slide, part in rendered:
            yield from of_layout(self.around, slide)
            yield from problems.of_code(slide, part)
            yield from problems.of_component(slide, part, known)
        yield from of_icons(rendered, self.icons, lambda tag: known is None or folded(tag) in known)
