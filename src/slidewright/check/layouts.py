"""The layouts that a deck can use: Slidev's own, its theme's, its addons' and those of its folder (format B.6)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from weakref import WeakKeyDictionary

from slidewright.check.packages import is_themed_by_script
from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.model import Slide
from slidewright.parse.javascript import string
from slidewright.parse.vue_files import props, slots, takes_clicks
from slidewright.roots.parts import layouts as layouts_of
from slidewright.vocabulary.layouts import BUILT_IN, THEMES, Layout

_KNOWN: WeakKeyDictionary[Show, Mapping[str, Layout] | None] = WeakKeyDictionary()


def layouts(show: Show) -> Mapping[str, Layout] | None:
    """The layouts of a deck by name, the last of a name winning as in Slidev.

    None where the theme or an addon is neither known nor found, so that there may be any number of further ones.
    """
    if show not in _KNOWN:
        _KNOWN[show] = _gathered(show)
    return _KNOWN[show]


def layout_name(show: Show, slide: Slide) -> str:
    """The name of the layout that a shown slide asks for (format B.5)."""
    chosen = slide.frontmatter.get("layout")
    if chosen is None:
        defaults = show.deck.slides[0].frontmatter.get("defaults")
        chosen = defaults.get("layout") if isinstance(defaults, dict) else None
    return string(chosen) if chosen else "cover" if slide.no == 1 else "default"


def _gathered(show: Show) -> Mapping[str, Layout] | None:
    of_theme = _of_theme(show)
    if of_theme is None or any(package.folder is None for package in show.roots.addons):
        return None
    own = layouts_of(show.workspace, show.roots.folders)
    return {**BUILT_IN, **of_theme, **{name: _layout(show, path) for name, path in own.items()}}


def _of_theme(show: Show) -> Mapping[str, Layout] | None:
    """The layouts of a theme that is not in the project: as bundled, or none where the deck wants no theme."""
    if is_themed_by_script(show):
        return None
    theme = show.roots.theme
    if theme is None or theme.folder is not None:
        return {}
    return THEMES.get(theme.name.removeprefix("@slidev/theme-"))


def _layout(show: Show, path: PurePosixPath) -> Layout:
    name = path.name[: -len(path.suffix)]
    if path.suffix != ".vue":
        return Layout(name)
    try:
        text = show.workspace.read(path).text
    except InputError:
        return Layout(name)
    return Layout(name, slots(text), props(text), takes_clicks(text))
