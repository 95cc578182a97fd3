"""Something that the deck loads comes from a plain `http://` address.

## Why it matters

A deck on an `https://` site may not load from `http://`: browsers block frames, scripts and styles, and pictures and
videos show only if the host answers by `https://`, too. On an open conference network anybody can change what comes.
Links are not loaded, and not reported.

## Example

```md
![Chart](http://example.com/chart.png)
```

Use instead:

```md
![Chart](https://example.com/chart.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from slidewright.check.finding import Finding, at_reference, replacement
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Part, Remote
from slidewright.vocabulary.hosts import gone, is_local

SEVERITY = Severity.WARNING
FIX = "unsafe"
HELP = "write `https://`, or save the file in the project"
NOT_LOADED = (ReferenceKind.LINK, ReferenceKind.SLIDE_LINK, ReferenceKind.PROP)
LOADING = {"script": "src", "link": "href"}
"""Elements that load, and are no references."""


def find(show: Show) -> Iterator[Finding]:
    """Pictures, videos, frames, backgrounds, fonts, styles and scripts from `http://`."""
    for resolved in show.resolutions:
        outcome, reference = resolved.outcome, resolved.reference
        if isinstance(outcome, Remote) and reference.kind not in NOT_LOADED and _is_insecure(outcome.url, outcome.host):
            at = reference.location.span.start
            fix = replacement(reference.location.span._replace(end=at + 4), "https", is_safe=False)
            is_plain = reference.written[:5].lower() == "http:"
            finding = at_reference(resolved, _message(outcome.host), HELP, outcome.host, fix if is_plain else None)
            yield finding._replace(targets=("build", "standalone"))
    for part in show.own_parts:
        if "http://" in part.slide.content and any(f"<{name}" in part.slide.content for name in LOADING):
            yield from _elements(part)


def _elements(part: Part) -> Iterator[Finding]:
    for tag in part.anatomy.tags:
        attribute = tag.attribute(LOADING[tag.name]) if tag.name in LOADING and tag.kind != "close" else None
        if attribute is not None and attribute.value and tag.value("rel") not in ("canonical", "license", "author"):
            host = _host(attribute.value)
            if _is_insecure(attribute.value, host):
                start, end = attribute.value_start, attribute.value_start + len(attribute.value)
                span = part.slide.locate(start, start + 4).span
                yield in_content(part, start, end, _message(host), HELP, replacement(span, "https", is_safe=False))


def _is_insecure(url: str, host: str) -> bool:
    return url[:7].lower() == "http://" and bool(host) and not is_local(host) and gone(host) is None


def _message(host: str) -> str:
    return f"loaded from `http://{host}`: a deck on an https site is kept from it"


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").lower()
    except ValueError:
        return ""
