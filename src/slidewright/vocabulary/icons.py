"""Icon sets that decks draw from: those that Slidev installs, and widely used ones."""

from __future__ import annotations

INSTALLED = frozenset(["carbon", "ph", "svg-spinners"])

ICON_SETS = INSTALLED | frozenset(
    """
    akar-icons ant-design arcticons bi bx bxl bxs catppuccin charm ci cib circle-flags clarity codicon cryptocurrency
    dashicons devicon devicon-plain emojione entypo eos-icons ep et eva fa fa-brands fa-regular fa-solid fa6-brands
    fa6-regular fa6-solid fad feather file-icons flag flagpack flat-color-icons flowbite fluent fluent-emoji
    fluent-emoji-flat fontisto formkit fxemoji game-icons geo gg gridicons healthicons heroicons heroicons-outline
    heroicons-solid hugeicons humbleicons ic icon-park icon-park-outline icon-park-solid icon-park-twotone iconoir
    icons8 il ion iwwa jam la lets-icons line-md logos lucide majesticons maki map material-symbols
    material-symbols-light mdi mdi-light meteocons mi mingcute mono-icons mynaui noto noto-v1 octicon oi ooui openmoji
    pajamas pepicons-pop pixelarticons prime quill radix-icons raphael ri si-glyph simple-icons simple-line-icons
    skill-icons solar streamline subway tabler tdesign teenyicons token token-branded topcoat twemoji typcn uil uim
    uis uit uiw unjs vaadin vs vscode-icons websymbol weui whh wi wpf zmdi zondicons
    """.split()
)
"""Prefixes of Iconify's sets, each the package `@iconify-json/PREFIX`."""
