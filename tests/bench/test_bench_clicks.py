"""What counting clicks costs, next to parsing the same slides: both grow with the deck, and with nothing else."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from slidewright.clicks import clicks_of
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.slides import parse
from slidewright.text import Source

pytestmark = pytest.mark.slow

SLIDE = """
# 第 {no} 页

<v-clicks depth="2">

- one {no}
  - below
- two

</v-clicks>

<div v-click="[2, 4]">a <span v-mark>b</span></div>

```ts {{1|2|all}}
const a = {no}
```
"""
HOSTILE: dict[str, Callable[[int], str]] = {
    "one element after the other": lambda n: "<b v-click>a</b>\n" * n,
    "items of one list": lambda n: "<v-clicks>\n\n" + "- a\n" * n + "\n</v-clicks>",
    "one element in the other": lambda n: "<div v-click>" * n + "</div>" * n,
    "brackets of a value": lambda n: '<b v-click="' + "[" * n + '">a</b>',
    "comments in a block": lambda n: "<div>\n" + "<!-- a --> b\n" * n + "</div>",
}


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """CPU seconds of the fastest run."""
    found = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def test_counting_costs_about_what_the_markdown_costs_that_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n---\n".join(SLIDE.format(no=no) for no in range(1_000))
    slides = parse(Source(PurePosixPath("slides.md"), text)).slides
    read: list[Anatomy] = []

    def tokens() -> None:
        read[:] = [Anatomy(slide.content, MarkdownOptions()) for slide in slides]
        for anatomy in read:
            assert anatomy.tokens
            assert anatomy.tags

    def counted() -> None:
        assert sum(clicks_of(slide, anatomy).total for slide, anatomy in zip(slides, read, strict=True)) == 6_000

    parsing, counting = seconds(tokens), seconds(counted)
    with capsys.disabled():
        sys.stdout.write(f"\nclicks of {len(slides):,} slides: {counting / parsing:.2f} x parsing them\n")
    assert counting < 4 * parsing


@pytest.mark.parametrize("name", HOSTILE)
def test_long_slides_are_counted_in_linear_time(name: str) -> None:
    def work(n: int) -> Callable[[], object]:
        slide = parse(Source(PurePosixPath("slides.md"), HOSTILE[name](n))).slides[0]
        anatomy = Anatomy(slide.content, MarkdownOptions())
        assert anatomy.tokens
        return lambda: clicks_of(slide, anatomy)

    assert seconds(work(2_000)) < 8 * max(seconds(work(500)), 0.002)  # four is linear, sixteen quadratic
