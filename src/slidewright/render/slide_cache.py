"""Finished slides kept between builds: a slide whose text, files and surroundings are the same is not made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from slidewright.engine.cache import ResultCache
from slidewright.engine.folders import cache_folder
from slidewright.engine.tool import tool_state
from slidewright.render.parts import SlideParts


def slide_key(*surroundings: Any) -> bytes:
    """The key of a slide: a hash of everything that its parts are made from, the tool itself included."""
    text = json.dumps([tool_state(), *surroundings], sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


class SlideCache:
    """Parts of slides by key; keeps nothing where there is no folder for it, or where it is not `wanted`."""

    def __init__(self, wanted: bool) -> None:
        folder = cache_folder() if wanted else None
        self._results = ResultCache(folder / "slides.sqlite3") if folder else None

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, SlideParts]:
        """The parts that are there."""
        found = self._results.get_many(keys) if self._results else {}
        return {key: SlideParts.from_json(text) for key, text in found.items()}

    def put_many(self, parts: Mapping[bytes, SlideParts]) -> None:
        """Keep parts."""
        if self._results and parts:
            self._results.put_many({key: item.to_json() for key, item in parts.items()})

    def close(self) -> None:
        """Let go of the file."""
        if self._results:
            self._results.close()
