"""Findings and lists as text: one module per output format, one door for those of `slidewright check`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import PurePosixPath
from typing import NamedTuple

from slidewright.diagnostics import Diagnostic, RuleFacts
from slidewright.errors import UsageError
from slidewright.text import Location, Span

FORMATS = ("full", "concise", "grouped", "json", "json-lines", "sarif", "junit", "github", "gitlab", "markdown")
"""What `--format` takes; the module of a format has its name, but for `json`, which Python has taken."""

Display = Callable[[PurePosixPath], str]
"""Words a path of a deck for the reader: from the current folder, with `/` between folders."""


class Placed(NamedTuple):
    """A finding, and its file as worded for the reader: two decks may know different files by one path.

    `display` words the other files of the deck, for the places that explain the finding.
    """

    diagnostic: Diagnostic
    path: str
    display: Display = str

    def path_of(self, location: Location) -> str:
        """The file of a place that explains the finding, as worded for the reader."""
        path = location.source.path
        return self.path if path == self.diagnostic.location.source.path else self.display(path)


class Report(NamedTuple):
    """All that a check has to tell.

    `paths` are the files that were checked, as worded for the reader; `rules` those that ran. `suppressed` and
    `baselined` count the findings that are kept from `placed`, `fixed` those that `--fix` has mended.
    """

    placed: Sequence[Placed]
    decks: int
    slides: int
    rules: Sequence[RuleFacts] = ()
    suppressed: int = 0
    baselined: int = 0
    fixed: int = 0
    paths: Sequence[str] = ()


class Look(NamedTuple):
    """What the terminal can do: colours, and how many columns a line of a frame may take."""

    colour: bool = False
    columns: int = 100


def formatted(name: str, report: Report, look: Look) -> str:
    """The report in the format of that name: findings by path and place, the text empty or ended by one newline.

    Raises UsageError for a name that is not in FORMATS.
    """
    if name not in FORMATS:
        raise UsageError(f"no format is called `{name}`: there are {', '.join(FORMATS)}")
    module = import_module(f"{__name__}.{'json_report' if name == 'json' else name.replace('-', '_')}")
    text: str = module.formatted(report._replace(placed=sorted(report.placed, key=_place)), look)
    return text.rstrip("\n") + "\n" if text else ""


def _place(item: Placed) -> tuple[str, Span, str, str]:
    found = item.diagnostic
    return item.path, found.location.span, found.rule, found.message
