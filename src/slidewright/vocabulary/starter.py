"""Sentences that Slidev's starter deck and theme templates say, and hardly anybody else does."""

from __future__ import annotations

from collections.abc import Mapping

HEADMATTER: Mapping[str, tuple[str, ...]] = {
    "title": ("Welcome to Slidev",),
    "info": ("Slidev Starter Template", "Presentation slides for developers"),
    "background": ("https://cover.sli.dev", "https://source.unsplash.com/collection/94734566"),
    "image": ("https://cover.sli.dev", "https://source.unsplash.com/collection/94734566"),
}
"""By the key whose value holds them."""

TEXTS = (
    "Welcome to Slidev",
    "Presentation slides for developers",
    "Slidev Theme Starter",
    "What is Slidev?",
    "Slidev is a slides maker and presenter designed for developers",
    "Press Space for next page",
    "Hover on the bottom-left corner to see the navigation's controls panel",
    "You can use the `Toc` component to generate a table of contents",
    "Use code snippets and get the highlighting directly",
    "Powered by [shiki-magic-move]",
    "You can use Vue components directly inside your slides.",
    "Slidev comes with powerful theming support.",
    "You can add `v-click` to elements to add a click animation.",
    "Motion animations are powered by [@vueuse/motion]",
    "LaTeX is supported out-of-box",
    "You can create diagrams / graphs from textual descriptions",
    "Double-click on the draggable elements to edit their positions.",
    "Slidev provides built-in Monaco Editor support.",
    "[Showcases](https://sli.dev/",
)
"""On slides."""

NOTES = (
    "The last comment block of each slide will be treated as slide notes.",
    "You can have `style` tag in markdown to override the style for the current page.",
    "Notes can also sync with clicks",
    "Presenter note with **bold**, *italic*, and ~~striked~~ text.",
    "Here is another comment.",
)
"""In notes."""
