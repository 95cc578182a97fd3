"""A deck as a Slidev project: what is rewritten, what comes along, and that all else stays byte for byte."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from slidewright.diagnostics import Edit
from slidewright.load import load
from slidewright.render.artifacts import RenderedDeck
from slidewright.render.rewrite import rewritten
from slidewright.render.slidev import render_slidev
from slidewright.resolve import resolve
from slidewright.text import Source, Span
from slidewright.workspace import MemoryWorkspace


def project(files: dict[str, str | bytes], entry: str = "slides.md") -> tuple[dict[str, bytes], RenderedDeck]:
    workspace = MemoryWorkspace(files)
    deck = load(workspace, PurePosixPath(entry))
    rendered = render_slidev(deck, resolve(deck, workspace), workspace)
    return {str(item.path): b"".join(item.chunks()) for item in rendered.artifacts}, rendered


def slides(files: dict[str, str | bytes], entry: str = "slides.md") -> str:
    return project(files, entry)[0]["slides.md"].decode()


def test_edits_leave_the_rest_byte_for_byte() -> None:
    original = "a\r\nbcd \t\r\n\r\ne\rf\n"
    source = Source.from_original(PurePosixPath("x"), original)
    at = source.text.index("c")
    assert rewritten(source, [Edit(Span(at, at + 1), "XX")]) == original.replace("c", "XX")
    assert rewritten(source, []) == original


def test_what_slidev_understands_is_left_alone() -> None:
    text = "---\r\ntheme: seriph\r\nbackground: /bg.png\r\n---\r\n\r\n# A  \r\n\r\n![](./a.png) ![](/pub.png)\r\n"
    files = {"slides.md": text, "a.png": b"a", "public/pub.png": b"p", "public/bg.png": b"b"}
    made, rendered = project(files)
    assert made["slides.md"].decode() == text
    assert {name: made[name] for name in ("a.png", "public/pub.png")} == {"a.png": b"a", "public/pub.png": b"p"}
    assert rendered.diagnostics == ()


REWRITTEN = [
    ("<img src='a.png'>", {"a.png": b""}, "<img src='./a.png'>"),
    ("![](img/a.png 'T')", {"img/a.png": b""}, "![](./img/a.png 'T')"),
    ("![](a.png)", {"public/a.png": b""}, "![](/a.png)"),
    ("![](@/img/a.png)", {"img/a.png": b""}, "![](./img/a.png)"),
    ("![](./A.PNG)", {"a.png": b""}, "![](./a.png)"),
    ("![](<a b.png>)", {"a b.png": b""}, "![](<./a%20b.png>)"),
    ("![](图.png)", {"图.png": b""}, "![](./图.png)"),
    ("---\nbackground: ./a.png\n---\n", {"a.png": b""}, "---\nbackground: /a.png\n---\n"),
    ("---\nimage: 'img/a.png'\n---\n", {"img/a.png": b""}, "---\nimage: '/img/a.png'\n---\n"),
    ("<audio src='./a.mp3'></audio>", {"a.mp3": b""}, "<audio src='/a.mp3'></audio>"),
    ("<Figure src='./a.png' />", {"a.png": b""}, "<Figure src='/a.png' />"),
]


@pytest.mark.parametrize(("written", "files", "expected"), REWRITTEN)
def test_what_slidev_does_not_find_is_rewritten(written: str, files: dict[str, bytes], expected: str) -> None:
    made, _ = project({"slides.md": written, **files})
    assert made["slides.md"].decode() == expected
    (name,) = files
    copies = {path for path in made if path.endswith(PurePosixPath(name).name) and path != "slides.md"}
    assert copies


def test_missing_images_get_a_visible_placeholder_and_a_warning() -> None:
    made, rendered = project(
        {"slides.md": "# A\n\n<img src='moment.png'/>\n\n---\nbackground: /bg.jpg\n---\n\n<<< ./x.py"}
    )
    text = made["slides.md"].decode()
    assert "<img src='./missing/moment.png.svg'/>" in text
    assert "background: /missing/bg.jpg.svg" in text
    assert "<<< ./missing/x.py" in text
    assert b"moment.png" in made["missing/moment.png.svg"]
    assert b"bg.jpg" in made["public/missing/bg.jpg.svg"]
    assert made["missing/x.py"] == b"missing file: ./x.py\n"
    assert [found.rule for found in rendered.diagnostics] == ["missing-image", "missing-image", "missing-snippet"]
    assert "`moment.png`" in made["README.md"].decode()


def test_what_lies_outside_the_decks_folder_comes_along() -> None:
    files = {
        "talk/slides.md": "![](../assets/a.svg)\n\n---\nsrc: ../shared/page.md#1\n---\n\n---\nsrc: ./pages/p.md\n---\n",
        "talk/pages/p.md": "![](../../assets/a.svg) <<<\n\n<<< ../x.py",
        "talk/x.py": "x",
        "assets/a.svg": "<svg/>",
        "shared/page.md": "![](./b.png) ![](../assets/a.svg)",
        "shared/b.png": b"b",
    }
    made, _ = project(files, "talk/slides.md")
    text = made["slides.md"].decode()
    assert "![](./external/assets/a.svg)" in text
    assert "src: ./external/shared/page.md#1" in text
    assert "src: ./pages/p.md" in text
    assert made["pages/p.md"].decode().startswith("![](../external/assets/a.svg)")
    assert made["external/shared/page.md"].decode() == "![](./b.png) ![](../assets/a.svg)"
    assert made["external/shared/b.png"] == b"b"
    assert made["external/assets/a.svg"] == b"<svg/>"


def test_the_decks_own_code_comes_along_byte_for_byte() -> None:
    files = {
        "slides.md": "# A",
        "components/Counter.vue": "<template>x</template>\r\n",
        "layouts/mine.vue": "<template>y</template>",
        "setup/main.ts": "export default {}",
        "style.css": "a{}",
        "global-bottom.vue": "<template/>",
        "node_modules/x/index.js": "no",
        "public/.hidden": "h",
        "package.json": '{"dependencies": {"slidev-addon-x": "1.2.3", "@slidev/cli": "0.1.0"}}',
    }
    made, _ = project(files)
    for name in ("components/Counter.vue", "layouts/mine.vue", "setup/main.ts", "style.css", "global-bottom.vue"):
        assert made[name] == str(files[name]).encode()
    assert not any("node_modules" in name for name in made)
    dependencies = json.loads(made["package.json"])["dependencies"]
    assert dependencies["slidev-addon-x"] == "1.2.3"
    assert dependencies["@slidev/cli"] == "53.0.0"


def test_the_package_is_exact_and_private() -> None:
    package = json.loads(
        project({"my talk/slides.md": "---\ntheme: seriph\n---\n\n# A"}, "my talk/slides.md")[0]["package.json"]
    )
    assert package["name"] == "my-talk"
    assert package["private"] is True
    assert package["engines"]["node"] == ">=22.12.0"
    assert package["dependencies"] == {"@slidev/cli": "53.0.0", "@slidev/theme-seriph": "0.25.0"}
    assert all(version[0].isdigit() for version in package["overrides"].values())


@pytest.mark.parametrize("target", ["../../etc/passwd", "/../x.png", "..\\..\\x.png", "./a/../../../x.png"])
def test_hostile_paths_lead_nowhere(target: str) -> None:
    made, _ = project({"slides.md": f'<img src="{target}">'})
    assert all(".." not in PurePosixPath(name).parts and not name.startswith("/") for name in made)
    assert any(name.startswith("missing/") for name in made)


def test_an_entry_of_another_name_becomes_slides_md() -> None:
    assert slides({"talk.md": "![](a.png)", "a.png": b""}, "talk.md") == "![](./a.png)"
