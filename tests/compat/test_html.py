"""The Vue template of each slide against the real Slidev 53.0.0; what JavaScript engines draw is left out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from comparing import KNOWN_HTML_DIFFERENCES, loaded, markup, normal, same
from measured import FAMILIES, html_manifest

from slidewright.load import load
from slidewright.parse.markdown.notes import render_note
from slidewright.workspace import DiskWorkspace

CASES = [
    (family, path, number)
    for family in FAMILIES
    for path, slides in html_manifest(family).items()
    for number, slide in enumerate(slides, 1)
    if slide is not None
]


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
