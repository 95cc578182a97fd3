"""Two fixed reports: one that has everything a format may stumble on, and a small one for the documentation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from slidewright.diagnostics import Diagnostic, Edit, Fix, Related, RuleFacts, Severity
from slidewright.report import Placed, Report
from slidewright.text import Location, Source, Span

RULES = (
    RuleFacts(
        "missing-image",
        "reference",
        Severity.ERROR,
        True,
        "A slide shows an image that is not there.\n\n## Why it matters\n\nThe slide shows a broken picture,\n"
        "often first seen in front of the audience.\n\n## Example\n\n```md\n![Architecture](./img/arch.png)\n```\n",
    ),
    RuleFacts("citation-without-url", "citation", Severity.INFO, False, "A citation names no address.\n"),
)

TALK = """\
---
title: 演讲 🎤
---

# 标题 ![图](./图.png) 🎉 ![圖](./圖.png)

---

\t<img src="a.png">\tand `x`
\t<img src="b.png">
\t<img src="c.png">
\t<img src="d.png">

---
src: ./pages/\x1b[31mred.md
---

来源：某人 | 网站
<!-- a
b
c
d
-->
"""
DECK = "---\r\ntitle: {a}\r\n---\r\n\r\n# A\r\n\r\n![a](b.png)\r\n---\r\n\r\n# B\r\n"


def find(source: Source, text: str, occurrence: int = 0) -> Location:
    start = -1
    for _ in range(occurrence + 1):
        start = source.text.index(text, start + 1)
    return Location(source, Span(start, start + len(text)))


def replaced(location: Location, text: str, is_safe: bool = True) -> Fix:
    return Fix(f"replace it by `{text}`", (Edit(location.span, text),), is_safe)


def talk_findings(source: Source, imported: Source) -> list[Diagnostic]:
    error, warning, info = Severity.ERROR, Severity.WARNING, Severity.INFO
    image, other = find(source, "./图.png"), find(source, "./圖.png")
    note = find(source, "<!-- a\nb\nc\nd\n-->")
    here = Related("imported here, {for} the [first](1) time", find(source, "./pages/"))
    there = Related("and this is the page", find(imported, "Page"))
    return [
        Diagnostic(
            "missing-image", error, "no file at `./图.png`", image, 1, "put it there", fix=replaced(image, "./圖.png")
        ),
        Diagnostic(
            "miscased-path", warning, "`./圖.png` is 🎉 `./{0}|\n\\`", other, 1, fix=replaced(other, "./图.png", False)
        ),
        *(
            Diagnostic(
                "bare-path", warning, f"`{name}.png` is taken for a package", location, 2, f"write `./{name}.png`",
                fix=replaced(location, f"./{name}.png"), cause="bare",
            )
            for name in "abcd"
            for location in [find(source, f"{name}.png")]
        ),
        Diagnostic(
            "missing-import", error, "no file at `./pages/\x1b[31mred.md`", find(source, "./pages/\x1b[31mred.md"),
            related=(here, there), targets=("dev", "build"),
        ),
        Diagnostic("citation-without-url", info, "no address | in <b>`来源`</b>", find(source, "某人 | 网站"), 3),
        Diagnostic("hidden-note", warning, "a note *of* four lines; \u202eevil", note, 3),
    ]  # fmt: skip


def deck_findings(source: Source) -> list[Diagnostic]:
    text = Source(PurePosixPath("slides.md"), source.text, source.carriage_returns)
    line = text.text.index("---\n\n# B")
    gap = Location(text, Span(line, line))
    return [
        Diagnostic(
            "swallowed-slide", Severity.ERROR, "100% of this, and: more", gap, 2,
            fix=Fix("put an empty line before it", (Edit(gap.span, "\n"),)),
        ),
        Diagnostic("invalid-frontmatter", Severity.WARNING, "a mapping", find(text, "{a}"), None, "quote it"),
    ]  # fmt: skip


@pytest.fixture
def everything() -> Report:
    """Two decks: CJK, emoji, tabs, CRLF, control characters; fixes, folded findings, spans over lines, odd paths."""
    talk = Source(PurePosixPath("slides.md"), TALK)
    page = Source(PurePosixPath("pages/page.md"), "# Page\n")
    deck = Source.from_original(PurePosixPath("slides.md"), DECK)
    placed = [Placed(found, "talk/slides.md", lambda path: f"talk/{path}") for found in talk_findings(talk, page)]
    odd = "vorträge/50%, a:b/slides.md"
    placed += [Placed(found, odd, lambda path: f"vorträge/50%, a:b/{path}") for found in deck_findings(deck)]
    paths = ("talk/slides.md", odd, "clean/slides.md")
    return Report(placed, 3, 41, RULES, suppressed=2, baselined=4, fixed=1, paths=paths)


@pytest.fixture
def example() -> Report:
    """What the documentation shows."""
    source = Source(PurePosixPath("slides.md"), "# Architecture\n\n![Overview](./img/arch.png)\n\nSource: a paper\n")
    image, paper = find(source, "./img/arch.png"), find(source, "Source: a paper")
    fix = replaced(image, "./img/architecture.png", is_safe=False)
    mistaken = "did you mean `./img/architecture.png`?"
    placed = [
        Placed(found, "slides.md")
        for found in (
            Diagnostic(
                "missing-image", Severity.ERROR, "no file at `./img/arch.png`", image, 1, mistaken,
                targets=("dev", "build", "standalone"), fix=fix,
            ),
            Diagnostic("citation-without-url", Severity.INFO, "no address in this citation", paper, 1),
        )
    ]  # fmt: skip
    return Report(placed, 1, 1, RULES[:1], paths=("slides.md",))


@pytest.fixture
def clean() -> Report:
    """A check that found nothing."""
    return Report((), 1, 41, RULES, paths=("talk/slides.md",))


@pytest.fixture(autouse=True)
def settled_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written down must not change with a release."""
    monkeypatch.setattr("slidewright.report.sarif.__version__", "1.2.3")


@pytest.fixture
def matches_golden(update_goldens: bool) -> Callable[[Path, str], None]:
    """Compares a text with a file; `--update-goldens` rewrites it and fails, so that the diff is read."""

    def compare(path: Path, text: str) -> None:
        expected = path.read_bytes().decode("utf-8") if path.exists() else ""
        if text != expected and update_goldens:
            path.write_bytes(text.encode("utf-8"))
            pytest.fail(f"rewrote {path.name}: read the diff")
        assert text == expected

    return compare
