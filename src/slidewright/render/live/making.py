"""From a deck to what a live page shows of it: all that has not changed since the last time is taken over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.engine import Engine
from slidewright.engine.engine import Call
from slidewright.model import Deck, Slide
from slidewright.render.configuration import features
from slidewright.render.diagrams import draws_mermaid
from slidewright.render.fonts import WebFonts, web_fonts
from slidewright.render.head import head
from slidewright.render.live.alignment import Alignment, aligned
from slidewright.render.live.deck import HARD, Fault, LiveDeck, Shown, digest
from slidewright.render.live.files import LiveAssets, LiveFile
from slidewright.render.live.glue import glue
from slidewright.render.live.slides import Choose, LiveSlide, LiveSlides, Placed, name_of, placed, unmade
from slidewright.render.live.utilities import LiveUtilities
from slidewright.render.own_faults import slide_scripts
from slidewright.render.parts import SlideParts
from slidewright.render.pieces import Pieces
from slidewright.render.problems import first_line
from slidewright.render.roots_code import RootsCode
from slidewright.render.scripts import layouts
from slidewright.render.surroundings import Surroundings, surroundings, with_deck
from slidewright.render.vue import Compiled, NotCompiled
from slidewright.resolve.outcomes import Resolutions
from slidewright.settings import BuildSettings
from slidewright.text import Location
from slidewright.workspace import Workspace

_UNMADE = SlideParts(NotCompiled("not made yet"), NotCompiled("not made yet"), "")
_FENCE = re.compile(r"^ *```+([\w+#-]+)", re.MULTILINE)
_LANGUAGES = 12  # that are warmed
_BROKEN = "This slide cannot be shown as it is now"


class Made(NamedTuple):
    """The pieces of the last deck, from which its problems and fonts follow when there is time."""

    pieces: Pieces
    parts: list[SlideParts]
    slides: list[LiveSlide | None]
    own: RootsCode


class Common(NamedTuple):
    """The deck's own code, layouts and icons: modules that belong to no slide, what tells them from others, and whether
    they draw with Mermaid."""

    modules: dict[str, str]
    state: str
    draws: bool


class LiveMaker:
    """Makes one state of the deck after the other. Not for several threads at once."""

    def __init__(self, engine: Engine, settings: BuildSettings) -> None:
        self._engine, self._settings = engine, settings
        self._slides = LiveSlides()
        self._versions: dict[PurePosixPath, LiveFile] = {}
        self._around: Surroundings | None = None
        self._own: tuple[Any, RootsCode, dict[str, Any]] | None = None
        self._is_own_known = False
        self._utilities = LiveUtilities()
        self._common: tuple[Any, Common] | None = None
        self._placed: dict[tuple[str, PurePosixPath], Placed] = {}
        self._worn: dict[str, SlideParts] = {}
        self._glue: tuple[Any, str] | None = None
        self._fonts = WebFonts()
        self.made: Made | None = None

    def forget(self, paths: Collection[PurePosixPath]) -> None:
        """These files have changed."""
        for path in paths:
            self._versions.pop(path, None)

    def forget_own(self) -> None:
        """Files that the deck's own code names may have changed."""
        self._is_own_known, self._common = False, None

    def forget_code(self) -> None:
        """Files of code, styles or configuration may have changed, or there are others: look at all of them again."""
        if self._around is not None:
            self._around.close()
        self._around = self._own = self._common = self._glue = None

    def make(
        self,
        deck: Deck,
        resolutions: Resolutions,
        workspace: Workspace,
        choose: Choose,
        before: LiveDeck | None,
    ) -> LiveDeck:
        """The deck's next state; `choose` picks the new slides that are made now.

        Raises EngineError where the JavaScript engine cannot work.
        """
        around = self._surroundings(deck, workspace)
        pieces = Pieces(around, resolutions, workspace, self._settings, LiveAssets(workspace, self._versions))
        slides = self._slides.made(pieces, choose)
        parts = [slide.parts if slide else _UNMADE for slide in slides]
        own = self._own_code(pieces, parts)
        self.made = Made(pieces, parts, slides, own)
        shown, modules, faults = self._shown(self.made, before)
        common = self._common_modules(self.made)
        roots = around.brought.names()
        config = pieces.client_configuration()
        script = self._script(pieces)
        # Its library is in the page from the start, or not at all.
        draws = common.draws or any("mermaid" in slide.content.lower() for slide in deck.slides)
        live_head = {"head": head(around.config, pieces.title()), "icon": pieces.icon(), "more": pieces.index.head}
        assert isinstance(pieces.assets, LiveAssets)
        return LiveDeck(
            deck=deck,
            slides=tuple(shown),
            modules=modules | common.modules,
            common=common.modules,
            code_state=digest(json.dumps([common.state, roots])),
            styles=self._styles(pieces, self._worn_parts(self.made, shown), own),
            fonts=self._fonts.css,
            files=pieces.assets.versions(),
            config=config,
            glue=script,
            head=live_head,
            end=pieces.index.body,
            roots=roots,
            variables=own.variables,
            theme=around.theme.name,
            draws_mermaid=draws,
            base=digest(repr((script, _hard(config), around.theme.name, pieces.index, draws))),
            faults=tuple(faults),
            unmade=tuple(item.no for item, live in zip(deck.slides, slides, strict=True) if live is None),
        )

    def fonts(self) -> str:
        """The web fonts of the last deck, with all characters that it shows: for when there is time."""
        assert self.made is not None
        pieces, _, slides, own = self.made
        characters = frozenset[int]().union(*(slide.characters for slide in slides if slide))
        text = "".join(map(chr, sorted(characters)))
        styles = (*own.styles.css, *own.code.css)
        bodies = (body for _, body in own.modules)
        texts = [text, *styles, *bodies]
        fonts = pieces.config["fonts"]
        self._fonts = web_fonts(fonts, pieces.workspace, pieces.deck.folder, texts, self._settings.cache)
        return self._fonts.css

    @property
    def missing_fonts(self) -> WebFonts:
        """What `fonts` found missing."""
        return self._fonts

    def warm(self) -> None:
        """Let the engine do now what the first edit would wait for: it may not even run when all slides were kept."""
        assert self.made is not None
        self.made.pieces.engine.warm(self._usual())

    def renew(self) -> Callable[[], None]:
        """Start other engine processes, in any thread; what it gives puts them in the place of the old ones."""
        assert self.made is not None
        return self.made.pieces.engine.renew(self._usual())

    def _usual(self) -> list[Call]:
        """What nearly every edit asks of the engine."""
        assert self.made is not None
        pieces = self.made.pieces
        tokens = sorted({token for part in self.made.parts for token in part.tokens})
        calls: list[Call] = [
            ("vue", "compile", {"source": "<template><p>warm</p></template>", "id": "0", "filename": "0.vue"}),
            ("uno", "generate", {"tokens": tokens, "theme": pieces.theme.name or None}),
        ]
        languages = {name for slide in pieces.deck.slides for name in _FENCE.findall(slide.content)}
        return [
            *calls,
            *(("shiki", "highlight", {"code": "", "lang": name}) for name in sorted(languages)[:_LANGUAGES]),
        ]

    def close(self) -> None:
        """Let the deck's own engine go."""
        self.forget_code()

    def _surroundings(self, deck: Deck, workspace: Workspace) -> Surroundings:
        known = self._around
        if known is not None and _roots(known.deck) == _roots(deck):
            self._around = with_deck(known, deck)
        else:
            self.forget_code()
            self._around = surroundings(deck, workspace, self._engine)
        return self._around

    def _own_code(self, pieces: Pieces, parts: Sequence[SlideParts]) -> RootsCode:
        scripts = [(item.source.path, item.requires) for item in slide_scripts(pieces.deck.slides, parts)]
        key = [item for item in scripts if item[1]]
        if self._own is None or not self._is_own_known or self._own[0] != key or self._own[1].faults:
            own = pieces.own(parts)
            if self._own is None or self._own[1] != own:
                self._placed.clear()
                self._own = key, own, {**pieces.assets.files, **pieces.assets.linked}
            else:
                self._own = key, self._own[1], self._own[2]
        self._is_own_known = True
        pieces.assets.files.update(self._own[2])
        return self._own[1]

    def _shown(self, made: Made, before: LiveDeck | None) -> tuple[list[Shown], dict[str, str], list[Fault]]:
        """What stands in each slide's place: of one that cannot be shown the last version that could."""
        pieces, _, slides, own = made
        found, modules, faults = list[Shown](), dict[str, str](), list[Fault]()
        keys = [live.key if live else unmade(item).key for item, live in zip(pieces.deck.slides, slides, strict=True)]
        last = _Last(before, keys, [name_of(item) for item in pieces.deck.slides])
        broken = _broken_blocks(pieces.deck)
        known, self._placed = self._placed, {}
        for index, (item, live) in enumerate(zip(pieces.deck.slides, slides, strict=True)):
            place = (live.key if live else "", item.source.path)
            now = (known.get(place) or placed(pieces, item, live, own)) if live else Placed(unmade(item), {}, None)
            if live:
                self._placed[place] = now
            fault = _fault(item, now.fault, broken)
            shown, mine = now.shown, now.modules
            if (fault or live is None) and (good := last.good(index)) is not None:
                shown, mine = good
            found.append(shown)
            modules |= mine
            faults += [fault] if fault else []
        return found, modules, faults

    def _script(self, pieces: Pieces) -> str:
        key = features(pieces.config, "dev"), pieces.around.error_layout
        if self._glue is None or self._glue[0] != key:
            self._glue = key, glue(pieces)
        return self._glue[1]

    def _common_modules(self, made: Made) -> Common:
        """The modules that belong to no slide, looked at only where they may be others."""
        pieces, parts, _, own = made
        compiled = [one for part in parts for one in (part.component, part.title) if isinstance(one, Compiled)]
        tags = frozenset(tag for one in compiled for tag in one.components)
        required = frozenset(name for one in compiled for name in one.requires)
        key = id(own), tags, required
        if self._common is None or self._common[0] != key:
            modules = dict(own.modules)
            modules |= dict(layouts(pieces.templates, pieces.around.brought.layouts))
            modules |= dict(pieces.icon_modules(sorted(tags), sorted(required), own))
            state = digest(json.dumps(sorted(modules.items())))
            self._common = key, Common(modules, state, draws_mermaid(modules.values()))
        return self._common[1]

    def _worn_parts(self, made: Made, shown: Sequence[Shown]) -> list[SlideParts]:
        """The parts of what is shown: a version that is kept keeps its styles."""
        worn = list[SlideParts]()
        for item, live, part, one in zip(made.pieces.deck.slides, made.slides, made.parts, shown, strict=True):
            own = self._placed[live.key, item.source.path].shown.component if live else None
            worn.append(part if one.component == own else self._worn.get(one.component or "", part))
        self._worn = {one.component: part for one, part in zip(shown, worn, strict=True) if one.component}
        return worn

    def _styles(self, pieces: Pieces, parts: Sequence[SlideParts], own: RootsCode) -> tuple[str, ...]:
        tokens = frozenset(own.tokens).union(*(part.tokens for part in parts))
        return tuple(pieces.styles(self._utilities.made(pieces, tokens), own, parts))


