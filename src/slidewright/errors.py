"""What stops the tool itself. What is wrong with a deck is a diagnostic, never one of these."""

from __future__ import annotations

from typing import ClassVar


class ToolError(Exception):
    """The tool could not do its work. `str(error)` is one clear message for the user; exit code 3."""

    exit_code: ClassVar[int] = 3


class UsageError(ToolError):
    """A command line or configuration that means nothing; exit code 2."""

    exit_code: ClassVar[int] = 2


class InputError(ToolError):
    """A named input that cannot be read as a deck (absent, a folder, not UTF-8, …); exit code 2."""

    exit_code: ClassVar[int] = 2


class OutputError(ToolError):
    """The output cannot be written; what stood there before is intact; exit code 3."""


class StrictError(ToolError):
    """`--strict`: the deck has faults that a build would otherwise paper over; exit code 1."""

    exit_code: ClassVar[int] = 1
