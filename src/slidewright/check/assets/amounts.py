"""Amounts as people read them."""

from __future__ import annotations

from slidewright.settings import MEGABYTE


def megabytes(size: int) -> str:
    """A size in bytes as megabytes, or kilobytes below one."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, round(size / 1000))} kB"


def pixels(width: float, height: float) -> str:
    """`4000 × 3000`."""
    return f"{width:.0f} × {height:.0f}"
