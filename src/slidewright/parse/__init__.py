"""Text to documents: slides, frontmatter, YAML, Markdown, references and citations."""

from __future__ import annotations
