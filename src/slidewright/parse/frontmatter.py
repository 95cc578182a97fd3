"""The YAML of one slide: find it as Slidev does (format A.5), which is not bound to lines, and read it."""

from __future__ import annotations

import re
from typing import NamedTuple

from slidewright.model import Frontmatter, KeySpan
from slidewright.parse.javascript import LINE_ENDS, SPACE_CLASS, falsy
from slidewright.parse.yaml12 import load
from slidewright.text import Source, Span

DASHES = re.compile(rf"---[^{LINE_ENDS}]*\r?\n(.*?)---", re.S)
YAML_FENCE = re.compile(rf"[{SPACE_CLASS}]*```ya?ml(.*?)```", re.S)

NONE = Frontmatter()


class Fault(NamedTuple):
    """What is wrong with a block, named by the rule that reports it; `first` is the place that a key was given at."""

    kind: str
    message: str
    span: Span
    first: Span | None = None


def read_frontmatter(source: Source, span: Span) -> tuple[Frontmatter, int, tuple[Fault, ...]]:
    """Frontmatter of a slide's span, the offset where its content begins, and what is wrong with the YAML."""
    text = source.text
    if text.startswith("---", span.start):
        match = DASHES.match(text, span.start, span.end)
    elif text.find("```", span.start, span.end) >= 0:
        match = YAML_FENCE.match(text, span.start, span.end)
    else:
        match = None
    if match is None:
        return NONE, span.start, ()
    frontmatter, faults = _read(Span(*match.span(1)), match[1], text[match.start()] == "-")
    return frontmatter, match.end(), faults


def _read(span: Span, raw: str, dashes: bool) -> tuple[Frontmatter, tuple[Fault, ...]]:
    style = "frontmatter" if dashes else "yaml"
    if not raw:
        return Frontmatter(raw=raw, style=style, span=span), ()  # type: ignore[arg-type]
    result = load(raw)
    keys = {
        name: KeySpan(place.key.shift(span.start), place.value.shift(span.start)) for name, place in result.keys.items()
    }
    faults = [Fault("invalid-frontmatter", message, place.shift(span.start)) for message, place in result.problems]
    for key, place, first in result.duplicates:
        message = f"the key `{key}` is given twice: the last one wins"
        faults.append(Fault("duplicate-key", message, place.shift(span.start), first.shift(span.start)))
    values = {} if falsy(result.values) else result.values
    return Frontmatter(values, raw, style, span, keys), tuple(faults)  # type: ignore[arg-type]
