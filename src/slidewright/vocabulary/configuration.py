"""Slidev's deck configuration: its keys and what they are without being set (format B.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEFAULTS: Mapping[str, Any] = {
    "theme": "default",
    "addons": [],
    "title": "Slidev",
    "titleTemplate": "%s - Slidev",
    "favicon": "https://cdn.jsdelivr.net/gh/slidevjs/slidev/assets/favicon.png",
    "aspectRatio": 16 / 9,
    "canvasWidth": 980,
    "routerMode": "history",
    "colorSchema": "auto",
    "highlighter": "shiki",
    "css": "unocss",
    "lineNumbers": False,
    "selectable": False,
    "codeCopy": True,
    "magicMoveCopy": True,
    "magicMoveDuration": 800,
    "shiki": {},
    "twoslash": True,
    "monaco": True,
    "monacoTypesSource": "local",
    "monacoTypesAdditionalPackages": [],
    "monacoTypesIgnorePackages": [],
    "monacoRunAdditionalDeps": [],
    "monacoRunUseStrict": True,
    "plantUmlServer": "https://www.plantuml.com/plantuml",
    "comark": False,
    "mdc": False,
    "presenter": True,
    "browserExporter": "dev",
    "download": False,
    "export": {},
    "exportFilename": "",
    "record": "dev",
    "remote": False,
    "remoteAssets": False,
    "editor": True,
    "mcp": True,
    "contextMenu": None,
    "wakeLock": True,
    "pwa": False,
    "preloadImages": True,
    "seoMeta": {},
    "notesAutoRuby": {},
    "duration": "30min",
    "timer": "stopwatch",
    "transition": None,
    "clickAnimation": "",
    "author": "",
    "info": False,
    "htmlAttrs": {},
    "themeConfig": {},
    "fonts": {},
    "drawings": {},
}

NESTED = ("fonts", "htmlAttrs", "themeConfig", "drawings")
"""Keys that are merged key by key; all others are replaced whole."""

DRAWINGS: Mapping[str, Any] = {"enabled": True, "persist": False, "presenterOnly": False, "syncAll": True}

SANS_STACK = (
    "ui-sans-serif", "system-ui", "-apple-system", "BlinkMacSystemFont", '"Segoe UI"', "Roboto", '"Helvetica Neue"',
    "Arial", '"Noto Sans"', "sans-serif", '"Apple Color Emoji"', '"Segoe UI Emoji"', '"Segoe UI Symbol"',
    '"Noto Color Emoji"',
)  # fmt: skip
SERIF_STACK = ("ui-serif", "Georgia", "Cambria", '"Times New Roman"', "Times", "serif")
MONO_STACK = (
    "ui-monospace", "SFMono-Regular", "Menlo", "Monaco", "Consolas", '"Liberation Mono"', '"Courier New"', "monospace",
)  # fmt: skip

WEIGHTS = "200,400,600"
