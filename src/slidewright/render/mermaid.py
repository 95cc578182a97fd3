"""What a page needs to show its Mermaid diagrams: the library, or pictures of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from slidewright.browser.errors import BrowserError
from slidewright.diagnostics import Diagnostic
from slidewright.model import Slide
from slidewright.render.diagrams import Diagram, draws_mermaid
from slidewright.render.packed import element, packed
from slidewright.render.parts import SlideParts
from slidewright.render.prerender import Prerendered, prerender
from slidewright.render.problems import code_line, warning
from slidewright.resources import bundle_folder
from slidewright.settings import BuildSettings

# Scripts of a page that have no say in how a diagram looks: what they hold changes with every edit of a slide.
_SLIDES = tuple(
    f"slidewright.{name}"
    for name in (
        'modules["slidewright/slide/',
        'modules["slidewright/title/',
        'virtual["slides"]',
        'virtual["configs"]',
    )
)
_TAG = "<mermaid"


@dataclass(frozen=True, slots=True)
class Canvas:
    """A page to draw in: the style sheets and scripts that it is to have, and its text with packed parts."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    text: Callable[[list[str]], str]

    def setup(self) -> list[str]:
        """The scripts that are no slides."""
        return [script for script in self.scripts if not script.startswith(_SLIDES)]


def mermaid_parts(
    canvas: Canvas, slides: Sequence[Slide], parts: Sequence[SlideParts], settings: BuildSettings
) -> tuple[list[str], list[Diagnostic]]:
    """The packed parts of a page for its diagrams, none where it has none, and what there is to tell of them."""
    if not draws_mermaid(canvas.scripts):
        return [], []
    if not settings.prerender:
        return mermaid_library(), []
    found = [(slide, item) for slide, part in zip(slides, parts, strict=True) for item in part.diagrams]
    drawn = [(slide, item) for slide, item in found if item.kind == "mermaid"]
    try:
        made = _prerendered(canvas, [item for _, item in drawn], settings)
    except BrowserError as error:
        return mermaid_library(), [_left(*drawn[0], str(error))] if drawn else []
    pictures = packed("packed-drawings", [made.packed()])
    by_hand = draws_mermaid(canvas.setup()) or any(_TAG in slide.content.lower() for slide in slides)
    library = mermaid_library() if made.left or by_hand else []
    return [*pictures, *library], list(_told(drawn, made))


def _prerendered(canvas: Canvas, diagrams: Sequence[Diagram], settings: BuildSettings) -> Prerendered:
    surroundings = [*canvas.styles, *canvas.setup()]
    return prerender(diagrams, surroundings, lambda: canvas.text(mermaid_library()), settings.cache)


def mermaid_library() -> list[str]:
    """The element with the Mermaid library, 2 MB long: opened when the first diagram is drawn."""
    return list(element("packed-mermaid", [(bundle_folder() / "client/mermaid.js.gz").read_bytes()]))


def _told(drawn: Sequence[tuple[Slide, Diagram]], made: Prerendered) -> Iterator[Diagnostic]:
    for slide, item in drawn:
        if item in made.rejected:
            message = f"Mermaid rejects the diagram: {made.rejected[item].splitlines()[0]}"
            yield warning("broken-diagram", message, slide, code_line(slide, item.line))
        elif item in made.left:
            yield _left(slide, item, made.left[item].splitlines()[0])


def _left(slide: Slide, item: Diagram, why: str) -> Diagnostic:
    message = f"not drawn at build: {why}; the page has the Mermaid library instead"
    return warning("not-prerendered", message, slide, code_line(slide, item.line))
