"""Which rules run, and how severe they are: by rule or by family, from the command line or a configuration file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from slidewright.check.rule import Rule, load_rule
from slidewright.check.rules import FAMILIES, FAMILY, OFF
from slidewright.diagnostics import Severity
from slidewright.errors import UsageError
from slidewright.settings import CheckSettings


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by family."""
    return tuple(rule for family in FAMILIES for rule in rules_of(family))


def rules_of(family: str) -> tuple[Rule, ...]:
    """The rules of a family; empty where there is none of that name."""
    return tuple(load_rule(family, name) for name in FAMILIES.get(family, ()))


class Chosen(NamedTuple):
    """A rule that settings ask for, not yet imported, and how severe it is to be (None: as it is)."""

    name: str
    severity: Severity | None = None

    def load(self) -> Rule:
        """Import it."""
        rule = load_rule(FAMILY[self.name], self.name)
        return rule if self.severity is None else rule._replace(severity=self.severity)


def chosen(settings: CheckSettings) -> tuple[Chosen, ...]:
    """The rules that settings ask for, as severe as they ask; raises UsageError for what is neither rule nor family.

    A rule that is off by default is switched on by its own severity, too; `off` leaves a rule or a family out.
    """
    select, extend, ignore = (names_of(names) for names in (settings.select, settings.extend_select, settings.ignore))
    severity = _severities(settings)
    wanted = select if settings.select else (FAMILY.keys() - OFF) | (severity.keys() & settings.severity.keys())
    wanted = (wanted | extend) - ignore
    return tuple(
        Chosen(name, Severity.of(severity[name]) if name in severity else None)
        for name in FAMILY
        if name in wanted and severity.get(name) != "off"
    )


def selected_rules(settings: CheckSettings) -> tuple[Rule, ...]:
    """The same, imported."""
    return tuple(item.load() for item in chosen(settings))


def _severities(settings: CheckSettings) -> dict[str, str]:
    """The severity that settings give to each rule; a rule's own beats its family's."""
    families = {name: label for key, label in settings.severity.items() if key in FAMILIES for name in FAMILIES[key]}
    own = {key: label for key, label in settings.severity.items() if key not in FAMILIES}
    return families | {name: own[key] for key in own for name in names_of([key])}


def find_rule(name: str, more: Iterable[str] = ()) -> Rule:
    """The rule of that name; raises UsageError with the nearest one, of rules, families and `more` names."""
    if name in FAMILY:
        return load_rule(FAMILY[name], name)
    raise UsageError(unknown(name, more))


def rules_named(name: str) -> frozenset[str]:
    """The rules that a name means: itself, those of a family, or `all`; empty where it means none."""
    if name in FAMILY:
        return frozenset([name])
    return frozenset(FAMILY) if name == "all" else frozenset(FAMILIES.get(name, ()))


def names_of(names: Iterable[str]) -> frozenset[str]:
    """The rules that names mean; raises UsageError for a name that means none."""
    found: set[str] = set()
    for name in names:
        meant = rules_named(name)
        if not meant and name not in FAMILIES:
            raise UsageError(unknown(name))
        found |= meant
    return frozenset(found)


def near_name(name: str, more: Iterable[str] = ()) -> str | None:
    """The rule or family that a misspelt name most likely means, or one of `more` names."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, [*FAMILIES, *FAMILY, *more], n=1)), None)


def unknown(name: str, more: Iterable[str] = ()) -> str:
    """What to say of a name that is neither rule nor family, nor one of `more` names."""
    from slidewright.check.elsewhere import FINDINGS

    if name in FINDINGS:
        return f"`{name}` is {FINDINGS[name].label.partition(',')[0]}, it is no rule of `check`"
    near = near_name(name, more)
    hint = f": did you mean `{near}`?" if near else "; `slidewright rules` lists them"
    return f"no rule or family is called `{name}`{hint}"
