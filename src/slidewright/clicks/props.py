"""What a component is given: its props and its slots (format F.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slidewright.clicks.values import UNKNOWN, literal
from slidewright.clicks.vnodes import SLOT, VNode

BOUND = (":{}", "v-bind:{}")


def prop(vnode: VNode, name: str, default: Any) -> Any:
    """A prop's value: a text as written, or what an expression says; UNKNOWN where only the page knows."""
    written = vnode.value(name)
    if written is not None:
        return written
    expression = vnode.value(*(form.format(name) for form in BOUND))
    value = literal(expression) if expression is not None else _of_object(vnode.value("v-bind"), name)
    return default if value is None else value


def _of_object(expression: str | None, name: str) -> Any:
    return None if expression is None else option(expression, name)


def option(expression: str, name: str) -> Any:
    """A value out of an object as it is written; None where the object cannot have it."""
    value = literal(expression)
    if isinstance(value, dict):
        return value.get(name)
    return UNKNOWN if name in expression or "..." in expression or not expression.startswith("{") else None


def is_set(value: Any) -> bool:
    """Is a Boolean prop on? Without a value it is."""
    return value is not UNKNOWN and value not in (None, False)


def slots(vnode: VNode) -> Mapping[str, tuple[VNode, ...]]:
    """What a component is given to render, by slot; all that stands in no `<template #name>` is `default`."""
    found: dict[str, tuple[VNode, ...]] = {}
    for child in vnode.children:
        name = slot_name(child)
        inside = (child,) if name is None else child.children
        found[name or "default"] = (*found.get(name or "default", ()), *inside)
    return found


def slot_name(vnode: VNode) -> str | None:
    """The slot that a `<template>` or a marker `::name::` fills; None for everything else."""
    if vnode.name == "#slot" and vnode.node is not None:
        return vnode.node.slot
    if vnode.name != "template":
        return None
    return next((match[1] or "default" for name, _ in vnode.attributes if (match := SLOT.match(name))), None)
