"""Findings that `check` does not make are explained and allowed like its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from slidewright.check import Show, check
from slidewright.check.elsewhere import FINDINGS
from slidewright.check.rules import FAMILY
from slidewright.check.selection import all_rules, near_name, unknown
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.workspace import MemoryWorkspace

SOURCE = Path(__file__).parents[2] / "src/slidewright"
PARTS = ("render", "serve", "write", "cli")


def names_given(path: Path) -> Iterator[str]:
    """The names that a module gives to its findings: of calls, of `RULE` and of `rule = …`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        values: list[ast.expr] = []
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("warning", "Diagnostic"):
            values = node.args[:1]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("rule", "RULE"):
            values = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
        yield from (one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_name_that_is_given_anywhere_is_explained() -> None:
    given = {name for part in PARTS for path in (SOURCE / part).rglob("*.py") for name in names_given(path)}
    assert {"overflow", "not-rendered", "broken-code"} <= given
    assert given - FAMILY.keys() == set(FINDINGS)


def test_no_name_is_both_a_rule_and_a_finding_of_others() -> None:
    assert not FINDINGS.keys() & FAMILY.keys()


@pytest.mark.parametrize("name", FINDINGS)
def test_an_explanation_says_what_it_is_why_it_matters_and_what_helps(name: str) -> None:
    text = FINDINGS[name].explanation
    assert FINDINGS[name].summary.endswith(".")
    assert "\n## Why it matters\n" in text and "\n## What helps\n" in text


def test_a_suppression_may_name_it_and_is_not_called_unused() -> None:
    text = "# One\n\n<!-- slidewright: allow-slide overflow, not-rendered -- on purpose -->\n\ntext\n"
    workspace = MemoryWorkspace({"slides.md": text.encode()})
    deck = load(workspace, PurePosixPath("slides.md"))
    show = Show(deck, resolve(deck, workspace), workspace)
    rules = [rule for rule in all_rules() if rule.family in ("suppression", "syntax")]
    assert check(show, rules) == ()


def test_whoever_selects_it_is_told_who_tells_it() -> None:
    assert unknown("overflow") == "`overflow` is told by `serve`, it is no rule of `check`"
    assert near_name("overflw") is None or near_name("overflw") in FAMILY
    assert "`overflow`?" in unknown("overflw", FINDINGS)
