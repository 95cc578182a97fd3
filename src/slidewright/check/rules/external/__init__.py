"""The external rules: what remote addresses answer, spoken of only where `--external` asked them."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "dead-link",
    "missing-anchor",
    "moved-permanently",
    "unreachable",
    "private-address",
)
