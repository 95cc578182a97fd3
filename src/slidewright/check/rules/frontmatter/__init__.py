"""The frontmatter rules."""

from __future__ import annotations
