"""What the rules about paths that a build leaves behind share."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding, at_reference
from slidewright.check.show import Show
from slidewright.resolve.outcomes import Found, Resolved
from slidewright.vocabulary.assets import IMPORTED


def unbundled(show: Show, frontmatter: bool) -> Iterator[Finding]:
    """Files that are there and that `slidev build` does not ship."""
    for resolved in show.resolutions:
        reference = resolved.reference
        if (
            isinstance(resolved.outcome, Found)
            and resolved.build == "broken"
            and reference.syntax not in IMPORTED
            and reference.syntax.startswith("frontmatter:") is frontmatter
        ):
            is_public = resolved.outcome.path.is_relative_to(show.deck.folder / "public")
            cause = "in public" if is_public else "left behind"
            yield at_reference(resolved, _message(resolved), _help(show, resolved.outcome), cause)


def _message(resolved: Resolved) -> str:
    written = resolved.reference.written
    if resolved.dev == "ok":
        return f"`{written}` works in dev and is not there after `slidev build`"
    return f"Slidev does not find `{written}`"


def _help(show: Show, found: Found) -> str:
    public = show.deck.folder / "public"
    if found.path.is_relative_to(public):
        return f"write `/{found.path.relative_to(public)}`"
    return f"move the file to `{public / found.path.name}` and write `/{found.path.name}`"
