"""The deck's own style sheets: those that Slidev imports by name (format F.2), with their files in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from slidewright.engine import Engine
from slidewright.render.assets import AssetTable
from slidewright.render.urls import Url, rewrite_css
from slidewright.workspace import Workspace, join

_NAMES = ("styles/index", "styles", "style")
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"']+)["']\)?\s*;""", re.IGNORECASE)
_DEPTH = 8


def present(workspace: Workspace, folder: PurePosixPath, suffixes: tuple[str, ...]) -> list[PurePosixPath]:
    """The style files of a deck's folder that have one of the suffixes, in the order of Slidev's import."""
    paths = (folder / f"{name}.{suffix}" for name in _NAMES for suffix in suffixes)
    return [path for path in paths if workspace.exists(path)]


def own_styles(engine: Engine, workspace: Workspace, folder: PurePosixPath, assets: AssetTable) -> list[str]:
    """The deck's CSS with imports inlined, files named and UnoCSS's directives applied."""
    sheets = [_Sheet(workspace, folder, assets).css(path, _DEPTH) for path in present(workspace, folder, ("css",))]
    results = engine.call_many("uno", "directives", [{"css": css} for css in sheets])
    return [result.get("css", css) for result, css in zip(results, sheets, strict=True)]


class _Sheet:
    def __init__(self, workspace: Workspace, folder: PurePosixPath, assets: AssetTable) -> None:
        self._workspace, self._folder, self._assets = workspace, folder, assets

    def css(self, path: PurePosixPath, depth: int) -> str:
        text = self._workspace.read(path).text
        text = _IMPORT.sub(lambda match: self._imported(path, match, depth), text)
        text = _FONT_FACE.sub(lambda match: rewrite_css(match[0], lambda _, url: self._data(path, url)), text)
        return rewrite_css(text, lambda _, url: self._variable(path, url))

    def _imported(self, path: PurePosixPath, match: re.Match[str], depth: int) -> str:
        target = self._find(path, match[1])
        return self.css(target, depth - 1) if target is not None and depth > 0 else ""

    def _variable(self, path: PurePosixPath, url: str) -> Url | None:
        target = self._find(path, url)
        return Url("", f"var(--asset-{self._assets.id(target)})") if target else None

    def _data(self, path: PurePosixPath, url: str) -> Url | None:
        target = self._find(path, url)
        return Url("", f'url("{self._assets.url(target)}")') if target else None

    def _find(self, path: PurePosixPath, url: str) -> PurePosixPath | None:
        """The file that a style sheet names: from its own folder, or with a slash from `public/` or the deck's."""
        if re.match(r"[a-z][a-z0-9+.-]*:|//|#", url, re.IGNORECASE):
            return None
        return next(self._existing(path, re.split(r"[?#]", url)[0]), None)

    def _existing(self, path: PurePosixPath, url: str) -> Iterator[PurePosixPath]:
        folders = (self._folder / "public", self._folder) if url.startswith("/") else (path.parent,)
        for folder in folders:
            found = join(folder, url)
            if found is not None and self._workspace.exists(found):
                yield found
