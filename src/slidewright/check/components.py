"""The components that a deck can use, and near names for those it cannot (format F.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.roots import code, roots, text_of
from slidewright.check.show import Show
from slidewright.resolve.outcomes import Part
from slidewright.roots.parts import components as components_of
from slidewright.vocabulary.components import BUILT_IN, GLOBAL, OFFICIAL_THEMES, pascal
from slidewright.workspace import fold

REGISTERING = (".use(", "app.component(")
"""What in `setup/main` may bring components of any name."""
GENERATING = ("resolvers", "unplugin-vue-components", "components:")
"""What in the configuration of Vite does."""
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)(?:</script>|\Z)", re.S | re.I)


def components(show: Show) -> frozenset[str] | None:
    """The components of a deck, in Pascal case; None where any further ones may be registered."""
    found = roots(show)
    main, vite = code(show, "setup/main"), code(show, "vite.config")
    if not found.is_complete or any(mark in main for mark in REGISTERING) or any(mark in vite for mark in GENERATING):
        return None
    own = components_of(show.workspace, found.folders)
    official = OFFICIAL_THEMES[found.official] if found.official else frozenset()
    return BUILT_IN | GLOBAL | official | frozenset(own)


def component_files(show: Show) -> Iterator[tuple[str, str]]:
    """The deck's own components, its theme's and its addons', in Pascal case, each with the text of its file."""
    for name, path in components_of(show.workspace, show.roots.folders).items():
        yield name, text_of(show, path)


def near(name: str, known: frozenset[str]) -> tuple[str, ...]:
    """Up to two components whose names a slip explains, best first."""
    from difflib import get_close_matches

    wanted = fold(pascal(name))
    folded = {fold(component): component for component in sorted(known - GLOBAL)}
    return tuple(folded[close] for close in get_close_matches(wanted, folded, n=2, cutoff=0.75))


def is_defined_here(part: Part, name: str) -> bool:
    """Is a tag imported or defined in a script of its slide, or part of a tag that is not closed?"""
    content = part.slide.content
    if any(fault.event.name == name for fault in part.anatomy.faults):
        return True
    if "<script" not in content.lower():
        return False
    word = pascal(name)
    return any(word in found or name in found for found in SCRIPT.findall(content))
