"""The options of `slidewright check`, in the order in which `--help` lists them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from slidewright.cli.config_options import CONFIG, ISOLATED
from slidewright.cli.options import PATHS, ROOT
from slidewright.settings import FAIL_ON, REPORT_FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


def _names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _rules(flag: str, help: str) -> Callable[[Command], Command]:
    return click.option(flag, multiple=True, callback=_names, metavar="RULES", help=help)


def _flag(*names: str, help: str) -> Callable[[Command], Command]:
    return click.option(*names, is_flag=True, help=help)


FILE = click.Path(path_type=Path, dir_okay=False)

OPTIONS: tuple[Callable[[Any], Any], ...] = (
    PATHS,
    _rules("--select", "Run only these rules or families (comma-separated, or given again)."),
    _rules("--extend-select", "Run these rules or families as well."),
    _rules("--ignore", "Leave these rules or families out."),
    _flag("--fix", help="Mend what can be mended safely."),
    _flag("--unsafe-fixes", help="Mend also where the author may have meant something else."),
    _flag("--diff", help="Show what --fix would change, and change nothing."),
    _flag("--add-suppressions", help="Allow every finding by a comment before it."),
    click.option("--baseline", type=FILE, metavar="FILE", help="Leave out the findings that this file holds."),
    _flag("--update-baseline", help="Write the baseline anew: what is found is accepted, what was mended goes."),
    _flag("--external", help="Ask remote addresses, too."),
    _flag("--allow-private", help="With --external: ask private and local addresses, too."),
    click.option("--base", metavar="PATH", help="The path that the deck is put on, as in `slidev build --base`."),
    click.option(
        "--format", "output", type=click.Choice(REPORT_FORMATS), help="How findings are printed.  [default: full]"
    ),
    click.option("--output-file", "-o", type=FILE, metavar="FILE", help="Write the findings there instead."),
    _flag("--statistics", help="Print how often each rule spoke instead of the findings."),
    _flag("--quiet", "-q", help="Print findings and nothing else."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours; auto asks the terminal, NO_COLOR and FORCE_COLOR.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(FAIL_ON),
        help="The lowest severity that makes the exit code 1.  [default: warning]",
    ),
    click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit with 1 above so many warnings."),
    _flag("--exit-zero", help="Exit with 0 whatever is found."),
    _flag("--watch", "-w", help="Check again whenever a file of the project changes."),
    click.option(
        "--stdin-filename", type=FILE, metavar="FILE", help="The name of the deck that `-` reads from standard input."
    ),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Files that folders are not searched for."),
    CONFIG,
    ISOLATED,
    ROOT,
)


def check_options(command: Command) -> Command:
    """Give a command all options of `check`."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
