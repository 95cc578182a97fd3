"""KaTeX's style sheet with the fonts that a deck's formulas use, and no others, inside it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from pathlib import Path

# Which faces the classes in KaTeX's HTML ask for; Main-Regular is what everything starts from.
_FACES: dict[str, tuple[str, ...]] = {
    "amsrm": ("AMS-Regular",),
    "boldsymbol": ("Math-BoldItalic",),
    "delim-size1": ("Size1-Regular",),
    "delim-size4": ("Size4-Regular",),
    "large-op": ("Size2-Regular",),
    "mathbb": ("AMS-Regular",),
    "mathbf": ("Main-Bold",),
    "mathboldfrak": ("Fraktur-Bold",),
    "mathboldsf": ("SansSerif-Bold",),
    "mathcal": ("Caligraphic-Regular", "Caligraphic-Bold"),
    "mathfrak": ("Fraktur-Regular", "Fraktur-Bold"),
    "mathit": ("Main-Italic",),
    "mathitsf": ("SansSerif-Italic",),
    "mathnormal": ("Math-Italic",),
    "mathscr": ("Script-Regular",),
    "mathsf": ("SansSerif-Regular",),
    "mathtt": ("Typewriter-Regular",),
    "size1": ("Size1-Regular",),
    "size2": ("Size2-Regular",),
    "size3": ("Size3-Regular",),
    "size4": ("Size4-Regular",),
    "small-op": ("Size1-Regular",),
    "textbb": ("AMS-Regular",),
    "textbf": ("Main-Bold", "Main-BoldItalic"),
    "textboldfrak": ("Fraktur-Bold",),
    "textboldsf": ("SansSerif-Bold",),
    "textfrak": ("Fraktur-Regular",),
    "textit": ("Main-Italic", "Main-BoldItalic"),
    "textitsf": ("SansSerif-Italic",),
    "textscr": ("Script-Regular",),
    "textsf": ("SansSerif-Regular",),
    "texttt": ("Typewriter-Regular",),
}
_CLASS = re.compile(r'class="([^"]*)"')
_RULE = re.compile(r"@font-face\s*\{[^}]*\}")
_FACE = re.compile(r"fonts/KaTeX_([\w-]+)\.woff2")


def faces(formulas: Iterable[str]) -> frozenset[str]:
    """The KaTeX faces (`Main-Regular`, …) that rendered formulas use."""
    classes = {name for html in formulas for match in _CLASS.finditer(html) for name in match[1].split()}
    return frozenset({"Main-Regular", *(face for name in classes for face in _FACES.get(name, ()))})


def style_sheet(css: str, folder: Path, wanted: frozenset[str]) -> str:
    """KaTeX's style sheet, its `@font-face` rules reduced to the wanted faces with the font of `folder` in each."""

    def rule(match: re.Match[str]) -> str:
        face = _FACE.search(match[0])
        if face is None or face[1] not in wanted:
            return ""
        font = base64.b64encode((folder / face[0]).read_bytes()).decode("ascii")
        source = f'src:url("data:font/woff2;base64,{font}") format("woff2")'
        return re.sub(r"src:[^;}]*", lambda _: source, match[0], count=1)

    return _RULE.sub(rule, css)
