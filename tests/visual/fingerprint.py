"""A picture as a thousand numbers: what the repository keeps of the reference, so that every checkout can compare."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path

import numpy as np
from likeness import Pixels
from numpy.typing import NDArray
from PIL import Image

Grid = NDArray[np.uint8]

COLUMNS, ROWS = 40, 24  # cells of 24.5 x 23 pixels of the slide: a word changes some
STEP = 4  # of 255: brightness is kept in 64 levels, which packs well
SEEN = 9  # of 255: more than what another size of the picture, another hair of a letter and the step come to
FILE = Path(__file__).with_name("fingerprints.json")


def grid(picture: Pixels) -> Grid:
    """Mean brightness of every cell, and below it the means of both colour differences at half that size."""
    planes = Image.fromarray(picture).convert("YCbCr").split()
    sizes = ((COLUMNS, ROWS), (COLUMNS // 2, ROWS // 2), (COLUMNS // 2, ROWS // 2))
    cells = [np.asarray(plane.resize(size, Image.Resampling.BOX)) for plane, size in zip(planes, sizes, strict=True)]
    return np.concatenate([part.ravel() for part in cells])


def changed(one: Grid, other: Grid) -> float:
    """Share of the cells that differ visibly, in percent."""
    return float((np.abs(one.astype(int) - other) > SEEN).mean() * 100)


def packed(cells: Grid) -> str:
    """The cells as text."""
    return base64.b85encode(zlib.compress((cells // STEP).tobytes(), 9)).decode("ascii")


def unpacked(text: str) -> Grid:
    """The cells of a text, each in the middle of its level."""
    return np.frombuffer(zlib.decompress(base64.b85decode(text)), dtype=np.uint8) * STEP + STEP // 2


def kept() -> dict[str, dict[str, Grid]]:
    """The reference's fingerprints: series, then picture."""
    series = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: {key: unpacked(text) for key, text in pictures.items()} for name, pictures in series.items()}


def keep(references: Path, names: list[str]) -> None:
    """Write the fingerprints of the references' pictures."""
    series = {
        name: {
            path.stem: packed(grid(np.asarray(Image.open(path).convert("RGB")))) for path in _pictures(references, name)
        }
        for name in names
    }
    FILE.write_text(json.dumps(series, indent=0) + "\n", encoding="utf-8")


def _pictures(references: Path, name: str) -> list[Path]:
    return sorted((references / name).glob("*.png"))


if __name__ == "__main__":
    root = Path(__file__).parents[3] / "shared/reference/feature"
    keep(root, list(kept()))
