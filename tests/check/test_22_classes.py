"""The ways in which a deck can name what is not there: each is found, at its place, and nothing that is there is."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from cases import picture

from slidewright.check import Show, check
from slidewright.check.rules import FAMILY
from slidewright.check.selection import selected_rules
from slidewright.diagnostics import Diagnostic, Severity
from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.settings import CheckSettings
from slidewright.workspace import MemoryWorkspace

FILES = {
    "img/there.png": picture("png 400x300"),
    "img/with blank.png": picture("png 400x300"),
    "图/中文.png": picture("png 400x300"),
    "public/pub.png": picture("png 400x300"),
    "public/clip.mp4": "mp4",
    "snippets/there.py": "# region main\nprint()\n# endregion\n",
    "pages/there.md": "# There\n",
    "notes/there.md": "# A heading\n",
    "theme/layouts/cover.vue": "<template />",
}

BROKEN = {
    "theme": ("---\ntheme: ./thema\n---\n\n# A", "./thema"),
    "misspelt theme": ("---\ntheme: serif\n---\n\n# A", "serif"),
    "background": ("---\nlayout: cover\nbackground: /gone.jpg\n---\n\n# A", "/gone.jpg"),
    "image of a layout": ("---\nlayout: image\nimage: /gone.png\n---\n\n# A", "/gone.png"),
    "src import": ("# A\n\n---\nsrc: ./pages/gone.md\n---\n", "./pages/gone.md"),
    "snippet": ("# A\n\n<<< ./snippets/gone.py {1|2}", "./snippets/gone.py"),
    "link component": ('# A\n\n<Link to="nowhere">x</Link>', "nowhere"),
    "markdown image, relative": ("# A\n\ntext ![x](./img/gone.png) text", "./img/gone.png"),
    "markdown image, from the root": ("# A\n\n- ![x](/gone.png 'title')", "/gone.png"),
    "img, double quotes": ('# A\n\n<img class="w-20" src="./img/gone.png">', "./img/gone.png"),
    "img, single quotes": ("# A\n\n<div>\n  <img src='/gone.png'/>\n</div>", "/gone.png"),
    "image with comark attributes": (
        "---\ncomark: true\n---\n\n# A\n\n![x](./img/gone.png){width=30}",
        "./img/gone.png",
    ),
    "reference definition": ("# A\n\n![x][pic] and [y][pic]\n\n[pic]: ./img/gone.png 'title'", "./img/gone.png"),
    "video": ('# A\n\n<video controls><source src="./gone.mp4" type="video/mp4"></video>', "./gone.mp4"),
    "srcset": ('# A\n\n<img src="./img/there.png" srcset="./img/there.png 1x, ./img/gone.png 2x">', "./img/gone.png"),
    "bound src": ("# A\n\n<img :src=\"'/gone.png'\">", "/gone.png"),
    "a href": ('# A\n\n<a href="/gone.pdf">paper</a>', "/gone.pdf"),
    "relative link to Markdown": ("# A\n\n[notes](./notes/gone.md)", "./notes/gone.md"),
    "anchor": ("# A\n\n[x](#gone)", "#gone"),
    "anchor of a page": ("# A\n\n<a href='./notes/there.md#gone'>x</a>", "./notes/there.md#gone"),
    "slide beyond the deck": ("# A\n\n[x](/99)", "/99"),
    "url() in a style": ("# A\n\n<style>\nh1 { background: url('./img/gone.png'); }\n</style>", "./img/gone.png"),
    "@import": ('# A\n\n<style>\n@import "./gone.css";\n</style>', "./gone.css"),
    "inline style": ("# A\n\n<div style=\"background: url('/gone.png')\">x</div>", "/gone.png"),
    "other case": ("# A\n\n![x](./img/There.PNG)", "./img/There.PNG"),
}
"""A deck for each class, and the text that a finding must point at."""

SOUND = {
    "percent escapes and blanks": "# A\n\n![x](./img/with%20blank.png) ![x](<./img/with blank.png>)",
    "other scripts": "# A\n\n![x](./图/中文.png) <img src='./图/中文.png' alt='x'> ![x](./%E5%9B%BE/中文.png)",
    "public": '# A\n\n![x](/pub.png) <img src="/pub.png" alt="x"> <video src="/clip.mp4"></video>',
    "the project root": "# A\n\n![x](/public/pub.png) ![x](/img/there.png)",
    "comments": "# A\n\n<!-- ![x](./gone.png) -->\n\ntext <!-- <img src='./gone.png'> --> text",
    "fences": "# A\n\n```md\n![x](./gone.png)\n<<< ./gone.py\n```\n\n~~~html\n<img src='./gone.png'>\n~~~",
    "inline code": "# A\n\n`![x](./gone.png)` and ``<img src='./gone.png'>`` and `[x](#gone)`",
    "notes": "# A\n\n<!--\n![x](./gone.png) [y](/99)\n-->",
    "expressions": "# A\n\n<img src=\"{{ picture }}\"> <img :src='picture'> {{ '<img src=\"gone.png\">' }}",
    "data": "# A\n\n![x](data:image/png;base64,AAAA) <img src='data:image/gif;base64,AA' alt='x'>",
    "mail and telephone": "# A\n\n[m](mailto:a@example.com) <a@example.com> [t](tel:+491234)",
    "remote": "# A\n\n![x](https://example.com/a.png) [x](https://example.com/#x) <img src='//example.com/a.png'>",
    "theme in a folder": "---\ntheme: ./theme\n---\n\n# A",
    "imports, snippets and pages": "# A\n\n<<< ./snippets/there.py#main\n\n---\nsrc: ./pages/there.md\n---\n",
    "links": '# A\n\n[b](/2) <Link to="b">b</Link> [b](2)\n\n---\nrouteAlias: b\n---\n\n# B',
    "ids": "# A\n\n[x](#here)\n\n<div id='here'>x</div>",
    "formulas and words": "# A\n\n$[a](b c.png)$ and [1] (see b.png) and a/b.png",
}
"""Decks in which everything that is named is there."""


def findings(text: str) -> list[Diagnostic]:
    workspace = MemoryWorkspace({**FILES, "slides.md": text})
    deck = load(workspace, PurePosixPath("slides.md"))
    show = Show(deck, resolve(deck, workspace), workspace)
    return list(check(show, selected_rules(CheckSettings())))


@pytest.mark.parametrize(("text", "target"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_there_is_found_where_it_stands(text: str, target: str) -> None:
    before = text[: text.index(target)]
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert place in {tuple(found.location.start) for found in findings(text) if found.location.text == target}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_what_is_there_is_not_reported(text: str) -> None:
    loud = [found for found in findings(text) if found.severity > Severity.INFO]
    assert [found for found in loud if FAMILY[found.rule] == "reference"] == []
