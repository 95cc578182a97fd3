"""Warnings about a deck's roots: packages that are not there, and what only Slidev's own build can do with a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.engine import manifest
from slidewright.model import Slide
from slidewright.render.layouts import layout_module, layout_name
from slidewright.render.problems import first_line, folded, frontmatter_value, warning
from slidewright.render.surroundings import Surroundings
from slidewright.roots import Package
from slidewright.roots.packages import is_path, leads_outside
from slidewright.roots.parts import text_of
from slidewright.text import Location, Source, Span
from slidewright.vocabulary.components import GLOBAL
from slidewright.vocabulary.packages import Sort, package_names
from slidewright.vocabulary.standalone import NODE
from slidewright.workspace import Workspace

_INSTEAD = {"theme": "the page wears the default theme", "addon": "the page goes without it"}
_ROOT = "`--root` names a folder that has both in it"
_REGISTERING = (".use(", ".component(")
"""What in a setup file brings components of any name."""


def of_roots(around: Surroundings, workspace: Workspace) -> Iterator[Diagnostic]:
    """The theme and the addons that are not in the project, and files that have no effect on the page."""
    if around.is_missing and around.roots.theme:
        yield _absent(around, workspace, around.roots.theme, "theme")
    for addon in around.roots.addons:
        if addon.folder is None:
            yield _absent(around, workspace, addon, "addon")
    for path in around.brought.unused:
        yield _unused(workspace, path)


def of_layout(around: Surroundings, slide: Slide) -> Iterator[Diagnostic]:
    """A layout that neither the roots nor the client have."""
    name = layout_name(around.deck, slide)
    if layout_module(name, around.theme, around.brought.layouts) is None:
        message = f"the layout `{name}` is not in the page: the slide wears `default`"
        cause = "layouts of the theme" if around.is_missing else f"layout {name}"
        yield warning("not-rendered", message, slide, frontmatter_value(slide, "layout"))._replace(cause=cause)


def known_components(around: Surroundings, workspace: Workspace) -> frozenset[str] | None:
    """The components of the page, folded; None where a setup file may register any further ones."""
    for path in around.brought.setups["main"]:
        if any(mark in text_of(workspace, path) for mark in _REGISTERING):
            return None
    return frozenset(map(folded, (*manifest()["components"], *GLOBAL, "InjectedLayout", *around.brought.components)))


def _absent(around: Surroundings, workspace: Workspace, package: Package, sort: Sort) -> Diagnostic:
    slide = around.deck.slides[0]
    key = "theme" if sort == "theme" else "addons"
    place = frontmatter_value(slide, key) if slide.source_slide.frontmatter.keys.get(key) else first_line(slide)
    is_outside = leads_outside(workspace, around.deck.folder, package.name, sort)
    where = "lies outside the project root" if is_outside else "is not in the project"
    message = f"the {sort} `{package.name}` {where}: {_INSTEAD[sort]}"
    return warning("not-rendered", message, slide, place, _ROOT if is_outside else _help(package.name, sort))


def _help(name: str, sort: Sort) -> str | None:
    if is_path(name):
        return None
    full = name if name.startswith(("@", "slidev-")) else package_names(name, sort)[1]
    return f"`slidewright theme add {name if sort == 'theme' else full}` installs it"


def _unused(workspace: Workspace, path: PurePosixPath) -> Diagnostic:
    message = f"`{path}`: {NODE}"
    location = Location(Source(path, text_of(workspace, path)), Span(0, 0))
    return Diagnostic("not-rendered", Severity.WARNING, message, location, targets=("standalone",))
