from __future__ import annotations

from pathlib import PurePosixPath

from slidewright.load import load
from slidewright.render.fonts import WebFonts
from slidewright.render.fonts.problems import of_fonts
from slidewright.workspace import MemoryWorkspace

DECK = "---\nfonts:\n  sans: Inter\n  weights: 300\n---\n\n# A\n"


def told(fonts: WebFonts, deck: str = DECK) -> list[tuple[str, int, int, str]]:
    loaded = load(MemoryWorkspace({"slides.md": deck}), PurePosixPath("slides.md"))
    found = of_fonts(loaded, fonts)
    return [(item.rule, item.location.start.line, item.location.start.column, item.message) for item in found]


def test_a_family_is_told_where_the_headmatter_names_it_with_what_to_install() -> None:
    ((rule, line, column, message),) = told(WebFonts(absent=("Inter",)))
    assert (rule, line, column) == ("missing-font", 3, 9)
    assert "`npm install @fontsource/inter`" in message


def test_a_family_that_can_have_no_package_comes_without_advice() -> None:
    ((_, line, _, message),) = told(WebFonts(absent=("方正",)), "# A\n")
    assert line == 1
    assert message == "the font `方正` is not in the page"


def test_weights_are_told_at_the_key() -> None:
    ((rule, line, _, message),) = told(WebFonts(thin=(("Inter", (300, 500)),)))
    assert (rule, line) == ("missing-font", 4)
    assert message.startswith("`Inter` is not in the page in 300, 500: `npm install @fontsource/inter`")


def test_broken_files_are_told_together() -> None:
    broken = ((PurePosixPath("a.woff2"), "cut"), (PurePosixPath("b.woff2"), "cut"))
    ((rule, line, _, message),) = told(WebFonts(broken=broken))
    assert (rule, line, message) == ("broken-font", 3, "a.woff2 (and 1 more) is no font that can be read: cut")
