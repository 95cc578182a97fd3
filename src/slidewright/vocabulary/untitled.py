"""Layouts whose slides need no heading: they show one picture, one page or one sentence (format F.2)."""

from __future__ import annotations

UNTITLED = frozenset(
    """
    image iframe full none end quote fact statement 404 error
    3-images intro-image intro-image-right blank image-full full-image fullscreen embed poster video thanks
    """.split()
)
"""The built-in ones, those of the official themes, and what such layouts are called elsewhere."""
