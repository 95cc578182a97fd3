"""The browser of this machine: one door to a local Chromium, driven over its debugging pipe, ended whatever happens.

`open_browser()` finds it, starts it with a profile of its own and without a network, and is a context manager;
`browser.tab()` opens a page to load, ask and later print. `BrowserError` means that there is none, or that it failed.
"""

from __future__ import annotations

from slidewright.browser.browser import Browser, open_browser
from slidewright.browser.errors import BrowserError
from slidewright.browser.executable import find_browser
from slidewright.browser.tab import PageError, Tab

__all__ = ["Browser", "BrowserError", "PageError", "Tab", "find_browser", "open_browser"]
