"""From one state of the deck to the next: the message that brings a page there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slidewright.render.icons import TAGS
from slidewright.render.live.alignment import aligned
from slidewright.render.live.deck import LiveDeck
from slidewright.render.scripts import module

_ICON = "~icons/"


def update(old: LiveDeck, new: LiveDeck, run: str, version: int) -> dict[str, Any]:
    """The message for a page that shows `old`, whose version is one less: an `update`, or a `reload`."""
    if old.base != new.base or _is_settled(old, new):
        return {"type": "reload", "version": version}
    known = len(old.slides)
    changed = [
        [index, slide.entry()]
        for index, slide in enumerate(new.slides)
        if index >= known or (slide is not old.slides[index] and slide != old.slides[index])
    ]
    keys = [[slide.key for slide in deck.slides] for deck in (old, new)]
    names = [[slide.name for slide in deck.slides] for deck in (old, new)]
    blocks = aligned(*keys, *names).blocks
    modules = {name: body for name, body in new.modules.items() if old.modules.get(name) != body}
    return {
        **_facts(new, run, version),
        "from": version - 1,
        "slides": changed,
        "blocks": [list(block) for block in blocks],
        "modules": _script(modules),
        "dropped": [name for name in old.modules if name not in new.modules],
        "icons": TAGS in modules,
        "code": old.roots != new.roots or any(_is_code(name) for name in modules if name in old.common),
        "sheets": [[key, None if key in old.sheets else css] for key, css in new.sheets.items()],
        "files": _files({id: file for id, file in new.files.items() if old.files.get(id) != file}),
        "config": {key: value for key, value in new.config.items() if old.config.get(key) != value},
    }


def _is_settled(old: LiveDeck, new: LiveDeck) -> bool:
    """Did code change that has run before the slides were there, and cannot be taken back?"""
    ran = (name for name in old.common if "/setup/" in f"/{name}" or "node_modules/" in name)
    return old.roots["setups"] != new.roots["setups"] or any(
        name in new.common and old.common[name] != new.common[name] for name in ran
    )


def is_nothing(message: Mapping[str, Any], old: LiveDeck, new: LiveDeck) -> bool:
    """Would a page not see any difference?"""
    parts = ("slides", "modules", "dropped", "files", "config")
    return (
        message["type"] == "update"
        and not any(message[part] for part in parts)
        and list(old.sheets) == list(new.sheets)
        and len(old.slides) == len(new.slides)
    )


def snapshot(deck: LiveDeck, run: str, version: int) -> dict[str, Any]:
    """The message for a page that has missed something."""
    return {
        **_facts(deck, run, version),
        "from": None,
        "slides": [[index, slide.entry()] for index, slide in enumerate(deck.slides)],
        "blocks": None,
        "modules": _script(deck.modules),
        "dropped": [],
        "icons": True,
        "code": None,
        "sheets": [[key, css] for key, css in deck.sheets.items()],
        "files": _files(deck.files),
        "config": dict(deck.config),
    }


def _facts(deck: LiveDeck, run: str, version: int) -> dict[str, Any]:
    return {
        "type": "update",
        "run": run,
        "version": version,
        "base": deck.base,
        "total": len(deck.slides),
        "roots": deck.roots,
        "variables": list(deck.variables),
        "title": deck.head["head"].title,
        "state": deck.code_state,
    }


def _script(modules: Mapping[str, str]) -> str:
    """Modules as a script that defines them."""
    return "".join(module(name, body) for name, body in modules.items())


def _files(files: Mapping[str, Any]) -> dict[str, str]:
    return {id: file.version for id, file in files.items()}


def _is_code(name: str) -> bool:
    return name != TAGS and not name.startswith(_ICON)
