"""What a page in one file cannot do, since it needs Slidev's own server, a service on the network, or Node at build."""

from __future__ import annotations

from collections.abc import Mapping

CODE: Mapping[str, str] = {
    "monaco": "the editor needs Slidev's own build: the page shows the code, read-only",
    "plantuml": "the diagram is drawn by a server: the page shows its source and a link",
}
"""Kinds of listings, and what the page shows instead."""

COMPONENTS: Mapping[str, str] = {
    "tweet": "the post comes from x.com: the page shows a link",
    "bluesky": "the post comes from bsky.app: the page shows a link",
    "youtube": "the film comes from youtube.com: the page shows a link",
}
"""Built-in components by their names without case and dashes."""

BUILD = (True, "true", "build", "auto")

KEYS: Mapping[str, tuple[tuple[object, ...], str]] = {
    "record": (BUILD, "recording needs Slidev's own build: the page has no button for it"),
    "pwa": (BUILD, "an installable app needs a server: the page works offline as it is"),
    "browserExporter": (BUILD, "the exporter in the browser needs Slidev's own build"),
    "download": (BUILD, "the PDF to download is made by Slidev's own build: the page has no button for it"),
    "remote": ((), "remote control needs a server: `slidewright serve --remote` is one"),
    "routerMode": (("history",), "a file has no routes of its own: the page keeps its place behind `#`"),
    "seoMeta.ogImage": (("auto",), "the preview picture is taken by Slidev's own build: the page names none"),
}
"""Keys of the headmatter: the values that ask for it (none named: any but false), and why not."""

NODE_FILES = ("vite.config", "setup/vite-plugins", "setup/preparser", "setup/transformers")
"""Files of the deck's folder, without their endings, that run in Node while Slidev builds."""
NODE_ENDINGS = (".ts", ".mts", ".js", ".mjs")
NODE = "this runs in Node while Slidev builds: the page is made without it"
