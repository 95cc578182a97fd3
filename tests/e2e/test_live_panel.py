"""What the preview says in its page: a badge, the list behind it, a card over a slide that cannot be shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from live import SHOWN, Open, Window, until

pytestmark = pytest.mark.browser

DECK = """\
---
title: Panel
lang: en
---

# First

---

# Second

![one](./gone.png)

<!-- a note -->

---

# Third

TODO: more
"""
FILES = {"slidewright.toml": "", "slides.md": DECK}
ROOT = "document.querySelector('slidewright-panel').shadowRoot"


def in_panel(window: Window, selector: str) -> str:
    return f"{ROOT}.querySelector({json.dumps(selector)})"


def test_the_badge_counts_and_the_list_leads_to_the_slide(opened: Open) -> None:
    live, window = opened(FILES)
    badge = in_panel(window, ".badge")
    window.wait(f"{badge} && !{badge}.hidden && {badge}.textContent === '1 error, 1 warning'")
    window.get(f"{badge}.click()")
    assert window.get(f"{badge}.getAttribute('aria-expanded')") == "true"
    rows = window.get(f"[...{ROOT}.querySelectorAll('.findings li')].map(row => row.innerText).join('|')")
    assert "missing-image" in rows and "slides.md:12:8" in rows and "slide 2" in rows and "leftover-todo" in rows
    window.get(f"{in_panel(window, '.findings li.error .jump')}.click()")
    window.wait("location.hash === '#/2'")
    live.edit("![one](./gone.png)\n", "")
    window.wait(f"{badge}.textContent === '1 warning'")
    live.edit("TODO: more", "done")
    window.wait(f"!{ROOT}.querySelector('.findings li.warning, .findings li.error')")
    window.page.press("Escape")
    assert window.is_marked and window.errors() == []


def test_a_panel_without_anything_to_say_is_not_seen(opened: Open) -> None:
    live, window = opened({**FILES, "slides.md": "---\nlang: en\n---\n\n# First\n\nword\n"})
    until(lambda: live.findings()["version"] >= 1 and "nothing" in live.said(), "the check")
    window.wait(in_panel(window, ".badge"))
    assert window.get(f"{in_panel(window, '.badge')}.hidden")


def test_rows_outlive_an_edit_that_does_not_concern_them(opened: Open) -> None:
    live, window = opened(FILES)
    badge = in_panel(window, ".badge")
    window.wait(f"{badge} && !{badge}.hidden")
    window.get(f"{badge}.click()")
    window.wait(in_panel(window, ".findings li.error"))
    window.get(
        f"{in_panel(window, '.findings li.error')}.mark = 1; {in_panel(window, '.findings li.error .jump')}.focus()"
    )
    live.edit("TODO: more", "done")
    window.wait(f"!{in_panel(window, '.findings li.warning')}")
    assert window.get(f"{in_panel(window, '.findings li.error')}.mark") == 1
    assert window.get(f"{ROOT}.activeElement.className") == "jump"


def test_a_card_tells_of_a_fault_on_its_slide_only_until_it_is_mended(opened: Open) -> None:
    live, window = opened(FILES, "2")
    card = in_panel(window, ".fault")
    live.edit("# Second", "# Second {{ ( }}")
    window.wait(f"{card} && !{card}.hidden && {card}.innerText.includes('last good version')")
    assert "slides.md:10" in window.get(f"{card}.innerText")
    assert window.get(f"({SHOWN}).innerText.includes('Second')")
    window.get(f"{in_panel(window, '.fault .fold')}.click()")
    assert not window.get(f"{card}.innerText.includes('last good version')")
    window.get("slidewright.livePage.go(3)")
    window.wait(f"{card}.hidden")
    window.get("slidewright.livePage.go(2)")
    window.wait(f"!{card}.hidden")
    live.edit(" {{ ( }}", "")
    window.wait(f"{card}.hidden")
    assert window.is_marked and window.errors() == []


def test_the_deck_cannot_reach_the_panel_and_keys_in_it_move_no_slide(opened: Open) -> None:
    style = "<style>button, section, li { display: none !important; color: red !important }</style>"
    _, window = opened({**FILES, "slides.md": DECK.replace("# First", f"# First\n\n{style}")})
    badge = in_panel(window, ".badge")
    window.wait(f"{badge} && !{badge}.hidden")
    assert window.get(f"getComputedStyle({badge}).display") != "none"
    window.get(f"{badge}.focus()")
    for key in ("ArrowRight", " "):
        window.page.press(key)
    window.get("new Promise(done => setTimeout(done, 100))")
    assert window.route == "1"


def test_it_says_when_the_server_is_gone(opened: Open) -> None:
    live, window = opened(FILES)
    window.wait(in_panel(window, ".line"))
    assert window.get(f"{in_panel(window, '.line')}.hidden")
    live.close()
    window.wait(f"!{in_panel(window, '.line')}.hidden")
    assert "not connected" in window.get(f"{in_panel(window, '.line')}.textContent")


def test_the_editor_opens_the_place_of_a_finding_and_of_the_slide(opened: Open, tmp_path: Path) -> None:
    said = tmp_path / "said"
    command = tmp_path / "editor"
    command.write_text(f'#!/bin/sh\necho "$1 $2" >> {said}\n')
    command.chmod(0o755)
    live, window = opened(FILES, "3", "--editor", f"{command} {{file}} {{line}}")
    badge = in_panel(window, ".badge")
    window.wait(f"{badge} && !{badge}.hidden")
    window.get(f"{badge}.click()")
    window.get(f"{in_panel(window, '.findings li.error button.place')}.click()")
    until(lambda: said.exists() and said.read_text() == f"{live.folder / 'slides.md'} 12\n", "the editor")
    window.get(f"{in_panel(window, '.here .place')}.click()")
    until(lambda: said.read_text().endswith(f"{live.folder / 'slides.md'} 18\n"), "the editor")
    window.page.press("Escape")
    window.page.press("E", 8)
    until(lambda: said.read_text().count(" 18\n") == 2, "the shortcut")


def test_no_panel_in_print_and_in_frames(opened: Open) -> None:
    live, window = opened(FILES, "presenter/1")
    window.wait("document.querySelector('slidewright-panel')")
    window.page.open("about:blank")
    window.page.open(f"{live.url}/?embedded=true#/1")
    window.wait("document.querySelector('.slidev-layout')")
    assert window.get("!document.querySelector('slidewright-panel')")
