"""The JavaScript engine: one door to UnoCSS, Shiki, KaTeX and the Vue compiler, opened lazily, its results cached.

`engine.call(module, function, argument)` takes and returns plain JSON values. What is wrong with an argument is in the
value (`{"error": …, "line"?: …}`), so one bad slide does not stop a build; `EngineError` means that nothing works.
"""

from __future__ import annotations

from slidewright.engine.bundles import Manifest, manifest
from slidewright.engine.configured import ConfiguredEngine
from slidewright.engine.engine import Engine, open_engine
from slidewright.engine.errors import EngineError

__all__ = ["ConfiguredEngine", "Engine", "EngineError", "Manifest", "manifest", "open_engine"]
