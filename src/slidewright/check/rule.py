"""What a rule is: a module whose name is the rule's, with a severity, an explanation on top, and one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from slidewright.check.finding import Finding
from slidewright.check.rules import OFF
from slidewright.check.show import Show
from slidewright.diagnostics import Diagnostic, RuleFacts, Severity

LONGEST = 400
"""Characters of a message or a help: a deck may name a path of any length."""


class Rule(NamedTuple):
    """A rule: `missing-image` is `check/rules/reference/missing_image.py`, and its docstring is its explanation.

    `fix` tells whether its findings may have a fix, and of which kind: `safe`, `unsafe`, or None.
    """

    name: str
    family: str
    severity: Severity
    enabled: bool
    explanation: str
    find: Callable[[Show], Iterator[Finding]]
    fix: str | None = None

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.split("\n", 1)[0]

    @property
    def label(self) -> str:
        """Family, severity, and what is worth knowing besides."""
        words = (self.family, self.severity.label, "" if self.enabled else "off by default")
        return ", ".join([*filter(None, words), *([f"{self.fix} fix"] if self.fix else [])])

    @property
    def facts(self) -> RuleFacts:
        """What reports tell of the rule."""
        return RuleFacts(self.name, self.family, self.severity, self.enabled, self.explanation)

    def run(self, show: Show) -> Iterator[Diagnostic]:
        """The rule's findings as diagnostics."""
        for found in self.find(show):
            yield Diagnostic(
                rule=self.name,
                severity=self.severity,
                message=_shortened(found.message),
                location=found.location,
                slide=found.slide,
                help=_shortened(found.help) if found.help else None,
                related=found.related,
                fix=found.fix,
                targets=found.targets,
                cause=found.cause,
            )


def _shortened(text: str) -> str:
    """The text, without its middle where it is too long to read."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}…{text[-LONGEST // 4 :]}"


def load_rule(family: str, name: str) -> Rule:
    """Import the rule of that name."""
    module = import_module(f"slidewright.check.rules.{family}.{name.replace('-', '_')}")
    fix = getattr(module, "FIX", None)
    return Rule(name, family, module.SEVERITY, name not in OFF, module.__doc__ or "", module.find, fix)
