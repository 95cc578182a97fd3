"""The citation rules: where things come from."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "citation-without-url",
    "uncited-image",
    "dead-citation",
    "duplicate-citation",
)
