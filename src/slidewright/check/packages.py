"""A deck whose theme is named by the command that starts Slidev, rather than by the deck (format B.9)."""

from __future__ import annotations

import re

from slidewright.check.show import Show
from slidewright.roots.packages import package_facts

THEMED = re.compile(r"\bslidev\b[^&|;]*\s(?:--theme|-t)[\s=]")


def is_themed_by_script(show: Show) -> bool:
    """Does a script of `package.json` start Slidev with another theme than the deck's (`slidev --theme x`)?"""
    scripts = package_facts(show.workspace, show.deck.folder).get("scripts")
    commands = scripts.values() if isinstance(scripts, dict) else ()
    return any(isinstance(command, str) and THEMED.search(command) for command in commands)
