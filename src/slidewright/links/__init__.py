"""Remote addresses, asked politely: `slidewright check --external`.

`ask(urls, settings, cache)` tells for each address whether it answers, moved, is gone, lacks the anchor, or cannot be
judged from here. Nothing is said against an address that a browser may still get to.
"""

from __future__ import annotations

from slidewright.links.asking import ask

__all__ = ["ask"]
