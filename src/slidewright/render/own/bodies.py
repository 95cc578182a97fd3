"""Modules of the page that no compiler makes: files as values, and what stands for what is not there."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from slidewright.render import embed

NOTHING = "module.exports = {}"
ASSETS = "slidewright/assets"
"""The module that knows the files in the page."""


def value(content: object) -> str:
    """A module whose default export is a value."""
    return f"exports.__esModule = true\nexports.default = {embed.literal(content)}"


def json_module(text: str) -> str:
    """A JSON file: the value itself, as CommonJS has it; raises ValueError where it is no JSON."""
    try:
        return f"module.exports = {embed.literal(json.loads(text))}"
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def file_url(id: str) -> str:
    """A file that stands in the page: its URL, made when it is first asked for."""
    url = f"require({embed.literal(ASSETS)}).url({embed.literal(id)})"
    getter = f"{{ enumerable: true, get: () => {url} }}"
    return f'exports.__esModule = true\nObject.defineProperty(exports, "default", {getter})'


def absent(message: str) -> str:
    """What is not in the page: who loads it is told why."""
    return f"throw new Error({embed.literal(message)})"


def slide(no: int | None, code: str) -> str:
    """A slide that shows what is wrong where its script or what that imports throws; `no` None: wherever it stands."""
    return component("Slide" if no is None else f"Slide {no}", code)


def component(path: PurePosixPath | str, code: str) -> str:
    """A component that shows what is wrong in its place, where its module or its setup throws."""
    guarded = f"{code}\nslidewright.guard({_place(path)})"
    return f'"use strict"\ntry {{\n{guarded}\n}} catch (error) {{\n{_failed(path, "error")}\n}}'


def broken_component(path: PurePosixPath, message: str) -> str:
    """A component that cannot be compiled, as a box that says why."""
    return _failed(path, f"new Error({embed.literal(message)})")


def _failed(path: PurePosixPath | str, error: str) -> str:
    return f"slidewright.failed({_place(path)}, {error})"


def _place(path: PurePosixPath | str) -> str:
    return f'require("vue"), module, {embed.literal(str(path))}'
