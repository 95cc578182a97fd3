"""What is only seen when slides and diagrams are drawn in a browser."""

from __future__ import annotations

from slidewright.check.elsewhere.finding import told_by

FINDINGS = (
    *told_by(
        "serve",
        overflow="""
A slide's content is cut off, as the browser shows it.

## What is measured

A page of the preview draws each slide once more, out of sight, as it is at its last click, and waits for its fonts,
pictures and diagrams. The finding gives by how many px of the canvas (980 px wide by default) something lies beyond
each edge: text, pictures, films, drawings, tables, code. What a smaller box of the slide scrolls or crops counts as far
as it can be seen; decoration that lies apart from the text and takes no clicks does not count.

A page that shows slides has to be open on this machine. `slidewright serve --no-overflow` does without.

## Why it matters

Slidev shows what fits on the canvas and cuts off the rest without a word.

`likely-overflow` is the same question asked by `check`, which opens no browser: an estimate from the text, of the lower
edge only, in which diagrams and components count as nothing. This finding is a measure.

## What helps

Leave something out, make two slides of it, or set `zoom: 0.8` in the slide's frontmatter. Where it is meant, say so
anywhere on the slide:

```md
<!-- slidewright: allow-slide overflow -- the picture bleeds off on purpose -->
```
""",
    ),
    *told_by(
        "build",
        broken_diagram="""
Mermaid rejects a diagram.

`build --prerender` draws the diagrams of a deck in a browser of this machine. Mermaid's own reason is told.

## Why it matters

Slidev shows a box with an error in the diagram's place, and so does the page.

## What helps

Mend the diagram. Its text is Mermaid's of the version that Slidev brings, which may be newer than an editor's preview.
""",
        not_prerendered="""
A diagram could not be drawn at build.

`build --prerender` draws the diagrams of a deck in a browser of this machine. None was found, or it did not answer.

## Why it matters

The page is whole all the same: it carries the Mermaid library instead (2 MB) and draws the diagram when it is shown.

## What helps

Install Chromium, Chrome or Edge, or build without `--prerender`.
""",
    ),
)
