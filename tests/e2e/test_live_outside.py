"""How a preview measures a slide: what leaves it and on which side, what only looks so, in which unit."""

from __future__ import annotations

from typing import Any

import pytest
from live import Open, Window

pytestmark = pytest.mark.browser

HEAD = "---\ntitle: Measured\nlang: en\nmermaid: true\n---\n"
WORDS = "many words in one line " * 12
LINES = "\n\n".join(f"line {n}" for n in range(30))
TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900"><rect width="300" height="900"/></svg>'
VIDEO = '<video autoplay src="./none.mp4" width="300" height="700"></video>'
MERMAID = "```mermaid\ngraph LR\n" + "\n".join(f"a{n}[A station of the line] --> a{n + 1}" for n in range(3)) + "\n```"
BOX = "position:absolute;width:200px;height:60px"

# name: (content of the slide, sides by which it leaves the slide)
CUT: dict[str, tuple[str, str]] = {
    "text too long": (f"# A\n\n{LINES}", "bottom"),
    "a wide table": ("# A\n\n<table style='width:1200px'><tr><td>cell</td><td>cell</td></tr></table>", "right"),
    "a word without end": (f"# A\n\n<div style='white-space:nowrap'>{WORDS}</div>", "right"),
    "a picture too high": ("# A\n\n![tall](./tall.svg)", "bottom"),
    "text at a place of its own": (f"# A\n\n<div style='{BOX};left:900px;top:100px'>{'wide ' * 12}</div>", "right"),
    "text above": (f"# A\n\n<div style='{BOX};left:100px;top:-50px'>up here</div>", "top"),
    "moved by a transform": ("# A\n\n<p style='transform:translateX(-200px)'>moved far to the left</p>", "left"),
    "shown by the last click": (f"# A\n\n<v-click>\n\n{LINES}\n\n</v-click>", "bottom"),
    "in the second column": (f"---\nlayout: two-cols\n---\n\n# A\n\n::right::\n\n{LINES}", "bottom"),
    "in a shadow root": ("# A\n\n<deep-text />", "bottom"),
    "with a zoom": (f"---\nzoom: 1.5\n---\n\n# A\n\n{chr(10).join(f'- line {n}' for n in range(14))}", "bottom"),
    "a layout that hides what is over": (f"---\nlayout: own\n---\n\n# A\n\n{LINES}", "bottom"),
    "a film": (f"# A\n\n{VIDEO}", "bottom"),
    "a field": ("# A\n\n<input style='margin-left:900px;width:200px'>", "right"),
}
INSIDE = {
    "few words": "# A\n\nsome words",
    "a zoom that makes it fit": "---\nzoom: 0.4\n---\n\n# A\n\n" + "\n".join(f"- line {n}" for n in range(24)),
    "code with a long line": f"# A\n\n```js\nconst words = '{WORDS}'\n```",
    "code that scrolls": "# A\n\n```js {*}{maxHeight:'100px'}\n" + "words()\n" * 60 + "```",
    "a box that scrolls": f"# A\n\n<div style='height:200px;overflow:auto'>\n\n{LINES}\n\n</div>",
    "a box that hides what is over": f"# A\n\n<div style='height:200px;overflow:hidden'>\n\n{LINES}\n\n</div>",
    "a slide that scrolls": f"# A\n\n{LINES}\n\n<style>.slidev-layout {{ overflow-y: auto }}</style>",
    "a circle over the edge": f"# A\n\n<div style='{BOX};right:-90px;top:-30px;border-radius:50%;background:red' />",
    "a picture behind": f"# A\n\n<img src='./tall.svg' style='{BOX};right:-90px;bottom:-30px;pointer-events:none'>",
    "a picture for no reader": f"# A\n\n<img src='./tall.svg' aria-hidden='true' style='{BOX};bottom:-30px'>",
    "hidden by opacity": "# A\n\n<div style='opacity:0;width:2000px;white-space:nowrap'>" + WORDS + "</div>",
    "hidden by visibility": f"# A\n\n<div style='{BOX};left:1200px;visibility:hidden'>not to be seen</div>",
    "for screen readers only": f"# A\n\n<span class='sr-only' style='left:2000px'>{WORDS}</span>",
    "a formula": "# A\n\n$$\n\\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\sqrt{\\frac{\\pi}{6}} + \\overrightarrow{AB}\n$$",
    "a diagram": f"# A\n\n{MERMAID}",
    "two columns": "---\nlayout: two-cols\n---\n\n# A\n\nleft\n\n::right::\n\nright",
    "turned but inside": "# A\n\n<p style='transform:rotate(20deg);width:200px;margin:100px'>turned</p>",
    "a picture that fits": "# A\n\n![small](./small.svg)",
    "gone at the last click": f"# A\n\n<v-click hide>\n\n<div style='{BOX};left:1200px'>away</div>\n\n</v-click>",
    "a picture from the network": f"# A\n\n![away](https://x.org/a.png)\n\n{LINES}",
    "a picture that is not there": f"# A\n\n![gone](./gone.png)\n\n{LINES}",
    "a diagram that a server draws": f"# A\n\n```plantuml\n{LINES}\n```",
    "a post": f"# A\n\n<Tweet id='1' />\n\n{LINES}",
    "an arrow": "# A\n\n<Arrow x1='10' y1='20' x2='970' y2='540' />",
}
LAYOUT = """<template><div style="height:100%;overflow:hidden;padding:40px"><slot /></div></template>\n"""
DEEP = """<script setup>
import { onMounted, ref } from 'vue'
const host = ref()
onMounted(() => {
  const root = host.value.attachShadow({ mode: 'open' })
  root.innerHTML = '<p style="margin-top:500px">deep</p>'
})
</script>
<template><div ref="host" /></template>
"""
BROKEN = "# Broken\n\n<broken-part />"
THROWS = "# Throws\n\n{{ nothing.there }}"
BROKEN_PART = "<script setup>\nthrow new Error('no part')\n</script>\n<template><p /></template>\n"


