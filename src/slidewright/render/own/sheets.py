"""Style sheets of own code: what they import stands in them, the files they name are in the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from slidewright.errors import InputError
from slidewright.render.assets import AssetTable
from slidewright.render.own.client_sheets import client_sheet, is_client_sheet
from slidewright.render.own.specifiers import Named, Specifiers, Unnamed
from slidewright.render.urls import Url, rewrite_css
from slidewright.text import Source
from slidewright.workspace import Workspace

SHEETS = frozenset([".css", ".pcss", ".postcss"])
VARIABLE = re.compile(r"var\(--asset-([0-9a-f]+)\)")
_FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*\}", re.IGNORECASE)
_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)["']?\s*\)?([^;{}]{0,200});""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|var\(", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?([^"')]+)""", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?:)?//[^/?#]+", re.IGNORECASE)
_DEPTH = 32
_MOST = 500  # style sheets that one may bring in: with conditions a few can make thousands
SHEET_BYTES = 4_000_000

Conditions = tuple[str, ...]  # of the imports that led somewhere, from the outermost on; "" for one without
Inlined = set[tuple[PurePosixPath, Conditions]]
Report = Callable[[Source, str, str], None]  # the importing source, the import as written, the message


class Sheets:
    """Makes style sheets whole; `report` is told of imports and files that are not there."""

    def __init__(self, workspace: Workspace, assets: AssetTable, specifiers: Specifiers, report: Report) -> None:
        self._workspace, self._assets, self._specifiers, self._report = workspace, assets, specifiers, report

    def whole(self, source: Source, text: str) -> str:
        """A style sheet of a file, its imports inlined and its `url()`s named as the page names them.

        What is imported again under the same condition stands there once, as with PostCSS in Slidev's own build.
        """
        return self._whole(source, text, {(source.path, ())}, ())

    def _whole(self, source: Source, text: str, inlined: Inlined, under: Conditions) -> str:
        text = _IMPORT.sub(lambda match: self._imported(source, match, inlined, under), text)
        text = _FONT_FACE.sub(lambda match: self._font(source, match[0]), text)
        return rewrite_css(text, lambda _, url: self._variable(source, url))

    def _imported(self, source: Source, match: re.Match[str], inlined: Inlined, under: Conditions) -> str:
        if is_client_sheet(match[1]):
            return client_sheet(match[1])
        if self._is_remote(source, match[1]):
            return ""
        if _ELSEWHERE.match(match[1]):
            return match[0]
        path = self._find(source, match[1])
        condition = match[2].strip()
        inside = (*under, condition)
        if path is None or (path, _conditions(inside)) in inlined:
            return ""
        if len(inside) > _DEPTH or len(inlined) > _MOST:
            self._report(source, match[1], "too many style sheets import each other")
            return ""
        inlined.add((path, _conditions(inside)))
        try:
            if self._workspace.size(path) > SHEET_BYTES:
                raise InputError(f"{path}: larger than {SHEET_BYTES // 1_000_000} MB")
            imported = self._workspace.read(path)
        except InputError as error:
            self._report(source, match[1], str(error))
            return ""
        css = self._whole(imported, imported.text, inlined, inside)
        return f"@media {condition} {{\n{css}\n}}" if condition and "(" not in condition[:9] else css

    def _font(self, source: Source, rule: str) -> str:
        """A font with its files in the page; one that is only on the network is left out."""
        rule = rewrite_css(rule, lambda _, url: self._data(source, url))
        urls = _URL.findall(rule)
        return "" if urls and all(self._is_remote(source, url) for url in urls) else rule

    def _is_remote(self, source: Source, written: str) -> bool:
        """Is this on the network? Then it is not in the page, which is told once for each host."""
        host = _REMOTE.match(written)
        if host is not None:
            self._report(source, host[0], "it is not in the page, which asks the network for nothing")
        return host is not None

    def _variable(self, source: Source, url: str) -> Url | None:
        if self._is_remote(source, url):
            return Url("", 'url("data:,")')
        path = self._find(source, url)
        return Url("", f"var(--asset-{self._assets.id(path)})") if path else None

    def _data(self, source: Source, url: str) -> Url | None:
        path = self._find(source, url)
        return Url("", f'url("{self._assets.url(path)}")') if path else None

    def _find(self, source: Source, written: str) -> PurePosixPath | None:
        if _ELSEWHERE.match(written):
            return None
        target = re.split(r"[?#]", written)[0]
        found = self._resolved(source.path, target)
        if isinstance(found, Unnamed):
            self._report(source, written, found.message)
        return found.path if isinstance(found, Named) else None

    def _resolved(self, importer: PurePosixPath, target: str) -> Named | Unnamed:
        """Relative to the style sheet, whatever it begins with; else a package's file, as Vite looks for it."""
        if target.startswith(("./", "../", "/", "@/", "~/")):
            return self._specifiers.resolve(importer, target)
        near = self._specifiers.resolve(importer, f"./{target}")
        if isinstance(near, Named):
            return near
        package = self._specifiers.resolve(importer, target.removeprefix("~"))
        return package if isinstance(package, Named) and package.path else near


def _conditions(under: Conditions) -> Conditions:
    return tuple(filter(None, under))
