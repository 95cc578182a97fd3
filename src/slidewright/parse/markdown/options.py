"""What of a deck changes its Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from slidewright.model import Deck
from slidewright.vocabulary.configuration import DEFAULTS

PLANTUML_SERVER: str = DEFAULTS["plantUmlServer"]


class MarkdownOptions(NamedTuple):
    """What of a deck's configuration and features changes its Markdown."""

    katex: bool = False
    comark: bool = False
    monaco: bool = True
    twoslash: bool = True
    plantuml_server: str = PLANTUML_SERVER
    line_numbers: bool = False


def markdown_options(deck: Deck) -> MarkdownOptions:
    """The options that a deck's configuration and detected features ask for (modes are those of a build)."""
    config: Mapping[str, Any] = deck.config
    server = config["plantUmlServer"]
    return MarkdownOptions(
        katex=deck.features.katex,
        comark=bool(config["comark"] or config["mdc"]),
        monaco=config["monaco"] in (True, "build"),
        twoslash=config["twoslash"] in (True, "build"),
        plantuml_server=server if isinstance(server, str) else PLANTUML_SERVER,
        line_numbers=config["lineNumbers"] is True,
    )
