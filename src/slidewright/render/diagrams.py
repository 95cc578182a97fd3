"""Diagrams of a slide: Mermaid's are drawn in the page, PlantUML's by a server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from slidewright.engine import Engine
from slidewright.parse.markdown.fences import CodeBlock
from slidewright.parse.markdown.plantuml import encode

# How compiled code speaks of the client's Mermaid component.
_MERMAID = ('resolveComponent("Mermaid")', 'resolveComponent("mermaid")', "builtin/Mermaid.vue")


@dataclass(frozen=True, slots=True)
class Diagram:
    """A fence that is a diagram.

    `source` is Mermaid's text, or the address of PlantUML's picture; `options` the braces after the language, a
    JavaScript object; `line` 0-based in the slide.
    """

    kind: str
    source: str
    options: str
    line: int


def diagrams(blocks: Iterable[CodeBlock], server: str) -> tuple[Diagram, ...]:
    """The diagrams among blocks of code; `server` draws PlantUML."""
    return tuple(
        Diagram(
            block.kind, block.code if block.kind == "mermaid" else address(block, server), block.options, block.line
        )
        for block in blocks
        if block.kind in ("mermaid", "plantuml")
    )


def address(block: CodeBlock, server: str) -> str:
    """The address of a PlantUML diagram's picture."""
    return f"{server}/svg/{encode(block.code)}"


def compressed_sources(engine: Engine, blocks: Iterable[CodeBlock]) -> dict[CodeBlock, str]:
    """What goes into `code-lz` of each Mermaid diagram."""
    wanted = [block for block in blocks if block.kind == "mermaid"]
    results = engine.call_many("lz", "compress", [{"text": block.code} for block in wanted])
    return {block: result["text"] for block, result in zip(wanted, results, strict=True)}


def plantuml(block: CodeBlock, server: str, listing: str) -> str:
    """The component of a PlantUML diagram: its picture where the page has it, else its source and a link."""
    bound = f' v-bind="{block.options}"' if block.options else ""
    return f'<PlantUml{bound} picture="{escape(address(block, server))}">{listing}</PlantUml>\n'


def draws_mermaid(code: Iterable[str]) -> bool:
    """Whether one of the compiled modules shows a Mermaid diagram."""
    return any(mark in text for text in code for mark in _MERMAID)