def _roots(deck: Deck) -> tuple[str, ...]:
    """What of the headmatter decides where the deck's parts come from."""
    return tuple(repr(deck.headmatter.get(key)) for key in ("theme", "addons"))


def _hard(config: dict[str, Any]) -> dict[str, Any]:
    return {key: config.get(key) for key in HARD}


def _broken_blocks(deck: Deck) -> dict[tuple[PurePosixPath, int], Fault]:
    """The slides whose frontmatter is no YAML."""
    return {
        (path, problem.slide_index): Fault(None, "The frontmatter is no YAML", problem.message, problem.location)
        for path, document in deck.documents.items()
        for problem in document.problems
        if problem.kind == "invalid-frontmatter" and problem.slide_index is not None
    }


def _fault(slide: Slide, why: NotCompiled | None, broken: dict[tuple[PurePosixPath, int], Fault]) -> Fault | None:
    block = broken.get((slide.source.path, slide.source_slide.index)) if broken else None
    if block:
        return block._replace(slide=slide.no)
    if why is None:
        return None
    return Fault(slide.no, _BROKEN, why.message, Location(slide.source, first_line(slide)))


class _Last:
    """The slides of the deck before, for those of the next one that cannot be shown."""

    def __init__(self, before: LiveDeck | None, keys: Sequence[str], names: Sequence[str]) -> None:
        self._before, self._keys, self._names = before, keys, names
        self._way: Alignment | None = None

    def good(self, index: int) -> tuple[Shown, dict[str, str]] | None:
        """What stood in the place of a slide, under its new key; None where nothing did."""
        if self._before is None:
            return None
        if self._way is None:
            names = [slide.name for slide in self._before.slides]
            self._way = aligned([slide.key for slide in self._before.slides], self._keys, names, self._names)
        old = self._way.origin(index)
        slide = self._before.slides[old] if old is not None and old < len(self._before.slides) else None
        if slide is None or slide.component is None or slide.title is None:
            return None
        modules = {name: self._before.modules[name] for name in (slide.component, slide.title)}
        return replace(slide, key=self._keys[index]), modules
