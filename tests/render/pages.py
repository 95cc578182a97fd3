"""Decks in memory, rendered as pages."""

from __future__ import annotations

from pathlib import PurePosixPath

from slidewright.engine import Engine
from slidewright.load import load
from slidewright.render.artifacts import RenderedDeck
from slidewright.render.html import render
from slidewright.resolve import resolve
from slidewright.settings import BuildSettings
from slidewright.workspace import MemoryWorkspace

ENTRY = PurePosixPath("slides.md")


def rendered(engine: Engine, files: dict[str, str | bytes] | str, **settings: bool) -> RenderedDeck:
    workspace = MemoryWorkspace({"slides.md": files} if isinstance(files, str) else files)
    deck = load(workspace, ENTRY)
    path = PurePosixPath("out.html")
    return render(
        deck, resolve(deck, workspace), workspace, BuildSettings(**{"readable": True} | settings), engine, path
    )


def page(engine: Engine, files: dict[str, str | bytes] | str, **settings: bool) -> str:
    return b"".join(rendered(engine, files, **settings).artifacts[0].chunks()).decode()


def told(engine: Engine, files: dict[str, str | bytes] | str) -> list[tuple[str, int, str]]:
    found = rendered(engine, files).diagnostics
    return [(item.rule, item.location.start.line, item.message) for item in found]
