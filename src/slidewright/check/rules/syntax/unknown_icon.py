"""A tag or a class names an icon that there is none of, or one of a set that is not installed.

## Why it matters

For a tag, Slidev's build stops: it imports the icon and finds none. A class does nothing at all, and the place stays
empty. Slidev brings the sets `carbon`, `ph` and `svg-spinners`; every other is a package, `@iconify-json/mdi`. The page
in one file also has `mdi`, `logos`, `twemoji`, `ri`, `tabler` and `fa6` in its three kinds.

## Example

```md
<carbon-hom /> <div class="i-carbon:arow-right" />
```

Use instead:

```md
<carbon-home /> <div class="i-carbon:arrow-right" />
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from slidewright.check.components import components, is_defined_here
from slidewright.check.finding import Finding, replacement
from slidewright.check.rules.packages import has_manifest, listed
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Fix, Severity
from slidewright.parse.anatomy.markup import Tag
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.components import pascal
from slidewright.vocabulary.elements import ELEMENTS, HTML
from slidewright.vocabulary.icons import CLASS, CLASS_IN_TITLE, Icon, icon_of_tag, icons_of_class

if TYPE_CHECKING:
    from slidewright.icons import IconSets

SEVERITY = Severity.WARNING
FIX = "unsafe"
PREFIX = ("i-", "i:")
"""How other tools write the tag of an icon; Slidev's resolver knows no prefix."""
ALL_SETS = "@iconify/json"
"""The package that has every set."""


class Named(NamedTuple):
    """Where a slide names an icon: offsets into its content, the readings of the name, and the tag where it is one."""

    part: Part
    start: int
    end: int
    icons: tuple[Icon, ...]
    tag: Tag | None = None


def find(show: Show) -> Iterator[Finding]:
    """Icons that no set has, and sets that the project neither has nor lists, each of these once."""
    sets, absent = None, set[str]()
    for part in show.own_parts:
        for named in named_icons(show, part):
            if named.tag and named.tag.name.startswith(PREFIX):
                yield _prefixed(named)
                continue
            if sets is None:
                from slidewright.icons import IconSets

                sets = IconSets(show.workspace, show.deck.folder)
            name = named.icons[0].set
            if name in absent or any(map(sets.may_have, named.icons)):
                continue
            if sets.has(name):
                yield _finding(named, sets)
            else:
                absent.add(name)
                yield from [] if _is_listed(show, named.icons[0]) else [_finding(named, sets)]


def named_icons(show: Show, part: Part) -> Iterator[Named]:
    """Where a slide names icons: by tags, by classes and attributes, in the titles of listings."""
    yield from _tags(show, part)
    yield from _classes(part)


def _tags(show: Show, part: Part) -> Iterator[Named]:
    """Tags that mean an icon by their name, and no component of the deck."""
    for tag in part.anatomy.tags if "<" in part.slide.content else ():
        if tag.kind == "close" or tag.name in ELEMENTS or tag.name.lower() in HTML:
            continue
        icon = icon_of_tag(tag.name[2:] if tag.name.startswith(PREFIX) else tag.name)
        if icon is not None and _is_free(show, part, tag.name):
            yield Named(part, tag.start + 1, tag.start + 1 + len(tag.name), (icon,), tag)


def _is_free(show: Show, part: Part, name: str) -> bool:
    known = components(show)
    return known is not None and pascal(name) not in known and not is_defined_here(part, name)


def _classes(part: Part) -> Iterator[Named]:
    """Classes and attributes of tags, and icons in the titles of listings."""
    content = part.slide.content
    if "i-" not in content:
        return
    spans = [(tag.start, tag.end) for tag in part.anatomy.tags]
    for code in part.anatomy.codes:
        start = code.info_start
        spans += [(start + match.start(1), start + match.end(1)) for match in CLASS_IN_TITLE.finditer(code.info)]
    for start, end in spans:
        for match in CLASS.finditer(content[:end], start):
            if icons := icons_of_class(match[1]):
                yield Named(part, match.start(), match.end(1), icons)


def _is_listed(show: Show, icon: Icon) -> bool:
    """Does the project list the set's package, or have a `package.json` that tells nothing of its packages?"""
    packages = listed(show)
    return not packages.isdisjoint((icon.package, ALL_SETS)) if packages else has_manifest(show)


def _finding(named: Named, sets: IconSets) -> Finding:
    from slidewright.icons import absence

    icon = named.icons[0]
    message, help, near, cause = absence(icon, sets, named.tag.name if named.tag else None)
    return in_content(named.part, named.start, named.end, message, help, _fix(named, icon, near))._replace(cause=cause)


def _prefixed(named: Named) -> Finding:
    written = named.part.slide.content[named.start : named.end]
    message = f"`<{written}>` draws nothing: in Slidev the tags of icons have no `i-`"
    at = named.part.slide.content_span.start + named.start
    fix = replacement(Span(at, at + 2), "", is_safe=False) if named.tag and named.tag.kind == "void" else None
    return in_content(named.part, named.start, named.end, message, f"write `<{written[2:]}>`", fix)


def _fix(named: Named, icon: Icon, near: tuple[str, ...]) -> Fix | None:
    """The one name that can be meant, in the place of the written one; a tag must close itself for that."""
    end = named.end
    written = named.part.slide.content[named.start : end]
    if len(near) != 1 or not written.endswith(icon.name) or (named.tag is not None and named.tag.kind != "void"):
        return None
    at = named.part.slide.content_span.start
    return replacement(Span(at + end - len(icon.name), at + end), near[0], is_safe=False)
