from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.engine import Engine
from slidewright.render.assets import AssetTable
from slidewright.render.own import OwnCode, module_name, own_code
from slidewright.workspace import MemoryWorkspace


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
