"""The layouts that a deck can use: Slidev's own, its theme's, its addons' and those of its folder (format B.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from weakref import WeakKeyDictionary

from slidewright.check.packages import addons, is_themed_by_script, theme
from slidewright.check.show import Show
from slidewright.errors import InputError
from slidewright.model import Slide
from slidewright.parse.javascript import string
from slidewright.parse.vue_files import props, slots, takes_clicks
from slidewright.vocabulary.layouts import BUILT_IN, THEMES, Layout
from slidewright.workspace import Kind

ENDINGS = (".vue", ".js", ".mjs", ".ts", ".mts")
MAX_FOLDERS = 50

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
    packages = list(addons(show))
    of_theme = _of_theme(show)
    if of_theme is None or any(package.folder is None for package in packages):
        return None
    found = {**BUILT_IN, **of_theme}
    for folder in (*(package.folder for package in packages), show.deck.folder):
        assert folder is not None
        found |= _in_folder(show, folder)
    return found


def _of_theme(show: Show) -> Mapping[str, Layout] | None:
    """The theme's layouts: as installed, else as bundled."""
    if is_themed_by_script(show):
        return None
    package = theme(show)
    if package is None:
        return {}
    if package.folder is not None:
        return _in_folder(show, package.folder)
    return THEMES.get(package.name.removeprefix("@slidev/theme-"))


def _in_folder(show: Show, folder: PurePosixPath) -> dict[str, Layout]:
    """The layouts that stand below `layouts/` of a theme, an addon or a deck."""
    return {path.name[: -len(path.suffix)]: _layout(show, path) for path in _files(show, folder / "layouts")}


def _files(show: Show, top: PurePosixPath) -> Iterator[PurePosixPath]:
    folders = [top]
    for _ in range(MAX_FOLDERS):
        if not folders:
            return
        folder = folders.pop(0)
        for name in sorted(show.workspace.names(folder)):
            kind = show.workspace.kind(folder / name)
            if kind is Kind.FOLDER:
                folders.append(folder / name)
            elif kind is Kind.FILE and name.endswith(ENDINGS):
                yield folder / name


def _layout(show: Show, path: PurePosixPath) -> Layout:
    name = path.name[: -len(path.suffix)]
    if path.suffix != ".vue":
        return Layout(name)
    try:
        text = show.workspace.read(path).text
    except InputError:
        return Layout(name)
    return Layout(name, slots(text), props(text), takes_clicks(text))
