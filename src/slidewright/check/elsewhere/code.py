"""What is found where the deck's own code is taken into the page or the project."""

from __future__ import annotations

from slidewright.check.elsewhere.finding import told_by

FINDINGS = (
    *told_by(
        "build",
        "serve",
        unresolved_import="""
The deck's own code imports something that is not in the page.

A component, a layout, a setup file or a slide's script names a file that is not there, a package that is not installed,
or one that only Node has.

## Why it matters

Slidev stops at it. The page goes on: what is imported is nothing, and what needs it shows a fault in its place.

## What helps

Mend the path, or install the package beside the deck (`npm install NAME`).
""",
        broken_code="""
A file of the deck's own code cannot be taken into the page.

It is no JavaScript, TypeScript or Vue that can be read, or is not to be read at all. The reason is told with the place.

## Why it matters

Slidev stops at it. The page goes without the file.

## What helps

Mend it where the message says.
""",
    ),
    *told_by(
        "build",
        outside_deck="""
Something that the deck uses is not in the Slidev project.

`build --to slidev` writes a folder that stands by itself. A file above the deck's folder that is named in a way that
cannot be followed stays behind, and so does a package that is named by a path.

## Why it matters

Slidev will not find it there.

## What helps

Put the file below the deck's folder; depend on a version of the package that is published.
""",
    ),
)
