"""Options as written on the command line → Settings as meant."""

from __future__ import annotations

from typing import Literal, NamedTuple

from slidewright.diagnostics import Severity

Target = Literal["html", "slidev"]
ReportFormat = Literal["full", "json"]


class CheckSettings(NamedTuple):
    """What `check` looks for and when it fails.

    `select` and `ignore` name rules or families; `select` empty means every rule that is on by default, to which
    `extend_select` adds. Findings at or above `fail_on` make the exit code 1; `info` never does.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING


class BuildSettings(NamedTuple):
    """What `build` makes.

    `strict` turns what would become a placeholder into an error; `without_notes` leaves presenter notes out of the
    output; `cache` allows the engine's on-disk results.
    """

    target: Target = "html"
    strict: bool = False
    without_notes: bool = False
    cache: bool = True
