"""Fenced code as Slidev's transformers see it (C.5): what each block is, before anything is highlighted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from slidewright.parse.markdown.magic_moves import MAGIC_MOVE, is_magic_move

CodeKind = Literal["plain", "mermaid", "plantuml", "magic-move", "monaco"]

BLOCK_INFO = re.compile(
    r"([\w'-]+)?(?:[ \t]*|[ \t][ \w\t'-]*)(?:\[([^\]]*)\])?[ \t]*(?:\{([\w,|\-*]+)\})?[ \t]*(\{[^}]*\})?(.*)\Z", re.A
)
WRITABLE = "{monaco-write}"
DIAGRAM = re.compile(r"(mermaid|plantuml)\s*(\{[^\n]*\})?")
MONACO = re.compile(r"([\w'-]+)?\s*\{(monaco[\w-]*)\}\s*(\{[^}]*\})?(.*)\Z", re.A)
DIFF_SEPARATOR = re.compile(r"^\s*~~~\s*\n", re.M)
STEP = re.compile(
    r"^```([\w'-]+)?(?:[ \t]*|[ \t][ \w\t'-]*)(?:\[([^\]]*)\])?[ \t]*"
    r"(?:\{([\w*,|-]+)\}[ \t]*(\{[^}]*\})?([^\r\n]*))?\r?\n((?:(?!^```)[\s\S])*?)^```$",
    re.M | re.A,
)


@dataclass(frozen=True, slots=True)
class CodeStep:
    """One block of a magic move; of its `options` Slidev reads `lines` alone."""

    language: str
    ranges: tuple[str, ...]
    code: str
    options: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """One block of code.

    `ranges` are the highlight stages (`{1|2-3}`), `options` the braces that Slidev hands to Vue as they are, `rest`
    what is left of the info string (`twoslash`). `line` is 0-based in the slide's content. `steps` are a magic move's.
    `variant` is the word in an editor's braces (`monaco-run`), `modified` the second half of a `monaco-diff`,
    `writable` the path of the snippet that an editor would write to.
    """

    kind: CodeKind
    code: str
    language: str = ""
    title: str = ""
    ranges: tuple[str, ...] = ()
    options: str = ""
    rest: str = ""
    variant: str = ""
    modified: str | None = None
    writable: str = ""
    steps: tuple[CodeStep, ...] = ()
    line: int = 0


def code_block(info: str, code: str, markup: str, line: int, monaco: bool = True) -> CodeBlock:
    """Tell what a fence is: the first of Slidev's transformers that takes it."""
    info = info.strip()
    diagram = DIAGRAM.match(info)
    if diagram:
        kind: CodeKind = "mermaid" if diagram[1] == "mermaid" else "plantuml"
        return CodeBlock(kind, code.strip(), options=diagram[2] or "", line=line)
    move = MAGIC_MOVE.match(info)
    if move and is_magic_move(info, markup):
        return CodeBlock(
            "magic-move", code, title=move[1] or "", options=move[2] or "{}", steps=_steps(code), line=line
        )
    editor = MONACO.match(info) if monaco else None
    if editor:
        return _monaco(editor, code, line)
    match = BLOCK_INFO.match(info)
    language, title, ranges, options, rest = match.groups(default="") if match else ("", "", "", "", "")
    return CodeBlock("plain", code, language, title, range_stages(ranges), options, rest.strip(), line=line)


def writable_snippet(path: str, info: str, code: str, line: int) -> CodeBlock:
    """An imported file in an editor that may write it (`<<< ./x.ts {monaco-write}`)."""
    language, _, meta = info.replace(WRITABLE, "").partition(" ")
    written = path.removeprefix("@/").removeprefix("./")
    return CodeBlock(
        "monaco", code, language, options=meta.strip() or "{}", variant="monaco-write", writable=written, line=line
    )


def _steps(code: str) -> tuple[CodeStep, ...]:
    return tuple(
        CodeStep(match[1] or "", range_stages(match[3] or ""), match[6].rstrip(), match[4] or "")
        for match in STEP.finditer(code)
    )


def _monaco(match: re.Match[str], code: str, line: int) -> CodeBlock:
    language, variant, options = match[1] or "", match[2], match[3] or ""
    modified = None
    if variant == "monaco-diff":
        code, *others = DIFF_SEPARATOR.split(code, maxsplit=1)
        modified = others[0] if others else None
    return CodeBlock("monaco", code, language, options=options, variant=variant, modified=modified, line=line)


def range_stages(text: str) -> tuple[str, ...]:
    """The stages of a range string; an empty one has none."""
    return tuple(part.strip() for part in text.split("|")) if text else ()


def wrapper(block: CodeBlock, inner: str) -> str:
    """The component that Slidev puts around a plain block."""
    bound = f'v-bind="{block.options}"' if block.options else ""
    title, ranges = js(block.title), js(list(block.ranges))
    return f"<CodeBlockWrapper {bound} title={title} :ranges='{ranges}'>{inner}\n</CodeBlockWrapper>\n"


def js(value: object) -> str:
    """JavaScript's `JSON.stringify`."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
