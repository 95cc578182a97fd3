"""The craft rules: what makes a talk hard to follow; most are off by default."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
