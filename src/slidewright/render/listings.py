"""Code in a slide's template: highlighted blocks, and what stands for the kinds that the page shows in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from slidewright.engine import Engine
from slidewright.parse.markdown.fences import CodeBlock, wrapper
from slidewright.parse.markdown.render import Markup
from slidewright.parse.markdown.renderers import placeholder
from slidewright.render.diagrams import plantuml
from slidewright.render.editors import editor, modified, original

# A component around its placeholder; PlantUML's carries its own encoding instead.
_WITH_PLACEHOLDER = re.compile("<(?:ShikiMagicMove|Monaco) [^\0]*\0code:(\\d+)\0[^\0]*?(?:\0diff:\\d+\0[^\0]*?)?/>\n")
_PLANTUML = re.compile(r'<PlantUml [^\0]*? code="[^"]*" server="[^"]*" />\n')


def with_listings(markup: Markup, plantuml_server: str) -> str:
    """The template with the components that the page has instead of Slidev's: of diagrams by a server, of editors."""
    if all(block.kind in ("plain", "mermaid") for block in markup.code):
        return markup.template
    template = _WITH_PLACEHOLDER.sub(lambda match: _instead(markup, int(match[1]), match[0]), markup.template)
    drawn = (index for index, block in enumerate(markup.code) if block.kind == "plantuml")
    return _PLANTUML.sub(lambda _: _diagram(markup, next(drawn), plantuml_server), template)


def _instead(markup: Markup, index: int, written: str) -> str:
    block = markup.code[index]
    if block.kind == "monaco":
        return editor(block, index)
    return written if block.steps else _wrapped(block, index)


def _diagram(markup: Markup, index: int, server: str) -> str:
    block = markup.code[index]
    return plantuml(block, server, _wrapped(block, index))


def _wrapped(block: CodeBlock, index: int) -> str:
    return wrapper(CodeBlock("plain", "", title=block.title), placeholder("code", index))


def highlighted(engine: Engine, blocks: Iterable[CodeBlock]) -> tuple[dict[CodeBlock, str], set[CodeBlock]]:
    """The HTML of each block, safe in a Vue template, and the blocks whose language the highlighter does not know."""
    arguments = {block: _argument(block) for block in blocks}
    results = dict(zip(arguments, engine.call_many("shiki", "highlight", list(arguments.values())), strict=True))
    unknown = [block for block, result in results.items() if "error" in result]
    plain = engine.call_many("shiki", "highlight", [{**arguments[block], "lang": "text"} for block in unknown])
    results.update(zip(unknown, plain, strict=True))
    return {block: for_vue(result["html"]) for block, result in results.items()}, set(unknown)


def listed(blocks: Iterable[CodeBlock]) -> Iterator[CodeBlock]:
    """The blocks that are highlighted: all but those that the client draws or plays; of a diff both halves."""
    for block in blocks:
        if block.kind == "monaco":
            yield from filter(None, (original(block), modified(block)))
        elif block.kind != "mermaid" and not block.steps:
            yield block


def _argument(block: CodeBlock) -> dict[str, str]:
    language = {"plantuml": "text", "magic-move": "md"}.get(block.kind, block.language)
    return {"code": block.code.removesuffix("\n"), "lang": language or "text"}


def for_vue(html: str) -> str:
    """HTML whose text holds no mustaches for Vue to find."""
    return html.replace("{{", "&lbrace;&lbrace;")


def unplayed(markup: Markup) -> Iterator[tuple[str, int]]:
    """What stands as a listing though Slidev plays it: the kind, and the 0-based line in the slide."""
    return ((block.kind, block.line) for block in markup.code if block.kind == "magic-move" and not block.steps)
