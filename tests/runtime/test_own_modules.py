"""Own modules as the page runs them, beside the same modules as the engine of JavaScript runs them itself."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from slidewright.engine import Engine
from slidewright.render.assets import AssetTable
from slidewright.render.own import own_code
from slidewright.render.scripts import modules
from slidewright.resources import bundle_folder
from slidewright.workspace import MemoryWorkspace

REQUIRE = """
const loaded = {}
function require(name) {
  if (!(name in loaded)) {
    const module = loaded[name] = { exports: {} }
    slidewright.modules[name](require, module.exports, module)
  }
  return loaded[name].exports
}
slidewright.modules = {}
"""

# Each: files; `main.js` exports a promise or a value as `result`.
NATIVE: dict[str, dict[str, str]] = {
    "bindings stay live": {
        "main.js": "import n, { add, count as c } from './n.js'\nadd(); export const result = [n, c, add(), c]",
        "n.js": "export let count = 0\nexport default count\nexport function add() { return ++count }",
    },
    "what is assigned by destructuring, in loops and by operators": {
        "main.js": "import * as m from './m.js'\nexport const result = [m.a, m.b, m.c, m.d, m.e, m.f]",
        "m.js": "export let a, b = 1, c\nexport const { d, e: [e], ...f } = { d: 1, e: [2], g: 3 };\n"
        "[a] = [5]; ({ c } = { c: 6 }); for (b of [7, 8]); b += 1; a++",
    },
    "names of fields, methods, labels and properties are no exports": {
        "main.js": "import { A, defaults, x } from './a.js'\n"
        "export const result = [A.defaults, new A().x(), defaults, x, A.id]",
        "a.js": "export let defaults = 1\nexport const x = 2\n"
        "export class A { static defaults = { x }; static id = 'a'\n"
        "  defaults = 3\n  x() { defaults: for (;;) break defaults; return { defaults: this.defaults, x }.defaults } }",
    },
    "a cycle in which functions are used before their module has run": {
        "main.js": "import { even } from './even.js'\nexport const result = [even(4), even(7)]",
        "even.js": "import odd, { early } from './odd.js'\nexport function even(n) { return n === 0 || odd(n - 1) }\n"
        "export const seen = early",
        "odd.js": "import { even } from './even.js'\nexport default function (n) { return n !== 0 && even(n - 1) }\n"
        "export const early = even(0)",
    },
    "a cycle through what passes others on": {
        "main.js": "import { make } from './index.js'\nexport const result = make()",
        "index.js": "import { b } from './b.js'\nexport { make } from './a.js'\nexport { b }\nexport * from './c.js'",
        "a.js": "import { b, c } from './index.js'\nexport const make = () => [b, c]",
        "b.js": "import './a.js'\nexport const b = 'b'",
        "c.js": "export const c = 'c'\nexport default 'not this'",
    },
    "all kinds of passing on": {
        "main.js": "import * as all from './all.js'\nimport whole, { sub, renamed, f as g } from './all.js'\n"
        "export const result = [Object.keys(all).sort(), whole, sub.f, renamed, typeof g]",
        "all.js": "export * from './f.js'\nexport * as sub from './f.js'\n"
        "export { default, f as renamed } from './f.js'",
        "f.js": "export const f = 1\nexport default class { static y = f }",
    },
    "what shadows an import is no import": {
        "main.js": "import { a, b } from './ab.js'\nfunction f(a) { if (a) { var b = a + 1 } return [a, b] }\n"
        "const g = ({ a }, [b] = [3]) => ({ a, b })\nclass K { a = a; b() { return b } static { K.c = a } }\n"
        "let h; try { throw 9 } catch (a) { h = a }\n"
        "export const result = [f(5), g({ a: 6 }), { a, b }, new K().a, new K().b(), K.c, h, `${a}`, a?.b]",
        "ab.js": "export const a = 'a', b = 'b'",
    },
    "dynamic imports are promises of modules": {
        "main.js": "export const result = import('./late.js').then(m => [m.default, m.x])",
        "late.js": "export default 1\nexport const x = 2",
    },
    "defaults of every kind": {
        "main.js": "import a from './a.js'\nimport b from './b.js'\nimport c from './c.js'\nimport d from './d.js'\n"
        "export const result = [a(), new b().x, c, [...d()]]",
        "a.js": "export default () => 1",
        "b.js": "export default class { x = 2 }",
        "c.js": "const c = 3\nexport { c as default }",
        "d.js": "export default function* () { yield 4 }",
    },
    "without semicolons": {
        "main.js": "import { a } from './a.js'\nexport const result = a",
        "a.js": "const f = () => [1]\nconst g = f\nexport const [a] = g()\nexport default (a)",
    },
    "default expressions in brackets and after comments": {
        "main.js": "import a from './a.js'\nimport b from './b.js'\nexport const result = [a, b]",
        "a.js": "export /* so */ default (1, 2)",
        "b.js": "export default /* x */ (() => 3)()",
    },
    "words in texts and comments": {
        "main.js": "// export default function nothing() {}\nconst t = `\nexport const a = 1\nimport x from 'y'`\n"
        "/*\nexport function gone() {}\n*/\nexport const result = t + '</script><!--'",
    },
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    with Engine(tmp_path_factory.mktemp("cache")) as opened:
        yield opened


def in_page(engine: Engine, run: Any, files: dict[str, str]) -> Any:
    workspace = MemoryWorkspace(files)
    code = own_code(engine, workspace, AssetTable(workspace), [PurePosixPath("main.js")])
    assert code.faults == ()
    script = REQUIRE + "".join(modules(code.modules))
    return run(script + "Promise.resolve(require('own/main.js').result).then(answer)")


def natively(folder: Path, files: dict[str, str]) -> Any:
    deno = shutil.which("deno", path=str(Path(sys.executable).parent)) or shutil.which("deno")
    assert deno
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "run.js").write_text("import { result } from './main.js'\nconsole.log(JSON.stringify(await result))")
    command = [deno, "run", "--allow-read", "--no-remote", "--no-npm", str(folder / "run.js")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", NATIVE)
def test_modules_mean_in_the_page_what_they_mean_elsewhere(engine: Engine, run: Any, tmp_path: Path, name: str) -> None:
    result = in_page(engine, run, NATIVE[name])
    assert result == natively(tmp_path, NATIVE[name])
    assert result is not None


# What bundlers agree on for CommonJS, which is not in the language.
PACKAGES: dict[str, tuple[dict[str, str], Any]] = {
    "a CommonJS module is the default and its properties are names": (
        {
            "main.js": "import f, { x } from 'c'\nimport * as all from 'c'\n"
            "export const result = [f(), x, all.x, typeof all.default]",
            "node_modules/c/index.js": "module.exports = () => 1\nmodule.exports.x = 2",
        },
        [1, 2, 2, "function"],
    ),
    "a compiled module's default is its default": (
        {
            "main.js": "import f from 'c'\nexport const result = f",
            "node_modules/c/index.js": "Object.defineProperty(exports, '__esModule', { value: true })\n"
            "exports.default = 7",
        },
        7,
    ),
    "conditions, subpaths and patterns": (
        {
            "main.js": "import a from 'p'\nimport b from 'p/sub'\nimport c from 'p/x/y'\n"
            "export const result = [a, b, c]",
            "node_modules/p/package.json": '{"exports": {".": {"node": "./node.js", "browser": {"import": "./b.js"}},'
            ' "./sub": ["./sub.mjs"], "./x/*": {"require": "./no.js", "default": "./lib/*.js"}}}',
            "node_modules/p/b.js": "export default 'browser'",
            "node_modules/p/sub.mjs": "export default 'sub'",
            "node_modules/p/lib/y.js": "export default 'pattern'",
        },
        ["browser", "sub", "pattern"],
    ),
    "both kinds of one package, each for its own importers": (
        {
            "main.js": "import a from 'p'\nimport b from 'old'\nexport const result = [a, b]",
            "node_modules/p/package.json": '{"exports": {"import": "./e.mjs", "require": "./c.cjs"}}',
            "node_modules/p/e.mjs": "export default 'import'",
            "node_modules/p/c.cjs": "module.exports = 'require'",
            "node_modules/old/package.json": '{"main": "./main"}',
            "node_modules/old/main.js": "module.exports = require('p')",
        },
        ["import", "require"],
    ),
    "module before main, the map for browsers before both": (
        {
            "main.js": "import a from 'p'\nexport const result = a",
            "node_modules/p/package.json": '{"main": "m.js", "module": "e.js",'
            ' "browser": {"./e.js": "./b.js", "fs": false}}',
            "node_modules/p/b.js": "import fs from 'fs'\nimport x from './x'\nexport default [Object.keys(fs), x]",
            "node_modules/p/e.js": "export default 'no'",
            "node_modules/p/x/index.js": "export default 'index'",
        },
        [[], "index"],
    ),
    "a package's own name and its internal names": (
        {
            "main.js": "import a from '@o/p'\nexport const result = a",
            "node_modules/@o/p/package.json": '{"name": "@o/p", "exports": {".": "./i.js", "./in": "./in.js"},'
            ' "imports": {"#v": {"default": "./v.js"}}}',
            "node_modules/@o/p/i.js": "import x from '@o/p/in'\nimport v from '#v'\nexport default [x, v]",
            "node_modules/@o/p/in.js": "export default 1",
            "node_modules/@o/p/v.js": "export default 2",
        },
        [1, 2],
    ),
    "what a package tries to load and has not": (
        {
            "main.js": "import a from 'p'\nexport const result = a",
            "node_modules/p/index.js": "let a = 'without'\ntry { a = require('absent') } catch {}\n"
            "// require('gone')\nmodule.exports = a",
        },
        "without",
    ),
    "constants of bundlers": (
        {
            "main.js": "import a from 'p'\nexport const result = [a, import.meta.env.PROD, import.meta.env.X ?? null]",
            "node_modules/p/index.js": "module.exports = process.env.NODE_ENV",
        },
        ["production", True, None],
    ),
    "texts, addresses and values": (
        {
            "main.js": "import raw from './a.txt?raw'\nimport { v } from './d.json'\nimport css from './s.css?inline'\n"
            "import d from './e.json'\nexport const result = [raw, v, css, d]",
            "a.txt": "</script>'\"`\\\n",
            "d.json": '{"v": "</script>", "default": 1}',
            "e.json": "[1]",
            "s.css": "p { color: red }",
        },
        ["</script>'\"`\\\n", "</script>", "p { color: red }", [1]],
    ),
    "types and the endings of TypeScript": (
        {
            "main.js": "import { A, E } from './a'\nimport b from './b.js'\nexport const result = [new A(2).n, E.X, b]",
            "a/index.ts": "import type { T } from './gone'\nimport { U } from './gone-too'\n"
            "export enum E { X = 4 }\nexport class A { constructor(public n: number & U) {} }\n"
            "export interface I { t: T }",
            "b.ts": "const x = <T,>(v: T) => v\nexport default x<number>(3) satisfies number",
        },
        [2, 4, 3],
    ),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_packages_and_files_are_what_bundlers_make_of_them(engine: Engine, run: Any, name: str) -> None:
    files, result = PACKAGES[name]
    assert in_page(engine, run, files) == result
