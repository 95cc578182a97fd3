"""Magic moves as Slidev's own component takes them: the tokens of all steps, compressed (format C.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from slidewright.engine import Engine
from slidewright.parse.markdown.fences import CodeBlock, CodeStep

_LINES = re.compile(r"\blines\s*:\s*(true|false)\b")


def compressed_moves(
    engine: Engine, blocks: Iterable[CodeBlock], line_numbers: bool
) -> tuple[dict[CodeBlock, str], dict[CodeBlock, tuple[str, ...]]]:
    """What goes into `steps-lz` of each move, and the languages in it that the highlighter does not know.

    `line_numbers` is the deck's own choice, which a move and each of its steps may overrule.
    """
    moves = [block for block in blocks if block.kind == "magic-move" and block.steps]
    arguments = [{"steps": [_step(step, block, line_numbers) for step in block.steps]} for block in moves]
    results = dict(zip(moves, engine.call_many("shiki", "magicMove", arguments), strict=True))
    unknown = {block: tuple(result["unknown"]) for block, result in results.items() if result["unknown"]}
    return {block: result["stepsLz"] for block, result in results.items()}, unknown


def _step(step: CodeStep, block: CodeBlock, line_numbers: bool) -> dict[str, Any]:
    chosen = _LINES.search(step.options) or _LINES.search(block.options)
    lines = chosen[1] == "true" if chosen else line_numbers
    return {"code": step.code, "lang": step.language or "text", "lines": lines}
