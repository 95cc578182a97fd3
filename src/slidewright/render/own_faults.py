"""The deck's own code and its slides: which scripts import something, and the warnings for what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from slidewright.diagnostics import Diagnostic, Related, Severity
from slidewright.model import Deck, Slide
from slidewright.render.own import ImportFault, Script
from slidewright.render.parts import SlideParts
from slidewright.render.vue import Compiled


def slide_scripts(slides: Sequence[Slide], parts: Sequence[SlideParts]) -> Iterator[Script]:
    """The imports of the slides' scripts."""
    for slide, part in zip(slides, parts, strict=True):
        if isinstance(part.component, Compiled):
            yield Script(slide.source, slide.source_slide.content_span, part.component.requires)


def of_own_code(deck: Deck, faults: Iterable[ImportFault]) -> Iterator[Diagnostic]:
    """Imports that name nothing in the page, and files that cannot be taken in."""
    for fault in faults:
        rule = "unresolved-import" if fault.specifier else "broken-code"
        message = (
            f"`{fault.importer}` imports `{fault.specifier}`: {fault.message}" if fault.specifier else fault.message
        )
        related = (Related("it comes into the page here", fault.origin),) if fault.origin else ()
        slide = _slide(deck, fault)
        found = Diagnostic(rule, Severity.WARNING, message, fault.location, slide, fault.help, related)
        yield found._replace(targets=("standalone",), cause=f"{fault.importer} {fault.specifier}")


def _slide(deck: Deck, fault: ImportFault) -> int | None:
    """The shown slide whose script holds the import."""
    source, span = fault.location
    here = (slide for slide in deck.slides if slide.source is source)
    return next(
        (slide.no for slide in here if slide.source_slide.span.start <= span.start < slide.source_slide.span.end), None
    )
