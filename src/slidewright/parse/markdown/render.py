"""One slide's Markdown → its Vue template, with placeholders for what JavaScript engines draw (C.1 to C.10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

from slidewright.parse.markdown.drag import mark_drags
from slidewright.parse.markdown.engine import engine
from slidewright.parse.markdown.fences import CodeBlock
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.markdown.renderers import RULES, Collected, Formula
from slidewright.parse.markdown.snippets import Snippet

SCRIPT_SETUP = re.compile(r"<script\b[^>]*\bsetup\b[^>]*>([\s\S]*)</script>", re.I)
BLOCK = re.compile(r"<(style|route|i18n)\b[^>]*>[^<]*</\1>", re.I)
PLACEHOLDER = re.compile("\0(\\w+):(\\d+)\0")


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


def render(content: str, options: MarkdownOptions, snippet: Snippet | None = None) -> Markup:
    """Render one slide's Markdown; `snippet` reads what `<<<` lines import."""
    md, collected = _engine(options), Collected()
    env = {"options": options, "snippet": snippet, "collected": collected}
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


@lru_cache(maxsize=4)
def _engine(options: MarkdownOptions) -> MarkdownIt:
    md = engine(options)
    for token, rule in RULES.items():
        md.add_render_rule(token, rule)
    return md
