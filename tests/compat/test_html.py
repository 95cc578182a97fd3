"""The Vue template of each slide against the real Slidev 53.0.0; what JavaScript engines draw is left out."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from measured import DECKS, FAMILIES, html_manifest

from slidewright.load import load
from slidewright.model import Deck, Slide
from slidewright.parse.markdown.notes import render_note
from slidewright.parse.markdown.options import markdown_options
from slidewright.parse.markdown.render import Markup, render
from slidewright.parse.markdown.snippets import SnippetImport, extract_region
from slidewright.workspace import DiskWorkspace

KNOWN_HTML_DIFFERENCES = {
    (
        "edge",
        "sep-u2028.md",
        2,
    ): "markdown-it trims U+2028 beside a heading, Slidev's markdown-exit keeps it: both are blank",
    ("html", "drag.md", 8): "a `VDragArrow` in Pascal case gets its place too: the client looks for it",
    ("html", "drag.md", 9): "a `VDrag` in Pascal case gets its place too: the client looks for it",
    ("html", "comark.md", 24): "Slidev wraps props on a line of their own three times, once per rendering pass",
}

CASES = [
    (family, path, number)
    for family in FAMILIES
    for path, slides in html_manifest(family).items()
    for number, slide in enumerate(slides, 1)
    if slide is not None
]

PACKED = re.compile(r'(code-lz|steps-lz|diff-lz|code)="[^"]*"')


def normal(template: str) -> str:
    template = re.sub("\0code:\\d+\0", "{code}", PACKED.sub(r'\1="{packed}"', template))
    template = re.sub("\0math:\\d+\0", "{math}", re.sub("\0icon:\\d+\0", "{icon}", template))
    return " ".join(template.split())


def loaded(family: str, path: str) -> tuple[Deck, DiskWorkspace]:
    entry = DECKS / family / path
    workspace = DiskWorkspace(entry.parent)
    return load(workspace, PurePosixPath(entry.name)), workspace


def markup(deck: Deck, slide: Slide, workspace: DiskWorkspace) -> Markup:
    def snippet(wanted: SnippetImport) -> str | None:
        folder = deck.folder if wanted.path.startswith("@/") else slide.source.path.parent
        path = folder / wanted.path.removeprefix("@/")
        if not workspace.exists(path):
            return None
        text = workspace.read(path).text
        return extract_region(text, wanted.region)[0] if wanted.region else text

    return render(slide.content, markdown_options(deck), snippet)


def bare_math(template: str) -> str:
    """Slidev leaves the bare source where KaTeX fails; then there is no formula to compare."""
    return template.replace("{math}", "")


@pytest.mark.parametrize(("family", "path", "number"), CASES, ids=lambda value: str(value))
def test_templates_are_slidevs(family: str, path: str, number: int) -> None:
    expected, script, _, _ = html_manifest(family)[path][number - 1]
    deck, workspace = loaded(family, path)
    actual = markup(deck, deck.slides[number - 1], workspace)
    equal = same(normal(actual.template), normal(expected)) and (actual.script or None) == script
    if (family, path, number) in KNOWN_HTML_DIFFERENCES:
        assert not equal, "no longer different: take it off the list"
    else:
        assert equal, f"{normal(actual.template)!r}\n{normal(expected)!r}"


def same(actual: str, expected: str) -> bool:
    if actual == expected:
        return True
    pattern = ".*?".join(re.escape(part) for part in actual.split("{math}"))
    return "{math}" in actual and re.fullmatch(pattern, expected) is not None


@pytest.mark.parametrize(("family", "path"), sorted({(family, path) for family, path, _ in CASES}), ids=str)
def test_notes_are_slidevs(family: str, path: str) -> None:
    deck, _ = loaded(family, path)
    for slide, measured in zip(deck.slides, html_manifest(family)[path], strict=True):
        if measured is None:
            continue
        html, _ = render_note(slide.source_slide.note or "", deck.features.katex, deck.config["notesAutoRuby"])
        assert same(normal(html), normal(measured[3])), f"slide {slide.no}"


def test_the_share_of_equal_slides_in_all_shared_decks(shared: Path) -> None:
    total = equal = 0
    for result in sorted((shared / "slidev/fixtures").rglob("*.md.html.json")):
        page: dict[str, Any] = json.loads(result.read_text(encoding="utf-8")).get("html") or {"slides": []}
        source = result.with_suffix("").with_suffix("")
        workspace = DiskWorkspace(shared / "slidev/fixtures")
        deck = load(workspace, workspace.relative(source))
        for slide, measured in zip(deck.slides, page["slides"], strict=False):
            if measured.get("error") and not measured.get("html"):
                continue
            total += 1
            ours = bare_math(normal(markup(deck, slide, workspace).template))
            equal += ours == bare_math(normal(drawn(measured["html"] or "")))
    assert total > 1500
    assert equal / total > 0.97, f"{equal} of {total}"


def drawn(html: str) -> str:
    html = re.sub(r'<pre class="shiki.*?</pre>', "{code}", html, flags=re.S)
    html = re.sub(r'<svg class="octicon.*?</svg>', "{icon}", html, flags=re.S)
    return html if 'class="katex' not in html else without_katex(html)


def without_katex(html: str) -> str:
    """HTML with each formula, a balanced run of spans, as `{math}`."""
    start = re.compile(r'(<p>(?=<span class="katex-display">))?<span class="katex(?:-display)?">')
    parts, at = [], 0
    while match := start.search(html, at):
        parts.append(html[at : match.start()])
        depth, at = 1, match.end()
        for tag in re.compile(r"<(/?)span\b[^>]*>").finditer(html, match.end()):
            depth += -1 if tag[1] else 1
            at = tag.end()
            if not depth:
                break
        at = html.index("</p>", at) + 4 if match[1] else at
        parts.append("{math}")
    return "".join([*parts, html[at:]])
