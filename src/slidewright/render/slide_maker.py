"""The parts of a deck's slides: those of an earlier build are kept, all others are made together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from slidewright.model import Slide
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.render.assets import AssetTable
from slidewright.render.files import SlideFiles
from slidewright.render.parts import SlideParts
from slidewright.render.slide_cache import SlideCache, slide_key
from slidewright.render.slides import draft, drawings, finished
from slidewright.render.surroundings import Surroundings
from slidewright.render.targets import DeckTargets
from slidewright.render.templates import Templates
from slidewright.settings import BuildSettings


class SlideMaker:
    """Makes slides into parts of a page. `files` are the files of each slide, by its number."""

    def __init__(
        self,
        around: Surroundings,
        settings: BuildSettings,
        options: MarkdownOptions,
        templates: Templates,
        targets: DeckTargets,
        assets: AssetTable,
        files: Mapping[int, SlideFiles],
    ) -> None:
        self.around, self.settings, self.options = around, settings, options
        self.templates, self.targets, self.assets, self.files = templates, targets, assets, files
        self.ruby = around.deck.headmatter.get("notesAutoRuby")

    def parts(self) -> list[SlideParts]:
        """The parts of all slides."""
        return self.parts_of(self.around.deck.slides)

    def parts_of(self, slides: Sequence[Slide]) -> list[SlideParts]:
        """The parts of some slides: those of an earlier build, and the others made together."""
        keys = [self._key(slide) for slide in slides]
        cache = SlideCache(self.settings.cache)
        found = cache.get_many(keys)
        missing = {key: slide for key, slide in zip(keys, slides, strict=True) if key not in found}
        made = dict(zip(missing, self._made(list(missing.values())), strict=True))
        cache.put_many(made)
        cache.close()
        for parts in found.values():
            for path in parts.files:
                self.assets.id(PurePosixPath(path))
        return [(found.get(key) or made[key]) for key in keys]

    def _key(self, slide: Slide) -> bytes:
        source = slide.source_slide
        texts = (slide.content, source.title, source.note if not self.settings.without_notes else None)
        snippets = self.targets.snippets(slide.no)
        imported = sorted((text, str(self.targets.state(target, self.assets))) for text, target in snippets.items())
        surroundings = (
            self.options,
            self.around.layout(slide),
            slide.effective_frontmatter,
            self.ruby,
            self.around.state,
        )
        return slide_key(texts, self.files[slide.no].state(), imported, surroundings)

    def _made(self, slides: list[Slide]) -> list[SlideParts]:
        if not slides:
            return []
        self._prepare(slides)
        notes = not self.settings.without_notes
        snippet = self.targets.snippet
        drafts = [draft(slide, self.options, snippet(slide.no), self.ruby, notes) for slide in slides]
        drawn = drawings(self.around.engine, drafts, self.options)
        return finished(
            self.around.engine, self.templates, drafts, drawn, self.around.layout, lambda slide: self.files[slide.no]
        )

    def _prepare(self, slides: list[Slide]) -> None:
        """Let the engine get ready while the slides are drafted."""
        has_code = any("```" in slide.content or "~~~" in slide.content for slide in slides)
        has_types = self.options.twoslash and any("twoslash" in slide.content for slide in slides)
        wanted = (
            ("shiki", has_code),
            ("twoslash", has_types),
            ("katex", self.options.katex),
            ("vue", True),
            ("uno", True),
        )
        self.around.engine.prepare(*(module for module, needed in wanted if needed))
