"""Icons in the page, those used and no other: tags (`<mdi-home />`), imports (`~icons/mdi/home`) and classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from slidewright.engine import Engine, manifest
from slidewright.icons import IconSets
from slidewright.render import embed
from slidewright.vocabulary.icons import Icon, icon_of_tag

TAGS = "slidewright/icons"
"""The module that tells the page which tags are icons."""
_PREFIX = "~icons/"
_IN_TITLE = re.compile("~([^~]+)~")
_NOTHING = "exports.default = { render: () => null }"


def icons_of_tags(sets: IconSets, tags: Iterable[str]) -> dict[str, Icon]:
    """The icon of each tag that is one; tags of components are not to be among them."""
    named = ((tag, icon_of_tag(tag)) for tag in sorted(set(tags)))
    return {tag: found for tag, icon in named if icon is not None and (found := sets.find(icon)) is not None}


def module_name(icon: Icon) -> str:
    """The page's name of an icon, as an import writes it."""
    return f"{_PREFIX}{icon.set}/{icon.name}"


def tag_module(icons: Mapping[str, Icon]) -> tuple[str, str]:
    """Name and body of the module whose default export is the component of each tag."""
    pairs = (f"{embed.literal(tag)}:require({embed.literal(module_name(icon))}).default" for tag, icon in icons.items())
    return TAGS, f"exports.default={{{','.join(pairs)}}}"


def icon_modules(engine: Engine, sets: IconSets, required: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and body of the module of each icon among the required names; an unknown icon draws nothing."""
    names = [name for name in required if name.startswith(_PREFIX)]
    results = engine.call_many("icons", "module", [_argument(sets, name) for name in names])
    for name, result in zip(names, results, strict=True):
        yield name, result.get("code", _NOTHING)


def icon_of_import(name: str) -> Icon | None:
    """The icon that a module's name means, whatever ending or query it has; None for another module."""
    set_, slash, icon = name.partition("?")[0].removeprefix(_PREFIX).partition("/")
    return Icon(set_, icon.partition(".")[0]) if slash and name.startswith(_PREFIX) else None


def _argument(sets: IconSets, name: str) -> dict[str, Any]:
    icon = icon_of_import(name) or Icon("", "")
    found = sets.find(icon) or icon
    own = sets.collections([found])
    argument: dict[str, Any] = {"name": f"{found.set}/{found.name}"}
    return argument | ({"collection": own[found.set]} if own else {})


def installed_icons(engine: Engine, sets: IconSets, tokens: list[str], theme: str | None) -> dict[str, dict[str, Any]]:
    """The icons of installed sets that classes ask for, in Iconify's form; nothing where none is installed."""
    if not sets.any_installed:
        return {}
    asked = engine.call("uno", "icons", {"tokens": tokens, "theme": theme})["icons"]
    found = (sets.find(Icon(*pair)) for pair in asked)
    return sets.collections(icon for icon in found if icon is not None)


def title_icons(title: str) -> tuple[str, ...]:
    """The classes that the client may give to a listing's title: those between tildes, else those of its kind."""
    lower = title.lower()
    built_in = (icon for part, icon in manifest()["titleIcons"].items() if part in lower) if title else ()
    return tuple(_IN_TITLE.findall(title)) or tuple(built_in)
