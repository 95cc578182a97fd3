"""The page measures each slide: what is cut off at its edge is told, what only scrolls or decorates is not."""

from __future__ import annotations

import io

import pytest
from live import Files, Open, until
from PIL import Image

pytestmark = pytest.mark.browser


def red() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(stream, "PNG")
    return stream.getvalue()


LINES = "\n".join(f"- point {number}" for number in range(30))
SLIDES = {
    "ordinary": "# Fits\n\nsome text\n\n- a\n- b",
    "too long": f"# Too long\n\n{LINES}",
    "too wide": "# Too wide\n\n<div style='white-space: nowrap'>" + "wide " * 80 + "</div>",
    "code scrolls": "# Code\n\n```js\nconst a = '" + "long " * 80 + "'\n```",
    "scrolls": "# Scrolls\n\n<div style='height: 100px; overflow: auto'>\n\n" + LINES + "\n\n</div>",
    "clips": "# Clips\n\n<div style='height: 100px; overflow: hidden'>\n\n" + LINES + "\n\n</div>",
    "decoration": "# Decoration\n\n<div style='position: absolute; right: -90px; top: -90px; width: 300px; "
    "height: 300px; border-radius: 50%; background: teal; pointer-events: none'></div>",
    "hidden": "# Hidden\n\n<div style='position: absolute; top: 900px; opacity: 0'>not seen</div>",
    "formula": "# Formula\n\n$$\\int_0^1 x^2 dx = \\frac{1}{3}$$",
    "last click": "# Clicks\n\n<v-clicks>\n\n" + LINES + "\n\n</v-clicks>",
    "zoomed": f"---\nzoom: 0.4\n---\n\n# Zoomed\n\n{LINES}",
    "picture apart": "# Picture\n\n<img src='./red.png' style='position: absolute; left: 900px; width: 200px'>",
    "picture in a box apart": "# Box\n\n<div style='position: absolute; left: 900px; top: 100px'>"
    "<img src='./red.png' style='width: 200px; max-width: none'></div>",
    "drawing apart": "# Drawing\n\n<svg style='position: absolute; left: 900px; top: 50px' width='300' height='100'>"
    "<rect width='300' height='100' fill='red' /></svg>",
    "visible in the hidden": "# Visible\n\n<div style='visibility: hidden'>"
    "<div style='visibility: visible; position: absolute; top: 600px'>seen below</div></div>",
    "gradient text": "# Gradient\n\n<div style='color: transparent; background: linear-gradient(red, blue); "
    "background-clip: text; position: absolute; top: 560px'><b>as a cut-out</b></div>",
    "opened": f"# Opened\n\n<details open><summary>more</summary>\n\n{LINES}\n\n</details>",
    "closed": f"# Closed\n\n<details><summary>more</summary>\n\n{LINES}\n\n</details>",
    "without colour": "# Clear\n\n<div style='color: transparent; position: absolute; top: 700px'>not seen</div>",
    "clip path": "# Path\n\n<div style='clip-path: inset(0); height: 50px'>" + "text<br>" * 40 + "</div>",
    "bleeds": "# Bleeds\n\n<div style='position: absolute; inset: -20px; pointer-events: none'>"
    "<img src='./red.png' style='width: 100%; height: 100%'></div>",
    "arrow": "# Arrow\n\n<Arrow x1='900' y1='500' x2='960' y2='530' />",
    "comes in": "# Moves\n\n<div class='comes'>comes in</div>\n\n<style>\n@keyframes far { from { transform: "
    "translateX(1500px) } }\n.comes { animation: far 30s }\n</style>",
    "on the left": "# Left\n\n<div style='position: absolute; left: -60px; top: 200px'>cut off on the left</div>",
}
CUT = {"too long", "too wide", "last click", "on the left", "picture apart", "picture in a box apart", "drawing apart"}
CUT |= {"visible in the hidden", "gradient text", "opened"}
DECK = "\n\n---\n\n".join(SLIDES.values()).replace("---\n\n---\nzoom", "---\nzoom")
FILES: Files = {
    "slidewright.toml": "",
    "red.png": red(),
    "slides.md": f"---\ntitle: Measured\nlang: en\n---\n\n{DECK}\n",
}


def found(live) -> dict[int, str]:  # type: ignore[no-untyped-def]
    return {one["slide"]: one["message"] for one in live.findings()["findings"] if one["rule"] == "overflow"}


def test_what_is_cut_off_is_told_and_nothing_else(opened: Open) -> None:
    live, window = opened(FILES)
    window.wait("slidewright.measuring")
    until(lambda: len(found(live)) >= len(CUT), "the measures")
    until(lambda: window.get("!document.querySelector('.slidewright-stage')"), "the end of measuring")
    names = list(SLIDES)
    assert {names[no - 1] for no in found(live)} == CUT
    told = found(live)
    assert "px below" in told[names.index("too long") + 1]
    assert "on the right" in told[names.index("too wide") + 1]
    assert "on the left" in told[names.index("on the left") + 1]
    until(lambda: "overflow" in live.said(), "the terminal")
    assert window.route == "1" and window.is_marked and window.errors() == []


def test_a_finding_goes_when_its_slide_fits(opened: Open) -> None:
    deck = "---\ntitle: Measured\nlang: en\n---\n\n# One\n\n---\n\n" + SLIDES["too long"]
    live, _ = opened({**FILES, "slides.md": deck})
    until(lambda: list(found(live)) == [2], "the finding")
    live.write("slides.md", deck.replace(LINES, "- a few"))
    until(lambda: not found(live), "no finding")


def test_no_overflow_measures_nothing(opened: Open) -> None:
    live, window = opened(FILES, "1", "--no-overflow")
    until(lambda: "watching" in live.said() and live.findings()["version"] >= 1, "the deck")
    window.wait("slidewright.measuring")
    window.get("new Promise(done => setTimeout(done, 1500))")
    assert found(live) == {}


GRAB = """<script setup>
import { onMounted, ref } from 'vue'
const field = ref()
onMounted(() => field.value.focus())
</script>
<template><input ref="field"></template>
"""


def test_measuring_takes_no_focus(opened: Open) -> None:
    files = {"slides.md": "# One\n\n<input class='mine'>\n\n---\n\n# Two\n\n<Grab />\n"}
    _, window = opened({"slidewright.toml": "", "components/Grab.vue": GRAB, **files})
    window.wait("slidewright.measuring && document.querySelector('#slide-content .mine')")
    window.get("document.querySelector('#slide-content .mine').focus()")
    address = window.get("location.href")
    window.get("slidewright.measuring.measured(2).then(({ no }) => no)")
    assert window.get("document.activeElement.className") == "mine"
    assert window.get("location.href") == address and window.get("[scrollX, scrollY]") == [0, 0]
    assert window.errors() == []
