"""A slide shows a picture and does not say where it comes from.

Off by default: choose it with `--extend-select uncited-image` for decks whose pictures are other people's.

## Why it matters

A borrowed chart without its source cannot be checked by the audience, and may not be shown at all. Any sign of a source
counts: a line such as `Source: …`, a credit (`Photo by …`, `©`), an address or a footnote near the picture or in its
alternative text. Logos, icons, avatars, QR codes and screenshots, by their names, are taken for the author's own.

## Example

```md
![Benchmarks](./img/architecture.png)
```

Use instead:

```md
![Benchmarks](./img/architecture.png)

Source: https://arxiv.org/abs/2501.12948
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.diagnostics import Severity
from slidewright.model import ReferenceKind
from slidewright.resolve.outcomes import Part, Resolved

SEVERITY = Severity.INFO

OWN = re.compile(
    r"(?:^|[^a-z])(?:logo|icon|qr|qrcode|avatar|favicon|badge|profile|portrait|screen-?shots?|selfie)(?:[^a-z]|\Z)"
    r"|[a-z](?-i:Logo|Icon)(?![a-z])",
    re.I,
)
"""In a picture's name: what authors make, or are, themselves."""
CREDIT = re.compile(
    r"©|\((?:c|cc)\)|\bCC[ -]BY"
    r"|\b(?:photo|image|picture|figure|illustration|chart|graphic|drawing|screenshot)s? (?:by|from|via|courtesy)\b"
    r"|\b(?:courtesy of|adapted from|taken from|credits?|copyright|via)\b|\bsources?\s*[:：]"
    r"|来源|來源|出处|出處|图源|摄影|攝影|作者|出典|引用|撮影|提供|출처|Foto:|Bild:|Quelle|Источник|Crédit|Fuente|Fonte",
    re.I,
)
"""Words by which slides tell whose a picture is."""
NEAR = 300
"""Characters around a picture in which an address belongs to it."""
ADDRESS = re.compile(r"https?://|\]\(//|\bdoi:|\barXiv:|\[\^[^\]\s]+\]", re.I)
PICTURES = re.compile(r"!\[[^\[\]]*\]\([^()\s]*|\bsrc\s*=\s*[\"']?[^\"'\s>]*")
"""Pictures with their addresses, which say nothing of their source."""


def find(show: Show) -> Iterator[Finding]:
    """The first image of each slide that says of no image where it comes from."""
    told = {(citation.location.source.path, citation.slide_index) for citation, _ in show.resolutions.citations}
    parts = {(part.slide.source.path, part.slide.index): part for part in show.own_parts}
    for resolved in show.resolutions:
        reference = resolved.reference
        key = (reference.location.source.path, reference.slide_index)
        if reference.kind is not ReferenceKind.IMAGE or key in told or key not in parts or OWN.search(_name(resolved)):
            continue
        told.add(key)
        if not _is_cited(parts[key], resolved):
            help = "add a line such as `Source: https://…`"
            finding = at_reference(resolved, f"no citation on the slide that shows `{reference.written}`", help)
            yield finding._replace(targets=())


def _name(resolved: Resolved) -> str:
    """The last two names of a picture's path."""
    return "/".join(resolved.reference.target.partition("?")[0].split("/")[-2:])


def _is_cited(part: Part, resolved: Resolved) -> bool:
    """Does the slide credit somebody, or stand an address beside the picture's own?"""
    content = part.slide.content
    span = resolved.reference.location.span.shift(-part.slide.content_span.start)
    before, after = content[max(span.start - NEAR, 0) : max(span.start, 0)], content[span.end : span.end + NEAR]
    around = f"{before} {after}"
    return CREDIT.search(content) is not None or ADDRESS.search(PICTURES.sub(" ", around)) is not None
