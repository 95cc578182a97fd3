"""Icons for a deck: bundled names, and sets in `node_modules` read through the workspace."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from slidewright.icons import IconSets, absence
from slidewright.icons.bundled import bundled_names
from slidewright.icons.installed import MAX_BYTES
from slidewright.icons.likeness import near
from slidewright.resources import bundle_folder
from slidewright.vocabulary.icons import BUNDLED, Icon
from slidewright.workspace import DiskWorkspace, MemoryWorkspace

needs_bundles = pytest.mark.skipif(
    not (bundle_folder() / "stamp").exists(), reason="the JavaScript bundles are not made"
)
UIM = {
    "prefix": "uim",
    "width": 24,
    "icons": {"rocket": {"body": "<path/>"}, "moon": {"body": "<g/>"}},
    "aliases": {"ship": {"parent": "boat"}, "boat": {"parent": "rocket", "hFlip": True}, "loop": {"parent": "loop"}},
}
PLACE = "node_modules/@iconify-json/uim/icons.json"


def sets(files: dict[str, object], folder: str = "") -> IconSets:
    texts = {path: content if isinstance(content, str) else json.dumps(content) for path, content in files.items()}
    return IconSets(MemoryWorkspace(texts), PurePosixPath(folder))


@needs_bundles
def test_bundled_icons_need_no_package() -> None:
    found = sets({})
    assert not found.any_installed
    assert found.find(Icon("mdi", "home")) == Icon("mdi", "home")
    assert found.find(Icon("mdi", "numeric1-box")) == Icon("mdi", "numeric-1-box")
    assert found.find(Icon("mdi", "nope")) is None and found.find(Icon("uim", "rocket")) is None
    assert found.collections([Icon("mdi", "home")]) == {}


@needs_bundles
@pytest.mark.parametrize("name", sorted(BUNDLED))
def test_names_of_bundled_sets(name: str) -> None:
    assert len(bundled_names(name)) > 40


def test_names_of_other_sets_are_not_looked_for() -> None:
    assert bundled_names("../../secret") == frozenset()


@pytest.mark.parametrize("place", [PLACE, f"talks/{PLACE}", "node_modules/@iconify/json/json/uim.json"])
def test_an_installed_set_is_found_upward(place: str) -> None:
    found = sets({place: UIM, "talks/2026/slides.md": ""}, "talks/2026")
    assert found.has("uim") and found.find(Icon("uim", "ship")) == Icon("uim", "ship")


def test_no_more_than_what_is_wanted_is_handed_over() -> None:
    wanted = [Icon("uim", name) for name in ("ship", "loop", "nope")]
    collection = sets({PLACE: UIM}).collections(wanted)["uim"]
    assert set(collection["icons"]) == {"rocket"}
    assert set(collection["aliases"]) == {"ship", "boat", "loop"}
    assert collection["width"] == 24 and "height" not in collection


@needs_bundles
def test_an_installed_set_comes_before_the_bundled_one_and_leaves_it_the_rest() -> None:
    own = {"prefix": "mdi", "icons": {"home": {"body": "<path/>"}, "brandnew": {"body": "<g/>"}}}
    found = sets({"node_modules/@iconify-json/mdi/icons.json": own})
    icons = [Icon("mdi", name) for name in ("home", "brandnew", "cat")]
    assert [found.find(icon) for icon in icons] == icons
    assert set(found.collections(icons)["mdi"]["icons"]) == {"home", "brandnew"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[",
        "[]",
        "{}",
        '{"icons": []}',
        '{"icons": {"a": 1}, "aliases": 3}',
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_what_is_no_set_has_no_icons(content: str) -> None:
    found = sets({PLACE: content})
    assert found.has("uim")
    assert found.find(Icon("uim", "rocket")) is None
    assert found.collections([Icon("uim", "a")]).get("uim", {"icons": {}})["icons"] == {}


def test_a_file_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = MemoryWorkspace({PLACE: json.dumps(UIM)})
    monkeypatch.setattr(workspace, "size", lambda path: MAX_BYTES + 1)
    assert IconSets(workspace, PurePosixPath()).find(Icon("uim", "rocket")) is None


def test_a_set_outside_the_project_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "icons.json").write_text(json.dumps(UIM), encoding="utf-8")
    modules = tmp_path / "project/node_modules/@iconify-json"
    modules.mkdir(parents=True)
    (modules / "uim").symlink_to(outside)
    found = IconSets(DiskWorkspace(tmp_path / "project"), PurePosixPath())
    assert not found.has("uim") and found.find(Icon("uim", "rocket")) is None


def test_packages_linked_within_the_project_are_read(tmp_path: Path) -> None:
    store = tmp_path / "node_modules/.pnpm/uim@1/uim"
    store.mkdir(parents=True)
    (store / "icons.json").write_text(json.dumps(UIM), encoding="utf-8")
    (tmp_path / "node_modules/@iconify-json").mkdir()
    (tmp_path / "node_modules/@iconify-json/uim").symlink_to(store)
    assert IconSets(DiskWorkspace(tmp_path), PurePosixPath()).find(Icon("uim", "moon"))


def test_a_set_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[bytes] = []
    loads = json.loads
    monkeypatch.setattr(json, "loads", lambda text: texts.append(text) or loads(text))
    files = {PLACE: json.dumps({**UIM, "prefix": "parsed once"})}
    for _ in range(3):
        found = IconSets(MemoryWorkspace(files), PurePosixPath())
        assert found.find(Icon("uim", "moon")) and found.find(Icon("uim", "rocket"))
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("logogithub", ("logo-github",)),
        ("arow-right", ("arrow-right",)),
        ("user", ("user-lock", "user-profile")),
        ("zzz", ()),
    ],
)
def test_names_that_are_meant(name: str, names: tuple[str, ...]) -> None:
    assert near(name, ["logo-github", "arrow-right", "arrow-left", "user-profile", "user-lock", "home"]) == names


def test_what_is_said_of_an_absent_icon() -> None:
    found = sets({PLACE: UIM, "node_modules/@iconify-json/bi/icons.json": "["})
    assert absence(Icon("uim", "rockt"), found).help == "did you mean `rocket`?"
    assert absence(Icon("ic", "x"), found).message == "the icon set `ic` is not installed"
    assert "npm install -D @iconify-json/ic" in absence(Icon("ic", "x"), found, "ic-x").help
    assert "`components/IcX.vue`" in absence(Icon("ic", "x"), found, "ic-x").help
    assert absence(Icon("bi", "x"), found).message == "the installed icon set `bi` cannot be read"
