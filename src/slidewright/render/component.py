"""A slide's HTML as a Vue single-file component, cut and wrapped as Slidev does (format C.1, steps 4 and 5)."""

from __future__ import annotations

import re
from dataclasses import dataclass

# One greedy match to the last end tag, as in unplugin-vue-markdown: text between two scripts is lost there too.
_SCRIPT_SETUP = re.compile(r"<\s*script([^>]*)\bsetup\b([^>]*)>(.*)</script>", re.DOTALL)
_STYLE = re.compile(r"<style([^>]*)\b[^>]*>([^<]*)</style>", re.DOTALL)
_OTHER_BLOCKS = re.compile(r"<(route|i18n)[^>]*\b[^>]*>[^<]*</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Component:
    """The parts of a slide's component: the template without its layout, the author's script and `<style>` blocks.

    The template `html/slide.vue.j2` joins them. It says `$page` where Slidev writes the slide's index: so a slide's
    component is the same wherever it stands and inserting one does not recompile all that follow.
    """

    template: str
    script: str = ""
    script_attributes: str = ""
    styles: tuple[str, ...] = ()


def cut(html: str) -> Component:
    """Take a slide's `<script setup>` and `<style>` blocks out of its HTML."""
    scripts = list(_SCRIPT_SETUP.finditer(html))
    html = _SCRIPT_SETUP.sub("", html)
    styles = tuple(match[0] for match in _STYLE.finditer(html))
    html = _OTHER_BLOCKS.sub("", _STYLE.sub("", html))
    attributes = dict.fromkeys(f"{match[1]} {match[2]}".strip() for match in scripts)
    joined = " ".join(attributes).strip()
    return Component(html, "\n".join(match[3] for match in scripts), f" {joined}" if joined else "", styles)
