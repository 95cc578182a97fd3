"""`slidewright rules`: every rule, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from slidewright.check.elsewhere import FINDINGS
from slidewright.check.rule import Rule
from slidewright.check.rules import FAMILIES
from slidewright.check.selection import all_rules, near_name, rules_of, unknown
from slidewright.errors import UsageError


@click.command("rules", short_help="List the rules of `check`.")
@click.argument("families", nargs=-1)
@click.option(
    "--format",
    "output",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the rules are printed.",
)
def command(families: tuple[str, ...], output: str) -> None:
    """List the rules of `check`, all of them or those of FAMILIES.

    A row gives the rule, its severity, whether it is on by default, what `--fix` does about it, and what it finds.
    Below stand the findings of `build` and `serve`, which no rule makes. `slidewright explain RULE` tells more.
    """
    for family in families:
        if family not in FAMILIES:
            raise UsageError(unknown(family) if near_name(family) else f"no family is called `{family}`")
    rules = [rule for family in families for rule in rules_of(family)] if families else all_rules()
    if output == "json":
        click.echo(_json(rules))
        return
    for line in (*_table(rules), *(() if families else _elsewhere())):
        click.echo(line)


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    size = max(len(rule.name) for rule in rules)
    for family in dict.fromkeys(rule.family for rule in rules):
        yield f"{family}:"
        for rule in (rule for rule in rules if rule.family == family):
            default = "" if rule.enabled else "off"
            yield f"  {rule.name:<{size}}  {rule.severity.label:<7}  {default:<3}  {rule.fix or '':<6}  {rule.summary}"


def _elsewhere() -> Iterator[str]:
    size = max(map(len, FINDINGS))
    for by in dict.fromkeys(one.by for one in FINDINGS.values()):
        yield f"told by {' and '.join(by)}:"
        for one in FINDINGS.values():
            if one.by == by:
                yield f"  {one.name:<{size}}  warning  {one.summary}"


def _json(rules: Sequence[Rule]) -> str:
    import json

    return json.dumps([_entry(rule) for rule in rules], ensure_ascii=False, indent=2)


def _entry(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.label,
        "enabled": rule.enabled,
        "fix": rule.fix,
        "summary": rule.summary,
        "explanation": rule.explanation.strip(),
    }
