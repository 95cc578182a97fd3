"""Monaco editors of a slide: in one file they are highlighted code, read-only (format C.5)."""

from __future__ import annotations

from html import escape

from slidewright.parse.markdown.fences import CodeBlock
from slidewright.parse.markdown.renderers import placeholder


def editor(block: CodeBlock, index: int) -> str:
    """The component of an editor around its highlighted code: two panes for a diff."""
    bound = f' v-bind="{block.options}"' if block.options else ""
    panes = [f"<template #default>{placeholder('code', index)}</template>"]
    if block.modified is not None:
        panes.append(f"<template #modified>{placeholder('diff', index)}</template>")
    kind = f'variant="{escape(block.variant)}" lang="{escape(block.language)}"'
    return f"<Monaco{bound} {kind}>{''.join(panes)}</Monaco>\n"


def original(block: CodeBlock) -> CodeBlock:
    """The code of an editor, or the first half of a diff, as a listing."""
    return CodeBlock("plain", block.code.rstrip(), block.language)


def modified(block: CodeBlock) -> CodeBlock | None:
    """The second half of a diff as a listing."""
    return None if block.modified is None else CodeBlock("plain", block.modified.rstrip(), block.language)
