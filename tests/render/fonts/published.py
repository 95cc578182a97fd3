"""Font packages as Fontsource publishes them, made of the fonts of the bundles."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from slidewright.resources import bundle_folder

FILES = bundle_folder() / "fonts/@fontsource"


def font(name: str) -> bytes:
    """A WOFF2 file of the bundles: `pt-mono-latin-400-normal`."""
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    return next(Path(FILES).glob(f"*/files/{name}.woff2")).read_bytes()


def face(file: str, weight: str = "400", style: str = "normal", ranges: str = "U+0000-00FF,U+2000-206F") -> str:
    """A rule of a package's style sheet."""
    return (
        f"@font-face {{\n  font-family: 'X';\n  font-style: {style};\n  font-weight: {weight};\n"
        f"  src: url(./files/{file}.woff2) format('woff2'), url(./files/{file}.woff) format('woff');\n"
        f"  unicode-range: {ranges};\n}}\n"
    )


def package(name: str, *weights: str, scope: str = "@fontsource") -> dict[str, bytes | str]:
    """The files of a package in a project, with one font for ASCII in each of the weights (`400`, `700-italic`)."""
    folder, found = f"node_modules/{scope}/{name}", dict[str, bytes | str]()
    for sheet in weights:
        weight, _, style = sheet.partition("-")
        file = f"{name}-latin-{weight}-{style or 'normal'}"
        found[f"{folder}/{sheet}.css"] = face(file, weight, style or "normal")
        found[f"{folder}/files/{file}.woff2"] = font("pt-mono-latin-400-normal")
    return found


def fonts_in(css: str) -> list[TTFont]:
    """The fonts that stand in a style sheet."""
    found = re.findall(r"data:font/woff2;base64,([^\")]+)", css)
    return [TTFont(io.BytesIO(base64.b64decode(text, validate=True))) for text in found]
