"""The page, piece by piece: what is long is never joined, so that a deck with many pictures takes little memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from slidewright.render import embed
from slidewright.render.assets import AssetTable, EmbeddedFile
from slidewright.render.packed import element, packed
from slidewright.render.templates import Templates
from slidewright.resources import asset_folder, bundle_folder

# The elements that the client finds by their ids, as in Slidev's own page.
ROOTS = ("app", "mermaid-rendering-container", "twoslash-container")
_BODY = "</head>\n<body>\n" + "".join(f'<div id="{id}"></div>\n' for id in ROOTS)
_PIECE = 3 << 15  # bytes of the client read at a time


def page(
    templates: Templates,
    head: Mapping[str, Any],
    styles: Iterable[str],
    scripts: Iterable[str],
    theme: str,
    assets: AssetTable,
    embedded: Collection[str] = (),
    readable: bool = False,
    end: str = "",
    later: Iterable[str] = (),
) -> Iterator[str]:
    """The page's text, in order: head, style sheets, an empty root, the deck's script, the client, the files.

    The files `embedded`, whose URLs scripts keep, stand before them, and so do packed parts that are opened `later`.
    Style sheets and scripts are packed, which makes them a third as long, unless the page is to be `readable`. `end` is
    markup of the deck's own for the body.
    """
    yield templates.render("html/page.html.j2", head)
    if readable:
        yield from _style_element(styles)
    yield _BODY
    yield from _files(assets, (file for id, file in assets.files.items() if id in embedded))
    yield from later
    deck = chain(scripts, [_client(f"themes/{theme}.js")] if theme else [])
    yield from _readable(deck) if readable else _packed(styles, deck)
    yield from _files(assets, (file for id, file in assets.files.items() if id not in embedded))
    yield f"{end}</body>\n</html>\n"


def _style_element(styles: Iterable[str]) -> Iterator[str]:
    yield "<style>\n"
    for css in styles:
        yield embed.style(css)
        yield "\n"
    yield "</style>\n"


def _readable(deck: Iterable[str]) -> Iterator[str]:
    yield "<script>\n"
    yield from deck
    yield "</script>\n<script>\n"
    yield _client("shell.js")
    yield "</script>\n"


def _packed(styles: Iterable[str], deck: Iterable[str]) -> Iterator[str]:
    yield from packed("packed-styles", (f"{css}\n" for css in styles))
    yield from packed("packed-deck", deck)
    yield from element("packed-client", _bytes("shell.js.gz"))
    yield f"<script>\n{(asset_folder() / 'client/open.js').read_text(encoding='utf-8')}</script>\n"


def _client(name: str) -> str:
    return embed.script((bundle_folder() / "client" / name).read_text(encoding="utf-8")) + "\n"


def _bytes(name: str) -> Iterator[bytes]:
    with (bundle_folder() / "client" / name).open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _files(assets: AssetTable, files: Iterable[EmbeddedFile]) -> Iterator[str]:
    for file in files:
        address = assets.address(file)
        source = f' data-src="{address}"' if address else ""
        yield f'<script type="text/plain" id="asset-{file.id}" data-type="{file.media_type}"{source}>'
        if not address:
            yield from assets.base64(file)
        yield "</script>\n"
