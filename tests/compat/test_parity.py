"""`docs/parity.md`: how many of the measured slides have Slidev's own template, by construct."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from comparing import KNOWN_HTML_DIFFERENCES, is_slidevs
from measured import html_manifest

DOCUMENT = Path(__file__).parents[2] / "docs/parity.md"
CONSTRUCTS = {
    ("html", "inline.md"): "text, links, images, lists, tables, footnotes, task lists, typographer",
    ("html", "fences.md"): "fenced code: languages, titles, ranges, options",
    ("html", "fences2.md"): "fenced code: tildes, diagrams, magic moves, editors",
    ("html", "snippets.md"): "snippet imports, regions",
    ("html", "katex.md"): "formulas",
    ("html", "katex-off.md"): "dollars without formulas",
    ("html", "html.md"): "HTML, components, scripts, styles",
    ("html", "slots.md"): "slot sugar",
    ("html", "alerts.md"): "alerts",
    ("html", "comark.md"): "Comark (`comark: true`)",
    ("html", "mdc-legacy.md"): "Comark under its old name (`mdc: true`)",
    ("html", "drag.md"): "draggable elements",
    ("html", "assets.md"): "pictures and other files",
    ("html", "layouts.md"): "layouts",
    ("html", "notes.md"): "slides with notes",
    ("edge", None): "separators, frontmatter, comments and other edges of the format",
    ("imports", None): "imported slides",
    ("clicks", None): "clicks",
}
HEAD = """\
# Parity with Slidev

What Slidev 53.0.0 makes of a slide's Markdown is a Vue template. These slides were given to it and to slidewright, and
the templates compared: every tag, attribute and text, white space folded; what Shiki, KaTeX and the icons draw is
compared elsewhere. A slide that differs on purpose is explained below. `pytest tests/compat --update-goldens` writes
this page.

| Construct | Slides | Equal | Explained |
|---|--:|--:|--:|
"""


def slides(family: str, path: str | None) -> Iterator[tuple[str, str, int]]:
    """The measured slides of a construct."""
    for name, results in html_manifest(family).items():
        if path in (None, name):
            yield from ((family, name, number) for number, slide in enumerate(results, 1) if slide is not None)


def document() -> str:
    rows, total = [], [0, 0, 0]
    for (family, path), label in CONSTRUCTS.items():
        cases = list(slides(family, path))
        explained = [case for case in cases if case in KNOWN_HTML_DIFFERENCES]
        counts = [len(cases), sum(is_slidevs(*case) for case in cases), len(explained)]
        total = [before + count for before, count in zip(total, counts, strict=True)]
        rows.append("| {} | {} | {} | {} |\n".format(label, *counts))
    rows.append("| **all** | {} | {} | {} |\n".format(*total))
    reasons = [f"- `{path}`, slide {number}: {why}.\n" for (_, path, number), why in KNOWN_HTML_DIFFERENCES.items()]
    return "".join([HEAD, *rows, "\n## Explained\n\n", *reasons])


def test_the_page_about_parity_is_up_to_date(update_goldens: bool) -> None:
    text = document()
    if update_goldens and DOCUMENT.read_text(encoding="utf-8") != text:
        DOCUMENT.write_text(text, encoding="utf-8")
        raise AssertionError(f"{DOCUMENT.name} is rewritten: read the diff")
    assert DOCUMENT.read_text(encoding="utf-8") == text


def test_every_measured_deck_is_in_a_construct() -> None:
    named = {path for family, path in CONSTRUCTS if family == "html"}
    assert named == set(html_manifest("html"))
