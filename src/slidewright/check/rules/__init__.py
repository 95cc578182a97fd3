"""Every rule, by family, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Mapping

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "reference": (
        "missing-image",
        "missing-file",
        "miscased-path",
        "path-outside-project",
        "bare-path",
        "frontmatter-path",
        "unbundled-path",
        "missing-import",
        "circular-import",
        "empty-import-range",
        "missing-snippet",
        "missing-snippet-region",
        "broken-slide-link",
        "dead-host",
    ),
    "frontmatter": ("invalid-frontmatter", "swallowed-slide"),
    "citation": ("citation-without-url", "uncited-image"),
}
