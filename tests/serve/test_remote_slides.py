"""What a remote control learns of the slides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from slidewright.render.live import LiveDeck, Shown
from slidewright.serve.reading import DeckReader
from slidewright.serve.remote_slides import RemoteSlides

SLIDES = """# One

---
layout: steps
---

# Two *emphasised*

<Steps v-click />

---
clicks: 7
src: ./more.md
---
"""


class Made:
    """What is on show of a deck: as much as a remote control needs."""

    def __init__(self, *notes: str) -> None:
        self.slides = [Shown("key", json.dumps({"slide": {"noteHTML": note}})) for note in notes]


def remote_slides(folder: Path, **files: str) -> list[tuple[Any, ...]]:
    for name, text in {"slides.md": SLIDES, "more.md": "# Three\n\n<v-click>x</v-click>\n", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    read = DeckReader(folder / "slides.md", folder).read()
    return [tuple(one) for one in RemoteSlides(read).of(cast(LiveDeck, Made("<p>a</p>", "", "")))]


def test_titles_notes_and_clicks_are_told_of_each_slide(tmp_path: Path) -> None:
    found = remote_slides(tmp_path)
    assert found == [(1, "One", "<p>a</p>", 0), (2, "Two emphasised", "", 1), (3, "Three", "", 7)]


def test_clicks_in_a_slot_that_the_layout_has_not_are_none(tmp_path: Path) -> None:
    text = "---\nlayout: narrow\n---\n\n::right::\n\n<v-click>x</v-click>\n"
    shown = {"layouts/narrow.vue": "<template><slot /><slot name='right' /></template>", "slides.md": text}
    hidden = {**shown, "layouts/narrow.vue": "<template><slot /></template>"}
    assert [remote_slides(tmp_path, **files)[0][3] for files in (shown, hidden)] == [1, 0]
