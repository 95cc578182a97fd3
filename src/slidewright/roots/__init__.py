"""Slidev's roots: the folders of a deck's theme, of its addons and of its entry, and the parts that each brings."""

from __future__ import annotations

from slidewright.roots.find import Roots, find_roots
from slidewright.roots.packages import Package

__all__ = ["Package", "Roots", "find_roots"]
