from __future__ import annotations

from typing import Any

import pytest

from slidewright.render.own.exports import IMPORT, REQUIRE, entry, mapped, replaced
from slidewright.render.own.packages import split


@pytest.mark.parametrize(
    ("exports", "subpath", "conditions", "target"),
    [
        ("./i.js", ".", IMPORT, "./i.js"),
        ("./i.js", "./x", IMPORT, None),
        ({"require": "./r.js", "import": "./i.js"}, ".", IMPORT, "./i.js"),
        ({"require": "./r.js", "import": "./i.js"}, ".", REQUIRE, "./r.js"),
        ({"node": "./n.js", "default": "./d.js"}, ".", IMPORT, "./d.js"),
        ({"types": "./t.d.ts", "deno": "./n.js"}, ".", IMPORT, None),
        ({".": {"browser": {"node": "./n.js"}, "default": "./d.js"}}, ".", IMPORT, "./d.js"),
        ({".": [{"node": "./n.js"}, "./second.js"]}, ".", IMPORT, "./second.js"),
        ({".": "./i.js", "./a": "./a.js"}, "./a", IMPORT, "./a.js"),
        ({"./*": "./lib/*.js", "./a/*": "./deep/*/*.js"}, "./a/b", IMPORT, "./deep/b/b.js"),
        ({"./*": "./lib/*.js", "./private/*": None}, "./private/x", IMPORT, None),
        ({"./*.css": "./css/*.css", "./*": "./js/*.js"}, "./a.css", IMPORT, "./css/a.css"),
        ({"./old/": "./lib/"}, "./old/x.js", IMPORT, "./lib/x.js"),
        ({".": 3, "./x": {}}, ".", IMPORT, None),
    ],
)
def test_exports_are_read_as_node_reads_them(exports: Any, subpath: str, conditions: Any, target: str | None) -> None:
    assert entry(exports, subpath, conditions) == target


def test_internal_names_may_mean_packages() -> None:
    assert mapped({"#a": {"browser": "other", "default": "./a.js"}}, "#a", IMPORT) == "other"
    assert mapped({"#in/*": "./src/*.js"}, "#in/b", IMPORT) == "./src/b.js"


@pytest.mark.parametrize(
    ("browser", "name", "found"),
    [
        ({"./a.js": "./b.js"}, "./a.js", "./b.js"),
        ({"./a": "./b.js"}, "./a.js", "./b.js"),
        ({"./a": False}, "./a/index.js", False),
        ({"fs": False}, "fs", False),
        ({"fs": False}, "fs-extra", None),
        ("./b.js", "./a.js", None),
    ],
)
def test_a_map_for_browsers_replaces_files_and_packages(browser: Any, name: str, found: Any) -> None:
    assert replaced(browser, name) == found


def test_a_package_import_is_a_name_and_a_subpath() -> None:
    assert split("a") == ("a", "")
    assert split("a/b/c.js") == ("a", "b/c.js")
    assert split("@a/b/c") == ("@a/b", "c")
    assert split("@a") == split("") == split(".a/b") == ("", "")
