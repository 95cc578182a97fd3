"""The standalone rules: what works with Slidev itself and not in a page of one file."""

from __future__ import annotations

RULES: tuple[str, ...] = ("not-in-one-file",)
