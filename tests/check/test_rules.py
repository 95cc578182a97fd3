"""Rules against their specifications: each `##` section of `tests/specs/<rule>.md` is a case of files and findings.

A fenced block named by a path is a file; one called `diagnostics` holds what the rule must say. `--update-goldens`
rewrites the latter, and fails so that the diff is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pytest
from markdown_it import MarkdownIt

from slidewright.check import Show, check
from slidewright.check.rule import Rule
from slidewright.check.selection import all_rules
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace

REPOSITORY = Path(__file__).parents[2]
SPECS = Path(__file__).parents[1] / "specs"
PAGES = REPOSITORY / "docs/rules"
RULES = {rule.name: rule for rule in all_rules()}


@dataclass
class Case:
    path: Path
    title: str
    files: dict[str, str] = field(default_factory=dict)
    expected: str = ""
    lines: tuple[int, int] | None = None


def cases(path: Path) -> Iterator[Case]:
    case = None
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and token.tag == "h2" and following is not None:
            if case:
                yield case
            case = Case(path, following.content)
        elif token.type == "fence" and case:
            kind, _, name = token.info.partition(" ")
            if kind == "diagnostics" and token.map:
                case.expected, case.lines = token.content, (token.map[0], token.map[1])
            else:
                case.files[name] = token.content
    if case:
        yield case


ALL = [case for path in sorted(SPECS.glob("*.md")) for case in cases(path)]


def findings(rule: Rule, files: dict[str, str]) -> list[str]:
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath("slides.md"))
    lines = []
    for found in check(Show(deck, resolve(deck, workspace), workspace), [rule]):
        start = found.location.start
        where = f"{found.location.source.path}:{start.line}:{start.column}"
        lines.append(f"{where}: {found.severity.label}: {found.message}\n")
        if found.help:
            lines.append(f"  help: {found.help}\n")
    return lines


def rewrite(case: Case, actual: str) -> None:
    """Put what the rule says into the specification; earlier rewritings may have moved the lines."""
    current = next(item for item in cases(case.path) if item.title == case.title)
    assert current.lines
    first, last = current.lines
    lines = case.path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[first + 1 : last - 1] = [actual]
    case.path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.path.stem}: {case.title}")
def test_rule(case: Case, update_goldens: bool) -> None:
    actual = "".join(findings(RULES[case.path.stem], case.files))
    if actual != case.expected and update_goldens and case.lines:
        rewrite(case, actual)
        pytest.fail(f"rewrote {case.path.name}: read the diff")
    assert actual == case.expected


def test_every_rule_has_a_specification_with_findings_and_without() -> None:
    assert {path.stem for path in SPECS.glob("*.md")} == set(RULES)
    for name in RULES:
        outcomes = {bool(case.expected) for case in ALL if case.path.stem == name}
        assert outcomes == {True, False}, name


EXAMPLE_FILES = {
    "img/architecture.png": "png",
    "public/logo.svg": "<svg/>",
    "public/demo.webm": "webm",
    "pages/introduction.md": "# One\n\n---\n\n# Two\n",
    "snippets/example.py": "# region main\nprint(1)\n# endregion main\n",
}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_documented_example_is_reported_and_its_remedy_is_not(rule: Rule) -> None:
    bad, good = (token.content for token in MarkdownIt().parse(rule.explanation) if token.type == "fence")
    assert findings(rule, {**EXAMPLE_FILES, "slides.md": bad})
    assert findings(rule, {**EXAMPLE_FILES, "slides.md": good}) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_rule_page_is_current(rule: Rule, update_goldens: bool) -> None:
    page = PAGES / f"{rule.name}.md"
    default = "" if rule.enabled else ", off by default"
    facts = f"Family: {rule.family}. Severity: {rule.severity.label}{default}."
    text = f"# {rule.name}\n\n{facts}\n\n{rule.explanation.strip()}\n"
    if update_goldens:
        page.write_text(text, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == text
