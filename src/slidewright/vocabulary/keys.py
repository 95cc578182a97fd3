"""The keys that Slidev reads from frontmatter: what each may hold and where it counts (format B.2, B.4, E.7).

What a deck's keys are without being set is in `vocabulary.configuration`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Key(NamedTuple):
    """What a key may hold.

    `types` are any of the words `text`, `number`, `flag`, `list`, `map`; null is always allowed, since it means the
    default. `choices` are the texts that are allowed, all of them where it is empty and `types` has `text`.
    `least` is the smallest number that means something; with `is_exclusive` the number itself means nothing.
    `inner` are the keys of a map that has keys of its own. `default` is what a slide's key is without being set.
    """

    types: str
    choices: tuple[str, ...] = ()
    least: float | None = None
    is_exclusive: bool = False
    inner: Mapping[str, Key] = {}
    default: Any = None

    def allows(self, kind: str) -> bool:
        """Is a value of that type allowed?"""
        return kind in self.types.split()


MODES = ("dev", "build")
"""Where something is switched on that is not on everywhere."""

TRANSITIONS = ("fade", "fade-out", "slide-left", "slide-right", "slide-up", "slide-down", "view-transition")
"""Slide transitions that are built in; any other name is a Vue transition that the deck's own CSS defines."""

TEXT, NUMBER, FLAG, LIST, MAP = (Key(kind) for kind in ("text", "number", "flag", "list", "map"))
TEXTS = Key("text list")
MODE = Key("flag", MODES)

FONTS: Mapping[str, Key] = {
    "sans": TEXTS,
    "serif": TEXTS,
    "mono": TEXTS,
    "custom": TEXTS,
    "local": TEXTS,
    "weights": Key("text number list"),
    "webfonts": TEXTS,
    "italic": FLAG,
    "provider": Key("", ("google", "coollabs", "none")),
    "fallbacks": FLAG,
}

DRAWINGS: Mapping[str, Key] = {
    "enabled": MODE,
    "persist": Key("text flag"),
    "presenterOnly": FLAG,
    "syncAll": FLAG,
}

SEO: Mapping[str, Key] = dict.fromkeys(
    "ogTitle ogDescription ogImage ogUrl twitterCard twitterSite twitterTitle twitterDescription twitterImage"
    " twitterUrl".split(),
    TEXT,
)

DECK_KEYS: Mapping[str, Key] = {
    "theme": TEXT,
    "addons": LIST,
    "titleTemplate": TEXT,
    "author": TEXTS,
    "keywords": TEXTS,
    "info": Key("text flag"),
    "favicon": TEXT,
    "fonts": Key("map", inner=FONTS),
    "colorSchema": Key("", ("auto", "light", "dark", "all")),
    "aspectRatio": Key("text number"),
    "canvasWidth": Key("number", least=0, is_exclusive=True),
    "themeConfig": MAP,
    "htmlAttrs": MAP,
    "defaults": MAP,
    "css": Key("", ("unocss",)),
    "highlighter": Key("", ("shiki", "shikiji", "prism")),
    "lineNumbers": FLAG,
    "twoslash": MODE,
    "magicMoveDuration": Key("number", least=0),
    "shiki": MAP,
    "monaco": MODE,
    "monacoTypesSource": Key("", ("local", "cdn", "none", "ata")),
    "monacoTypesAdditionalPackages": LIST,
    "monacoTypesIgnorePackages": LIST,
    "monacoRunAdditionalDeps": LIST,
    "monacoRunUseStrict": FLAG,
    "plantUmlServer": TEXT,
    "comark": FLAG,
    "mdc": FLAG,
    "routerMode": Key("", ("history", "hash", "memory")),
    "selectable": FLAG,
    "drawings": Key("map", inner=DRAWINGS),
    "presenter": MODE,
    "browserExporter": MODE,
    "download": Key("text flag"),
    "export": MAP,
    "exportFilename": TEXT,
    "record": MODE,
    "remote": Key("text flag"),
    "remoteAssets": MODE,
    "editor": FLAG,
    "mcp": FLAG,
    "contextMenu": MODE,
    "wakeLock": MODE,
    "pwa": MODE,
    "preloadImages": Key("flag map", inner={"ahead": NUMBER}),
    "seoMeta": Key("map", inner=SEO),
    "notesAutoRuby": MAP,
    "duration": Key("text number"),
    "timer": Key("", ("stopwatch", "countdown")),
    "config": MAP,
    "overviewSnapshots": FLAG,
}
"""Keys of the deck's headmatter: on any other slide Slidev does not read them."""

SLIDE_KEYS: Mapping[str, Key] = {
    "layout": Key("text number"),
    "class": Key("text list map"),
    "title": Key("text number flag list map"),
    "name": Key("text number flag list map"),
    "level": Key("number", least=0),
    "routeAlias": Key("text number"),
    "clicks": Key("number", least=0),
    "clicksStart": Key("number", least=0, default=0),
    "transition": Key("text map"),
    "clickAnimation": Key("text list"),
    "preload": Key("flag", default=True),
    "hide": Key("flag", default=False),
    "disabled": Key("flag", default=False),
    "hideInToc": Key("flag", default=False),
    "zoom": Key("number", least=0, is_exclusive=True, default=1),
    "dragPos": MAP,
    "lang": TEXT,
    "src": TEXT,
    "codeCopy": FLAG,
    "magicMoveCopy": Key("flag", ("final", "always")),
}
"""Keys of any slide; in the headmatter they count for the first slide, and some of them for the whole deck."""

LAYOUT_KEYS = ("background", "image", "backgroundSize", "url", "scale", "layoutClass")
"""Keys that Slidev's own layouts take."""

COMMON_WORDS = frozenset(
    "theme author keywords info fonts css shiki presenter download export record remote editor duration timer config"
    " defaults favicon selectable".split()
)
"""Keys of the deck that a layout may well have a use of its own for: an `author` is a quote's, too."""

DEPRECATED: Mapping[str, str | None] = {"mdc": "comark", "overviewSnapshots": None}
"""Keys that go by another name now, or (None) that nothing reads any more."""

DEPRECATED_VALUES: Mapping[tuple[str, str], str] = {
    ("highlighter", "shikiji"): "shiki",
    ("monacoTypesSource", "ata"): "cdn",
}
"""Texts under a key that mean nothing any more, and what does now."""

PAGES = frozenset("presenter overview notes notes-edit entry print export 404".split())
"""Addresses that Slidev's own pages have: a slide of that name is not reached."""
