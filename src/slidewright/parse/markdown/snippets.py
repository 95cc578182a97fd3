"""Snippet imports (`<<< path#region lang {ranges}`) and the regions of a file (C.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

SNIPPET = re.compile(r"<<<[ \t]*(\S.*?)(#[\w-]+)?[ \t]*(?:[ \t](\S+?))?[ \t]*(\{.*)?\Z", re.A)

MARKERS = (
    (r"^\s*//\s*#?region\b\s*(.*?)\s*$", r"^\s*//\s*#?endregion\b\s*(.*?)\s*$"),
    (r"^\s*<!--\s*#?region\b\s*(.*?)\s*-->", r"^\s*<!--\s*#?endregion\b\s*(.*?)\s*-->"),
    (r"^\s*/\*\s*#region\b\s*(.*?)\s*\*/", r"^\s*/\*\s*#endregion\b\s*(.*?)\s*\*/"),
    (r"^\s*#[rR]egion\b\s*(.*?)\s*$", r"^\s*#[eE]nd ?[rR]egion\b\s*(.*?)\s*$"),
    (r"^\s*#\s*#?region\b\s*(.*?)\s*$", r"^\s*#\s*#?endregion\b\s*(.*?)\s*$"),
    (r"^\s*(?:--|::|@?REM)\s*#region\b\s*(.*?)\s*$", r"^\s*(?:--|::|@?REM)\s*#endregion\b\s*(.*?)\s*$"),
    (r"^\s*#pragma\s+region\b\s*(.*?)\s*$", r"^\s*#pragma\s+endregion\b\s*(.*?)\s*$"),
    (r"^\s*\(\*\s*#region\b\s*(.*?)\s*\*\)", r"^\s*\(\*\s*#endregion\b\s*(.*?)\s*\*\)"),
)


class SnippetImport(NamedTuple):
    """One `<<<` line: path as written, region without `#`, language, and the braces that follow."""

    path: str
    region: str | None
    language: str
    meta: str

    @property
    def info(self) -> str:
        """The info string of the fence that it becomes."""
        return f"{self.language or PurePosixPath(self.path).suffix[1:]} {self.meta}".strip()


Snippet = Callable[[SnippetImport], str | None]


def parse_snippet(line: str) -> SnippetImport | None:
    """The import that a line is, or None."""
    match = SNIPPET.match(line)
    if match is None:
        return None
    return SnippetImport(match[1], match[2][1:] if match[2] else None, match[3] or "", (match[4] or "").strip())


def snippets(md: MarkdownIt) -> None:
    """Add the block rule; `env["snippet"]` gives a snippet's text (its region cut out), or None where there is none."""
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "snippet_import", snippet_import, alternatives)  # type: ignore[arg-type]


def snippet_import(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The block rule."""
    line = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]]
    found = parse_snippet(line) if line.startswith("<<<") else None
    if found is None:
        return False
    if silent:
        return True
    token = state.push("fence", "code", 0)
    token.map = [start_line, start_line + 1]
    token.meta["snippet"] = found
    token.info, token.content = _fence(found, line, state.env.get("snippet"))
    state.line = start_line + 1
    return True


def _fence(found: SnippetImport, line: str, read: Snippet | None) -> tuple[str, str]:
    """Info string and code of an import; where nothing can be read, the line itself stays readable."""
    text = read(found) if read else None
    info, text = (found.info, text) if text is not None else ("text", line)
    return info, text if text.endswith("\n") else f"{text}\n"


def inline_snippets(code: str, read: Snippet | None) -> str:
    """A magic move's code with the `<<<` lines between its blocks replaced by the blocks they import."""
    lines, in_code = [], False
    for line in code.split("\n"):
        if line.startswith("```"):
            in_code = not in_code
        found = parse_snippet(line) if line.startswith("<<<") and not in_code else None
        if found is None:
            lines.append(line)
            continue
        info, text = _fence(found, line, read)
        lines.append(f"```{info}\n{text}```")
    return "\n".join(lines)


def extract_region(text: str, region: str) -> tuple[str, bool]:
    """The named region of a file without its markers, dedented; the whole text and False where there is none."""
    lines = text.replace("\r\n", "\n").split("\n")
    styles = [(re.compile(start), re.compile(end)) for start, end in MARKERS]
    for number, line in enumerate(lines):
        for start, end in styles:
            match = start.match(line)
            if match and match[1] == region:
                last = _region_end(lines, number + 1, region, start, end)
                if last is not None:
                    kept = [item for item in lines[number + 1 : last] if not (start.match(item) or end.match(item))]
                    return dedent(kept), True
    return text, False


def _region_end(lines: list[str], first: int, region: str, start: re.Pattern[str], end: re.Pattern[str]) -> int | None:
    depth = 1
    for number in range(first, len(lines)):
        if start.match(lines[number]):
            depth += 1
            continue
        match = end.match(lines[number])
        if match:
            depth -= 1
            if match[1] == region or (depth == 0 and not match[1]):
                return number
    return None


def dedent(lines: list[str]) -> str:
    """Lines without the white space that all of them begin with."""
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    least = min(indents, default=0)
    return "\n".join(line[least:] for line in lines)
