from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from slidewright.engine import Engine
from slidewright.render.assets import AssetTable
from slidewright.render.own import OwnCode, module_name, own_code
from slidewright.workspace import DiskWorkspace, MemoryWorkspace


def made(engine: Engine, files: dict[str, str | bytes], *entries: str, folder: str = "") -> OwnCode:
    workspace = MemoryWorkspace(files)
    paths = [PurePosixPath(entry) for entry in entries or (next(iter(files)),)]
    return own_code(engine, workspace, AssetTable(workspace), paths, PurePosixPath(folder))


def test_a_name_is_the_path_without_what_ends_a_string() -> None:
    assert module_name(PurePosixPath("a/B c.vue")) == "own/a/B c.vue"
    assert module_name(PurePosixPath("a'\"\\<.ts")) == "own/a%27%22%5c%3c.ts"


def test_imports_become_names_of_the_page(engine: Engine) -> None:
    code = made(
        engine,
        {
            "a/A.vue": "<script setup>import { two } from '../two'</script><template>{{ two }}</template>",
            "two.ts": "export const two: number = 2",
        },
    )
    modules = dict(code.modules)
    assert list(modules) == ["own/a/A.vue", "own/two.ts"]
    assert "require('own/two.ts')" in modules["own/a/A.vue"]
    assert code.faults == ()


@pytest.mark.parametrize(
    ("source", "message", "help"),
    [
        ("import a from 'lodash'\na()", "the package `lodash` is not installed", "npm install lodash"),
        ("import a from '@org/x/y'\na()", "the package `@org/x` is not installed", "npm install @org/x"),
        ("\nimport a from './gone'\na()", "there is no file `gone`", None),
        ("import a from '../../gone'\na()", "it lies outside the project", None),
        ("import fs from 'fs'\nfs()", "it is a part of Node, not of browsers", None),
        ("import fs from 'node:fs/promises'\nfs()", "it is a part of Node, not of browsers", None),
        (
            "import a from 'https://x.y/a.js'\na()",
            "the page asks the network for nothing",
            None,
        ),
    ],
)
def test_an_import_of_nothing_is_a_fault_with_its_place(
    engine: Engine, source: str, message: str, help: str | None
) -> None:
    (fault,) = made(engine, {"a.ts": source}).faults
    assert (fault.message, fault.help) == (message, help)
    assert fault.location.text == fault.specifier
    assert str(fault.importer) == "a.ts"


def test_code_that_does_not_compile_is_a_fault_with_its_line(engine: Engine) -> None:
    code = made(engine, {"a.ts": "const a = 1\nconst = 2\n", "B.vue": "<template>\n<p>\n</template>"}, "a.ts", "B.vue")
    assert [(str(fault.importer), fault.location.start.line) for fault in code.faults] == [("a.ts", 2), ("B.vue", 2)]
    assert "throw new Error" in dict(code.modules)["own/a.ts"]
    assert "slidewright.failed" in dict(code.modules)["own/B.vue"]


def test_a_part_of_node_names_the_package_that_asks_and_is_empty_there(engine: Engine) -> None:
    files = {
        "a.ts": "\nimport 'pack'",
        "node_modules/pack/package.json": '{"name": "pack", "main": "i.js"}',
        "node_modules/pack/i.js": "const fs = require('fs')",
    }
    code = made(engine, files)
    (fault,) = code.faults
    assert fault.message == "it is a part of Node, not of browsers, for which the package `pack` asks"
    assert str(fault.importer) == "node_modules/pack/i.js"
    assert fault.origin is not None
    assert (str(fault.origin.source.path), fault.origin.start.line, fault.origin.text) == ("a.ts", 2, "pack")
    assert dict(code.modules)["own/nothing"] == "module.exports = {}"


def test_folders_of_the_deck_are_the_roots_of_imports(engine: Engine) -> None:
    files = {
        "talk/a.ts": "import '@/b'\nimport '~/b'\nimport '/p.svg'\nimport '/b.ts'",
        "talk/b.ts": "export {}",
        "talk/public/p.svg": "<svg/>",
    }
    code = made(engine, files, folder="talk")
    assert code.faults == ()
    names = set(code.names[PurePosixPath("talk/a.ts")].values())
    assert names == {"own/talk/b.ts", "own/talk/public/p.svg"}
    assert len(code.embedded) == 1


def test_packages_are_looked_for_upward_and_not_beyond_the_project(engine: Engine) -> None:
    files = {
        "talks/one/a.ts": "import 'near'\nimport 'far'\nimport '../../../outside'",
        "talks/node_modules/near/index.js": "",
        "node_modules/far/index.js": "",
        "node_modules/near/index.js": "throw 1",
    }
    code = made(engine, files)
    assert set(dict(code.modules)) >= {"own/talks/node_modules/near/index.js", "own/node_modules/far/index.js"}
    assert [fault.message for fault in code.faults] == ["it lies outside the project"]


