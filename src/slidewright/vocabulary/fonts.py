"""Font families that no package brings: CSS's generic ones, and those that come with operating systems."""

from __future__ import annotations

import re

GENERIC = frozenset(
    """serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji
    fangsong -apple-system blinkmacsystemfont inherit initial unset revert""".split()
)

_SYSTEM = """
american typewriter, apple color emoji, arial, arial black, avenir, avenir next, baskerville, bookman old
style, calibri, cambria, candara, century gothic, chalkboard, comic sans ms, consolas, constantia, corbel,
courier, courier new, dengxian, didot, fangsong, franklin gothic medium, futura, garamond, geneva, georgia,
gill sans, heiti sc, heiti tc, helvetica, helvetica neue, hiragino kaku gothic pron, hiragino mincho pron,
hiragino sans, hiragino sans gb, hoefler text, impact, kaiti, kaiti sc, lucida console, lucida grande, lucida
sans unicode, malgun gothic, marlett, meiryo, menlo, microsoft jhenghei, microsoft yahei, monaco, ms gothic,
ms mincho, nsimsun, optima, palatino, palatino linotype, pingfang hk, pingfang sc, pingfang tc, rockwell,
segoe print, segoe script, segoe ui, segoe ui emoji, segoe ui symbol, sf mono, sf pro, sf pro display, sf pro
text, sfmono-regular, simhei, simsun, songti sc, songti tc, stheiti, stsong, tahoma, times, times new roman,
trebuchet ms, verdana, yu gothic, yu mincho
"""

SYSTEM = frozenset(" ".join(name.split()) for name in _SYSTEM.split(","))
"""Names in lower case."""

_PACKAGE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_installed(family: str) -> bool:
    """Does a family come with the viewer's system or browser, if at all?"""
    return family.lower() in GENERIC | SYSTEM


def font_package(family: str) -> str | None:
    """The name under which Fontsource publishes a family (`Noto Sans SC`: `noto-sans-sc`); None if it can have none."""
    name = "-".join(family.lower().split())
    return name if _PACKAGE.fullmatch(name) else None
