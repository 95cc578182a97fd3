"""An author writes while the preview is open: each edit shows at once, on the same slide, at the same click."""

from __future__ import annotations

import io

import pytest
from live import SHOWN, Files, Open, until
from PIL import Image

pytestmark = pytest.mark.browser

DECK = """\
---
title: Editing
theme: default
---

# First

<!-- the note -->

---
class: before
---

# Second

- one
- two

<div v-click="1">clicked once</div>
<div v-click="2">clicked twice</div>

<div class="tall" style="height: 100px; overflow: auto"><div style="height: 900px">long</div></div>

---

# Third

<Box />

<Counter />

---
src: ./pages/more.md
---

---

# Fifth

<<< ./snippet.py

<img class="pic" src="./red.png">

---

# Last
"""


def picture(colour: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(stream, "PNG")
    return stream.getvalue()


FILES: Files = {
    "slidewright.toml": "",
    "slides.md": DECK,
    "pages/more.md": "# Imported\n\nfrom a page\n",
    "components/Box.vue": "<template><div class='box'>box one</div></template>\n"
    "<style scoped>.box { color: rgb(1, 2, 3) }</style>",
    "components/Counter.vue": "<script setup>\nimport { ref } from 'vue'\nconst n = ref(0)\n</script>\n"
    "<template><button class='counter' @click='n++'>{{ n }}</button></template>",
    "style.css": ".slidev-layout { --own: one }",
    "snippet.py": "first = 1\n",
    "red.png": picture("red"),
}

WATCH_FIRST_CLICK = f"""(() => {{ window.opacities = []; const look = () => {{
  const one = ({SHOWN})?.querySelector('.slidev-vclick-target')
  if (one) opacities.push(getComputedStyle(one).opacity)
  requestAnimationFrame(look) }}; look() }})()"""


def test_text_is_replaced_on_the_same_slide_at_the_same_click_and_scroll(opened: Open) -> None:
    live, window = opened(FILES, "2?clicks=1")
    window.get("document.querySelector('.tall').scrollTop = 120")
    window.get(WATCH_FIRST_CLICK)
    live.edit("- one", "- another one")
    assert window.shows("another one")
    window.wait("document.querySelector('.tall').scrollTop === 120")
    assert window.route == "2?clicks=1"
    assert window.get("opacities.every(one => one === '1')"), window.get("opacities.join()")
    assert window.get(f"({SHOWN}).querySelectorAll('.slidev-vclick-hidden').length") == 1
    window.page.press("ArrowRight")
    window.wait(f"({SHOWN}).querySelectorAll('.slidev-vclick-hidden').length === 0")
    assert window.is_marked and window.errors() == []


def test_frontmatter_changes_class_and_layout(opened: Open) -> None:
    live, window = opened(FILES, "2")
    live.edit("class: before", "class: after")
    window.wait(f"({SHOWN}).querySelector('.slidev-layout.after')")
    live.edit("class: after", "layout: center\nclass: after")
    window.wait(f"({SHOWN}).querySelector('.slidev-layout.center.after')")
    assert window.is_marked and window.errors() == []


def test_a_note_changes_in_the_presenters_window(opened: Open) -> None:
    live, window = opened(FILES, "presenter/1")
    window.wait("document.body.innerText.includes('the note')")
    live.edit("the note", "a better note")
    window.wait("document.body.innerText.includes('a better note')")
    assert window.is_marked and window.errors() == []


def test_slides_are_added_removed_and_reordered_around_the_one_on_show(opened: Open) -> None:
    live, window = opened(FILES, "3")
    live.edit("# Second", "# New\n\n---\n\n# Second")
    window.wait("location.hash === '#/4'")
    assert window.shows("Third")
    assert window.get("slidewright.livePage.total()") == 7
    live.edit("# New\n\n---\n\n", "")
    window.wait("location.hash === '#/3'")
    assert window.shows("Third")
    live.edit("# Third\n\n<Box />\n\n<Counter />\n\n---", "---")
    live.edit("\n---\n\n# Last", "\n---\n\n# Last\n\n---\n\n# Third\n\nagain")
    until(lambda: window.get("slidewright.livePage.total()") == 6, "six slides")
    assert window.is_marked and window.errors() == []


def test_the_slide_on_show_is_followed_though_it_changes_with_what_comes_before_it(opened: Open) -> None:
    live, window = opened(FILES, "2")
    text = DECK.replace("# First", "# New\n\n---\n\n# First").replace("- one", "- changed as well")
    live.write("slides.md", text)
    window.wait("location.hash === '#/3'")
    assert window.shows("changed as well")
    assert window.is_marked


def test_the_last_slide_is_removed_while_it_is_on_show(opened: Open) -> None:
    live, window = opened(FILES, "6")
    live.edit("\n---\n\n# Last\n", "\n")
    assert window.shows("Fifth")
    assert window.is_marked


def test_imported_files_and_snippets_change(opened: Open) -> None:
    live, window = opened(FILES, "4")
    live.edit("from a page", "from another page", "pages/more.md")
    assert window.shows("from another page")
    live.write("pages/more.md", "# Imported\n\nfrom another page\n\n---\n\n# Two now\n")
    window.wait("slidewright.livePage.total() === 7")
    window.get("slidewright.livePage.go(6)")
    assert window.shows("first = 1")
    live.write("snippet.py", "second = 2\n")
    assert window.shows("second = 2")
    assert window.is_marked and window.errors() == []


def test_a_component_changes_and_a_new_one_comes(opened: Open) -> None:
    live, window = opened(FILES, "3")
    assert window.shows("box one")
    live.edit("box one", "box two", "components/Box.vue")
    assert window.shows("box two")
    live.edit("rgb(1, 2, 3)", "rgb(4, 5, 6)", "components/Box.vue")
    window.wait("getComputedStyle(document.querySelector('.box')).color === 'rgb(4, 5, 6)'")
    live.write("components/Fresh.vue", "<template><i>fresh</i></template>")
    live.edit("<Box />", "<Box />\n\n<Fresh />")
    assert window.shows("fresh")
    assert window.is_marked and window.errors() == []


def test_what_a_component_holds_outlives_edits_of_other_slides(opened: Open) -> None:
    live, window = opened(FILES, "3")
    window.get("document.querySelector('.counter').click()")
    window.wait("document.querySelector('.counter').innerText === '1'")
    live.edit("# Last", "# The end")
    window.wait("slidewright.liveSlides.entries.at(-1).row.slide.title === 'The end'")
    assert window.get("document.querySelector('.counter').innerText") == "1"


def test_style_sheets_and_utilities_change(opened: Open) -> None:
    live, window = opened(FILES, "2")
    live.write("style.css", ".slidev-layout { --own: two }")
    window.wait(f"getComputedStyle(({SHOWN}).querySelector('.slidev-layout')).getPropertyValue('--own') === 'two'")
    live.edit("# Second", "# Second\n\n<p class='pl-[37px]'>far in</p>")
    window.wait("[...document.querySelectorAll('p')].some(p => getComputedStyle(p).paddingLeft === '37px')")
    assert window.is_marked and window.errors() == []


def test_a_picture_is_replaced_in_its_place(opened: Open) -> None:
    live, window = opened(FILES, "5")
    pixel = """(() => { const img = document.querySelector('.pic'); if (!img?.complete || !img.naturalWidth) return null
      const c = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
      c.drawImage(img, 0, 0); return [...c.getImageData(0, 0, 1, 1).data].join() })()"""
    window.wait(f"{pixel} === '255,0,0,255'")
    window.get("document.querySelector('.pic').mark = 1")
    live.write("red.png", picture("blue"))
    window.wait(f"{pixel} === '0,0,255,255'")
    assert window.get("document.querySelector('.pic').mark") == 1
    (live.folder / "red.png").unlink()
    window.wait("document.querySelector('.pic').src.startsWith('data:image/svg')")
    live.write("red.png", picture("lime"))
    window.wait(f"{pixel} === '0,255,0,255'")
    assert window.is_marked


def test_the_headmatter_changes_what_it_can_without_a_reload(opened: Open) -> None:
    live, window = opened(FILES, "2")
    live.edit("title: Editing", "title: Edited")
    window.wait("document.title.startsWith('Edited')")
    live.edit("theme: default", "theme: default\nthemeConfig:\n  primary: '#123456'")
    primary = "getComputedStyle(document.querySelector('#slide-container')).getPropertyValue('--slidev-theme-primary')"
    window.wait(f"{primary}.trim() === '#123456'")
    assert window.is_marked
    live.edit("theme: default", "theme: seriph")
    window.wait("window.mark === undefined && window.slidewright?.live?.status === 'connected'")
    assert window.shows("Second")
    assert window.route == "2"


def test_the_heading_of_the_first_slide_is_the_title_as_it_is_typed(opened: Open) -> None:
    live, window = opened({**FILES, "slides.md": "# First\n\n---\n\n# Second\n"})
    for text in ("First one", "First one two"):
        live.write("slides.md", f"# {text}\n\n---\n\n# Second\n")
        window.wait(f"document.title.startsWith('{text} ')")
    assert window.is_marked


def test_a_layer_comes_changes_and_goes(opened: Open) -> None:
    live, window = opened(FILES, "2")
    live.write("global-top.vue", "<template><div class='layer'>above all</div></template>")
    window.wait("document.querySelector('.layer')?.innerText === 'above all'")
    live.edit("above all", "above everything", "global-top.vue")
    window.wait("document.querySelector('.layer')?.innerText === 'above everything'")
    (live.folder / "global-top.vue").unlink()
    window.wait("!document.querySelector('.layer')")
    assert window.is_marked


BROKEN = {
    "a tag": ("- two", "- two <div>", "# Second"),
    "an expression": ("- two", "- two {{ ( }}", "# Second"),
    "a script": ("- two", "- two\n\n<script setup>\nconst = 1\n</script>", "# Second"),
    "an import": ("- two", "- two\n\n<script setup>\nimport x from './nowhere'\n</script>", "# Second"),
    "frontmatter": ("class: before", "class: [before", "class"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_shown_leaves_the_last_good_slide(opened: Open, kind: str) -> None:
    old, new, _ = BROKEN[kind]
    live, window = opened(FILES, "2")
    live.edit(old, new)
    fault = until(lambda: live.findings()["faults"], "a fault")[0]
    assert fault["slide"] == 2 and fault["file"] == "slides.md" and fault["line"] and fault["message"]
    assert window.shows("two") and window.get(f"!({SHOWN}).querySelector('.slidewright-broken')")
    live.edit("# Third", "# The third")  # all else is shown
    window.wait("slidewright.liveSlides.entries[2].row.slide.title === 'The third'")
    live.edit(new, f"{old} mended")
    until(lambda: not live.findings()["faults"], "no fault")
    if kind == "frontmatter":
        window.wait(f"({SHOWN}).querySelector('.slidev-layout.mended')")
    else:
        assert window.shows("two mended")
    assert window.is_marked


def test_a_slide_that_cannot_be_shown_keeps_its_styles(opened: Open) -> None:
    second = "# Two\n\n<div class='own m-7'>two</div>\n\n<style>\n.own { padding: 7px }\n</style>"
    live, window = opened({"slides.md": f"# One\n\n---\n\n{second}\n"}, "2")
    style = f"getComputedStyle(({SHOWN}).querySelector('.own'))"
    looks = f"[{style}.padding, {style}.margin].join(' ')"
    window.wait(f"{looks} === '7px 28px'")
    live.edit("<div class='own m-7'>two</div>", "{{ ( }}")
    until(lambda: live.findings()["faults"], "a fault")
    live.edit("# One", "# First")
    window.wait("slidewright.liveSlides.entries[0].row.slide.title === 'First'")
    assert window.get(looks) == "7px 28px"


def test_a_headmatter_that_is_no_yaml_keeps_the_deck(opened: Open) -> None:
    live, window = opened(FILES, "2")
    live.edit("title: Editing", "title: [Editing")
    fault = until(lambda: live.findings()["faults"], "a fault")[0]
    assert fault["slide"] is None and fault["line"] in (2, 3)
    assert window.shows("Second")
    live.edit("title: [Editing", "title: Better")
    window.wait("document.title.startsWith('Better')")
    assert window.is_marked and live.findings()["faults"] == []
