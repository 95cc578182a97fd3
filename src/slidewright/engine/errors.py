"""What stops the engine, as opposed to what is wrong with one argument."""

from __future__ import annotations

from slidewright.errors import ToolError


class EngineError(ToolError):
    """The JavaScript engine could not do its work: bundles or executable missing, or it failed again and again."""
