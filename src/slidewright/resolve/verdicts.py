"""What becomes of an outcome on each target: Slidev's dev server and build, and the standalone page (format D)."""

from __future__ import annotations

from typing import assert_never

from slidewright.model import Reference, ReferenceKind
from slidewright.resolve.outcomes import (
    Embedded,
    Found,
    Miscased,
    Missing,
    Outcome,
    Outside,
    Remote,
    SlideFound,
    Unresolvable,
    Verdict,
    Way,
)
from slidewright.vocabulary.assets import IMPORTED

OK, BROKEN, FAILS = Verdict.OK, Verdict.BROKEN, Verdict.FAILS

Verdicts = tuple[Verdict, Verdict, Verdict]

SOUND: Verdicts = (OK, OK, OK)
GONE: Verdicts = (BROKEN, BROKEN, BROKEN)


def verdicts(reference: Reference, outcome: Outcome) -> Verdicts:
    """Verdicts for dev, build and standalone."""
    match outcome:
        case Found():
            return _found(reference, outcome)
        case Miscased():
            return (*_missing(reference)[:2], OK)
        case Missing() | Outside():
            return _missing(reference)
        case SlideFound() | Remote() | Embedded() | Unresolvable():
            return SOUND
        case _:
            assert_never(outcome)


def _found(reference: Reference, found: Found) -> Verdicts:
    if reference.kind in (ReferenceKind.SNIPPET, ReferenceKind.IMPORT, ReferenceKind.THEME, ReferenceKind.ADDON):
        return SOUND
    if reference.syntax in IMPORTED:
        return SOUND if found.way in (Way.RELATIVE, Way.PUBLIC, Way.ROOT) else (FAILS, FAILS, OK)
    if reference.syntax == "css:url":
        return SOUND if found.way in (Way.RELATIVE, Way.PUBLIC, Way.BARE) else (BROKEN, BROKEN, OK)
    return _page(found)


def _page(found: Found) -> Verdicts:
    """Addresses that Slidev leaves alone: the browser asks for them relative to the page."""
    if found.way is Way.PUBLIC:
        return SOUND
    if found.way is Way.LENIENT:
        return (BROKEN, BROKEN, OK)
    return (OK, BROKEN, OK)


def _missing(reference: Reference) -> Verdicts:
    if reference.kind in (ReferenceKind.SNIPPET, ReferenceKind.THEME, ReferenceKind.ADDON):
        return (FAILS, FAILS, BROKEN)
    if reference.syntax not in IMPORTED:
        return GONE
    dotted = reference.target.startswith(("./", "../"))
    return (BROKEN if dotted else FAILS, FAILS, BROKEN)
