"""A tag is neither HTML nor a component that the deck has.

## Why it matters

Vue says nothing to the audience: it makes an element that no browser knows. What the component was to draw is not
there, and its content stands on the slide without any look.

## Example

```md
<YouTube id="luoMHjh-XcQ" />
```

Use instead:

```md
<Youtube id="luoMHjh-XcQ" />
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.components import components, is_defined_here, near
from slidewright.check.finding import Finding
from slidewright.check.rules.missing import did_you_mean
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.parse.anatomy.markup import Tag
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.components import BUILT_IN, GLOBAL, kebab, pascal
from slidewright.vocabulary.elements import ELEMENTS, HTML
from slidewright.vocabulary.icons import icon_of_tag

SEVERITY = Severity.WARNING
FIX = "safe"
KNOWN = BUILT_IN | GLOBAL


def find(show: Show) -> Iterator[Finding]:
    """Tags without a meaning; none while the deck may have components that nobody sees."""
    known: frozenset[str] | None = KNOWN
    is_gathered = False
    for part in show.own_parts:
        for tag in part.anatomy.tags if part.anatomy.has("component") else ():
            if tag.kind == "close" or _is_usual(tag.name):
                continue
            known, is_gathered = (known if is_gathered else components(show)), True
            if known is None:
                return
            if pascal(tag.name) not in known and not is_defined_here(part, tag.name):
                yield from _finding(part, tag, known)


def _is_usual(name: str) -> bool:
    """HTML, a component that every deck has, an icon, or an element that a script defines (`<model-viewer>`)."""
    return name in ELEMENTS or name.lower() in HTML or pascal(name) in KNOWN or _is_icon(name)


def _is_icon(name: str) -> bool:
    """`<mdi-home/>`, `<MdiHome/>`, `<mdi:home/>`, and `<i-mdi-home/>`, which is for `unknown-icon` to say."""
    return icon_of_tag(name.removeprefix("i-")) is not None


def _finding(part: Part, tag: Tag, known: frozenset[str]) -> Iterator[Finding]:
    start, end = tag.start + 1, tag.start + 1 + len(tag.name)
    candidates = near(tag.name, known)
    if "-" in tag.name:
        candidates = tuple(map(kebab, candidates))
    if "-" in tag.name and not candidates:
        return  # an icon of a set that we do not know, or an element that a script defines
    help = f"put it at `components/{pascal(tag.name)}.vue`, or write `&lt;{tag.name}` if it is text"
    fix = None
    if candidates and candidates[0].lower() == tag.name.lower() and tag.kind == "void":
        at = part.slide.content_span.start
        fix = Fix(f"replace it by `{candidates[0]}`", (Edit(Span(start + at, end + at), candidates[0]),))
    help = did_you_mean(candidates) if candidates else help
    message = f"`<{tag.name}>` is neither HTML nor a component of this deck"
    yield in_content(part, start, end, message, help, fix)._replace(cause=f"component {tag.name}")
