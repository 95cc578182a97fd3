"""Kinds of references."""

from __future__ import annotations

from enum import StrEnum


class ReferenceKind(StrEnum):
    """What a reference asks for; the resolver's rules and the checker's wording follow from it."""

    IMAGE = "image"
    """`![]()`, `<img>`, `srcset`, `poster`, `<image href>`, …"""
    MEDIA = "media"
    """`<video>`, `<audio>`, `<source>`, `<track>`, `<object data>`, `<embed>`, `<iframe src>`."""
    LINK = "link"
    """`[]()`, `<a href>`, autolinks, bare URLs."""
    SLIDE_LINK = "slide-link"
    """`[](/5)`, `<Link to="alias">`."""
    BACKGROUND = "background"
    """Frontmatter `image`, `background`, `url`: handed to the layout as it is."""
    FAVICON = "favicon"
    IMPORT = "import"
    """Frontmatter `src:`."""
    SNIPPET = "snippet"
    """`<<< path#region`."""
    STYLE = "style"
    """CSS `url()`, `@import`."""
    PROP = "prop"
    """A component's prop that looks like a path."""
    THEME = "theme"
    ADDON = "addon"
