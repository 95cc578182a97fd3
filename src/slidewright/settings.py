"""Options as written on the command line or in a configuration file → Settings as meant."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from slidewright.diagnostics import Severity

Target = Literal["html", "slidev"]
REPORT_FORMATS = (
    "full", "concise", "grouped", "json", "json-lines", "sarif", "junit", "github", "gitlab", "markdown",
)  # fmt: skip
"""How findings are printed: one module of `report` each."""

SEVERITIES = ("error", "warning", "info", "off")
FAIL_ON = ("error", "warning", "info", "never")

MEGABYTE = 1_000_000


class Limits(NamedTuple):
    """From where on rules speak. Sizes in bytes and canvas px; `*_scale` are image pixels per canvas px."""

    image_bytes: int = 3 * MEGABYTE
    image_scale: float = 4.0
    blurry_scale: float = 0.8
    slide_bytes: int = 10 * MEGABYTE
    deck_bytes: int = 50 * MEGABYTE
    words: int = 120
    code_columns: int = 90
    text_size: float = 12.0
    words_per_minute: int = 130
    seconds_per_click: float = 3.0


class HostSettings(NamedTuple):
    """What requests to one host carry: headers as they are, and the name of an environment variable with a token."""

    headers: Mapping[str, str] = MappingProxyType({})
    token_variable: str | None = None


class ExternalSettings(NamedTuple):
    """How remote addresses are asked (`--external`). Times in seconds; `exclude` are glob patterns of addresses."""

    exclude: tuple[str, ...] = ()
    timeout: float = 20.0
    retries: int = 2
    concurrency: int = 64
    per_host: int = 8
    cache_age: float = 86_400.0
    allow_private: bool = False
    hosts: Mapping[str, HostSettings] = MappingProxyType({})


class CheckSettings(NamedTuple):
    """What `check` looks for and when it fails.

    `select` and `ignore` name rules or families; `select` empty means every rule that is on by default, to which
    `extend_select` adds. `severity` overrides a rule's or a family's own (`off` leaves it out). `per_file_ignores` maps
    globs of paths, `per_slide_ignores` `glob#slide` (a number, a range `3-5`, or a routeAlias), to rules or families.
    Findings at or above `fail_on` (None: never) make the exit code 1, and so do more than `max_warnings` warnings.
    `base` is the path that the deck is put on (`--base` of Slidev).
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = MappingProxyType({})
    per_file_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    per_slide_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    exclude: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    max_warnings: int | None = None
    format: str = "full"
    baseline: Path | None = None
    base: str = "/"
    limits: Limits = Limits()
    external: ExternalSettings = ExternalSettings()


class BuildSettings(NamedTuple):
    """What `build` makes.

    `strict` turns what would become a placeholder into an error; `without_notes` leaves presenter notes out of the
    output; `cache` allows the engine's on-disk results. A `readable` page has its scripts and style sheets unpacked.
    `assets` is the folder for pictures and media, by its path from the page that they stand beside; None keeps them in
    the page.
    `prerender` draws Mermaid diagrams with a local browser, so that the page needs no library for them.
    """

    target: Target = "html"
    strict: bool = False
    without_notes: bool = False
    cache: bool = True
    readable: bool = False
    assets: str | None = None
    prerender: bool = False
