"""What the rules about missing files share: which references are images, and how to help."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.rules.machine import is_machine_path
from slidewright.check.rules.rewriting import path_fix
from slidewright.check.show import Show
from slidewright.diagnostics import Fix
from slidewright.model import ReferenceKind
from slidewright.parse.references.found import is_image
from slidewright.resolve.outcomes import Missing, Resolved

ELSEWHERE = (ReferenceKind.IMPORT, ReferenceKind.SNIPPET, ReferenceKind.SLIDE_LINK)
"""Kinds that have rules of their own."""

BARE = (ReferenceKind.IMAGE, ReferenceKind.MEDIA)
"""Kinds of which a bare name fails as a package's."""

TO_PUBLIC = "put the file at `public/{name}` and write `/{name}`: frontmatter paths are not bundled"
TO_ROOTED = "put the file at `public/{inside}` and write `/{inside}`: what is in `public` is named without it"
TO_DOT = "put the file beside the slides and write `./{target}`: Slidev takes a bare name for a package"
TO_ROOT = "put the file at `public{target}`, or write a path from the slide's file, such as `.{target}`"
TO_PLACE = "put the file there, or correct the path"


def missing(show: Show, images: bool) -> Iterator[Finding]:
    """Findings for missing images, or for every other missing file."""
    for resolved in show.resolutions:
        outcome, reference = resolved.outcome, resolved.reference
        if not isinstance(outcome, Missing) or reference.kind in ELSEWHERE or is_image(reference) is not images:
            continue
        if not is_machine_path(resolved):
            is_absent = outcome.reason == "no such file"
            message = f"no file at `{reference.written}`" if is_absent else f"`{reference.written}` {outcome.reason}"
            help, cause, fix = missing_help(resolved, outcome), _cause(resolved, outcome), only_candidate(resolved)
            yield at_reference(resolved, message, help, cause, fix)


def missing_help(resolved: Resolved, outcome: Missing) -> str:
    """What the author can do about a missing file."""
    if outcome.candidates:
        return did_you_mean(outcome.candidates)
    target = resolved.reference.target
    inside = target.lstrip("./").removeprefix("public/")
    name = target.rpartition("/")[2]
    return _advice(resolved).format(target=target, name=name, inside=inside)


def only_candidate(resolved: Resolved) -> Fix | None:
    """The (unsafe) fix that names the one file that the author can have meant; None where there are several or none."""
    outcome = resolved.outcome
    if not isinstance(outcome, Missing) or len(outcome.candidates) != 1:
        return None
    return path_fix(resolved.reference, outcome.candidates[0], is_safe=False)


def did_you_mean(candidates: tuple[str, ...]) -> str:
    """A question that names what is there instead."""
    return f"did you mean {' or '.join(f'`{name}`' for name in candidates)}?"


def _advice(resolved: Resolved) -> str:
    target = resolved.reference.target
    if resolved.reference.kind is ReferenceKind.BACKGROUND and not target.startswith("/"):
        return TO_PUBLIC
    if target.startswith("/public/"):
        return TO_ROOTED
    if not target.startswith((".", "/", "@/", "~")) and resolved.dev == "fails" and resolved.reference.kind in BARE:
        return TO_DOT
    return TO_ROOT if target.startswith("/") else TO_PLACE


def _cause(resolved: Resolved, outcome: Missing) -> str:
    """One misspelt name is one cause wherever it stands, and so are files that are absent from one folder."""
    target = resolved.reference.target
    if outcome.candidates:
        return f"misspelt {target}"
    return f"{outcome.reason} in {target.rpartition('/')[0] or '.'}: {_advice(resolved)}"
