"""What the bundles hold. Slidev's client is an internal interface: a new version that changes it must fail here."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from slidewright.engine import manifest
from slidewright.resources import bundle_folder

ENGINE = Path(__file__).parents[2] / "assets" / "engine"

# What Slidev 53's client imports from `#slidev/NAME`; the page provides it, or leaves it empty on purpose.
VIRTUAL = {
    "conditional-styles": [],
    "configs": ["default"],
    "custom-nav-controls": ["default"],
    "global-layers": ["GlobalBottom", "GlobalTop", "SlideBottom", "SlideTop"],
    "monaco-run-deps": ["default"],
    "monaco-types": [],
    "setups/code-runners": ["default"],
    "setups/context-menu": ["default"],
    "setups/main": ["default"],
    "setups/mermaid": ["default"],
    "setups/mermaid-renderer": ["default"],
    "setups/monaco": ["default"],
    "setups/root": ["default"],
    "setups/routes": ["default"],
    "setups/shiki": ["default"],
    "setups/shortcuts": ["default"],
    "slides": ["slides"],
    "title-renderer": ["default"],
}

LAYOUTS = """404 center cover default end error fact full iframe iframe-left iframe-right image image-left image-right
intro none quote section statement two-cols two-cols-header"""


def test_the_virtual_modules_are_those_that_the_page_writes(bundles: None) -> None:
    assert manifest()["virtual"] == VIRTUAL


def test_the_built_in_layouts(bundles: None) -> None:
    assert sorted(manifest()["layouts"]) == LAYOUTS.split()


def test_each_theme_has_its_script_its_style_and_its_fonts(bundles: None) -> None:
    assert sorted(manifest()["themes"]) == ["default", "seriph"]
    for name, theme in manifest()["themes"].items():
        assert {"cover", "intro", "quote", "section"} <= set(theme["layouts"])
        assert theme["defaults"]["fonts"]["mono"]
        script = (bundle_folder() / f"client/themes/{name}.js").read_text(encoding="utf-8")
        assert all(f"@slidev/theme-{name}/layouts/{layout}.vue" in script for layout in theme["layouts"])
        assert ".slidev-layout.cover" in (bundle_folder() / f"client/themes/{name}.css").read_text(encoding="utf-8")


def test_style_sheets_need_no_further_work(bundles: None) -> None:
    for file in (bundle_folder() / "client").rglob("*.css"):
        css = file.read_text(encoding="utf-8")
        assert css.strip()
        assert not re.search(r"@apply|--at-apply|--uno:|@import", css), file.name


def test_nothing_in_the_page_names_a_registry_or_a_source_map(bundles: None) -> None:
    for file in (bundle_folder() / "client").rglob("*.*s"):
        assert "sourceMappingURL" not in file.read_text(encoding="utf-8"), file.name


def test_every_package_has_its_licence(bundles: None) -> None:
    text = (bundle_folder() / "THIRD-PARTY-LICENSES.txt").read_text(encoding="utf-8")
    for name, version in manifest()["versions"].items():
        assert f"{name} {version}\n" in text, name
    assert "see below" not in text


def test_the_fonts_of_the_themes_are_there_in_the_weights_that_they_name(bundles: None) -> None:
    fonts = bundle_folder() / "fonts/@fontsource"
    for theme in manifest()["themes"].values():
        wanted = {**theme["defaults"]["fonts"]}
        for family in {*wanted["sans"].split(","), wanted["mono"]} - {wanted.get("local")}:
            folder = fonts / family.lower().replace(" ", "-")
            assert (folder / "400.css").is_file(), family
            assert list((folder / "files").glob("*-latin-400-normal.woff2")), family
    assert {path.name for path in (fonts / "pt-serif").glob("*.css")} >= {"700.css", "400-italic.css", "700-italic.css"}
    assert {path.name for path in (fonts / "nunito-sans").glob("*.css")} >= {"200.css", "600.css", "700.css"}
    assert sum(path.stat().st_size for path in fonts.rglob("*") if path.is_file()) < 1_000_000


def test_the_client_has_icons_for_the_titles_of_listings(bundles: None) -> None:
    icons = manifest()["titleIcons"]
    assert icons[".ts"] == "i-vscode-icons:file-type-typescript" and "package.json" in icons
    assert len(icons) > 40


def test_sets_of_icons_name_their_authors_and_where_their_licence_stands(bundles: None) -> None:
    text = (bundle_folder() / "THIRD-PARTY-LICENSES.txt").read_text(encoding="utf-8")
    for name in manifest()["icons"]:
        entry = text.split(f"@iconify-json/{name} ")[1].split("\n---")[0]
        assert "Licence: " in entry and "Author: " in entry, name
        assert "Licence: CC-BY" not in entry or "Licence text: https://" in entry, name


def test_versions_are_exact_and_the_lock_names_no_registry() -> None:
    package = json.loads((ENGINE / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ENGINE / "package-lock.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in package["dependencies"].values())
    assert {entry["resolved"] for entry in lock["packages"].values() if "resolved" in entry} == {"absent"}
    assert all(
        "integrity" in entry
        for path, entry in lock["packages"].items()
        if "node_modules" in path and not entry.get("link")
    )


@pytest.mark.parametrize("name", ["python", "typescript", "vue", "shellscript", "rust"])
def test_languages(bundles: None, name: str) -> None:
    assert name in manifest()["languages"]


def test_aliases_lead_to_languages(bundles: None) -> None:
    assert manifest()["aliases"]["py"] == "python"
    assert manifest()["aliases"]["bash"] == "shellscript"
    assert set(manifest()["aliases"].values()) <= set(manifest()["languages"])
