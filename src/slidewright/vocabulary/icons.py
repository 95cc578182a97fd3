"""Iconify's icon sets, and how a tag or a class names an icon (format C.11, F.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

INSTALLED = frozenset(["carbon", "ph", "svg-spinners"])
"""The sets that Slidev itself installs."""

BUNDLED = INSTALLED | frozenset(
    ["fa6-brands", "fa6-regular", "fa6-solid", "logos", "mdi", "ri", "tabler", "twemoji"],
)
"""The sets that the page can draw from without any package."""

ICON_SETS = frozenset(
    """
    academicons akar-icons ant-design arcticons at-icons basil bi bitcoin-icons boxicons bpmn brandico bubbles
    bx bxl bxs bytesize carbon catppuccin cbi charm ci cib cif cil circle-flags circum clarity codex codicon
    covid cryptocurrency cryptocurrency-color cuida dashicons devicon devicon-line devicon-original
    devicon-plain dinkie-icons duo-icons ei el emblemicons emojione emojione-monotone emojione-v1 entypo
    entypo-social eos-icons ep et eva f7 fa fa-brands fa-regular fa-solid fa6-brands fa6-regular fa6-solid
    fa7-brands fa7-regular fa7-solid fad famicons fe feather file-icons flag flagpack flat-color-icons flat-ui
    flowbite fluent fluent-color fluent-emoji fluent-emoji-flat fluent-emoji-high-contrast fluent-mdl2 fontelico
    fontisto formkit foundation fxemoji gala game-icons garden gcp geo gg ginetex gis glyphs glyphs-poly
    gravity-ui griddy-icons gridicons grommet-icons guidance healthicons heroicons heroicons-outline
    heroicons-solid hugeicons humbleicons ic icomoon-free icon-park icon-park-outline icon-park-solid
    icon-park-twotone iconamoon iconmind iconoir icons8 il ion iwwa ix jam k8s keyline-icons la lets-icons
    line-md lineicons logos ls lsicon lucide lucide-lab mage majesticons maki map marketeq material-icon-theme
    material-symbols material-symbols-light mdi mdi-light medical-icon memory meteocons meteor-icons mi mingcute
    mono-icons mynaui nimbus nonicons noto noto-v1 nrk octicon oi ooui openmoji osmic oui pajamas pepicons
    pepicons-pencil pepicons-pop pepicons-print ph picon pinhead pixel pixelarticons prime proicons ps
    qlementine-icons quill radix-icons raphael reicon ri rivet-icons roentgen selfhst si si-glyph sidekickicons
    simple-icons simple-line-icons skill-icons solar stash streamline streamline-block streamline-color
    streamline-cyber streamline-cyber-color streamline-emojis streamline-flex streamline-flex-color
    streamline-freehand streamline-freehand-color streamline-guidance streamline-kameleon-color streamline-logos
    streamline-pixel streamline-plump streamline-plump-color streamline-sharp streamline-sharp-color
    streamline-stickies-color streamline-ultimate streamline-ultimate-color subway svg-spinners system-uicons
    tabler tdesign teenyicons temaki thesvg thesvg-color token token-branded topcoat twemoji typcn uil uim uis
    uit uiw unjs vaadin vadivam vs vscode-icons websymbol weui whh wi wordpress wpf zmdi zondicons
    """.split()
)
"""Prefixes of the sets that Slidev knows, each the package `@iconify-json/PREFIX`."""

LONGEST = 3
"""Parts between dashes that a set's name is looked for in."""

CLASS = re.compile(r"(?<![\w/.-])i-([a-z][a-z0-9]*(?:[-:][a-zA-Z0-9_]+)+)(?:\?(?:mask|bg|auto))?(?![\w-])")
"""An icon's class in a text: `i-carbon:home`, `hover:i-carbon-home`, `i-mdi:account?mask`."""
CLASS_IN_TITLE = re.compile(r"~(i-[^~\s]+)~")
"""The same in the title of a listing."""
DIGITS = re.compile(r"([a-z])(\d+)")


class Icon(NamedTuple):
    """An icon: its set and its name there."""

    set: str
    name: str

    @property
    def package(self) -> str:
        """The npm package that brings it."""
        return f"@iconify-json/{self.set}"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Names that may be meant: digits that a component's name has drawn to the word before them stand apart."""
        return tuple(dict.fromkeys((self.name, DIGITS.sub(r"\1-\2", self.name))))


def icon_of_tag(tag: str) -> Icon | None:
    """The icon that a tag means by its name alone: `<mdi-home/>`, `<MdiHome/>`, `<mdi:home/>`; else None."""
    set_, colon, name = tag.partition(":")
    if colon:
        icon = Icon(_kebab(set_), _kebab(name))
        return icon if icon.set in ICON_SETS and icon.name else None
    return next(_readings(_kebab(tag)), None)


def icons_of_class(name: str) -> tuple[Icon, ...]:
    """The icons that a class without its `i-` may mean, likeliest first: `fa6-solid-user`, `carbon:home`."""
    set_, colon, icon = name.partition(":")
    if colon:
        return (Icon(set_, icon),) if set_ in ICON_SETS and icon else ()
    return tuple(_readings(name))


def _readings(name: str) -> Iterator[Icon]:
    """A name cut behind each icon set that it begins with, the longest first."""
    parts = name.split("-")
    for count in range(min(LONGEST, len(parts) - 1), 0, -1):
        if "-".join(parts[:count]) in ICON_SETS:
            yield Icon("-".join(parts[:count]), "-".join(parts[count:]))


def _kebab(name: str) -> str:
    """`FileIconsC` and `file-icons-c` are `file-icons-c`."""
    return re.sub(r"(?<=[^-:])([A-Z])", r"-\1", name).lower()
