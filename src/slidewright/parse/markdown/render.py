"""One slide's Markdown → its Vue template, with placeholders for what JavaScript engines draw (C.1 to C.10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from slidewright.parse.markdown.drag import mark_drags
from slidewright.parse.markdown.engine import engine
from slidewright.parse.markdown.fences import (
    WRITABLE,
    CodeBlock,
    code_block,
    js,
    wrapper,
    writable_snippet,
)
from slidewright.parse.markdown.magic_moves import is_magic_move
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.plantuml import encode
from slidewright.parse.markdown.snippets import Snippet, inline_snippets

STYLE_TAG = re.compile(r"<style\b([^>]*)>", re.I)
SCOPED = re.compile(r"\bscoped\b", re.I)
INTERNAL = re.compile(r"[./#]|\d+\Z")
MATH_INFO = re.compile(r"\s*(?:\{([\w,|\-*]+)\}\s*(\{[^}]*\})?)?", re.A)
SCRIPT_SETUP = re.compile(r"<script\b[^>]*\bsetup\b[^>]*>([\s\S]*)</script>", re.I)
BLOCK = re.compile(r"<(style|route|i18n)\b[^>]*>[^<]*</\1>", re.I)
PLACEHOLDER = re.compile("\0(\\w+):(\\d+)\0")


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula; `display` for a block."""

    tex: str
    display: bool


@dataclass(frozen=True, slots=True)
class Markup:
    """A slide's template and the parts taken out of it.

    `template` holds a placeholder for each of `code` (the highlighted HTML of a plain block, the compressed payload
    of another; `diff` for the second half of a diff), `formulas` and `icons` (kinds of alerts). `script` is the inside
    of `<script setup>`, `script_tag` its opening tag; `blocks` are `<style>` and other blocks of the single-file
    component, whole. What stands between two scripts becomes such a block, as in Slidev, whose cut is greedy.
    """

    template: str
    script: str | None
    script_tag: str | None
    blocks: tuple[str, ...]
    code: tuple[CodeBlock, ...]
    formulas: tuple[Formula, ...]
    icons: tuple[str, ...]

    def fill(self, parts: Mapping[str, Sequence[str]]) -> str:
        """The template with each placeholder replaced: `parts` by kind (`code`, `diff`, `math`, `icon`), in order."""
        return PLACEHOLDER.sub(lambda match: parts[match[1]][int(match[2])], self.template)


def placeholder(kind: str, index: int) -> str:
    """A mark that cannot occur in a slide: Markdown replaces NUL."""
    return f"\0{kind}:{index}\0"


def render(content: str, options: MarkdownOptions, snippet: Snippet | None = None) -> Markup:
    """Render one slide's Markdown; `snippet` reads what `<<<` lines import."""
    md = engine(options, snippet)
    collected = _add_renderer(md, options, snippet)
    env: dict[str, Any] = {}
    tokens = mark_drags(md.parse(content, env))
    html = md.renderer.render(tokens, md.options, env)
    script = SCRIPT_SETUP.search(html)
    inside = after = ""
    if script:
        html = html[: script.start()] + html[script.end() :]
        inside, closing, after = script[1].partition("</script>")
        after = f"{after}{closing}".strip()
    blocks = (*(match[0] for match in BLOCK.finditer(html)), *([after] if after else []))
    template = BLOCK.sub("", html)
    return Markup(
        template=template,
        script=inside.strip() if script else None,
        script_tag=script[0][: script[0].index(">") + 1] if script else None,
        blocks=blocks,
        code=tuple(collected.code),
        formulas=tuple(collected.formulas),
        icons=tuple(collected.icons),
    )


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


def _add_renderer(md: MarkdownIt, options: MarkdownOptions, snippet: Snippet | None) -> Collected:
    collected = Collected()
    rules = {
        "fence": _fence(collected, options, snippet),
        "html_block": _html,
        "html_inline": _html,
        "code_inline": _code_inline,
        "link_open": _link_open,
        "link_close": _link_close,
        "math_inline": _math_inline(collected),
        "math_block": _math_block(collected),
        "alert_open": _alert_open(collected),
        "comark_block": _self_closing,
        "comark_component": _self_closing,
    }
    for name, rule in rules.items():
        md.add_render_rule(name, rule)
    return collected


def _fence(collected: Collected, options: MarkdownOptions, snippet: Snippet | None) -> Any:
    def fence(self: RendererHTML, tokens: Sequence[Token], index: int, md_options: Any, env: Any) -> str:
        block = _block(tokens[index], options, snippet)
        return _component(block, collected.set_aside("code", collected.code, block), options)

    return fence


def _block(token: Token, options: MarkdownOptions, snippet: Snippet | None) -> CodeBlock:
    line = token.map[0] if token.map else 0
    imported = token.meta.get("snippet")
    if imported is not None and WRITABLE in token.info:
        return writable_snippet(imported.path, token.info, token.content, line)
    code = inline_snippets(token.content, snippet) if is_magic_move(token.info, token.markup) else token.content
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


def _html(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    content = tokens[index].content
    if "<style" not in content.lower():
        return content
    return STYLE_TAG.sub(lambda match: match[0] if SCOPED.search(match[1]) else f"<style scoped{match[1]}>", content)


def _code_inline(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    return f"<code v-pre{self.renderAttrs(token)}>{escapeHtml(token.content)}</code>"


def _link_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    if token.type == "link_open" and INTERNAL.match(href):
        token.meta["internal"] = True
        rest = "".join(f' {key}="{escapeHtml(str(value))}"' for key, value in token.attrs.items() if key != "href")
        return f'<Link to="{escapeHtml(href)}"{rest}>'
    if token.attrGet("target") is None:
        token.attrSet("target", "_blank")
    return f"<a{self.renderAttrs(token)}>"


def _link_close(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    opening = next(
        token for token in reversed(tokens[:index]) if token.type == "link_open" and token.level == tokens[index].level
    )
    return "</Link>" if opening.meta.get("internal") else "</a>"


def _math_inline(collected: Collected) -> Any:
    def math_inline(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return collected.set_aside("math", collected.formulas, Formula(tokens[index].content, False))

    return math_inline


def _math_block(collected: Collected) -> Any:
    def math_block(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        match = MATH_INFO.match(token.info)
        ranges, bound = (match[1] or "", match[2] or "") if match else ("", "")
        stages = js([part.strip() for part in ranges.split("|")] if ranges else [])
        mark = collected.set_aside("math", collected.formulas, Formula(token.content, True))
        options_ = f'v-bind="{bound}"' if bound else ""
        return f"<KaTexBlockWrapper {options_} :ranges='{stages}'>{mark}</KaTexBlockWrapper>\n"

    return math_block


def _alert_open(collected: Collected) -> Any:
    def alert_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        kind, title = tokens[index].meta["kind"], tokens[index].meta["title"]
        icon = collected.set_aside("icon", collected.icons, kind)
        return f'<div class="markdown-alert markdown-alert-{kind}"><p class="markdown-alert-title">{icon}{title}</p>'

    return alert_open


def _self_closing(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Comark's components close themselves where they hold nothing."""
    token = tokens[index]
    newline = "\n" if token.type == "comark_block" and token.nesting <= 0 else ""
    if token.nesting == -1:
        return f"</{token.tag}>{newline}"
    return f"<{token.tag}{self.renderAttrs(token)}{' /' if token.nesting == 0 else ''}>{newline}"
