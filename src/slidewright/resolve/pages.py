"""Paths that name no file of the project and are sound all the same: pages of a site, files of packages."""

from __future__ import annotations

import re

from slidewright.vocabulary.kinds import ReferenceKind

PAGES = frozenset(
    "markdown:link frontmatter:url html:a:href html:area:href html:iframe:src html:embed:src html:object:data "
    "vue:a:href vue:iframe:src".split()
)
"""Constructs that lead to pages as well as to files."""

PACKAGE = re.compile(r"~(?!/)|(?:@[\w.-]+/)?[\w-]+(?:/[\w-]+)*\Z", re.A)


def is_page(target: str, kind: ReferenceKind) -> bool:
    """Is a path one of a page (`/other-talk/`, `../`, `/demo`) rather than of a file?

    A folder is a page wherever a page can stand. Links to slides are not asked here.
    """
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    name = path.rpartition("/")[2]
    if name in ("", ".", ".."):
        return kind is not ReferenceKind.PROP or path.startswith("/")
    return path.startswith("/") and "." not in name


def is_package(target: str) -> bool:
    """Is an address in a style sheet one of a package (`tailwindcss`, `@fontsource/inter`, `~pkg/a.png`)?"""
    return PACKAGE.match(target) is not None
