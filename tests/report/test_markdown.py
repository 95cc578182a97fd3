"""The Markdown of a job summary, rendered."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.report import Look, Placed, Report, formatted
from slidewright.report.terminal import printable
from slidewright.text import Location, Source, Span

MARKDOWN = MarkdownIt("commonmark").enable("table")
LOCATION = Location(Source(PurePosixPath("slides.md"), "a"), Span(0, 1))


def report_of(*messages: str, path: str = "slides.md") -> Report:
    return Report([Placed(Diagnostic("rule", Severity.ERROR, text, LOCATION, 1), path) for text in messages], 1, 1)


def cells(text: str) -> list[list[Token]]:
    """The inline tokens of each cell in the body of the tables."""
    tokens = MARKDOWN.parse(text)
    return [inline.children or [] for token, inline in pairwise(tokens) if token.type == "td_open"]


def shown(text: str) -> list[str]:
    return ["".join(token.content for token in cell) for cell in cells(text)]


def test_a_row_shows_severity_place_slide_rule_and_message(example: Report) -> None:
    assert shown(formatted("markdown", example, Look())) == [
        "error", "slides.md:3:13", "1", "missing-image", "no file at ./img/arch.png",
        "info", "slides.md:5:1", "1", "citation-without-url", "no address in this citation",
    ]  # fmt: skip


HOSTILE = {
    "pipes": "a | b `c | d` \\| `e\\|f` `g\\`",
    "html": "<img src=x onerror=alert(1)> &amp; <!-- `<b>`",
    "markdown": "[a](b) ![c](d) *e* __f__ ~~g~~ $h$ `",
    "a backtick in a name": "no file at `a`b`<i>`.png`",
    "empty code": "`` and ` ` and ` x `",
    "a row": "a\n\n| new row |\n",
}


@pytest.mark.parametrize("message", HOSTILE.values(), ids=HOSTILE)
def test_a_message_stays_in_its_cell_and_means_nothing(message: str) -> None:
    text = formatted("markdown", report_of(message, path=f"{message}.md"), Look())
    _, place, slide, rule, said = shown(text)
    assert (slide, rule) == ("1", "rule")
    assert said.replace("`", "").strip() == printable(message).replace("`", "").strip()
    assert place.replace("`", "").strip() == f"{printable(message)}.md:1:1".replace("`", "").strip()
    assert {token.type for cell in cells(text) for token in cell} <= {"text", "code_inline"}


def test_what_stands_between_backticks_is_code() -> None:
    *_, said = cells(formatted("markdown", report_of("no file at `a.png`"), Look()))
    assert [(token.type, token.content) for token in said] == [("text", "no file at "), ("code_inline", "a.png")]


@pytest.mark.parametrize(("count", "folded"), [(50, 0), (51, 1), (120, 70)])
def test_more_than_fifty_rows_are_folded_up(count: int, folded: int) -> None:
    text = formatted("markdown", report_of(*(f"finding {number:03}" for number in range(count))), Look())
    seen, _, rest = text.partition("<details>")
    assert (seen.count("finding"), rest.count("finding")) == (min(count, 50), folded)
    assert len(shown(text)) == 5 * count
    assert (f"<summary>{folded} more</summary>" in text) == (folded > 0)
    assert text.count("</details>") == (folded > 0)


def test_a_clean_check_is_a_sentence(clean: Report) -> None:
    assert formatted("markdown", clean, Look()) == (
        "**slidewright** looked and found nothing to mend: no problems in 1 deck, 41 slides.\n"
    )
