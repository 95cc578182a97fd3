"""What a deck's roots bring to the page, and what a build says about what they cannot."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from slidewright.engine import Engine, open_engine
from slidewright.load import load
from slidewright.render.artifacts import RenderedDeck
from slidewright.render.html import render
from slidewright.resolve import resolve
from slidewright.resources import bundle_folder
from slidewright.settings import BuildSettings
from slidewright.workspace import DiskWorkspace, MemoryWorkspace, Workspace

pytestmark = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)
Files = dict[str, str | bytes]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with open_engine() as engine:
            yield engine


def rendered(engine: Engine, files: Files) -> RenderedDeck:
    return rendered_on(engine, MemoryWorkspace({"slides.md": "# A\n", **files}))


def rendered_on(engine: Engine, workspace: Workspace, entry: str = "slides.md") -> RenderedDeck:
    deck = load(workspace, PurePosixPath(entry))
    settings = BuildSettings(readable=True)
    return render(deck, resolve(deck, workspace), workspace, settings, engine, PurePosixPath("out.html"))


def page(engine: Engine, files: Files) -> str:
    return b"".join(rendered(engine, files).artifacts[0].chunks()).decode()


def told(engine: Engine, files: Files) -> list[tuple[str, str, int, str]]:
    found = rendered(engine, files).diagnostics
    return [(item.rule, str(item.location.source.path), item.location.start.line, item.message) for item in found]


def theme(**slidev: object) -> str:
    return json.dumps({"name": "t", "slidev": slidev})


LOCAL = "---\ntheme: ./t\n---\n\n# A\n"


def test_a_theme_that_is_not_there_is_told_with_the_command_that_installs_it(engine: Engine) -> None:
    [found] = rendered(engine, {"slides.md": "---\ntheme: academic\n---\n\n# A\n"}).diagnostics
    assert "`academic` is not in the project: the page wears the default theme" in found.message
    assert found.help == "`slidewright theme add academic` installs it"
    assert found.location.start.line == 2


def test_a_theme_outside_of_the_root_is_told_with_what_takes_it_in(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "store/layouts").mkdir(parents=True)
    (tmp_path / "talk/node_modules").mkdir(parents=True)
    (tmp_path / "talk/node_modules/slidev-theme-x").symlink_to(tmp_path / "store")
    (tmp_path / "talk/slides.md").write_text("---\ntheme: x\n---\n\n# A\n")
    [found] = rendered_on(engine, DiskWorkspace(tmp_path / "talk")).diagnostics
    assert "the theme `x` lies outside the project root: the page wears the default theme" in found.message
    assert found.help == "`--root` names a folder that has both in it"
    assert not rendered_on(engine, DiskWorkspace(tmp_path), "talk/slides.md").diagnostics


def test_an_addon_that_is_not_there_is_told_by_its_full_name(engine: Engine) -> None:
    [found] = rendered(engine, {"slides.md": "---\naddons:\n  - qrcode\n---\n\n# A\n"}).diagnostics
    assert "the addon `qrcode` is not in the project" in found.message
    assert found.help == "`slidewright theme add slidev-addon-qrcode` installs it"


def test_a_configuration_that_hangs_is_told_and_the_page_is_made_without_it(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slidewright.engine.configured._PATIENCE", 4.0)
    files = {"uno.config.ts": "while (true);", "setup/shiki.ts": "export default () => { for (;;); }"}
    files |= {"slides.md": "# A\n\n<b class='p-7'>b</b>\n\n```js\nlet a\n```\n"}
    assert told(engine, files) == [
        ("broken-code", "setup/shiki.ts", 1, "no result within 4 s: the page is made without it"),
        ("broken-code", "uno.config.ts", 1, "no result within 4 s: the page is made without it"),
    ]
    assert ".p-7{padding:1.75rem" in page(engine, files)


def test_an_installed_official_theme_is_the_one_that_is_bundled(engine: Engine) -> None:
    installed = {"node_modules/@slidev/theme-seriph/styles/index.css": ".stale { color: red }"}
    text = page(engine, {"slides.md": "---\ntheme: seriph\n---\n\n# A\n", **installed})
    assert ".stale" not in text
    assert "@slidev/theme-seriph/layouts/cover.vue" in text


def test_a_themes_defaults_lie_below_the_headmatter(engine: Engine) -> None:
    facts = theme(defaults={"aspectRatio": "4/3", "canvasWidth": 800, "themeConfig": {"a": "x", "b": "y"}})
    deck = "---\ntheme: ./t\ncanvasWidth: 900\nthemeConfig: {b: z}\n---\n\n# A\n"
    config = re.search(
        r"exports.default = (\{.*\"canvasWidth\".*\})", page(engine, {"slides.md": deck, "t/package.json": facts})
    )
    assert config is not None
    found = json.loads(config[1])
    assert (found["canvasWidth"], found["aspectRatio"], found["themeConfig"]) == (900, 4 / 3, {"a": "x", "b": "z"})


SCHEMES = {("dark", None): "dark", ("dark", "auto"): "dark", ("dark", "light"): "light", ("both", None): "auto"}


@pytest.mark.parametrize("case", SCHEMES)
def test_a_theme_of_one_scheme_has_its_way_where_any_will_do(engine: Engine, case: tuple[str, str | None]) -> None:
    scheme, written = case
    deck = f"---\ntheme: ./t\n{f'colorSchema: {written}' if written else 'x: 1'}\n---\n\n# A\n"
    text = page(engine, {"slides.md": deck, "t/package.json": theme(colorSchema=scheme)})
    assert f'"colorSchema":"{SCHEMES[case]}"' in text


NODE = ("setup/preparser.ts", "setup/transformers.ts", "setup/vite-plugins.js")


@pytest.mark.parametrize("name", NODE)
def test_what_of_a_package_runs_in_node_is_named(engine: Engine, name: str) -> None:
    files: Files = {"slides.md": LOCAL, f"t/{name}": "export default () => []"}
    [(rule, place, line, message)] = told(engine, files)
    assert (rule, place, line) == ("not-rendered", f"t/{name}", 1)
    assert message == f"`t/{name}`: this runs in Node while Slidev builds: the page is made without it"


def test_of_a_packages_configuration_of_vite_only_plug_ins_matter(engine: Engine) -> None:
    assert told(engine, {"slides.md": LOCAL, "t/vite.config.ts": "export default { server: { port: 1 } }"}) == []
    [(_, place, _, _)] = told(engine, {"slides.md": LOCAL, "t/vite.config.ts": "export default { plugins: [x()] }"})
    assert place == "t/vite.config.ts"


def test_a_configuration_that_fails_is_told_once_with_its_file(engine: Engine) -> None:
    [(rule, place, _, message)] = told(engine, {"uno.config.ts": "throw new Error('boom')\nexport default {}"})
    assert (rule, place, message) == ("broken-code", "uno.config.ts", "boom")
    found = told(engine, {"uno.config.ts": "import x from 'nowhere'\nexport default { presets: [x()] }"})
    assert [rule for rule, *_ in found] == ["unresolved-import"]


def test_configurations_merge_from_the_theme_to_the_deck(engine: Engine) -> None:
    files: Files = {
        "slides.md": LOCAL + "\n<p class='one two'/>\n",
        "t/uno.config.ts": "export default { shortcuts: { one: 'p-11', two: 'p-12' } }",
        "uno.config.ts": "export default { shortcuts: { two: 'p-13' } }",
    }
    text = page(engine, files)
    assert ".one{padding:2.75rem" in text
    assert ".two{padding:3.25rem" in text


def test_a_changed_configuration_changes_slides_that_are_kept(engine: Engine) -> None:
    def with_padding(size: int) -> str:
        deck = "# A\n\n<style>\nh1 { @apply mine; }\n</style>\n"
        return page(
            engine, {"slides.md": deck, "uno.config.ts": f"export default {{ shortcuts: {{ mine: 'p-{size}' }} }}"}
        )

    assert "2.75rem" in with_padding(11)
    assert "3rem" in with_padding(12)
    assert "2.75rem" in with_padding(11)


def test_style_sheets_come_from_the_theme_to_the_deck_before_the_utilities(engine: Engine) -> None:
    files: Files = {
        "slides.md": LOCAL + "\n<p class='p-[77px]'/>\n",
        "t/styles/index.ts": "import './theme.css'",
        "t/styles/theme.css": ".from-theme { top: 1px }",
        "styles/index.css": ".from-index { top: 2px }",
        "style.css": ".from-deck { top: 3px }",
    }
    text = page(engine, files)
    places = [text.index(name) for name in (".from-theme", ".from-index", ".from-deck", "padding:77px")]
    assert places == sorted(places)


def test_fonts_and_sheets_on_the_network_are_left_out_and_told_by_host(engine: Engine) -> None:
    css = "@import url('https://a.example/x.css');\n@font-face { src: url(https://b.example/f.woff2) }\n.x { top: 1px }"
    files: Files = {"style.css": css}
    assert [message.split("`")[3] for *_, message in told(engine, files)] == ["https://a.example", "https://b.example"]
    text = page(engine, files)
    assert "a.example" not in text
    assert ".x { top: 1px }" in text


def test_a_font_of_a_themes_public_folder_is_in_the_page(engine: Engine) -> None:
    files: Files = {
        "slides.md": LOCAL + "\n![](/theme/p.png)\n",
        "t/package.json": "{}",
        "t/style.css": "@font-face { font-family: F; src: url(/theme/f.woff2), url(/g.woff2) }",
        "t/public/f.woff2": b"FONT",
        "t/public/g.woff2": b"OTHER",
        "t/public/p.png": b"PNG",
    }
    assert told(engine, files) == []
    text = page(engine, files)
    assert "Rk9OVA==" in text
    assert 'data-type="image/png"' in text


def test_an_unknown_tag_is_told_unless_a_setup_file_may_know_it(engine: Engine) -> None:
    deck: Files = {
        "slides.md": "# A\n\n<Nope/> <Mine/> <my-own/>\n",
        "components/Mine.vue": "<template><b/></template>",
    }
    deck["components/MyOwn.vue"] = "<template><b/></template>"
    assert [message.split("`")[1] for *_, message in told(engine, deck)] == ["<Nope>"]
    assert told(engine, {**deck, "setup/main.ts": "export default ({ app }) => app.component('Nope', {})"}) == []


INDEX = """<head>
<meta name="x" content="a&amp;b"><meta http-equiv="refresh" content="0;url=https://evil.example"><title>no</title>
<style>.own { top: 1px }</style><link rel="stylesheet" href="/local.css">
<script src="https://cdn.example/a.js"></script><script>window.a = 1</script>
<link rel="stylesheet" href="https://fonts.example/css">
</head>
<body><p class="z">text &amp; more</p><img src="https://img.example/a.png" alt="x"><!-- gone --></body>
"""


def test_index_html_is_taken_in_as_far_as_a_file_can(engine: Engine) -> None:
    files: Files = {"index.html": INDEX, "public/local.css": ".local { top: 2px }"}
    text = page(engine, files)
    for part in ('<meta name="x" content="a&amp;b">', ".own { top: 1px }", ".local { top: 2px }", "window.a = 1"):
        assert part in text.split("<body>")[0]
    assert '<p class="z">text &amp; more</p><img alt="x">' in text
    for part in ("evil.example", "<title>no", "cdn.example", "fonts.example", "img.example", "<!-- gone"):
        assert part not in text
    assert [(place, line) for _, place, line, _ in told(engine, files)] == [("index.html", n) for n in (4, 5, 7)]


def test_a_whole_page_as_index_html_is_left_out_as_slidev_does(engine: Engine) -> None:
    [(rule, place, _, message)] = told(engine, {"index.html": "<!DOCTYPE html><head><meta name=x></head>"})
    assert (rule, place) == ("not-rendered", "index.html")
    assert "doctype" in message


def test_no_element_of_index_html_swallows_the_page(engine: Engine) -> None:
    text = page(engine, {"index.html": "<head><style>a{}</head><body><!-- <script>x"})
    assert text.count("<script") == text.count("</script>")
    assert text.rstrip().endswith("</html>")


def test_own_parts_that_are_not_there_leave_the_page_as_it_was(engine: Engine) -> None:
    assert page(engine, {"components/notes.txt": "x", "layouts/a.css": "", "setup/other.ts": ""}) == page(engine, {})
