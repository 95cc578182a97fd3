"""How tokens become Slidev's template: the rules of rendering (C.2 to C.9).

What only JavaScript engines can draw is set aside in `env["collected"]`, and a placeholder stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from slidewright.parse.markdown.fences import WRITABLE, CodeBlock, code_block, js, wrapper, writable_snippet
from slidewright.parse.markdown.magic_moves import is_magic_move
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.plantuml import encode
from slidewright.parse.markdown.snippets import inline_snippets

STYLE_TAG = re.compile(r"<style\b([^>]*)>", re.I)
SCOPED = re.compile(r"\bscoped\b", re.I)
INTERNAL = re.compile(r"[./#]|\d+\Z")
MATH_INFO = re.compile(r"\s*(?:\{([\w,|\-*]+)\}\s*(\{[^}]*\})?)?", re.A)

Env = Mapping[str, Any]


class Formula(NamedTuple):
    """One formula; `display` for a block."""

    tex: str
    display: bool


def placeholder(kind: str, index: int) -> str:
    """A mark that cannot occur in a slide: Markdown replaces NUL."""
    return f"\0{kind}:{index}\0"


class Collected:
    """What rendering set aside for the JavaScript engines."""

    def __init__(self) -> None:
        self.code: list[CodeBlock] = []
        self.formulas: list[Formula] = []
        self.icons: list[str] = []

    def set_aside(self, kind: str, items: list[Any], item: Any) -> str:
        """Keep an item and return its placeholder."""
        items.append(item)
        return placeholder(kind, len(items) - 1)


def fence(self: RendererHTML, tokens: Sequence[Token], index: int, md_options: Any, env: Env) -> str:
    """A block of code in its component."""
    options, collected = env["options"], env["collected"]
    block = _block(tokens[index], options, env)
    return _component(block, collected.set_aside("code", collected.code, block), options)


def _block(token: Token, options: MarkdownOptions, env: Env) -> CodeBlock:
    line = token.map[0] if token.map else 0
    imported = token.meta.get("snippet")
    if imported is not None and WRITABLE in token.info:
        return writable_snippet(imported.path, token.info, token.content, line)
    code = token.content
    if is_magic_move(token.info, token.markup):
        code = inline_snippets(code, env.get("snippet"))
    return code_block(token.info, code, token.markup, line, options.monaco)


def _component(block: CodeBlock, mark: str, options: MarkdownOptions) -> str:
    """The component of a block of code, around its placeholder."""
    bound = f'v-bind="{block.options}"' if block.options else ""
    match block.kind:
        case "plain":
            return wrapper(block, mark)
        case "mermaid":
            return f'<Mermaid {bound} code-lz="{mark}" />\n'
        case "plantuml":
            return f'<PlantUml {bound} code="{encode(block.code)}" server={js(options.plantuml_server)} />\n'
        case "magic-move":
            ranges = js([list(step.ranges) for step in block.steps])
            title = js(block.title)
            return f"<ShikiMagicMove {bound} steps-lz=\"{mark}\" :title='{title}' :step-ranges='{ranges}' />\n"
        case "monaco":
            return _editor(block, bound, mark)


def _editor(block: CodeBlock, bound: str, mark: str) -> str:
    if block.writable:
        return f'<Monaco writable="{block.writable}" code-lz="{mark}" lang="{block.language}" {bound} />\n'
    runnable = "runnable" if block.variant == "monaco-run" else ""
    diff = f'diff-lz="{mark.replace("code:", "diff:")}"' if block.modified is not None else ""
    return f'<Monaco {bound} {runnable} lang="{block.language}" code-lz="{mark}" {diff} />\n'


def html(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """Raw HTML; styles of a slide are scoped."""
    content = tokens[index].content
    if "<style" not in content.lower():
        return content
    return STYLE_TAG.sub(lambda match: match[0] if SCOPED.search(match[1]) else f"<style scoped{match[1]}>", content)


def code_inline(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """Inline code, which Vue leaves alone."""
    token = tokens[index]
    return f"<code v-pre{self.renderAttrs(token)}>{escapeHtml(token.content)}</code>"


def link_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """A link between slides, or one that opens beside them."""
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    if token.type == "link_open" and INTERNAL.match(href):
        token.meta["internal"] = True
        rest = "".join(f' {key}="{escapeHtml(str(value))}"' for key, value in token.attrs.items() if key != "href")
        return f'<Link to="{escapeHtml(href)}"{rest}>'
    if token.attrGet("target") is None:
        token.attrSet("target", "_blank")
    return f"<a{self.renderAttrs(token)}>"


def link_close(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """The end of either."""
    opening = next(
        token for token in reversed(tokens[:index]) if token.type == "link_open" and token.level == tokens[index].level
    )
    return "</Link>" if opening.meta.get("internal") else "</a>"


def math_inline(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """A formula in running text."""
    collected = env["collected"]
    mark: str = collected.set_aside("math", collected.formulas, Formula(tokens[index].content, False))
    return mark


def math_block(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """A formula on lines of its own, in its component."""
    collected = env["collected"]
    token = tokens[index]
    match = MATH_INFO.match(token.info)
    ranges, bound = (match[1] or "", match[2] or "") if match else ("", "")
    stages = js([part.strip() for part in ranges.split("|")] if ranges else [])
    mark = collected.set_aside("math", collected.formulas, Formula(token.content, True))
    options_ = f'v-bind="{bound}"' if bound else ""
    return f"<KaTexBlockWrapper {options_} :ranges='{stages}'>{mark}</KaTexBlockWrapper>\n"


def alert_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """The opening of an alert, its icon set aside."""
    collected = env["collected"]
    kind, title = tokens[index].meta["kind"], tokens[index].meta["title"]
    icon = collected.set_aside("icon", collected.icons, kind)
    return f'<div class="markdown-alert markdown-alert-{kind}"><p class="markdown-alert-title">{icon}{title}</p>'


def self_closing(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Env) -> str:
    """Comark's components close themselves where they hold nothing."""
    token = tokens[index]
    newline = "\n" if token.type == "comark_block" and token.nesting <= 0 else ""
    if token.nesting == -1:
        return f"</{token.tag}>{newline}"
    return f"<{token.tag}{self.renderAttrs(token)}{' /' if token.nesting == 0 else ''}>{newline}"


RULES: Mapping[str, Callable[..., str]] = {
    "fence": fence,
    "html_block": html,
    "html_inline": html,
    "code_inline": code_inline,
    "link_open": link_open,
    "link_close": link_close,
    "math_inline": math_inline,
    "math_block": math_block,
    "alert_open": alert_open,
    "comark_block": self_closing,
    "comark_component": self_closing,
}
"""The rules of slides, by token."""

NOTE_RULES: Mapping[str, Callable[..., str]] = {
    "link_open": link_open,
    "link_close": link_close,
    "math_inline": math_inline,
    "math_block": math_inline,
}
"""The rules of notes: links and formulas as on slides, all else as Markdown has it."""
