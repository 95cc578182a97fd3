"""The icons of GitHub's alerts: our own drawings, in the size and place of the original's."""

from __future__ import annotations

_RING = '<circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" stroke-width="1.5"/>'
_STEM = (
    '<path d="{}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>'
)
_SHAPES = {
    "note": _RING + _STEM.format("M8 7.5v4M8 4.6v.2"),
    "tip": _STEM.format(
        "M5.75 10.5C4.2 9.5 3.5 8 3.5 6.25a4.5 4.5 0 0 1 9 0c0 1.75-.7 3.25-2.25 4.25v1h-4.5zM6.5 14h3"
    ),
    "important": _STEM.format("M2 2.5h12v8.75H8L5 14v-2.75H2zM8 4.75v2.5M8 9.1v.1"),
    "warning": _STEM.format("M8 1.75 14.75 14H1.25zM8 6.25v3.25M8 11.6v.1"),
    "caution": _STEM.format("M5.25 1.25h5.5l4 4v5.5l-4 4h-5.5l-4-4v-5.5zM8 4.5v4M8 11.1v.1"),
}


def alert_icon(kind: str) -> str:
    """The icon of an alert: `note`, `tip`, `important`, `warning` or `caution`."""
    return (
        '<svg class="octicon mr-2" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">'
        f"{_SHAPES.get(kind, _SHAPES['note'])}</svg>"
    )
