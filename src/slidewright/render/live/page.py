"""The page of a live preview and the script that brings the deck to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slidewright import __version__
from slidewright.render import embed
from slidewright.render.live.deck import LiveDeck
from slidewright.render.mermaid import mermaid_library
from slidewright.render.page import ROOTS
from slidewright.render.scripts import module
from slidewright.render.templates import Templates

_SELF = "'self' data: blob:"


def policy() -> str:
    """The content security policy: the page may ask its own server, and nobody else."""
    return (
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        f"img-src {_SELF}; media-src {_SELF}; font-src {_SELF}; frame-src {_SELF}; object-src {_SELF}; "
        f"connect-src {_SELF}; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def live_page(deck: LiveDeck, scripts: Sequence[str]) -> str:
    """The page's HTML; `scripts` are the addresses of its scripts in their order."""
    context = {
        **deck.head,
        "policy": policy(),
        "generator": f"slidewright {__version__}",
        "roots": ROOTS,
        "later": mermaid_library() if deck.draws_mermaid else [],
        "scripts": scripts,
        "end": deck.end,
    }
    return Templates().render("html/live.html.j2", context)


def live_script(deck: LiveDeck, run: str, version: int) -> Iterator[str]:
    """The deck as a script: its style sheets, its modules, what stands on its slides, and the glue to the client."""
    facts = {"run": run, "version": version, "base": deck.base, "roots": deck.roots, "variables": deck.variables}
    facts["state"] = deck.code_state
    files = {id: file.version for id, file in deck.files.items()}
    yield "globalThis.slidewright??={}\nslidewright.modules={}\n"
    yield f"slidewright.deck={embed.literal(facts)}\nslidewright.deck.config={embed.literal(dict(deck.config))}\n"
    yield f"slidewright.deck.files={embed.literal(files)}\n"
    yield f"slidewright.deck.sheets={embed.literal(list(deck.sheets.items()))}\nslidewright.deck.slides=["
    for slide in deck.slides:
        names = (slide.key, slide.component, slide.title)
        key, component, title = map(embed.literal, names)
        yield f"{{key:{key},component:{component},title:{title},row:{slide.row}}},\n"
    yield "]\n"
    yield from (module(name, body) for name, body in deck.modules.items())
    yield deck.glue
