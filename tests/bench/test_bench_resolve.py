"""How long finding and resolving references takes: nothing where there are none, and in proportion to any input."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace

pytestmark = pytest.mark.slow

SLIDE = "# 第 {no} 页\n\n- one {no}\n- two *words*: three\n\n第一段文字，第二段文字。\n\n<!-- note {no} -->\n"

HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "one address again and again": (lambda n: "https://e.x/a " * n, 500),
    "a paragraph of addresses": (lambda n: "see https://e.x/a\n" * n, 500),
    "a paragraph of images": (lambda n: "![a](./x.png)\n" * n, 500),
    "a line of images": (lambda n: "![a](./x.png) " * n, 500),
    "equal cells": (lambda n: "|a|\n|-|\n" + "|![](./x.png)|\n" * n, 500),
    "definitions": (lambda n: "".join(f"[{i}]: ./{i}.png\n" for i in range(n)) + "\n" + "![0]\n" * n, 300),
    "missing names": (lambda n: "".join(f"![](./x{i}y.png)\n\n" for i in range(n)), 300),
    "an address of brackets": (lambda n: "来源: https://e.x/" + ")" * n, 20_000),
    "candidates of a srcset": (lambda n: '<img srcset="' + " ," * n + 'a.png 2x">', 10_000),
    "unclosed tags": (lambda n: "<div>\n" + "<a b=c <pre>" * n, 3_000),
    "unclosed comments": (lambda n: "<div>\n" + "<!-- " * n, 10_000),
    "unclosed urls": (lambda n: "<style>\n" + "url(" * n + "\n</style>", 5_000),
    "code in html": (lambda n: "<div>\n" + "<code>x</code><b>" * n, 2_000),
    "labels in a line": (lambda n: "x 来源: " * n, 3_000),
    "labels in lines": (lambda n: "来源: https://e.x/a\n" * n, 500),
    "open brackets": (lambda n: "[" * n, 10_000),
    "open pictures": (lambda n: "![" * n, 5_000),
    "brackets after a label": (lambda n: "来源: x" + ")" * n, 10_000),
    "links after a label": (lambda n: "来源: " + "[a](https://e.x/b) " * n, 500),
    "blanked code after a label": (lambda n: "来源: x" + " " * n + "`a`" * n + "x", 3_000),
}


def seconds(text: str) -> tuple[float, float]:
    """Process time of loading and of resolving a deck, the faster of two runs."""
    workspace = MemoryWorkspace({"slides.md": text})
    found = []
    for _ in range(2):
        start = time.process_time()
        deck = load(workspace, PurePosixPath("slides.md"))
        loaded = time.process_time()
        resolve(deck, workspace)
        found.append((loaded - start, time.process_time() - loaded))
    return min(load for load, _ in found), min(resolving for _, resolving in found)


@pytest.mark.parametrize(("make", "size"), HOSTILE.values(), ids=HOSTILE.keys())
def test_any_input_takes_time_in_proportion(make: Callable[[int], str], size: int) -> None:
    resolve_once = seconds(make(size))[1]
    assert seconds(make(size * 6))[1] < 14 * resolve_once + 0.03


def test_slides_of_text_cost_less_than_reading_them(capsys: pytest.CaptureFixture[str]) -> None:
    loading, resolving = seconds("\n---\n\n".join(SLIDE.format(no=no) for no in range(5_000)))
    with capsys.disabled():
        sys.stdout.write(
            f"\n5,000 slides of text: {5_000 / (loading + resolving):,.0f} slides/s, "
            f"resolving {resolving / loading:.2f} x loading\n"
        )
    assert resolving < loading
