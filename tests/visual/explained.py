"""The pictures that may differ from the reference by more than its own noise, each with its reason: `explained.tsv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

FILE = Path(__file__).with_name("explained.tsv")


@dataclass(frozen=True, slots=True)
class Bar:
    """What a picture may differ by, in percent of its pixels and of its cells, and how alike it is at least."""

    share: float
    similarity: float
    cells: float


# Two exports of one deck by the original differ by up to 0.22 % of a slide's pixels: lines of text a pixel off.
NOISE = Bar(share=0.22, similarity=0.9985, cells=0.0)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a slide differs, in which series (`*` for all), and by how much at most."""

    series: str
    slide: str
    bar: Bar
    reason: str

    def covers(self, series: str, picture: str) -> bool:
        """Whether it speaks of a picture, such as `07` or `07-02`."""
        return fnmatchcase(series, self.series) and fnmatchcase(picture.split("-")[0], self.slide)


def explanations() -> list[Explanation]:
    """The rows of the file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Explanation(row["series"], row["slide"], Bar(float(row["pixels"]), 0, float(row["cells"])), row["reason"])
        for row in rows
    ]


def bar(explained: list[Explanation], series: str, picture: str) -> Bar:
    """What a picture is held to."""
    bars = [item.bar for item in explained if item.covers(series, picture)]
    return max(bars, key=lambda one: one.share) if bars else NOISE
