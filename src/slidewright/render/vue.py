"""Components compiled by Vue's own compiler, all in one go; one that does not compile says why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from slidewright.engine import Engine


@dataclass(frozen=True, slots=True)
class Compiled:
    """A component: its code (a CommonJS body) and style sheet, what it requires, and its tags that are not HTML."""

    code: str
    css: str = ""
    requires: tuple[str, ...] = ()
    components: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotCompiled:
    """Why a component does not compile: Vue's message and the line of the source (from 1), where it is known."""

    message: str
    line: int | None = None


def compile_all(engine: Engine, sources: Iterable[str]) -> dict[str, Compiled | NotCompiled]:
    """Compile single-file components. Equal sources are one component: what identifies it is its text."""
    wanted = list(dict.fromkeys(sources))
    results = engine.call_many("vue", "compile", [_argument(source) for source in wanted])
    return dict(zip(wanted, map(_result, results), strict=True))


def _argument(source: str) -> dict[str, str]:
    identity = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return {"source": source, "id": identity, "filename": f"{identity}.vue"}


def _result(value: Any) -> Compiled | NotCompiled:
    if "error" in value:
        return NotCompiled(str(value["error"]), value.get("line"))
    return Compiled(value["code"], value["css"], tuple(value["requires"]), tuple(value["components"]))
