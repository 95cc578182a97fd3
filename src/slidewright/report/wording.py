"""What the formats for people say alike: places, counts, and the marks of findings that can be fixed."""

from __future__ import annotations

from slidewright.diagnostics import Fix, Severity
from slidewright.report.terminal import Style, printable
from slidewright.text import Location

STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.INFO: Style.INFO}


def place(path: str, location: Location) -> str:
    """`path:line:column`, 1-based, columns in code points: what editors make a link of."""
    return f"{printable(path)}:{short_place(location)}"


def short_place(location: Location) -> str:
    """`line:column`."""
    start = location.start
    return f"{start.line}:{start.column}"


def mark(fix: Fix | None) -> str:
    """`[*]` for what `--fix` mends, `[!]` for what it mends with `--unsafe-fixes` only."""
    if fix is None:
        return ""
    return "[*]" if fix.is_safe else "[!]"


def marked(text: str, fix: Fix | None) -> str:
    """The text with the mark behind it, where there is one."""
    return f"{text} {mark(fix)}" if fix else text


def promise(fix: Fix) -> str:
    """What the fix would do, and the option that lets it."""
    return f"`{'--fix' if fix.is_safe else '--unsafe-fixes'}` would {fix.title}"


def plural(number: int, word: str) -> str:
    """`1 slide`, `2 slides`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
