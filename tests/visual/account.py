"""What is published of the comparison, `docs/visual.md`: made of what the tests hold the pictures to."""

from __future__ import annotations

from collections.abc import Iterator

from explained import NOISE, Explanation, bar
from fingerprint import kept
from likeness import THRESHOLD
from photographs import ALL_SERIES

LABELS = {"default": "default", "seriph": "seriph", "default-dark": "dark", "default-clicks": "click by click"}
HEAD = f"""\
# How the page looks beside the original

The deck in `tests/visual/deck` uses every feature of Slidev. It is built, photographed and compared with the pictures
that Slidev 53 itself exports: in two themes, dark, and after every click. Two exports by the original differ from each
other by up to {NOISE.share} % of a slide's pixels (a pixel differs when one of its colours does by more than
{THRESHOLD} of 255); a picture of ours is **equal** when it differs by no more and its structural similarity is at
least {NOISE.similarity}. Every other one is explained below, and held to the limit that stands there.

This page is made by `python -m pytest tests/visual --update-goldens`. The tests that hold the pictures to it need
Chromium and the fonts of the reference: DejaVu Sans, Liberation Mono and Noto Sans CJK.

| pictures | in all | equal | explained |
| --- | --: | --: | --: |
"""


def account(explained: list[Explanation]) -> str:
    """The page's text."""
    return HEAD + "".join(_counts(explained)) + "\n" + "".join(_reasons(explained))


def _counts(explained: list[Explanation]) -> Iterator[str]:
    for series in ALL_SERIES:
        names = kept()[series.name]
        equal = sum(bar(explained, series.name, name) == NOISE for name in names)
        yield f"| {LABELS[series.name]} | {len(names)} | {equal} | {len(names) - equal} |\n"


def _reasons(explained: list[Explanation]) -> Iterator[str]:
    yield "| slide | pictures | at most | why |\n| --: | --- | --: | --- |\n"
    for item in explained:
        yield f"| {item.slide} | {LABELS.get(item.series, 'all')} | {item.bar.share:g} % | {item.reason} |\n"
