"""What fixes would change, as a unified diff (`--diff`)."""

from __future__ import annotations

from slidewright.report.terminal import Style, paint, printable

STYLES = {"+": Style.ADDED, "-": Style.REMOVED, "@": Style.HUNK}
UNENDED = "\n\\ No newline at end of file"


def diff(before: str, after: str, path: str, colour: bool = False) -> str:
    """The changes of one file, both texts with LF line ends; empty where they are equal.

    Tabs stay, so that `patch -p0` takes it; other control characters are spelled out.
    """
    from difflib import unified_diff

    name = printable(path)
    lines = list(unified_diff(_lines(before), _lines(after), name, name, lineterm=""))
    painted = [paint(line, Style.BOLD, colour) for line in lines[:2]]
    painted += [_painted(line, colour) for text in lines[2:] for line in text.split("\n")]
    return "".join(f"{line}\n" for line in painted)


def _lines(text: str) -> list[str]:
    """Lines without their LF; one that the file does not end says so, as `diff` and `patch` have it."""
    *lines, last = text.split("\n")
    return [*lines, f"{last}{UNENDED}"] if last else lines


def _painted(line: str, colour: bool) -> str:
    shown = "\t".join(map(printable, line.split("\t")))
    style = STYLES.get(line[:1])
    return paint(shown, style, colour) if style else shown
