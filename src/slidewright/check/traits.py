"""What can be told of a deck's references at a glance, for rules that speak of few of them."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.model import ReferenceKind
from slidewright.parse.references.found import is_image
from slidewright.resolve.outcomes import Found, Missing, Outside, Remote, Resolved

ABSOLUTE = ("/", "\\", "~", "file:", "FILE:", "File:")
BUNDLED_THEMES = ("default", "seriph", "none")
NOT_LOADED = (ReferenceKind.LINK, ReferenceKind.SLIDE_LINK)


def traits(resolved: Resolved) -> Iterator[str]:
    """The name of a reference's outcome, the same with its kind before it (`snippet:Missing`), and what is special.

    `image-missing` and `file-missing`; `unsound`: there, but not everywhere; `absolute`: not there, and written like a
    place on a computer; `loaded` and `insecure`: remote, no link, and by http; `other-theme`: not one that comes along;
    `root`: from the root; `backslash`; `anchor`: a link to a place on a page.
    """
    reference, outcome = resolved.reference, resolved.outcome
    kind, target, name = reference.kind, reference.target, type(outcome).__name__
    yield name
    yield f"{kind}:{name}"
    if isinstance(outcome, Missing):
        yield "image-missing" if is_image(reference) else "file-missing"
    if isinstance(outcome, Found) and not resolved.dev == resolved.build == "ok":
        yield "unsound"
    if isinstance(outcome, (Missing, Outside)) and (target.startswith(ABSOLUTE) or target[1:2] == ":"):
        yield "absolute"
    if isinstance(outcome, Remote) and kind not in NOT_LOADED:
        yield "loaded"
        yield from ["insecure"] if outcome.url[:5].lower() == "http:" else []
    if kind is ReferenceKind.THEME and target not in BUNDLED_THEMES:
        yield "other-theme"
    yield from ["root"] if target.startswith("/") else []
    yield from ["backslash"] if "\\" in target else []
    yield from ["anchor"] if "#" in target and kind is ReferenceKind.LINK else []
