"""`slidewright theme add`: install a theme or an addon beside a deck."""

from __future__ import annotations

from pathlib import Path

import click

from slidewright.scaffold.npm import install, package_of
from slidewright.vocabulary.packages import short_name


@click.group("theme", short_help="Install themes and addons.")
def command() -> None:
    """Install themes and addons, so that a deck can name them."""


@command.command("add")
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="the current one",
    help="The deck's folder: the package goes to `node_modules` there.",
)
def add(name: str, folder: Path) -> None:
    """Install the theme or addon NAME with npm, which must be on the PATH.

    A short name is a theme's: `seriph` is @slidev/theme-seriph, `academic` is slidev-theme-academic. Anything else goes
    by its package's name: slidev-addon-qrcode, @org/slidev-theme-x, with a version if need be (slidev-theme-x@1.2.0).
    No script of a package is run. Exit code 0: installed; 2: a name or a folder that cannot be; 3: npm is missing or
    fails.
    """
    package = package_of(name)
    version = install(package, folder)
    plain = package[: package.find("@", 1)] if "@" in package[1:] else package
    click.echo(f"{plain} {version} is installed; a deck names it so: {_headmatter(plain)}")


def _headmatter(package: str) -> str:
    """The line of a deck's headmatter that uses a package."""
    if "theme" in package:
        return f"`theme: {_quoted(short_name(package, 'theme'))}`"
    return f"`addons: [{_quoted(short_name(package, 'addon'))}]`"


def _quoted(name: str) -> str:
    """A name as YAML takes it: `@` must not stand first."""
    return f'"{name}"' if name.startswith("@") else name
