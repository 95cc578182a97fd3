"""A slide's template beside Slidev's own: what counts as equal, and where ours differs on purpose."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from measured import DECKS, html_manifest

from slidewright.load import load
from slidewright.model import Deck, Slide
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


def same(actual: str, expected: str) -> bool:
    if actual == expected:
        return True
    pattern = ".*?".join(re.escape(part) for part in actual.split("{math}"))
    return "{math}" in actual and re.fullmatch(pattern, expected) is not None


def is_slidevs(family: str, path: str, number: int) -> bool:
    """Whether a slide of a measured deck has Slidev's template and script."""
    expected, script, _, _ = html_manifest(family)[path][number - 1]
    deck, workspace = loaded(family, path)
    actual = markup(deck, deck.slides[number - 1], workspace)
    return same(normal(actual.template), normal(expected)) and (actual.script or None) == script
