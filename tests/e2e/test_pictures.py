"""What `corrupt-image` says of a picture is what Chromium does with it."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path, PurePosixPath

import pytest
from chromium import Page
from PIL import Image

from slidewright.check import Show
from slidewright.check.rules.reference.corrupt_image import find
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import DiskWorkspace

pytestmark = pytest.mark.browser

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
TEXTS = {
    "no-namespace.svg": SVG.replace(' xmlns="http://www.w3.org/2000/svg"', ""),
    "plain.svg": SVG,
    "https.svg": SVG.replace("http:", "https:"),
    "blank-before.svg": f"\n{SVG}",
    "no-end.svg": SVG.removesuffix("</svg>"),
    "declared.svg": f'<?xml version="1.0"?>\n<!-- by hand -->{SVG}',
    "entity.svg": SVG.replace("</svg>", "&nbsp;</svg>"),
    "typed.svg": f'<!DOCTYPE svg [<!ENTITY c "red">]>{SVG.replace("<rect", "<rect fill=" + chr(34) + "&c;" + chr(34))}',
    "prefix.svg": SVG.replace("<rect", '<rect xlink:href="#a"'),
    "late-declaration.svg": f'\n<?xml version="1.0"?>{SVG}',
    "page.svg": "<!DOCTYPE html><html></html>",
    "page.png": "<!DOCTYPE html><html></html>",
    "pointer.png": "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    "svg.png": SVG,
    "noise.jpg": "x" * 300,
    "empty.png": "",
    "paper.png": "%PDF-1.7",
}
LOADED = """(async () => {
  const found = {};
  for (const name of NAMES) {
    const image = new Image();
    image.src = name;
    await image.decode().then(() => found[name] = true, () => found[name] = false);
  }
  return found;
})()"""


def drawn(kind: str) -> bytes:
    random.seed(1)
    picture = Image.effect_noise((60, 40), 60).convert("RGB")
    stream = io.BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()


def written(folder: Path) -> list[str]:
    files = {name: text.encode() for name, text in TEXTS.items()}
    kinds = ("png", "jpeg", "gif", "webp", "avif", "bmp")
    files |= {f"whole.{kind}": drawn(kind) for kind in kinds}
    files |= {f"{kind}-called.{'jpg' if kind == 'png' else 'png'}": drawn(kind) for kind in kinds}
    files |= {"png-called.svg": drawn("png"), "scan.png": drawn("tiff"), "latin.svg": SVG.encode() + b"<!-- \xe9 -->"}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return sorted(files)


def reported(folder: Path) -> set[str]:
    workspace = DiskWorkspace(folder)
    deck = load(workspace, PurePosixPath("slides.md"))
    found = find(Show(deck, resolve(deck, workspace), workspace))
    return {finding.location.text.removeprefix("./") for finding in found}


def test_reported_are_exactly_the_pictures_that_do_not_load(page: Page, tmp_path: Path) -> None:
    names = written(tmp_path)
    (tmp_path / "slides.md").write_text("\n\n".join(f"![](./{name})" for name in names), encoding="utf-8")
    (tmp_path / "page.html").write_text("<title>pictures</title>", encoding="utf-8")
    page.open((tmp_path / "page.html").as_uri())
    loaded = page.evaluate(LOADED.replace("NAMES", json.dumps(names)))
    assert reported(tmp_path) == {name for name, is_shown in loaded.items() if not is_shown}
