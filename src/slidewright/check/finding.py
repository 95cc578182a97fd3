"""What a rule yields, and how findings are made."""

from __future__ import annotations

from typing import NamedTuple

from slidewright.diagnostics import Edit, Fix, Related
from slidewright.resolve.outcomes import Resolved
from slidewright.text import Location, Span


class Finding(NamedTuple):
    """What a rule yields; the runner adds the rule's name and severity."""

    location: Location
    message: str
    help: str | None = None
    slide: int | None = None
    targets: tuple[str, ...] = ()
    cause: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def at_reference(
    resolved: Resolved, message: str, help: str | None = None, cause: str | None = None, fix: Fix | None = None
) -> Finding:
    """A finding at a reference: where it stands, on which slide, and on which targets it breaks."""
    slide = resolved.slides[0] if resolved.slides else None
    return Finding(resolved.reference.location, message, help, slide, broken_targets(resolved), cause, fix=fix)


def broken_targets(resolved: Resolved) -> tuple[str, ...]:
    """The targets on which a reference does not work."""
    return tuple(target for target in ("dev", "build", "standalone") if getattr(resolved, target) != "ok")


def replacement(span: Span, text: str, is_safe: bool = True) -> Fix:
    """The fix that puts a text in the place of a span; without any text it removes the span."""
    title = f"replace it by `{text}`" if text else "remove it"
    return Fix(title, (Edit(span, text),), is_safe)
