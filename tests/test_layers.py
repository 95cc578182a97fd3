"""Parts import only downwards, and each third-party library has one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src/slidewright"

LAYERS = (
    ("text", "errors", "resources"),
    ("diagnostics", "vocabulary"),
    ("model",),
    ("workspace", "settings", "parse", "engine", "browser"),
    ("load", "clicks", "configuration", "roots", "icons"),
    ("resolve",),
    ("check", "render", "report", "links"),
    ("write", "export", "scaffold"),
    ("serve",),
    ("cli",),
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}

DOORS = {
    "yaml": "parse/",
    "markdown_it": "parse/",
    "mdit_py_plugins": "parse/",
    "linkify_it": "parse/",
    "deno": "engine/",
    "jinja2": "render/templates.py",
    "fontTools": "render/fonts/",
    "brotli": "render/fonts/",
    "httpcore": "links/",
    "httpx": "links/",
    "watchfiles": ("serve/watching.py", "cli/watching.py"),
    "segno": "serve/",
    "starlette": "serve/",
    "uvicorn": "serve/",
    "websockets": "serve/",
    "click": "cli/",
}

MODULES = [p for p in sorted(ROOT.rglob("*.py")) if p.parent != ROOT or p.stem in LEVEL]


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "slidewright":
                yield from (f"slidewright.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    names = (name.split(".") for name in imported(path) if name.startswith("slidewright."))
    return {name[1] for name in names} - {part_of(path), "__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    part = part_of(path)
    for other in sorted(parts_imported(path)):
        assert LEVEL[other] < LEVEL[part], f"{part} may not import {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_third_party_libraries_have_one_door(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for library in {name.split(".")[0] for name in imported(path)} & set(DOORS):
        assert place.startswith(DOORS[library]), f"{library} is imported in {DOORS[library]} only"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if part_of(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in ("print", "sys.exit", "exit"), f"line {node.lineno}"
