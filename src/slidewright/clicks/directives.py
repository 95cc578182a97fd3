"""The directives that take clicks: `v-click`, `v-click-hide`, `v-after`, `v-mark`, and `v-motion`'s poses (E.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from slidewright.clicks.model import Kind
from slidewright.clicks.values import UNKNOWN, literal
from slidewright.clicks.vnodes import VNode
from slidewright.parse.javascript import number

KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
TAKING = ("v-click", "v-click-hide", "v-after", "v-mark")
POSES = (":click-", "v-bind:click-")


class Directive(NamedTuple):
    """One directive of an element: its value is UNKNOWN where it is an expression."""

    kind: Kind
    value: Any
    hides: bool = False


def directives(vnode: VNode) -> Iterator[Directive]:
    """Those on an element that take clicks, in the order in which Vue calls them."""
    for name, expression in vnode.attributes:
        word, _, modifiers = name.partition(".")
        kind = word.partition(":")[0]
        if kind in TAKING:
            hides = kind == "v-click-hide" or "hide" in modifiers.split(".")
            yield Directive(KINDS[kind], _value(kind, expression), hides)
    if vnode.given is not None:
        yield Directive(KINDS[vnode.given.name], vnode.given.value, vnode.given.hides)


def _value(kind: str, expression: str | None) -> Any:
    if kind == "v-after":
        return "+0"
    value = literal(expression) if expression and expression.strip() else None
    if kind != "v-mark" or value is not UNKNOWN:
        return value.get("at") if isinstance(value, dict) and kind == "v-mark" else value
    is_plain = expression is not None and expression.lstrip().startswith("{") and "..." not in expression
    return None if is_plain and "at" not in str(expression) else UNKNOWN


def poses(vnode: VNode) -> Iterator[Any]:
    """The clicks at which `v-motion` moves an element; they add none to the slide."""
    if not any(name.partition(".")[0] == "v-motion" for name, _ in vnode.attributes):
        return
    for name, _ in vnode.attributes:
        prefix = next((prefix for prefix in POSES if name.startswith(prefix)), None)
        if prefix is not None:
            numbers = [number(part) for part in name.removeprefix(prefix).split("-")]
            yield numbers[0] if len(numbers) == 1 else numbers
