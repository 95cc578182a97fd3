"""`slidewright explain`: what a rule finds, why it matters, and what to write instead."""

from __future__ import annotations

from collections.abc import Sequence

import click

from slidewright.check.rule import Rule
from slidewright.check.selection import all_rules, find_rule, rules_of


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Explain RULE, or list all rules, or those of a family.

    The same text is the rule's page in the documentation.
    """
    family = rules_of(rule) if rule else all_rules()
    if family or rule is None:
        _list(family)
        return
    found = find_rule(rule)
    default = "" if found.enabled else ", off by default"
    click.echo(f"{found.name} ({found.family}, {found.severity.label}{default})\n\n{found.explanation.strip()}")


def _list(rules: Sequence[Rule]) -> None:
    size = max(len(rule.name) for rule in rules)
    for family in dict.fromkeys(rule.family for rule in rules):
        click.echo(f"{family}:")
        for rule in (rule for rule in rules if rule.family == family):
            off = "" if rule.enabled else " (off by default)"
            click.echo(f"  {rule.name:<{size}}  {rule.severity.label:<7}  {rule.summary}{off}")
