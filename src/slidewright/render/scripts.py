"""The page's own code: Slidev's virtual modules, filled from templates, and the compiled slides, each as a function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from slidewright.render import embed
from slidewright.render.brought import IN_PAGE
from slidewright.render.layouts import OWN
from slidewright.render.templates import Templates
from slidewright.resources import asset_folder

# Slidev's `#slidev/NAME` modules that a deck supplies; the client does without the others.
VIRTUAL_MODULES = (
    "configs",
    "slides",
    "title-renderer",
    "global-layers",
    "custom-nav-controls",
    "setups/main",
)
# Those that hold nothing but the functions of the roots' setup files of that name.
SETUPS = tuple(name for name in IN_PAGE if name != "main")
CLIENT_FILES = ("assets.js", "own.js", "roots.js", "slides.js", "code.js", "standins.js")


def deck_script(templates: Templates, features: Mapping[str, bool], context: Mapping[str, Any]) -> Iterator[str]:
    """The script that must run before Slidev's client: what it reads of the deck, as functions it calls."""
    yield f"globalThis.slidewright??={{}}\nslidewright.features={embed.literal(dict(features))}\n"
    yield "slidewright.virtual={}\nslidewright.modules={}\n"
    for file in CLIENT_FILES:
        yield (asset_folder() / "client" / file).read_text(encoding="utf-8")
    for name in ("assets", "roots"):
        yield module(f"slidewright/{name}", templates.render(f"html/modules/{name}.js.j2", context))
    for name in VIRTUAL_MODULES:
        yield virtual(name, templates.render(f"html/modules/{name}.js.j2", context))
    for name in SETUPS:
        yield virtual(f"setups/{name}", templates.render("html/modules/setup.js.j2", {"name": embed.literal(name)}))


def layouts(templates: Templates, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The modules of the layouts that a deck's roots bring: what slides ask for, whichever file it is."""
    for name in names:
        yield f"{OWN}{name}", templates.render("html/modules/layout.js.j2", {"name": embed.literal(name)})


def virtual(name: str, body: str) -> str:
    """A CommonJS body as one of Slidev's virtual modules."""
    function = f"function(require){{const exports={{}}\n{body}\nreturn exports}}"
    return f"slidewright.virtual[{embed.literal(name)}]={function};\n"


def module(name: str, body: str) -> str:
    """A CommonJS body as a module of the page."""
    return f"slidewright.modules[{embed.literal(name)}]=function(require,exports,module){{\n{embed.script(body)}\n}};\n"


def modules(bodies: Iterable[tuple[str, str]]) -> Iterator[str]:
    """CommonJS bodies by name as modules of the page; a name that comes again is the same module."""
    seen: set[str] = set()
    for name, body in bodies:
        if name not in seen:
            seen.add(name)
            yield module(name, body)
