"""The rules about remote addresses; they speak only where `--external` asked them."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
