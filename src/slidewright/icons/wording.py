"""What is said of an icon that is not there, the same at check and at build."""

from __future__ import annotations

from typing import NamedTuple

from slidewright.icons.sets import IconSets
from slidewright.vocabulary.components import pascal
from slidewright.vocabulary.icons import Icon


class Absence(NamedTuple):
    """Why an icon is not drawn, and what helps; `near` are names that may be meant, `cause` is that of a finding."""

    message: str
    help: str
    near: tuple[str, ...] = ()
    cause: str | None = None


def absence(icon: Icon, sets: IconSets, tag: str | None = None) -> Absence:
    """Why there is no such icon; `tag` is the element that asks for it, where no class does."""
    if not sets.has(icon.set):
        help = f"`npm install -D {icon.package}`"
        if tag is not None and ":" not in tag:
            help += f", or put a component at `components/{pascal(tag)}.vue`"
        return Absence(f"the icon set `{icon.set}` is not installed", help, cause="icon sets")
    if not sets.is_readable(icon.set):
        return Absence(f"the installed icon set `{icon.set}` cannot be read", f"`npm install -D {icon.package}`")
    near = sets.near(icon)
    names = " or ".join(f"`{name}`" for name in near)
    help = f"did you mean {names}?" if near else f"https://icon-sets.iconify.design/{icon.set} lists its icons"
    message = f"there is no icon `{icon.name}` in the set `{icon.set}`"
    return Absence(message, help, near, f"icon {icon.set}:{icon.name}")
