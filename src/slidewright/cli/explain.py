"""`slidewright explain`: what a rule finds, why it matters, and what to write instead."""

from __future__ import annotations

import click

from slidewright.check.elsewhere import FINDINGS
from slidewright.check.selection import find_rule


@click.command("explain")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain RULE: what it finds, why it matters, and what to write instead.

    A finding of `build` or `serve` is explained, too. The same text is the page in the documentation. `slidewright
    rules` lists them all.
    """
    found = FINDINGS.get(rule) or find_rule(rule, FINDINGS)
    click.echo(f"{found.name} ({found.label})\n\n{found.explanation.strip()}")
