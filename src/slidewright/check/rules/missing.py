"""What the rules about missing files share: which references are images, and how to help."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.model import ReferenceKind
from slidewright.parse.references.found import is_image
from slidewright.resolve.outcomes import Missing, Resolved

ELSEWHERE = (ReferenceKind.IMPORT, ReferenceKind.SNIPPET, ReferenceKind.SLIDE_LINK)
"""Kinds that have rules of their own."""

TO_PUBLIC = "put the file at `public/{name}` and write `/{name}`: frontmatter paths are not bundled"
TO_DOT = "put the file beside the slides and write `./{target}`: Slidev takes a bare name for a package"
TO_ROOT = "put the file at `public{target}`, or write a path from the slide's file, such as `.{target}`"
TO_PLACE = "put the file there, or correct the path"


def missing(show: Show, images: bool) -> Iterator[Finding]:
    """Findings for missing images, or for every other missing file."""
    for resolved in show.resolutions:
        outcome, reference = resolved.outcome, resolved.reference
        if isinstance(outcome, Missing) and reference.kind not in ELSEWHERE and is_image(reference) is images:
            is_absent = outcome.reason == "no such file"
            message = f"no file at `{reference.written}`" if is_absent else f"`{reference.written}` {outcome.reason}"
            yield at_reference(resolved, message, missing_help(resolved, outcome), _cause(resolved, outcome))


def missing_help(resolved: Resolved, outcome: Missing) -> str:
    """What the author can do about a missing file."""
    if outcome.candidates:
        return did_you_mean(outcome.candidates)
    target = resolved.reference.target
    return _advice(resolved).format(target=target, name=target.rpartition("/")[2])


def did_you_mean(candidates: tuple[str, ...]) -> str:
    """A question that names what is there instead."""
    return f"did you mean {' or '.join(f'`{name}`' for name in candidates)}?"


def _advice(resolved: Resolved) -> str:
    target = resolved.reference.target
    if resolved.reference.kind is ReferenceKind.BACKGROUND and not target.startswith("/"):
        return TO_PUBLIC
    if "/" not in target and resolved.dev == "fails":
        return TO_DOT
    return TO_ROOT if target.startswith("/") else TO_PLACE


def _cause(resolved: Resolved, outcome: Missing) -> str:
    """One misspelt name is one cause wherever it stands, and so are files that are absent from one folder."""
    target = resolved.reference.target
    if outcome.candidates:
        return f"misspelt {target}"
    return f"{outcome.reason} in {target.rpartition('/')[0] or '.'}: {_advice(resolved)}"
