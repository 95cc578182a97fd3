"""The syntax rules: what breaks a slide's template or is read otherwise than meant."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "unclosed-fence",
    "unclosed-comment",
    "unclosed-tag",
    "mismatched-tag",
    "invalid-attribute",
    "component-eats-markdown",
    "unknown-component",
    "unknown-icon",
    "unknown-slot",
    "repeated-slot",
    "unknown-language",
    "misread-language",
    "lost-line-ranges",
    "line-range-outside-code",
    "invalid-code-options",
    "invalid-click",
    "absolute-click",
    "accidental-math",
    "invalid-math",
    "note-lost",
    "untranslated-separator",
    "unclosed-expression",
    "stray-script",
)
