"""The components that a deck can use, and near names for those it cannot (format F.1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.check.roots import code, files, roots, text_of
from slidewright.check.show import Show
from slidewright.vocabulary.components import BUILT_IN, ENDINGS, GLOBAL, OFFICIAL_THEMES, pascal
from slidewright.workspace import fold

REGISTERING = (".use(", "app.component(")
"""What in `setup/main` may bring components of any name."""
GENERATING = ("resolvers", "unplugin-vue-components", "components:")
"""What in the configuration of Vite does."""


def components(show: Show) -> frozenset[str] | None:
    """The components of a deck, in Pascal case; None where any further ones may be registered."""
    found = roots(show)
    main, vite = code(show, "setup/main"), code(show, "vite.config")
    if not found.is_complete or any(mark in main for mark in REGISTERING) or any(mark in vite for mark in GENERATING):
        return None
    own = (name for name, _ in _own(show))
    official = OFFICIAL_THEMES[found.official] if found.official else frozenset()
    return BUILT_IN | GLOBAL | official | frozenset(own)


def component_files(show: Show) -> Iterator[tuple[str, str]]:
    """The deck's own components, its theme's and its addons', in Pascal case, each with the text of its file."""
    for name, path in _own(show):
        yield name, text_of(show, path)


def _own(show: Show) -> Iterator[tuple[str, PurePosixPath]]:
    for root in roots(show).folders:
        for path in files(show, root / "components"):
            if path.suffix[1:] in ENDINGS:
                stem = path.name.partition(".")[0]
                yield pascal((path.parent.name if stem == "index" else stem).replace("_", "-")), path


def near(name: str, known: frozenset[str]) -> tuple[str, ...]:
    """Up to two components whose names a slip explains, best first."""
    from difflib import get_close_matches

    wanted = fold(pascal(name))
    folded = {fold(component): component for component in sorted(known - GLOBAL)}
    return tuple(folded[close] for close in get_close_matches(wanted, folded, n=2, cutoff=0.75))