def test_links_inside_the_project_are_followed_and_others_not(engine: Engine, tmp_path: Path) -> None:
    store = tmp_path / "project/node_modules/.pnpm/p@1/node_modules"
    (store / "p").mkdir(parents=True)
    (store / "q").mkdir()
    (store / "p/index.js").write_text("require('q')")
    (store / "q/index.js").write_text("")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/index.js").write_text("")
    (tmp_path / "project/node_modules/p").symlink_to(store / "p")
    (tmp_path / "project/node_modules/s").symlink_to(tmp_path / "secret")
    (tmp_path / "project/a.ts").write_text("import 'p'\nimport 's'")
    workspace = DiskWorkspace(tmp_path / "project")
    code = own_code(engine, workspace, AssetTable(workspace), [PurePosixPath("a.ts")])
    assert "own/node_modules/.pnpm/p@1/node_modules/q/index.js" in dict(code.modules)
    assert [fault.message for fault in code.faults] == ["the package `s` is not installed"]


def test_style_sheets_come_in_the_order_in_which_modules_run(engine: Engine) -> None:
    files = {
        "A.vue": "<script setup>import './one.css'\nimport B from './B.vue'</script><template><B/></template>"
        "<style>.a { color: red }</style>",
        "B.vue": "<script setup>import './two.css'</script>"
        "<template><p/></template><style scoped>.b { top: 0 }</style>",
        "one.css": "@import './deep.css' print;\n.one { @apply p-1; & .x { left: 0 } }",
        "two.css": "@font-face { src: url(f.woff) }\n.two { background: url('./p.png') }\n"
        ".gone { background: url(./g.png) }",
        "deep.css": ".deep { right: 0 }",
        "f.woff": b"font",
        "p.png": b"picture",
    }
    code = made(engine, files)
    one, two, b, a = code.css
    assert "@media print" in one
    assert ".deep" in one
    assert "padding:0.25rem" in one
    assert ".one .x" in one
    assert "data:font/woff;base64" in two
    assert f"var(--asset-{code.variables[0]})" in two
    assert ".b[data-v-" in b
    assert ".a" in a
    assert [(fault.specifier, str(fault.importer)) for fault in code.faults] == [("./g.png", "two.css")]


def test_a_style_sheet_that_is_imported_again_stands_there_once_for_each_condition(engine: Engine) -> None:
    again = "@import './one.css'; @import './deep.css'; @import './deep.css' print; @import './deep.css' print;"
    files = {"a.ts": "import './one.css'", "one.css": f"{again}\n.one {{ top: 0 }}", "deep.css": ".deep { top: 0 }"}
    code = made(engine, files)
    assert [css.count(".deep") for css in code.css] == [2] and code.css[0].count(".one") == 1
    assert not code.faults


def test_style_sheets_that_import_each_other_without_end_are_told(engine: Engine) -> None:
    once_more = "".join(f"@import './{name}.css' (width > {width}px);" for name in "ab" for width in range(3))
    code = made(engine, {"a.ts": "import './a.css'", "a.css": f"{once_more} .a {{ top: 0 }}", "b.css": once_more})
    assert {fault.message for fault in code.faults} == {"too many style sheets import each other"}
    assert ".a" in code.css[0]


def test_styles_that_need_a_compiler_are_a_fault(engine: Engine) -> None:
    code = made(engine, {"a.ts": "import './s.scss'", "s.scss": "a { b { c: d } }"})
    assert [fault.message for fault in code.faults] == ["Sass is not compiled: write the style sheet as CSS"]


def test_classes_are_looked_for_where_slidev_looks(engine: Engine) -> None:
    files = {
        "A.vue": "<script setup>import './b'\nimport './c'\nconst x = 'p-1'</script>"
        "<template><i class='p-2'/></template>",
        "b.ts": "export const x = 'p-3'",
        "c.tsx": "export const x = <i class='p-4'/>",
    }
    tokens = made(engine, files).tokens
    assert {"p-1", "p-2", "p-4"} <= set(tokens)
    assert "p-3" not in tokens


def test_types_come_from_other_files_and_those_from_further_ones(engine: Engine) -> None:
    files = {
        "A.vue": "<script setup lang='ts'>import { P } from './types'\ndefineProps<P>()</script>"
        "<template><p/></template>",
        "types/index.ts": "import type { Q } from '../q'\nexport interface P extends Q { one: string }",
        "q.ts": "export interface Q { two?: number }",
    }
    code = made(engine, files)
    assert code.faults == ()
    body = dict(code.modules)["own/A.vue"]
    assert "one: {" in body
    assert "two: {" in body


