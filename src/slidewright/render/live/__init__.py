"""The deck for a page on a server, which takes its pieces one by one and each new one in the place of the old."""

from __future__ import annotations

from slidewright.render.live.deck import Fault, LiveDeck, Shown
from slidewright.render.live.files import FILES, LiveFile
from slidewright.render.live.making import LiveMaker
from slidewright.render.live.page import live_page, live_script
from slidewright.render.live.updates import snapshot, update

__all__ = [
    "FILES",
    "Fault",
    "LiveDeck",
    "LiveFile",
    "LiveMaker",
    "Shown",
    "live_page",
    "live_script",
    "snapshot",
    "update",
]
