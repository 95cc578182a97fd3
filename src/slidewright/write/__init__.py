"""RenderedDeck → disk, and nothing else writes there: atomic, an old good output survives, only our own is pruned."""

from __future__ import annotations

from slidewright.write.files import write_file
from slidewright.write.folder import MANIFEST, write_folder
from slidewright.write.page import write_page

__all__ = ["MANIFEST", "write_file", "write_folder", "write_page"]
