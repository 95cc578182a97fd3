from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

import pytest
from published import face, font, fonts_in, package

from slidewright.parse.configuration import resolve_configuration
from slidewright.render.fonts import WebFonts, web_fonts
from slidewright.workspace import MemoryWorkspace

Files = dict[str, bytes | str]


def fonts(written: dict[str, Any], files: Files | None = None, *texts: str, folder: str = "") -> WebFonts:
    config, _ = resolve_configuration({"fonts": written})
    return web_fonts(config["fonts"], MemoryWorkspace(files or {}), PurePosixPath(folder), texts, keep=False)


def told(found: WebFonts) -> list[tuple[str, ...]]:
    return re.findall(r'font-family:"([^"]*)";font-style:(\w+);font-weight:([\d ]+);', found.css)


def test_the_themes_fonts_come_with_the_wheel() -> None:
    found = fonts({"sans": "Nunito Sans", "mono": "Fira Code", "weights": "200,400,600"})
    sans, mono = "Nunito Sans", "Fira Code"
    assert told(found) == [(sans, "normal", weight) for weight in ("200", "400", "600")] + [
        (mono, "normal", weight) for weight in ("400", "600")
    ]
    assert found.absent == found.broken == ()


def test_a_font_has_the_characters_that_are_used_and_ascii_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidewright.render.fonts._SMALL", 0)
    found = fonts({"sans": "PT Serif", "weights": 400}, None, "é Ж 中")
    known = {point for item in fonts_in(found.css) for point in item.getBestCmap()}
    assert known >= set(range(0x20, 0x7F)) | {ord("é"), ord("É"), ord("Ж"), ord("ж")}
    assert not known & {ord("ü"), ord("Я"), ord("中")}


def test_a_small_font_that_is_mostly_used_is_taken_whole() -> None:
    found = fonts({"sans": "Nunito Sans", "weights": 400}, None, "ě")
    whole, part = fonts_in(found.css)[::-1]
    assert ord("ü") in whole.getBestCmap()
    assert set(part.getBestCmap()) == {ord("ě"), ord("Ě")}
    assert "unicode-range:U+0-FF," in found.css


def test_a_subset_keeps_copyright_and_ligatures() -> None:
    (found,) = fonts_in(fonts({"mono": "Fira Code", "weights": 400}).css)
    assert "Copyright" in str(found["name"].getDebugName(0))
    assert "calt" in {record.FeatureTag for record in found["GSUB"].table.FeatureList.FeatureRecord}


def test_a_package_beside_the_deck_or_above_comes_before_what_is_bundled() -> None:
    files = package("pt-serif", "300")
    assert told(fonts({"sans": "PT Serif"}, files, folder="talks/a")) == [("PT Serif", "normal", "300")]
    assert told(fonts({"sans": "PT Serif"})) == [("PT Serif", "normal", "400")]


def test_weights_and_italics_are_those_that_are_wanted_and_there() -> None:
    files = package("x", "300", "400", "400-italic", "700")
    assert told(fonts({"sans": "X", "weights": [400, 700, 900]}, files)) == [
        ("X", "normal", "400"),
        ("X", "normal", "700"),
    ]
    assert told(fonts({"sans": "X", "weights": 900}, files)) == [("X", "normal", "400")]
    with_italic = fonts({"sans": "X", "weights": "300,400", "italic": True}, files)
    assert told(with_italic) == [("X", "normal", "300"), ("X", "normal", "400"), ("X", "italic", "400")]


def test_one_file_of_a_variable_package_has_all_weights() -> None:
    folder = "node_modules/@fontsource-variable/x"
    sheet = face("x-latin-wght-normal", "200 900").replace("format('woff2')", "format('woff2-variations')")
    files: Files = {
        f"{folder}/index.css": sheet,
        f"{folder}/files/x-latin-wght-normal.woff2": font("pt-mono-latin-400-normal"),
    }
    assert told(fonts({"sans": "X"}, files)) == [("X", "normal", "200 900")]


def test_of_many_files_only_those_with_used_characters_are_taken() -> None:
    folder, content = "node_modules/@fontsource/x", font("pt-serif-cyrillic-400-normal")
    slices = {"x-1": "U+0410-0415,U+0430-0435", "x-2": "U+0416-041F"}
    files: Files = {f"{folder}/400.css": "".join(face(name, ranges=span) for name, span in slices.items())}
    files |= {f"{folder}/files/{name}.woff2": content for name in slices}
    assert len(fonts_in(fonts({"sans": "X"}, files, "А").css)) == 1
    assert "unicode-range:U+410,U+430}" in fonts({"sans": "X"}, files, "А").css
    assert len(fonts_in(fonts({"sans": "X"}, files, "АЖ").css)) == 2