def test_a_component_without_script_knows_its_slide(engine: Engine) -> None:
    files = {
        "A.vue": "<template>{{ $page }}</template>",
        "B.vue": "<script lang='ts'>export default { data: () => ({ a: 1 }) }</script>"
        "<template>{{ $page + a }}</template>",
        "C.vue": "<script>export default { setup: () => ({ a: 1 }) }</script><template>{{ a }}</template>",
    }
    code = made(engine, files, *files)
    assert code.faults == ()
    bodies = [body for name, body in code.modules if name.endswith(".vue")]
    assert ["useSlideContext" in body for body in bodies] == [True, True, False]


def test_directives_in_jsx_and_globs_are_faults(engine: Engine) -> None:
    files = {
        "a.jsx": "export const a = 1\nexport default () => <input type='text' v-model={x}/>",
        "b.ts": "export default import.meta.glob('./*.vue')",
        "c.js": "export default await 1",
    }
    faults = made(engine, files, *files).faults
    assert [(fault.message, fault.location.start.line) for fault in faults] == [
        ("the directive `v-model` is not supported in JSX", 2),
        ("`import.meta.glob` is not supported: import the files one by one", 1),
        ("`await` outside functions is not supported", 1),
    ]


def test_a_body_cannot_end_its_function(engine: Engine) -> None:
    code = made(engine, {"a.js": "}); alert(1); (function () {"})
    assert [fault.specifier for fault in code.faults] == [""]
    assert "alert" not in dict(code.modules)["own/a.js"]


def test_a_graph_and_a_file_that_never_end_are_cut(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidewright.render.own.graph.MAX_FILES", 50)
    monkeypatch.setattr("slidewright.render.own.modules.MAX_BYTES", 1000)
    chain = {f"m{n}.js": f"import './m{n + 1}.js'" for n in range(200)}
    code = made(engine, chain)
    assert [fault.message for fault in code.faults] == ["more than 50 files are imported: the rest is left out"]
    assert len(code.modules) <= 52
    code = made(engine, {"a.js": "import './b.js'", "b.js": "1;" * 1000})
    assert "larger than" in code.faults[0].message
    assert code.faults[0].origin is not None


def test_a_second_time_no_engine_starts(tmp_path: Path, engine: Engine) -> None:
    files = {"A.vue": "<script setup>import './b'</script><template><p class='p-1'/></template>", "b.ts": "export {}"}
    with Engine(tmp_path) as first:
        before = made(first, files)
    with Engine(tmp_path) as second:
        assert made(second, files) == before
        assert second._process is None


def test_what_only_a_comment_requires_is_no_import(engine: Engine) -> None:
    files = {
        "a.ts": "import 'pack'\n// import b from './gone'\nimport b from './gone'\nb()",
        "node_modules/pack/index.mjs": "/*\n require('canvas') */\nexport const d = 'canvas'\n// require('canvas')",
        "node_modules/pack/package.json": '{"main": "index.mjs"}',
    }
    (fault,) = made(engine, files).faults
    assert (fault.specifier, fault.location.start.line) == ("./gone", 3)


VUE = """\
import { h } from 'vue'
import { ref } from '@vue/reactivity'
import { useMouse } from '@vueuse/core'
export default [h, ref, useMouse]
"""


def test_every_package_gets_the_vue_of_the_page(engine: Engine) -> None:
    second = {f"node_modules/{name}/index.js": "throw 1" for name in ("vue", "@vue/reactivity")}
    code = made(engine, {"a.ts": "import 'pack'", "node_modules/pack/index.js": VUE, **second})
    names = code.names[PurePosixPath("node_modules/pack/index.js")]
    assert names == {"vue": "vue", "@vue/reactivity": "vue", "@vueuse/core": "@vueuse/core"}
    assert not [name for name, _ in code.modules if "vue/" in name]


def test_icons_and_modules_of_the_client_are_the_page_s(engine: Engine) -> None:
    files = {
        "A.vue": "<script setup>import Sun from '~icons/carbon/sun'\nimport configs from '#slidev/configs'\n"
        "import { useNav } from '@slidev/client'\nimport x from '@slidev/client/nowhere'</script>"
        "<template><Sun/><Chart/>{{ configs }}{{ useNav() }}{{ x }}</template>",
    }
    code = made(engine, files)
    assert code.icons == ("~icons/carbon/sun",)
    assert dict(code.components) == {PurePosixPath("A.vue"): ("Chart",)}
    assert [fault.message for fault in code.faults] == ["it is a part of Slidev's client that the page does not offer"]
