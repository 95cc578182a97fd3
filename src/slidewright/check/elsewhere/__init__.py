"""Findings that need more than a deck's files: told by `build` and `serve`, explained like those of `check`.

They are no rules: nothing selects them, and a suppression that names one is unused only where it says so itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from slidewright.check.elsewhere import code, page, seen
from slidewright.check.elsewhere.finding import Elsewhere

FINDINGS: Mapping[str, Elsewhere] = {one.name: one for one in (*seen.FINDINGS, *page.FINDINGS, *code.FINDINGS)}
"""By name, in the order in which they are listed."""
