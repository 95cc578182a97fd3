"""Which rules run: `--select`, `--extend-select` and `--ignore`, by rule or by family."""

from __future__ import annotations

from collections.abc import Iterable

from slidewright.check.rule import Rule, load_rule
from slidewright.check.rules import FAMILIES
from slidewright.errors import UsageError
from slidewright.settings import CheckSettings


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by family."""
    return tuple(rule for family in FAMILIES for rule in rules_of(family))


def rules_of(family: str) -> tuple[Rule, ...]:
    """The rules of a family; empty where there is none of that name."""
    return tuple(load_rule(family, name) for name in FAMILIES.get(family, ()))


def selected_rules(settings: CheckSettings) -> tuple[Rule, ...]:
    """The rules that settings ask for; raises UsageError for a name that is neither rule nor family."""
    select, extend, ignore = (_rules(names) for names in (settings.select, settings.extend_select, settings.ignore))
    return tuple(
        rule
        for rule in all_rules()
        if ((rule.name in select) if settings.select else rule.enabled) | (rule.name in extend)
        if rule.name not in ignore
    )


def find_rule(name: str) -> Rule:
    """The rule of that name; raises UsageError with the nearest names."""
    for family, names in FAMILIES.items():
        if name in names:
            return load_rule(family, name)
    raise UsageError(_unknown(name, "rule or family"))


def _rules(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for name in names:
        if name in FAMILIES:
            found |= set(FAMILIES[name])
        elif name == "all":
            found |= {rule for rules in FAMILIES.values() for rule in rules}
        elif any(name in rules for rules in FAMILIES.values()):
            found.add(name)
        else:
            raise UsageError(_unknown(name, "rule or family"))
    return found


def _unknown(name: str, what: str) -> str:
    from difflib import get_close_matches

    known = [*FAMILIES, *(rule for rules in FAMILIES.values() for rule in rules)]
    near = get_close_matches(name, known, n=1)
    hint = f": did you mean `{near[0]}`?" if near else "; `slidewright explain` lists them"
    return f"no {what} is called `{name}`{hint}"
