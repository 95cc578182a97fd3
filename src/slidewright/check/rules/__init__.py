"""Every rule, by family, in the order in which they run and are listed; a family's own list is in its package."""

from __future__ import annotations

from collections.abc import Mapping

from slidewright.check.rules import (
    accessibility,
    citation,
    craft,
    external,
    frontmatter,
    reference,
    standalone,
    suppression,
    syntax,
)

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "reference": reference.RULES,
    "frontmatter": frontmatter.RULES,
    "syntax": syntax.RULES,
    "accessibility": accessibility.RULES,
    "citation": citation.RULES,
    "craft": craft.RULES,
    "standalone": standalone.RULES,
    "external": external.RULES,
    "suppression": suppression.RULES,
}

FAMILY: Mapping[str, str] = {rule: family for family, rules in FAMILIES.items() for rule in rules}
"""The family of each rule."""

OFF = frozenset(
    [
        "uncited-image",
        "likely-overflow",
        "duplicate-title",
        "too-many-words",
        "long-code-line",
        "talk-too-long",
        "missing-note",
        "starter-text",
    ]
)
"""The rules that are off by default."""
