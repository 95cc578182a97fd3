"""The reference rules: what slides name and show."""

from __future__ import annotations

RULES: tuple[str, ...] = (
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
)
