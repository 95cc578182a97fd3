"""Names of the bundled icons: read without the JavaScript engine, one set at a time."""

from __future__ import annotations

from functools import cache

from slidewright.resources import bundle_folder
from slidewright.vocabulary.icons import BUNDLED


@cache
def bundled_names(name: str) -> frozenset[str]:
    """The icons of a set; none of one that is not bundled, or in a checkout without bundles."""
    if name not in BUNDLED:
        return frozenset()
    try:
        text = (bundle_folder() / "engine/data/icons" / f"{name}.txt").read_text(encoding="ascii")
    except FileNotFoundError:
        return frozenset()
    return frozenset(text.split("\n"))
