"""Code in a slide's template: highlighted blocks, and plain listings for the kinds that the page does not play yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from slidewright.engine import Engine
from slidewright.parse.markdown.fences import CodeBlock, wrapper
from slidewright.parse.markdown.render import Markup
from slidewright.parse.markdown.renderers import placeholder

# A component around its placeholder; PlantUML's carries its own encoding instead.
_WITH_PLACEHOLDER = re.compile(
    "<(?:Mermaid|ShikiMagicMove|Monaco) [^\0]*\0code:(\\d+)\0[^\0]*?(?:\0diff:\\d+\0[^\0]*?)?/>\n"
)
_PLANTUML = re.compile(r'<PlantUml [^\0]*? code="[^"]*" server="[^"]*" />\n')


def with_listings(markup: Markup) -> str:
    """The template with every block of code as a plain one."""
    if all(block.kind == "plain" for block in markup.code):
        return markup.template
    template = _WITH_PLACEHOLDER.sub(lambda match: _wrapped(markup, int(match[1])), markup.template)
    diagrams = (index for index, block in enumerate(markup.code) if block.kind == "plantuml")
    return _PLANTUML.sub(lambda _: _wrapped(markup, next(diagrams)), template)


def _wrapped(markup: Markup, index: int) -> str:
    title = markup.code[index].title
    return wrapper(CodeBlock("plain", "", title=title), placeholder("code", index))


def highlighted(engine: Engine, blocks: Iterable[CodeBlock]) -> tuple[dict[CodeBlock, str], set[CodeBlock]]:
    """The HTML of each block, safe in a Vue template, and the blocks whose language the highlighter does not know."""
    arguments = {block: _argument(block) for block in blocks}
    results = dict(zip(arguments, engine.call_many("shiki", "highlight", list(arguments.values())), strict=True))
    unknown = [block for block, result in results.items() if "error" in result]
    plain = engine.call_many("shiki", "highlight", [{**arguments[block], "lang": "text"} for block in unknown])
    results.update(zip(unknown, plain, strict=True))
    return {block: for_vue(result["html"]) for block, result in results.items()}, set(unknown)


def _argument(block: CodeBlock) -> dict[str, str]:
    """What is shown of a block, and its language: a magic move ends with its last step, so that is what stays."""
    if block.kind == "magic-move" and block.steps:
        return {"code": block.steps[-1].code, "lang": block.steps[-1].language or "text"}
    if block.modified is not None:  # both halves of a diff, as they are written
        return {"code": f"{block.code}~~~\n{block.modified}".removesuffix("\n"), "lang": block.language or "text"}
    language = {"mermaid": "mermaid", "plantuml": "text", "magic-move": "md"}.get(block.kind, block.language)
    return {"code": block.code.removesuffix("\n"), "lang": language or "text"}


def for_vue(html: str) -> str:
    """HTML whose text holds no mustaches for Vue to find."""
    return html.replace("{{", "&lbrace;&lbrace;")


def unplayed(markup: Markup) -> Iterator[CodeBlock]:
    """The blocks that stand as listings though Slidev draws or plays them."""
    return (block for block in markup.code if block.kind != "plain")
