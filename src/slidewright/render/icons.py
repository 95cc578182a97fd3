"""Icons that components ask for (`~icons/carbon/sun`): each becomes a module of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidewright.engine import Engine

_PREFIX = "~icons/"
_NOTHING = "exports.default = { render: () => null }"


def icon_modules(engine: Engine, required: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and body of the module of each icon among the required names; an unknown icon draws nothing."""
    names = [name for name in required if name.startswith(_PREFIX)]
    results = engine.call_many("icons", "module", [{"name": name.removeprefix(_PREFIX)} for name in names])
    for name, result in zip(names, results, strict=True):
        yield name, result.get("code", _NOTHING)
