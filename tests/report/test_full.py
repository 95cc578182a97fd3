"""The formats for people: frames, lines and groups."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.diagnostics import Diagnostic, Fix, Severity
from slidewright.report import Look, Placed, Report, formatted
from slidewright.report.terminal import width
from slidewright.text import Location, Source, Span


def with_fix(report: Report, fix: Fix | None) -> Report:
    return report._replace(
        placed=[item._replace(diagnostic=item.diagnostic._replace(fix=fix)) for item in report.placed]
    )


@pytest.mark.parametrize(
    ("fix", "title", "promise"),
    [
        (None, "error[missing-image]:", None),
        (Fix("remove it", ()), "error[missing-image] [*]:", "`--fix` would remove it"),
        (Fix("remove it", (), is_safe=False), "error[missing-image] [!]:", "`--unsafe-fixes` would remove it"),
    ],
)
def test_a_frame_marks_a_fix_and_says_what_it_would_do(
    example: Report, fix: Fix | None, title: str, promise: str | None
) -> None:
    text = formatted("full", with_fix(example, fix), Look())
    assert text.startswith(f"{title} no file at")
    told = [line.removeprefix("  help: ") for line in text.split("\n\n")[0].splitlines() if "  help:" in line]
    assert told == ["did you mean `./img/architecture.png`?", *([promise] if promise else [])]


def test_lines_and_groups_mark_fixes(example: Report) -> None:
    assert formatted("concise", example, Look()).splitlines()[0].endswith(" [missing-image] [!]")
    assert "missing-image         [!]  no file" in formatted("grouped", example, Look())
    assert formatted("grouped", with_fix(example, None), Look()) == (
        "slides.md\n"
        "  slide 1\n"
        "    3:13  error  missing-image         no file at `./img/arch.png`\n"
        "    5:1   info   citation-without-url  no address in this citation\n"
    ).replace("    5:1 ", "     5:1")


def test_files_of_one_name_are_told_apart_when_findings_are_folded(everything: Report) -> None:
    found = [item for item in everything.placed if item.diagnostic.cause]
    placed = [*found[:2], *(item._replace(path="other/slides.md") for item in found[2:])]
    assert "more of the same cause" not in formatted("full", everything._replace(placed=placed), Look())


def test_a_folded_group_says_that_its_fixes_differ_only_where_they_do(everything: Report) -> None:
    found = [item for item in everything.placed if item.diagnostic.cause]
    same = with_fix(everything._replace(placed=found), Fix("remove it", ()))
    assert "  help: `--fix` would remove it\n" in formatted("full", same, Look())
    differing = formatted("full", everything._replace(placed=found), Look())
    assert "  help: `--fix` would replace it by `./a.png` (and so for the others)\n" in differing


@pytest.mark.parametrize("columns", [40, 60, 100, 200])
def test_frames_keep_within_the_terminal(columns: int) -> None:
    text = f"{'图 word ' * 60}![](./gone.png){' more 图' * 60}"
    source = Source(PurePosixPath("slides.md"), text)
    at = text.index("./gone.png")
    found = Diagnostic("rule", Severity.ERROR, "gone", Location(source, Span(at, at + 10)))
    shown = formatted("full", Report([Placed(found, "slides.md")], 1, 1), Look(columns=columns)).splitlines()
    assert "./gone.png" in shown[3]
    assert columns - 4 <= max(width(line) for line in shown[2:]) <= columns
    assert width(shown[3][: shown[3].index("./gone.png")]) == shown[4].index("^")


def test_a_span_wider_than_the_terminal_is_cut_and_keeps_what_is_before_it() -> None:
    text = f"words before it ![]({'long' * 200}.png) and after"
    source = Source(PurePosixPath("slides.md"), text)
    found = Diagnostic("rule", Severity.ERROR, "gone", Location(source, Span(20, 20 + 804)))
    shown = formatted("full", Report([Placed(found, "slides.md")], 1, 1), Look(columns=60)).splitlines()
    assert shown[3].startswith("1 | …fore it ![](longlong")
    assert shown[3].count("…") == 2
    assert max(width(line) for line in shown[2:]) <= 60
