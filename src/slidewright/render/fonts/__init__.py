"""The deck's web fonts inside its page: found in published packages, reduced to the characters that the deck shows.

Slidev links them from Google's servers (`fonts:` of the headmatter, format B.2); a page in one file brings them along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from slidewright.errors import InputError
from slidewright.parse.fonts import names
from slidewright.render.fonts import ranges
from slidewright.render.fonts.characters import shown_characters
from slidewright.render.fonts.packages import FontFile, find, font_files, left_out
from slidewright.render.fonts.subsets import NotAFont, Wanted, reduced
from slidewright.vocabulary.fonts import is_installed
from slidewright.workspace import Workspace

_SMALL = 36 << 10  # bytes: reducing a file takes up to half a second, too much for a small one that is mostly used
_MOSTLY = 0.25  # of a file's code points: a Latin file has three for each that English writes
_OWN_FACE = re.compile(r"@font-face\s*\{[^}]*?font-family:\s*[\"']?([^;\"'}]+)", re.IGNORECASE)
_UNWRITABLE = re.compile(r'["\\\s<]+')


class WebFonts(NamedTuple):
    """The fonts as CSS, and what is not in it.

    `absent` are the families that are not to be had, `thin` those without some of the weights that are wanted,
    `broken` the files that are no fonts, with the reason.
    """

    css: str = ""
    absent: tuple[str, ...] = ()
    thin: tuple[tuple[str, tuple[int, ...]], ...] = ()
    broken: tuple[tuple[PurePosixPath, str], ...] = ()


class _Part(NamedTuple):
    """One file of a family, and what is wanted of it."""

    family: str
    file: FontFile
    wanted: Wanted


def web_fonts(
    fonts: Mapping[str, Any],
    workspace: Workspace,
    folder: PurePosixPath,
    texts: Sequence[str],
    keep: bool,
    has_code: bool = True,
) -> WebFonts:
    """The fonts that a resolved `fonts` asks for, with the characters of the page's `texts`.

    Nothing with `provider: none`. `folder` is the deck's; `keep` allows subsets of earlier builds. A page that
    `has_code` wears the family for code, too.
    """
    left = () if has_code else set(_families(fonts["mono"])) - set(_families([*fonts["sans"], *fonts["serif"]]))
    wanted = [family for family in _families(fonts["webfonts"]) if family not in left]
    wanted = [] if fonts["provider"] == "none" else wanted
    if not wanted:
        return WebFonts()
    points, weights = shown_characters(texts), _weights(fonts["weights"])
    packages = {family: find(family, workspace, folder) for family in wanted}
    parts, broken = list[_Part](), list[tuple[PurePosixPath, str]]()
    for family, package in packages.items():
        files = font_files(package, weights, bool(fonts["italic"])) if package else []
        parts += _read(family, files, points, broken)
    made = list(zip(parts, reduced([part.wanted for part in parts], keep), strict=True))
    broken += [(part.file.path, font.reason) for part, font in made if isinstance(font, NotAFont)]
    css = "\n".join(_face(part, font) for part, font in made if isinstance(font, str))
    absent = [family for family, package in packages.items() if not package and not is_installed(family)]
    thin = [(family, tuple(left_out(package, weights))) for family, package in packages.items() if package]
    return WebFonts(css, tuple(_without_own(absent, texts)), tuple(item for item in thin if item[1]), tuple(broken))


def _families(webfonts: Any) -> Iterator[str]:
    """The families to load, each once, without quotes."""
    written = webfonts if isinstance(webfonts, list | str) else []
    yield from dict.fromkeys(name for text in names(written) if (name := text.strip("\"' ")))


def _weights(written: Iterable[str]) -> list[int]:
    return [int(weight) for weight in written if re.fullmatch(r"\d{1,4}", weight)]


def _read(
    family: str, files: Iterable[FontFile], points: frozenset[int], broken: list[tuple[PurePosixPath, str]]
) -> Iterator[_Part]:
    """Those of a family's files that hold one of the code points; what cannot be read is added to `broken`."""
    for file in files:
        inside = ranges.within(points, file.ranges)
        if not inside:
            continue
        try:
            content = file.workspace.read_bytes(file.path)
        except InputError as error:
            broken.append((file.path, str(error)))
            continue
        whole = len(content) <= _SMALL and len(inside) >= _MOSTLY * ranges.size(file.ranges)
        yield _Part(family, file, Wanted(content, None if whole else inside))


def _face(part: _Part, font: str) -> str:
    family, (_, _, style, weight, covered), (_, points) = part
    span = ranges.written(covered if points is None else ranges.joined(points))
    return (
        f'@font-face{{font-family:"{_UNWRITABLE.sub(" ", family)}";font-style:{style};font-weight:{weight};'
        f'src:url("data:font/woff2;base64,{font}") format("woff2");unicode-range:{span}}}'
    )


def _without_own(absent: Sequence[str], texts: Iterable[str]) -> Iterator[str]:
    """The families that no `@font-face` of the deck itself declares."""
    own = {name.strip().lower() for text in texts if absent for name in _OWN_FACE.findall(text)}
    yield from (family for family in absent if family.lower() not in own)
