"""The page's style sheets in the order in which Slidev's cascade needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slidewright.engine import Engine
from slidewright.icons import IconSets
from slidewright.render.icons import installed_icons
from slidewright.render.katex_fonts import style_sheet
from slidewright.render.themes import Theme
from slidewright.resources import asset_folder, bundle_folder

_FAMILY = re.compile(r""""[^"\\\n]*"|'[^'\\\n]*'|-?[A-Za-z_][\w -]*""")


@dataclass(frozen=True, slots=True)
class Utilities:
    """What UnoCSS makes of a deck's classes: `head` belongs before Slidev's styles, `tail` after the deck's own."""

    head: str
    tail: str


def utilities(engine: Engine, candidates: Iterable[str], theme: Theme, icons: IconSets) -> Utilities:
    """The utility classes among the candidates (and those of the client and the theme) as CSS."""
    argument: dict[str, Any] = {"tokens": sorted(set(candidates)), "theme": theme.name or None}
    if own := installed_icons(engine, icons, **argument):
        argument["icons"] = own
    result = engine.call("uno", "generate", argument)
    return Utilities(result["head"], result["tail"])


def font_variables(fonts: Mapping[str, Sequence[str]]) -> str:
    """The deck's font families, as the variables that the bundled style sheets and UnoCSS speak of."""
    families = {kind: ",".join(map(_family, fonts[kind])) for kind in ("sans", "serif", "mono")}
    lines = (f"--slidewright-font-{kind}:{names or kind};" for kind, names in families.items())
    return f":root{{{''.join(lines)}}}"


def _family(name: str) -> str:
    """A family as CSS may hold it, whatever a deck's frontmatter says."""
    return name if _FAMILY.fullmatch(name) else '"' + re.sub(r'["\\\s]+', " ", name).strip() + '"'


def style_sheets(
    theme: Theme, fonts: str, uno: Utilities, faces: frozenset[str], own: Sequence[str], slides: Sequence[str]
) -> Iterator[str]:
    """All of the page's CSS: `own` are the deck's style sheets, `slides` the compiled `<style>` blocks."""
    client = bundle_folder() / "client"
    yield fonts
    yield _read("reset.css")
    yield uno.head
    yield _read("styles.css")
    if faces:
        yield style_sheet(_read("katex.css"), client, faces)
    if theme.name:
        yield _read(f"themes/{theme.name}.css")
    yield from own
    yield uno.tail
    yield _read("components.css")
    yield (asset_folder() / "client/page.css").read_text(encoding="utf-8")
    yield from dict.fromkeys(slides)


def _read(name: str) -> str:
    return (bundle_folder() / "client" / name).read_text(encoding="utf-8")
