"""Paths of one machine: those that no other computer has, whatever lies in the project."""

from __future__ import annotations

import re

from slidewright.resolve.outcomes import Missing, Outcome, Outside, Resolved

MACHINE = re.compile(
    r"(?i:file:)"
    r"|[A-Za-z]:(?:\\|/(?!/))"
    r"|\\\\[\w.-]+\\"
    r"|/Users/[^/]+/|/home/[^/]+/[^/]+/|/root/|/mnt/[a-z]/|/private/var/|/var/folders/|/Volumes/[^/]+/"
    r"|~[\w-]*/(?:Desktop|Documents|Downloads|Pictures|Movies|Videos|Library|Dropbox|OneDrive|Projects?|src|code)/"
)
"""`file:`, a drive, a server's share, a home folder; a site's own `/home` and `/users/` are none."""


def is_machine_path(resolved: Resolved) -> bool:
    """Is a reference one to a place on the author's own computer, that the project does not have?"""
    return _is_absent(resolved.outcome) and MACHINE.match(resolved.reference.target) is not None


def _is_absent(outcome: Outcome) -> bool:
    return isinstance(outcome, (Missing, Outside))
