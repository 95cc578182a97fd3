"""Files of code compiled by the engine, all of a batch in one go, with the files that their types come from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from slidewright.engine import Engine
from slidewright.errors import InputError
from slidewright.text import Source
from slidewright.workspace import Workspace, join

CODE = frozenset([".vue", ".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"])
_PLACE = re.compile(r"^Error transforming \S+: |^Error transforming |\s*\((\d+):(\d+)\)\Z")
_TYPES = ("", ".ts", ".tsx", ".d.ts", "/index.ts", "/index.tsx", "/index.d.ts")
_ROUNDS = 12  # files of types, each of which imports the next
TYPE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class CompiledFile:
    """A file as a CommonJS body: what it requires, as written, its style sheet and its tags that are not HTML.

    `ecma`: it was an ECMAScript module. `error` says why there is no code, `line` where (from 1).
    """

    code: str = ""
    css: str = ""
    requires: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    ecma: bool = True
    error: str | None = None
    line: int | None = None


def compile_files(engine: Engine, workspace: Workspace, sources: Sequence[Source]) -> list[CompiledFile]:
    """Compile files, in order; what is wrong with one is in its result."""
    arguments = [_argument(source) for source in sources]
    results: list[Any] = [None] * len(arguments)
    waiting = list(range(len(arguments)))
    for _ in range(_ROUNDS):
        made = engine.call_many("own", "compile", [arguments[index] for index in waiting])
        results = _with(results, waiting, made)
        waiting = [index for index in waiting if "wanted" in results[index]]
        if not waiting:
            break
        for index in waiting:
            arguments[index] = {**arguments[index], "files": _files(workspace, arguments[index], results[index])}
    return [_result(value) for value in results]


def _with(results: list[Any], places: Sequence[int], made: Sequence[Any]) -> list[Any]:
    replaced = dict(zip(places, made, strict=True))
    return [replaced.get(index, value) for index, value in enumerate(results)]


def _argument(source: Source) -> dict[str, Any]:
    argument: dict[str, Any] = {"path": str(source.path), "source": source.text}
    if source.path.suffix in (".vue", ".md"):
        argument["id"] = hashlib.sha256(argument["path"].encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return argument


def _files(workspace: Workspace, argument: Mapping[str, Any], result: Mapping[str, Any]) -> dict[str, str | None]:
    """The texts that the compiler has so far, and those it wants now: all the spellings that it may try."""
    files = dict(argument.get("files", {}))
    for wanted in result["wanted"]:
        stem = re.sub(r"(\.d)?\.[cm]?[jt]sx?\Z", "", wanted)
        for name in {wanted, *(stem + ending for ending in _TYPES), *(wanted + ending for ending in _TYPES)}:
            files[name] = _text(workspace, name)
    return files


def _text(workspace: Workspace, name: str) -> str | None:
    path = join(PurePosixPath(), name)
    try:
        small = path is not None and workspace.exists(path) and workspace.size(path) <= TYPE_BYTES
        return workspace.read(path).text if small and path is not None else None
    except InputError:
        return None


def _result(value: Mapping[str, Any]) -> CompiledFile:
    if "wanted" in value:
        return CompiledFile(error="its types come from too many files")
    if "error" in value:
        message = str(value["error"])
        place = re.search(r"\((\d+):\d+\)\Z", message)
        line = int(place[1]) if place else value.get("line")
        return CompiledFile(error=_PLACE.sub("", message), line=line)
    requires, components = tuple(value["requires"]), tuple(value["components"])
    return CompiledFile(value["code"], value["css"], requires, components, bool(value["isEcma"]))
