"""Markdown of one slide, with Slidev's rules (format C): tokens with exact places, and the Vue template.

`tokens.placed_tokens` is what references are read from; `render.render` makes the template; both share one engine.
Import from the modules: `check` needs the first and not the second.
"""

from __future__ import annotations
