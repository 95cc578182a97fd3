"""Cases of a rule's specification: a Markdown file whose sections hold files and what is expected of them."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from markdown_it import MarkdownIt
from PIL import Image

from slidewright.check import Show, check
from slidewright.check.rule import Rule
from slidewright.check.selection import selected_rules
from slidewright.diagnostics import Diagnostic
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.resolve.remote import LinkState, LinkStatus
from slidewright.settings import CheckSettings, Limits
from slidewright.workspace import MemoryWorkspace


@dataclass
class Case:
    path: Path
    title: str
    files: dict[str, str | bytes] = field(default_factory=dict)
    expected: str = ""
    fixed: dict[str, str] = field(default_factory=dict)
    settings: CheckSettings = field(default_factory=CheckSettings)
    links: dict[str, LinkState] = field(default_factory=dict)
    blocks: dict[str, tuple[int, int]] = field(default_factory=dict)


def cases(path: Path) -> Iterator[Case]:
    case = None
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and token.tag == "h2" and following is not None:
            if case:
                yield case
            case = Case(path, following.content)
        elif token.type == "fence" and case and token.map:
            kind, _, name = token.info.partition(" ")
            case.blocks[token.info] = (token.map[0], token.map[1])
            _add(case, kind, name, token.content)
    if case:
        yield case


def _add(case: Case, kind: str, name: str, content: str) -> None:
    if kind == "diagnostics":
        case.expected = content
    elif kind == "fixed":
        case.fixed[name] = content
    elif name == "settings":
        case.settings = settings(content)
    elif kind == "image":
        case.files[name] = picture(content)
    elif kind == "links":
        case.links = dict(map(link, content.splitlines()))
    else:
        case.files[name] = content


def settings(text: str) -> CheckSettings:
    values = tomllib.loads(text)
    limits = {key.replace("-", "_"): value for key, value in values.pop("limits", {}).items()}
    return CheckSettings(**values, limits=Limits(**limits))


def link(line: str) -> tuple[str, LinkState]:
    url, status, code, *reason = line.split(" ", 3)
    moved = reason[0] if reason and status == LinkStatus.MOVED else None
    state = LinkState(url, LinkStatus(status), int(code) or None, "" if moved else "".join(reason), moved)
    return url, state


def picture(description: str) -> bytes:
    kind, size, *rest = description.split()
    if kind == "bytes":
        return b"x" * int(size)
    if kind == "text":
        return " ".join([size, *rest]).encode()
    width, height = map(int, size.split("x"))
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(stream, kind)
    content = stream.getvalue()
    padding = next((int(word) for word in rest if word.isdecimal()), 0)
    return content[: len(content) // 2] if "truncated" in rest else content + b"\0" * padding


def show_of(case: Case) -> Show:
    workspace = MemoryWorkspace(case.files)
    deck = load(workspace, PurePosixPath("slides.md"))
    return Show(deck, resolve(deck, workspace), workspace, case.settings, case.links)


def diagnostics(rule: Rule, case: Case) -> tuple[Diagnostic, ...]:
    show = show_of(case)
    rules = selected_rules(CheckSettings()) if rule.family == "suppression" else [rule]
    return tuple(found for found in check(show, rules) if found.rule == rule.name)


def findings(rule: Rule, case: Case) -> str:
    """What a rule says, a line each, with its help and the title of its fix below."""
    lines = []
    for found in diagnostics(rule, case):
        start = found.location.start
        where = f"{found.location.source.path}:{start.line}:{start.column}"
        lines.append(f"{where}: {found.severity.label}: {found.message}\n")
        lines += [f"  help: {found.help}\n"] if found.help else []
        lines += [f"  fix{'' if found.fix.is_safe else ' (unsafe)'}: {found.fix.title}\n"] if found.fix else []
    return "".join(lines)


def rewrite(case: Case, block: str, actual: str) -> None:
    """Put what is true into a block of the specification; earlier rewritings may have moved the lines."""
    current = next(item for item in cases(case.path) if item.title == case.title)
    first, last = current.blocks[block]
    lines = case.path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[first + 1 : last - 1] = [actual]
    case.path.write_text("".join(lines), encoding="utf-8")