def test_a_family_that_no_package_brings_is_named_once() -> None:
    assert fonts({"sans": "Nowhere Sans", "mono": "Nowhere Sans", "custom": "Other"}).absent == (
        "Nowhere Sans",
        "Other",
    )


@pytest.mark.parametrize(
    "written",
    [
        {"sans": "Nowhere", "provider": "none"},
        {"sans": "Nowhere", "local": "Nowhere"},
        {"sans": "Nowhere", "fallbacks": False},
        {"sans": "Avenir Next, Helvetica Neue, system-ui", "mono": "'Menlo', monospace"},
        {},
    ],
)
def test_fonts_of_the_viewers_machine_are_not_missed(written: dict[str, Any]) -> None:
    assert fonts(written) == WebFonts()


def test_weights_that_a_bundled_family_could_have_are_told() -> None:
    assert fonts({"sans": "Nunito Sans", "mono": "Fira Code", "weights": "100,300,400"}).thin == (
        ("Nunito Sans", (300,)),
        ("Fira Code", (300,)),
    )
    files = package("nunito-sans", "300", "400") | {
        "node_modules/@fontsource/nunito-sans/metadata.json": '{"weights": [300, 400]}'
    }
    assert fonts({"sans": "Nunito Sans", "weights": "300,400"}, files).thin == ()


@pytest.mark.parametrize("metadata", ["", "[]", '{"weights": 3}', "\xff", "[" * 100_000])
def test_what_a_package_says_of_itself_may_be_nonsense(metadata: str) -> None:
    files = package("x", "400") | {"node_modules/@fontsource/x/metadata.json": metadata}
    assert fonts({"sans": "X", "weights": "300"}, files).thin == ()


def test_a_family_that_the_deck_declares_itself_is_not_missed() -> None:
    own = "@font-face { src: url(x); font-family: 'House Sans' }"
    assert fonts({"sans": "House Sans"}, None, own).absent == ()


def test_an_explicit_list_of_web_fonts_counts_alone() -> None:
    assert told(fonts({"sans": "PT Serif", "webfonts": ["PT Mono"]})) == [("PT Mono", "normal", "400")]


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"wOF2", b"wOF2" + b"\xff" * 200])
def test_a_file_that_is_no_font_is_told_and_left_out(content: bytes) -> None:
    files = package("x", "400", "700") | {"node_modules/@fontsource/x/files/x-latin-400-normal.woff2": content}
    found = fonts({"sans": "X", "weights": "400,700"}, files)
    assert told(found) == [("X", "normal", "700")]
    ((path, reason),) = found.broken
    assert path.name == "x-latin-400-normal.woff2"
    assert reason


def test_a_damaged_font_is_told() -> None:
    whole = font("pt-mono-latin-400-normal")
    files = package("x", "400")
    files["node_modules/@fontsource/x/files/x-latin-400-normal.woff2"] = whole[: len(whole) // 2]
    assert [path.name for path, _ in fonts({"sans": "X"}, files).broken] == ["x-latin-400-normal.woff2"]


@pytest.mark.parametrize("name", ["../../secret", "a/b", "X\0", '"};', "中文", ""])
def test_no_name_of_a_family_leads_anywhere_else(name: str) -> None:
    files: Files = {"node_modules/secret/400.css": face("x"), "node_modules/@fontsource/a/b/400.css": face("x")}
    found = fonts({"sans": [name]}, files)
    assert found.css == ""
    assert found.broken == ()


def test_a_sheet_that_leads_out_of_its_package_is_not_followed() -> None:
    files = package("x", "400")
    sheet = str(files["node_modules/@fontsource/x/400.css"]).replace("./files", "./../../../files")
    files |= {
        "node_modules/@fontsource/x/400.css": sheet,
        "files/x-latin-400-normal.woff2": font("pt-mono-latin-400-normal"),
    }
    assert fonts({"sans": "X"}, files).css == ""


@pytest.mark.parametrize("written", [3, {"a": 1}, [None], "x,,y", [["a"]]])
def test_fonts_may_be_written_in_any_way(written: Any) -> None:
    assert fonts({"sans": written, "webfonts": written, "weights": written}).css == ""


def test_a_page_without_code_does_without_its_font() -> None:
    config, _ = resolve_configuration({"fonts": {"sans": "PT Serif", "mono": "Fira Code"}})
    written, workspace = config["fonts"], MemoryWorkspace({})
    with_code, without = (
        {name for name, _, _ in told(web_fonts(written, workspace, PurePosixPath(), ["text"], False, has_code))}
        for has_code in (True, False)
    )
    assert (with_code, without) == ({"PT Serif", "Fira Code"}, {"PT Serif"})
