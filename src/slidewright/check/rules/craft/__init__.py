"""The craft rules: what makes a talk hard to follow; most are off by default."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "leftover-todo",
    "empty-slide",
    "likely-overflow",
    "duplicate-title",
    "too-many-words",
    "long-code-line",
    "talk-too-long",
    "missing-note",
    "starter-text",
)
