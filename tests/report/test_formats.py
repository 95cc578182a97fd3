"""docs/formats.md shows what is really printed: the last fence of a section is made anew with `--update-goldens`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from slidewright.report import FORMATS, Look, Report, formatted
from slidewright.report.diff import diff
from slidewright.report.statistics import statistics
from slidewright.report.summary import summary

DOCUMENT = Path(__file__).parents[2] / "docs/formats.md"
OTHERS = ("The summary line", "--statistics", "--diff")
FENCE = re.compile(r"(^```\w+\n)(?:(?!^```).)*?(?=^```$)", re.M | re.S)


def printed(section: str, example: Report) -> str:
    """What the section is about, of the example."""
    source = example.placed[0].diagnostic.location.source
    if section == "--diff":
        return diff(source.text, source.text.replace("arch.png", "architecture.png"), "slides.md")
    if section == "--statistics":
        return statistics(example)
    return f"{summary(example)}\n" if section in OTHERS else formatted(section, example, Look())


@pytest.mark.parametrize("section", [*FORMATS, *OTHERS])
def test_the_example_of_a_section_is_real(
    section: str, example: Report, matches_golden: Callable[[Path, str], None]
) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    before, heading, rest = text.partition(f"\n## {section}\n")
    body, end, after = rest.partition("\n## ")
    fence = list(FENCE.finditer(body))[-1]
    real = f"{body[: fence.end(1)]}{printed(section, example)}{body[fence.end() :]}"
    matches_golden(DOCUMENT, f"{before}{heading}{real}{end}{after}")


def test_the_deck_of_the_examples_is_shown(example: Report) -> None:
    deck = example.placed[0].diagnostic.location.source.text
    assert f"```md\n{deck}```\n" in DOCUMENT.read_text(encoding="utf-8")


def test_every_format_has_a_section_and_a_row() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert re.findall(r"^\| \[`([\w-]+)`\]\(#\1\) \|", text, re.M) == list(FORMATS)
    assert re.findall(r"^## (.*)$", text, re.M) == [*FORMATS, *OTHERS]
