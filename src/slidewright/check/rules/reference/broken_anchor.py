"""A link leads to an anchor that nothing answers.

## Why it matters

The click does nothing, or opens the top of a page. Slidev gives headings no ids, unlike the sites that show Markdown:
another slide is reached by its number or its `routeAlias`.

## Example

```md
[Details](#the-details)

---

# The details
```

Use instead:

```md
[Details](/2)

---

# The details
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from slidewright.check.finding import Finding, at_reference, replacement
from slidewright.check.rules.anchors import FOOTNOTE, heading_anchors, ids, slug
from slidewright.check.rules.code import project_code
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.errors import InputError
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Found, Resolved
from slidewright.workspace import Workspace

SEVERITY = Severity.WARNING
FIX = "unsafe"
TARGETS = ("dev", "build", "standalone")


def find(show: Show) -> Iterator[Finding]:
    """Anchors on the deck's own slides, and in pages of the project, that are not there."""
    anchors = _Anchors(show)
    for resolved in show.resolutions:
        target = resolved.reference.target
        if resolved.reference.kind is not ReferenceKind.LINK or "#" not in target:
            continue
        anchor = unquote(target.partition("#")[2])
        if not _is_place(anchor):
            continue
        if target.startswith("#"):
            if not anchors.answer(anchor):
                yield _on_a_slide(resolved, anchors.headings.get(anchor.lower()))
        elif isinstance(resolved.outcome, Found) and not _page_answers(show.workspace, resolved.outcome.path, anchor):
            help = "name a heading of that page, or leave the anchor out"
            yield at_reference(resolved, f"no `#{anchor}` in `{resolved.outcome.path}`", help)._replace(targets=TARGETS)


def _is_place(anchor: str) -> bool:
    """Is it the name of a place? Not a route (`/5`), not a number, not what every page answers."""
    return bool(anchor) and anchor[0] not in "/:!" and not anchor.isdecimal() and anchor.lower() != "top"


def _on_a_slide(resolved: Resolved, number: int | None) -> Finding:
    written = resolved.reference.written
    if number is None:
        help = "give an element that id, or link to the number or the `routeAlias` of a slide"
        return at_reference(resolved, f"nothing has the id of `{written}`", help)._replace(targets=TARGETS)
    message = f"nothing has the id of `{written}`: Slidev gives headings none"
    if number in resolved.slides:
        return at_reference(resolved, message, "its heading is on this slide already")._replace(targets=TARGETS)
    help = f"link to the slide: `/{number}`"
    fix = replacement(resolved.reference.location.span, f"/{number}", is_safe=False)
    return at_reference(resolved, message, help, fix=fix)._replace(targets=TARGETS)


class _Anchors:
    """What answers anchors in one show; looked for only when there is one."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._known: dict[str, bool] = {}

    def answer(self, anchor: str) -> bool:
        """Does a slide, or code of the project, have the place?"""
        if anchor not in self._known:
            self._known[anchor] = self._look(anchor)
        return self._known[anchor]

    def _look(self, anchor: str) -> bool:
        if anchor in self._of_slides or FOOTNOTE.match(anchor):
            return True
        return any(anchor in text for text in project_code(self._show))

    @cached_property
    def _of_slides(self) -> set[str]:
        """Ids in the slides, and the aliases of slides."""
        found = {str(slide.frontmatter.get("routeAlias")) for slide in self._show.deck.slides}
        for part in self._show.own_parts:
            found |= ids(part.slide.content)
        return found

    @cached_property
    def headings(self) -> dict[str, int]:
        """The number of the first slide with each heading, by the anchor that other sites would give it."""
        found: dict[str, int] = {}
        for part in self._show.own_parts:
            for heading in part.anatomy.headings if part.numbers else ():
                found.setdefault(slug(heading.text), part.numbers[0])
        return found


def _page_answers(workspace: Workspace, path: PurePosixPath, anchor: str) -> bool:
    """Does a page of the project have the place? Yes for what is no page, and for what cannot be read."""
    if path.suffix not in (".md", ".html", ".htm"):
        return True
    try:
        text = workspace.read(path).text
    except InputError:
        return True
    return anchor in ids(text) or (path.suffix == ".md" and anchor in heading_anchors(text)) or "<script" in text
