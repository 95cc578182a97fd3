"""The page, piece by piece: what is long is never joined, so that a deck with many pictures takes little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from slidewright.render import embed
from slidewright.render.assets import AssetTable
from slidewright.render.templates import Templates
from slidewright.resources import bundle_folder

_BODY = '</head>\n<body>\n<div id="app"></div>\n<div id="twoslash-container"></div>\n'


def page(
    templates: Templates,
    head: Mapping[str, Any],
    styles: Iterable[str],
    scripts: Iterable[str],
    theme: str,
    assets: AssetTable,
) -> Iterator[str]:
    """The page's text, in order: head, style sheets, an empty root, the deck's script, the client, the files."""
    yield templates.render("html/page.html.j2", head)
    yield "<style>\n"
    for css in styles:
        yield embed.style(css)
        yield "\n"
    yield f"</style>\n{_BODY}<script>\n"
    yield from scripts
    yield "</script>\n"
    if theme:
        yield from _client(f"themes/{theme}.js")
    yield from _client("shell.js")
    yield from _files(assets)
    yield "</body>\n</html>\n"


def _client(name: str) -> Iterator[str]:
    code = (bundle_folder() / "client" / name).read_text(encoding="utf-8")
    yield "<script>\n"
    yield embed.script(code)
    yield "\n</script>\n"


def _files(assets: AssetTable) -> Iterator[str]:
    for file in assets.files.values():
        yield f'<script type="text/plain" id="asset-{file.id}" data-type="{file.media_type}">'
        yield from assets.base64(file)
        yield "</script>\n"
