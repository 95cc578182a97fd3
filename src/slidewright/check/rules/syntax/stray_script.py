"""A `<script>` or `<style>` stands where Vue refuses it.

## Why it matters

Slidev takes one `<script setup>` and the `<style>` blocks out of a slide. A script without `setup`, a second script, or
a style that holds a `<` stays in the template: the whole slide becomes an error slide, and `slidev build` stops.

## Example

```md
<script>
console.log("hello")
</script>
```

Use instead:

```md
<script setup>
console.log("hello")
</script>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.rules.eaten import eaten
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.markup import Tag
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Scripts but for one with `setup`, and styles that cannot be taken out."""
    for part in show.own_parts:
        lower = part.slide.content.lower() if "<s" in part.slide.content.lower() else ""
        if "<script" in lower or "<style" in lower:
            yield from _scripts(part)
            yield from _styles(part)


def _scripts(part: Part) -> Iterator[Finding]:
    listed = [(found.span[0], found.block[1]) for found in eaten(part) if found.kind == "fence"]
    scripts = [
        tag
        for tag in part.anatomy.tags
        if tag.name.lower() == "script"
        and tag.kind == "open"
        and not any(start < tag.start < end for start, end in listed)
    ]
    first = next((tag for tag in scripts if tag.attribute("setup")), None)
    for tag in scripts:
        if first is None:
            help = "load it in `index.html`" if tag.attribute("src") else "write `<script setup>`"
            yield _finding(part, tag, "Vue refuses a `<script>` without `setup` in a slide", help)
        elif tag is not first:
            help = "put the code of both into one `<script setup>`"
            message = "a second `<script>`: Slidev takes out all that stands between the first and its end"
            yield _finding(part, tag, message, help)


def _styles(part: Part) -> Iterator[Finding]:
    content = part.slide.content
    for tag in part.anatomy.tags:
        if tag.name.lower() == "style" and tag.kind == "open" and tag.inner:
            at = content.find("<", *tag.inner)
            if at >= 0:
                message = "a `<` in this style keeps it in the slide's template, where Vue refuses it"
                yield in_content(part, at, at + 1, message, "write `\\3c ` in a string, or move the style to a file")


def _finding(part: Part, tag: Tag, message: str, help: str) -> Finding:
    return in_content(part, tag.start, tag.start + len("<script"), message, help)
