"""What the page shows otherwise than Slidev would, or carries more of than is good."""

from __future__ import annotations

from slidewright.check.elsewhere.finding import told_by

FINDINGS = (
    *told_by(
        "build",
        "serve",
        not_rendered="""
The page goes without something that the deck asks for.

A component that there is none of, a layout, theme or addon that is not in the project, a file that only Slidev's own
server or build can use.

## Why it matters

The slide is there, with what the component encloses, with the default layout, or with Slidev's default theme. The
message says which.

## What helps

Mend the name; `slidewright theme add NAME` installs a theme or an addon. Files for Node (`vite.config.ts`) need Slidev:
`slidewright build --to slidev` makes a project for it.
""",
        broken_template="""
Vue rejects a slide.

Vue's own reason is told: a tag that is not closed, an expression that is no JavaScript, a directive without its value.

## Why it matters

Slidev stops at such a slide, in the browser as in its build. The page says in its place what is wrong with it.

## What helps

`slidewright check` tells most of these faults with their exact place. Text that is meant as text, such as `{{ x }}` or
`<T>`, belongs between backticks.
""",
        twoslash="""
Code with types is shown without them.

TypeScript rejects a block that is marked `twoslash`, or does not know a module that it imports.

## Why it matters

Slidev stops at a block with faults that the block does not announce. The page shows the code, highlighted, without what
one sees when pointing at it.

## What helps

Announce the faults that are meant (`// @errors: 2304`), or declare what is imported inside the block above a
`// ---cut---`. Known are TypeScript's own libraries and `vue`.
""",
        missing_font="""
A font is not in the page.

Slidev asks a font service for the families of `fonts:`. The page asks the network for nothing: it has the fonts that
are bundled, and those that a package beside the deck brings.

## Why it matters

The text stands in the next family of the list, which is wider or narrower: lines break elsewhere.

## What helps

`npm install @fontsource/NAME` beside the deck, as the message says; or name the family under `fonts: local:` if all
machines that show the deck have it.
""",
        broken_font="""
A file of a font's package cannot be read as a font.

## Why it matters

The page goes without that file: the text stands in the next family of the list.

## What helps

Install the package anew. A file of a few bytes is most often a pointer of Git LFS.
""",
    ),
    *told_by(
        "build",
        remote_content="""
Something from the network is not in the page.

The page is one file and asks the network for nothing: pictures, films and frames by address are not in it.

## Why it matters

In their place the slide shows a box with the address. On stage there may be no network either.

## What helps

`slidewright build --external` takes pictures into the page; if the message already gives its reason, the address does
not answer with a picture. Films and frames need a file beside the deck, or a link.
""",
        large_page="""
The page carries more than 20 MB of files.

The largest are told, at the slide that shows the first of them.

## Why it matters

A page is sent around, and a browser reads all of it before it shows the first slide.

## What helps

`--assets=dir` puts pictures and media into a folder beside the page. `slidewright check --select oversized-image` tells
which pictures are larger than a slide can show.
""",
    ),
)
