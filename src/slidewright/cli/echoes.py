"""What a build would say twice: the checker has found it, and the page lacks something because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from slidewright.diagnostics import Diagnostic

ECHOES: Mapping[str, frozenset[str]] = {
    "not-rendered": frozenset(["unknown-layout", "unknown-component"]),
    "remote-content": frozenset(["dead-host"]),
}
"""Rules of a build, and the checker's rules that say more of the same place."""


def without_echoes(rendered: Iterable[Diagnostic], checked: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What the build has to say where the checker has not named the reason."""
    reasons = tuple(checked)
    for found in rendered:
        rules = ECHOES.get(found.rule, frozenset())
        if not any(reason.rule in rules and _is_within(reason, found) for reason in reasons):
            yield found


def _is_within(reason: Diagnostic, found: Diagnostic) -> bool:
    inner, outer = reason.location, found.location
    is_same_file = inner.source.path == outer.source.path
    return is_same_file and outer.span.start <= inner.span.start < max(outer.span.end, outer.span.start + 1)
