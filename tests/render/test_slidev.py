"""A deck as a Slidev project: what is rewritten, what comes along, and that all else stays byte for byte."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import pytest

from slidewright.diagnostics import Edit
from slidewright.load import load
from slidewright.render.artifacts import RenderedDeck
from slidewright.render.rewrite import rewritten
from slidewright.render.slidev import render_slidev
from slidewright.resolve import resolve
from slidewright.text import Source, Span
from slidewright.workspace import DiskWorkspace, MemoryWorkspace


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
    ("<b style='background: url(./a.png)'>", {"a.png": b""}, "<b style='background: url(/a.png)'>"),
    ("<svg><use href='s.svg#i'/></svg>", {"s.svg": b""}, "<svg><use href='./s.svg#i'/></svg>"),
    ("![](a.png?raw)", {"a.png": b""}, "![](./a.png?raw)"),
    ("<img src='.\\img\\a.png'>", {"img/a.png": b""}, "<img src='./img/a.png'>"),
    ("![](./a%20b.png)", {"a%20b.png": b""}, "![](./a%2520b.png)"),
    ("[paper](./a.pdf)", {"a.pdf": b""}, "[paper](a.pdf)"),
    ("<a href='a.pdf'>x</a>", {"a.pdf": b""}, "<a href='/a.pdf'>x</a>"),
]


@pytest.mark.parametrize(("written", "files", "expected"), REWRITTEN)
def test_what_slidev_does_not_find_is_rewritten(written: str, files: dict[str, bytes], expected: str) -> None:
    made, _ = project({"slides.md": written, **files})
    assert made["slides.md"].decode() == expected
    (name,) = files
    assert {name, f"public/{name}"} & set(made)


@pytest.mark.parametrize("name", ["a'b.png", "h#1.png", "q?x.png"])
def test_names_that_slidev_cannot_import_are_changed(name: str) -> None:
    made, _ = project({"slides.md": f'<img src="./{name}"> ![](<{quote(name)}>)', name: b"png"})
    (place,) = (path for path in made if path.endswith(".png"))
    assert made["slides.md"].decode() == f'<img src="./{place}"> ![](<./{place}>)'
    assert not set("'#?") & set(place)


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


def test_unlike_missing_files_have_unlike_placeholders() -> None:
    made, _ = project({"slides.md": "![](img/a.png) ![](img-a.png) ![](图/a.png) ![](../../a.png) ![](<???>)"})
    placeholders = [path for path in made if path.startswith("missing/")]
    assert len(placeholders) == 5
    assert {"img/a.png", "img-a.png", "图/a.png", "../../a.png"} <= {
        text for path in placeholders for text in made[path].decode().replace("<", ">").split(">")
    }


def test_a_missing_style_sheet_does_not_stop_the_build() -> None:
    made, rendered = project(
        {"slides.md": "<style>\n@import './gone.css';\nh1 { background: url(./gone.png) }\n</style>"}
    )
    assert "@import './missing/gone.css'" in made["slides.md"].decode()
    assert "url(./gone.png)" in made["slides.md"].decode()
    assert made["missing/gone.css"].startswith(b"/*")
    assert [found.rule for found in rendered.diagnostics] == ["missing-file"]


def test_what_leads_out_of_the_root_is_told_as_that() -> None:
    _, rendered = project({"slides.md": "![](../../x.png)"})
    assert [(found.rule, found.location.text) for found in rendered.diagnostics] == [
        ("path-outside-project", "../../x.png")
    ]


def test_the_files_that_code_names_come_along() -> None:
    files = {
        "slides.md": "<script setup>\nimport x from './lib/x'\n</script>\n",
        "components/Foo.vue": "<script>import '../lib/y.js'; import '../lib/gone'</script><img src='../img/a.png?url'>",
        "lib/x.ts": "export * from './deep'",
        "lib/deep/index.ts": "import.meta.glob('../../data/*.json')",
        "lib/y.ts": "",
        "img/a.png": b"a",
        "data/one.json": "{}",
        "style.css": "@import 'theme.css'; a { background: url(img/b.png) }",
        "theme.css": "",
        "img/b.png": b"b",
        "unrelated.txt": "no",
        "public/demo/index.html": "<script src='app.js'></script>",
        "public/demo/app.js": "",
    }
    made, rendered = project(files)
    assert set(files) - {"unrelated.txt"} == set(made) - {"package.json", "README.md", ".gitignore"}
    assert rendered.diagnostics == ()


def test_a_script_of_a_slide_finds_what_lies_outside_the_folder() -> None:
    files = {
        "talk/slides.md": "<script setup>\nimport A from '../shared/A.vue'\n</script>",
        "shared/A.vue": "<script>import './b'</script>",
        "shared/b.ts": "",
    }
    made, rendered = project(files, "talk/slides.md")
    assert "from './external/shared/A.vue'" in made["slides.md"].decode()
    assert "external/shared/b.ts" in made
    assert rendered.diagnostics == ()


def test_a_component_that_needs_what_lies_outside_is_told() -> None:
    files = {"talk/slides.md": "# A", "talk/components/A.vue": "<script>import '../../x'</script>", "x.ts": ""}
    _, rendered = project(files, "talk/slides.md")
    (found,) = rendered.diagnostics
    assert (found.rule, found.location.text, str(found.location.source.path)) == (
        "outside-deck", "../../x", "talk/components/A.vue",
    )  # fmt: skip


def test_themes_and_addons_in_the_repository_come_along() -> None:
    files = {
        "talk/slides.md": "---\ntheme: ../theme\naddons:\n  - ./addon\n---\n",
        "theme/package.json": '{"dependencies": {"gsap": "3.1.0"}}',
        "theme/layouts/cover.vue": "",
        "theme/node_modules/x/index.js": "",
        "theme/.git/config": "",
        "talk/addon/components/A.vue": "",
    }
    made, _ = project(files, "talk/slides.md")
    assert made["slides.md"].decode() == '---\ntheme: ./external/theme\naddons:\n  - "@/addon"\n---\n'
    assert {name for name in made if name.startswith(("external", "addon"))} == {
        "external/theme/package.json", "external/theme/layouts/cover.vue",
        "addon/components/A.vue", "addon/package.json",
    }  # fmt: skip
    assert json.loads(made["package.json"])["dependencies"]["gsap"] == "3.1.0"


def test_a_theme_that_is_the_decks_folder_takes_no_output_along() -> None:
    files = {
        "slides.md": "---\ntheme: ./\n---\n",
        "layouts/cover.vue": "",
        "assets/logo.svg": "<svg/>",
        "slides-slidev/.slidewright.json": "{}",
        "slides-slidev/slides.md": "old",
        "dist/index.html": "old",
        "public/.well-known/x": "x",
    }
    made, _ = project(files)
    assert set(made) - {"package.json", "README.md", ".gitignore"} == {
        "slides.md", "layouts/cover.vue", "assets/logo.svg", "public/.well-known/x",
    }  # fmt: skip


def test_folders_that_contain_themselves_are_entered_once(tmp_path: Path) -> None:
    (tmp_path / "public/a").mkdir(parents=True)
    (tmp_path / "public/a/x.png").write_bytes(b"x")
    (tmp_path / "public/a/up").symlink_to("..")
    (tmp_path / "public/here").symlink_to(".")
    (tmp_path / "slides.md").write_text("# A")
    workspace = DiskWorkspace(tmp_path)
    deck = load(workspace, PurePosixPath("slides.md"))
    rendered = render_slidev(deck, resolve(deck, workspace), workspace)
    assert [str(item.path) for item in rendered.artifacts if item.path.suffix == ".png"] == ["public/a/x.png"]


def test_the_deck_may_have_folders_of_our_names() -> None:
    files = {
        "talk/slides.md": "![](./external/a.png) ![](../external/a.png) ![](./x.png)",
        "talk/external/a.png": b"mine",
        "external/a.png": b"other",
        "talk/missing/y.png": b"",
    }
    made, _ = project(files, "talk/slides.md")
    assert made["slides.md"].decode() == (
        "![](./external/a.png) ![](./external-1/external/a.png) ![](./missing-1/x.png.svg)"
    )
    assert (made["external/a.png"], made["external-1/external/a.png"]) == (b"mine", b"other")


def test_another_file_called_slides_gives_way_to_the_entry() -> None:
    made, _ = project(
        {"talk.md": "---\nsrc: ./slides.md\n---\n", "slides.md": "# Inner ![](a.png)", "a.png": b""}, "talk.md"
    )
    assert made["slides.md"].decode() == "---\nsrc: ./external/slides.md\n---\n"
    assert made["external/slides.md"].decode() == "# Inner ![](../a.png)"


def test_drawings_that_were_kept_come_along() -> None:
    files = {"talk.md": "---\ndrawings:\n  persist: true\n---\n", ".slidev/drawings/talk/1.svg": "<svg/>"}
    assert ".slidev/drawings/slides/1.svg" in project(files, "talk.md")[0]


def dependencies(files: dict[str, str | bytes], entry: str = "slides.md") -> dict[str, str]:
    found = json.loads(project(files, entry)[0]["package.json"])["dependencies"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("written", "package"),
    [
        ("theme: apple-basic", "@slidev/theme-apple-basic@0.25.1"),
        ("theme: '@slidev/theme-seriph'", "@slidev/theme-seriph@0.25.0"),
        ("theme: academic", "slidev-theme-academic@latest"),
        ("theme: codeurjc-slidev-theme", "codeurjc-slidev-theme@latest"),
        ("theme: '@x/slidev-theme-y'", "@x/slidev-theme-y@latest"),
        ("addons: [qrcode]", "slidev-addon-qrcode@latest"),
        ("addons: ['@x/y']", "@x/y@latest"),
        ("download: true", "playwright-chromium@1.63.0"),
    ],
)
def test_what_the_headmatter_asks_for_is_installed(written: str, package: str) -> None:
    name, _, version = package.rpartition("@")
    assert dependencies({"slides.md": f"---\n{written}\n---\n"})[name] == version


@pytest.mark.parametrize("theme", ["none", "./own", "../own", "Not A Name", "a/b", "''", "null", "[1]"])
def test_what_is_no_package_is_not_installed(theme: str) -> None:
    assert set(dependencies({"slides.md": f"---\ntheme: {theme}\n---\n"})) <= {"@slidev/cli", "@slidev/theme-default"}


def test_a_theme_is_taken_in_the_version_that_the_deck_has() -> None:
    files = {"slides.md": "---\ntheme: x\n---\n", "package.json": '{"dependencies": {"slidev-theme-x": "^2"}}'}
    assert dependencies(files)["slidev-theme-x"] == "^2"


def test_icon_sets_are_installed() -> None:
    files = {
        "slides.md": '<mdi-home/> <fa6-brands-github/> <carbon-sun/> <div class="i-logos:vue"/>',
        "components/A.vue": "<template><Tabler-x/><tabler-home/></template>",
    }
    found = {name for name in dependencies(files) if name.startswith("@iconify-json/")}
    assert found == {f"@iconify-json/{name}" for name in ("mdi", "fa6-brands", "logos", "tabler")}


def test_a_repositorys_package_gives_what_the_deck_names() -> None:
    own = {"d3": "7.0.0", "eslint": "9.0.0", "slidev-addon-a": "1.0.0", "@x/y": "workspace:*", "slidev-b": "file:./b"}
    files = {
        "package.json": json.dumps({"devDependencies": own}),
        "talk/slides.md": "<script setup>\nimport { a } from 'd3'\nimport '@x/y/z.css'\n</script>",
    }
    assert set(dependencies(files, "talk/slides.md")) == {
        "@slidev/cli", "@slidev/theme-default", "d3", "slidev-addon-a",
    }  # fmt: skip
    told = project(files, "talk/slides.md")[1].diagnostics
    assert [found.location.text for found in told] == ['"@x/y"', '"slidev-b"']


def test_own_versions_do_not_contradict_the_overrides() -> None:
    own = '{"dependencies": {"unocss": "^66.0.0", "magic-string": "^1.4.5", "vue": "^3"}}'
    found = dependencies({"slides.md": "# A", "package.json": own})
    assert (found["unocss"], found["magic-string"], found["vue"]) == ("66.10.5", "1.4.1", "^3")


@pytest.mark.parametrize("own", ["", "[]", "{", '"x"', '{"dependencies": [1], "slidev": 3}', "\ufeff{}"])
def test_a_package_that_means_nothing_is_passed_over(own: str) -> None:
    assert dependencies({"slides.md": "# A", "package.json": own})["@slidev/cli"] == "53.0.0"


def test_rendering_reads_no_picture(tmp_path: Path) -> None:
    """Files are read when they are written: 50 MB of pictures need no 50 MB of memory."""
    files: dict[str, str | bytes] = {"slides.md": "![](./a.png)", "a.png": b"x"}

    class Counting(MemoryWorkspace):
        def chunks(self, path: PurePosixPath, size: int = 1 << 16):  # type: ignore[no-untyped-def]
            assert path.suffix != ".png"
            return super().chunks(path, size)

    workspace = Counting(files)
    deck = load(workspace, PurePosixPath("slides.md"))
    assert "a.png" in [str(item.path) for item in render_slidev(deck, resolve(deck, workspace), workspace).artifacts]
