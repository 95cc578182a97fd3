"""What the rules about missing files share: which references are images, and how to help."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.rule import Finding, Show, at_reference
from slidewright.model import ReferenceKind
from slidewright.parse.references.found import is_image
from slidewright.resolve.outcomes import Missing, Resolved

ELSEWHERE = (ReferenceKind.IMPORT, ReferenceKind.SNIPPET, ReferenceKind.SLIDE_LINK)
"""Kinds that have rules of their own."""


def missing(show: Show, images: bool) -> Iterator[Finding]:
    """Findings for missing images, or for every other missing file."""
    for resolved in show.resolutions:
        outcome, reference = resolved.outcome, resolved.reference
        if isinstance(outcome, Missing) and reference.kind not in ELSEWHERE and is_image(reference) is images:
            message = f"no file at `{reference.written}`"
            if outcome.reason != "no such file":
                message = f"`{resolved.reference.written}` {outcome.reason}"
            cause = None if outcome.candidates else f"no candidates below {_folder(resolved.reference.target)}"
            yield at_reference(resolved, message, missing_help(resolved, outcome), cause)


def _folder(target: str) -> str:
    return target.rpartition("/")[0] or "."


def missing_help(resolved: Resolved, outcome: Missing) -> str:
    """What the author can do about a missing file."""
    target = resolved.reference.target
    if outcome.candidates:
        names = " or ".join(f"`{name}`" for name in outcome.candidates)
        return f"did you mean {names}?"
    if resolved.reference.kind is ReferenceKind.BACKGROUND and not target.startswith("/"):
        name = target.rpartition("/")[2]
        return f"put the file at `public/{name}` and write `/{name}`: frontmatter paths are not bundled"
    if "/" not in target and resolved.dev == "fails":
        return f"put the file beside the slides and write `./{target}`: Slidev takes a bare name for a package"
    if target.startswith("/"):
        return f"put the file at `public{target}`, or write a path from the slide's file, such as `.{target}`"
    return "put the file there, or correct the path"
