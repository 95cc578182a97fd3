"""A user's deck for previews to show; its second slide has a text, class, code and picture to edit."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image

PICTURE = re.compile(r"(?<=src=')(?=[\w-]+\.(?:png|webp)')")
HEADING = re.compile(r"^(#+ .*)$", re.MULTILINE)
SHOWN = """\
---
class: {frontmatter}
---

# Being edited {text}

<img src='./edited.png' style='height: 80px'/>

```js
const edited = '{code}'
```
"""
FIRST = {"text": 0, "picture": 901}
KINDS = ("text", "frontmatter", "code", "picture")


def mark(number: int) -> str:
    """What the slide on show has after an edit and had not before; pictures have this width in px."""
    return f"edit{number}x"


def picture(number: int, form: str = "PNG") -> bytes:
    """A picture of that width in px."""
    stream = BytesIO()
    Image.linear_gradient("L").resize((number, 300)).save(stream, form)
    return stream.getvalue()


class Deck(NamedTuple):
    """A deck in a folder: its headmatter with the first slide, and what follows the second."""

    folder: Path
    start: str
    rest: str

    def edit(self, kind: str, number: int) -> tuple[str, bytes]:
        """Name and content of the file that makes this edit."""
        if kind == "picture":
            return "edited.png", picture(number)
        marks = {key: mark(number) if key == kind else "same" for key in KINDS}
        return "slides.md", (self.start + SHOWN.format(**marks) + self.rest).encode()

    def restore(self) -> None:
        """Write the deck as before all edits: its second slide has the mark 0."""
        for kind in ("text", "picture"):
            name, content = self.edit(kind, FIRST[kind])
            (self.folder / name).write_bytes(content)


def make_deck(folder: Path, seed: str, copies: int) -> Deck:
    """Write a deck of so many copies of a text, its second slide aside, and all pictures that it names."""
    seed = PICTURE.sub("./", seed)
    _, headmatter, slides = seed.split("---\n", 2)
    first, second, rest = slides.split("\n---\n", 2)
    texts = [HEADING.sub(rf"\1 ({number})", f"{first}\n---\n{second}\n---\n{rest}") for number in range(1, copies)]
    deck = Deck(folder, f"---\n{headmatter}---\n{first}\n\n", "\n---\n".join(["", rest, *texts]))
    folder.mkdir(parents=True, exist_ok=True)
    for name in set(re.findall(r"src='\./([^']+)'", seed)):
        (folder / name).write_bytes(picture(900, "WEBP" if name.endswith("webp") else "PNG"))
    deck.restore()
    (folder / "slidewright.toml").touch()
    return deck