def deck(*slides: str) -> dict[str, str]:
    """The files of a deck; a slide may begin with its frontmatter."""
    parts = [slide if slide.startswith("---\n") else f"---\n---\n\n{slide}" for slide in slides]
    return {
        "slidewright.toml": "",
        "slides.md": HEAD + "\n# First\n\n" + "\n\n".join(parts) + "\n",
        "layouts/own.vue": LAYOUT,
        "components/DeepText.vue": DEEP,
        "components/BrokenPart.vue": BROKEN_PART,
        "tall.svg": TALL,
        "small.svg": TALL.replace("900", "90"),
    }


def measures(window: Window, count: int) -> dict[int, dict[str, Any]]:
    """What this page measures of its first `count` slides."""
    window.wait("slidewright.measuring && slidewright.liveSlides.entries.every(entry => entry.component)")
    found = [window.get(f"slidewright.measuring.measured({no})") for no in range(1, count + 1)]
    return {one["no"]: one for one in found if one}


def sides(measured: dict[str, Any]) -> str:
    return " ".join(side for side in ("left", "top", "right", "bottom") if measured[side])


def test_content_that_leaves_its_slide_is_told_with_its_side(opened: Open) -> None:
    _, window = opened(deck(*(slide for slide, _ in CUT.values())))
    found = measures(window, len(CUT) + 1)
    assert {name: sides(found[no]) for no, name in enumerate(CUT, 2)} == {name: side for name, (_, side) in CUT.items()}


def test_nothing_is_told_of_what_is_not_cut_off(opened: Open) -> None:
    _, window = opened(deck(*INSIDE.values()))
    found = measures(window, len(INSIDE) + 1)
    assert {name: sides(found[no]) for no, name in enumerate(INSIDE, 2)} == dict.fromkeys(INSIDE, "")


def test_a_diagram_is_measured_once_it_is_drawn(opened: Open) -> None:
    tall = MERMAID.replace("LR", "TD").replace("```mermaid", "```mermaid {scale: 4}")
    _, window = opened(deck(f"# A\n\n{tall}"), "2")
    window.wait("document.querySelector('#slide-content .mermaid')?.shadowRoot?.querySelector('svg[height]')")
    assert window.wait("slidewright.measuring?.measured(2)")["bottom"] > 500


def test_it_measures_in_px_of_the_canvas_however_large_the_window_is(opened: Open) -> None:
    pushed = "# A\n\n<div style='position:absolute;left:900px;top:10px;width:200px;height:50px;overflow:hidden'>"
    box = f"{pushed}<input style='width:200px;height:50px;border:0'></div>"
    _, window = opened(deck(box, f"---\nzoom: 0.5\n---\n\n{box}", box.replace("900px", "1900px")))
    window.page.resize(500, 300)
    found = measures(window, 4)
    assert (found[2]["right"], found[3]["right"], found[4]["right"]) == (120, 0, 1120)
    window.page.resize(1600, 900)
    assert measures(window, 4) == found


def test_measuring_changes_nothing_in_the_page(opened: Open) -> None:
    wide = CUT["a wide table"][0]
    film = "# A\n\n<video autoplay src='data:video/mp4;base64,AAAA'></video>\n\n<input autofocus>"
    _, window = opened(deck(wide, film, INSIDE["few words"], CUT["shown by the last click"][0]), "5?clicks=0")
    window.wait("slidewright.measuring && slidewright.liveSlides.entries.every(entry => entry.component)")
    before = "JSON.stringify([location.href, scrollX, scrollY, document.activeElement.tagName, history.length])"
    state = window.get(before)
    found = [window.get(f"slidewright.measuring.measured({no})") for no in (2, 3, 5)]
    assert [sides(one) for one in found] == ["right", "", "bottom"]
    assert window.get(before) == state
    window.wait("!document.querySelector('.slidewright-stage')")
    assert window.is_marked and window.errors() == []


def test_a_slide_that_fails_is_left_out(opened: Open) -> None:
    _, window = opened(deck(BROKEN, THROWS, CUT["a wide table"][0]))
    assert list(measures(window, 4)) == [1, 4]
    window.wait("!document.querySelector('.slidewright-stage')")
