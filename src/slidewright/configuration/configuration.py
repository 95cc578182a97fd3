"""A configuration file's values, each with its place, and what they make of the settings and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from slidewright.settings import CheckSettings

if TYPE_CHECKING:
    from slidewright.configuration.keys import Address
    from slidewright.configuration.merging import Effective, Written

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Configuration(NamedTuple):
    """What a file sets, by address (`("check", "fail-on")`); without a file, nothing."""

    path: Path | None = None
    values: Mapping[Address, Written] = NOTHING

    def settings(self, given: Mapping[str, Any] = NOTHING) -> CheckSettings:
        """The file's values over the defaults, and options over both.

        `given` has options by the field that they set (`fail_on`, `external.timeout`), as they are written or as the
        field has them; None and an empty list are not given. `extend_select` and `ignore` add to the file's lists, the
        others replace them. Globs and the baseline become absolute: the file's from its folder, the options' from the
        current one. Raises UsageError for an option that means nothing; names of rules in options are not looked at.
        """
        options = _given(given)
        if not options and not self.values:
            return CheckSettings()  # the table of keys takes time to import
        from slidewright.configuration.merging import merged, settled

        return settled(merged(self.values, options))

    def origins(self, given: Mapping[str, Any] = NOTHING) -> tuple[Effective, ...]:
        """What holds for every key, in the order of the table, and where it comes from; `given` as in `settings`."""
        from slidewright.configuration.merging import merged, with_defaults

        return tuple(with_defaults(merged(self.values, _given(given))))


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given."""
    return {target: value for target, value in options.items() if value is not None and value not in ((), [])}
