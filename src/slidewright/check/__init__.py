"""Resolutions worded as diagnostics: rules, their selection and their explanations."""

from __future__ import annotations

from collections.abc import Iterable

from slidewright.check.rule import Rule
from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic, ordered
from slidewright.errors import ToolError

__all__ = ["RuleFault", "Show", "check"]


class RuleFault(ToolError):
    """A rule itself failed: a fault of the tool, not of the deck."""


def check(show: Show, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
    """Run rules over a show; raises RuleFault naming the rule that failed."""
    found: dict[Diagnostic, None] = {}
    for rule in rules:
        try:
            found.update(dict.fromkeys(rule.run(show)))
        except Exception as error:
            raise RuleFault(
                f"the rule `{rule.name}` failed ({type(error).__name__}: {error}); please report this"
            ) from error
    return ordered(found)
