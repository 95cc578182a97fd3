"""What stops the browser, as opposed to what a page in it complains about."""

from __future__ import annotations

from slidewright.errors import ToolError


class BrowserError(ToolError):
    """There is no Chromium on this machine, or it does not start, answer or load a page in time."""
