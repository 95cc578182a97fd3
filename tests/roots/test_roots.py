from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from slidewright.load import load
from slidewright.roots import Roots, find_roots
from slidewright.roots.parts import components, layers, layouts, setups
from slidewright.workspace import DiskWorkspace, MemoryWorkspace, Workspace


def found(files: dict[str, str], entry: str = "slides.md") -> tuple[Roots, Workspace]:
    workspace = MemoryWorkspace(files)
    return find_roots(load(workspace, PurePosixPath(entry)), workspace), workspace


def package(**slidev: object) -> str:
    return json.dumps({"name": "x", "slidev": slidev})


def names(roots: Roots) -> list[tuple[str, str | None]]:
    return [(item.name, str(item.folder) if item.folder else None) for item in roots.packages]


INSTALLED = {
    "short": "node_modules/slidev-theme-short",
    "official": "node_modules/@slidev/theme-official",
    "bare": "node_modules/bare",
    "@org/x": "node_modules/@org/x",
    "./local": "local",
    "@/local": "local",
    "a/b": "a/b",
    "absent": None,
    "../outside": None,
}


@pytest.mark.parametrize("name", INSTALLED)
def test_a_theme_is_found_by_slidevs_rules(name: str) -> None:
    folders = [folder for folder in INSTALLED.values() if folder]
    files = {f"{folder}/package.json": "{}" for folder in folders}
    roots, _ = found({"slides.md": f"---\ntheme: '{name}'\n---\n", **files})
    assert names(roots) == [(name, INSTALLED[name])]


def test_the_official_spelling_goes_first_and_the_nearest_folder_before_it() -> None:
    files = {f"{folder}/package.json": "" for folder in ("node_modules/@slidev/theme-x", "talks/node_modules/x")}
    roots, _ = found({"talks/slides.md": "---\ntheme: x\n---\n", **files}, "talks/slides.md")
    assert names(roots) == [("x", "talks/node_modules/x")]
    roots, _ = found({"slides.md": "---\ntheme: x\n---\n", **files, "node_modules/x/package.json": ""})
    assert names(roots) == [("x", "node_modules/@slidev/theme-x")]


@pytest.mark.parametrize("written", ["none", "", "null", "[]"])
def test_a_deck_may_want_no_theme(written: str) -> None:
    roots, _ = found({"slides.md": f"---\ntheme: {written}\n---\n"})
    assert roots.theme is None or written == ""


def test_addons_bring_addons_each_once_and_packages_may_name_more() -> None:
    roots, _ = found(
        {
            "slides.md": "---\naddons: [a, ./b, 7, absent]\ntheme: none\n---\n",
            "package.json": package(addons=["c", "a"]),
            "node_modules/slidev-addon-a/package.json": package(addons=["d", "c"]),
            "node_modules/slidev-addon-a/node_modules/d/package.json": package(addons=["../.."]),
            "b/package.json": "not json",
            "node_modules/@slidev/addon-c/package.json": package(addons="a"),
        }
    )
    a = "node_modules/slidev-addon-a"
    assert [folder for _, folder in names(roots)] == [
        a,
        "b",
        None,
        "node_modules/@slidev/addon-c",
        f"{a}/node_modules/d",
    ]


def test_a_theme_may_name_addons_unless_the_deck_does() -> None:
    theme = {"t/package.json": package(defaults={"addons": ["./mine"]}), "mine/style.css": ""}
    roots, _ = found({"slides.md": "---\ntheme: ./t\n---\n", **theme})
    assert [str(folder) for folder in roots.folders] == ["t", "mine", "."]
    roots, _ = found({"slides.md": "---\ntheme: ./t\naddons: []\n---\n", **theme})
    assert [str(folder) for folder in roots.folders] == ["t", "."]


def test_a_package_behind_a_link_finds_its_own_packages_where_it_really_is(tmp_path: Path) -> None:
    real = tmp_path / "store/a/node_modules"
    (real / "slidev-addon-inner").mkdir(parents=True)
    (real / "slidev-addon-a").mkdir()
    (real / "slidev-addon-a/package.json").write_text(package(addons=["inner"]))
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/slidev-addon-a").symlink_to(real / "slidev-addon-a")
    (tmp_path / "slides.md").write_text("---\naddons: [a]\ntheme: none\n---\n")
    workspace = DiskWorkspace(tmp_path)
    roots = find_roots(load(workspace, PurePosixPath("slides.md")), workspace)
    assert [item.folder is not None for item in roots.packages] == [True, True]


def test_a_package_that_is_a_link_out_of_the_project_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    project = tmp_path / "project"
    (project / "node_modules").mkdir(parents=True)
    (project / "node_modules/slidev-theme-x").symlink_to(tmp_path / "outside")
    (project / "slides.md").write_text("---\ntheme: x\n---\n")
    workspace = DiskWorkspace(project)
    assert find_roots(load(workspace, PurePosixPath("slides.md")), workspace).packages[0].folder is None


def test_parts_of_later_roots_win_and_layers_and_setups_pile_up() -> None:
    roots, workspace = found(
        {
            "slides.md": "---\ntheme: ./t\n---\n",
            "t/layouts/deep/a.vue": "",
            "t/layouts/b.ts": "",
            "layouts/a.vue": "",
            "layouts/readme.md": "",
            "t/components/my-part.vue": "",
            "components/MyPart/index.tsx": "",
            "components/types.d.ts": "",
            "components/node_modules/x.vue": "",
            "t/global-top.vue": "",
            "GlobalTop.vue": "",
            "global.vue": "",
            "t/setup/main.ts": "",
            "setup/main.js": "",
        }
    )
    where = {name: str(path) for name, path in layouts(workspace, roots.folders).items()}
    assert where == {"a": "layouts/a.vue", "b": "t/layouts/b.ts"}
    assert {name: str(path) for name, path in components(workspace, roots.folders).items()} == {
        "MyPart": "components/MyPart/index.tsx"
    }
    assert list(map(str, layers(workspace, roots)["GlobalTop"])) == ["t/global-top.vue", "global.vue", "GlobalTop.vue"]
    assert list(map(str, setups(workspace, roots, "main"))) == ["t/setup/main.ts", "setup/main.js"]
