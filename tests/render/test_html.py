from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path, PurePosixPath

import pytest
from pages import page, rendered, told

from slidewright.engine import Engine
from slidewright.load import load
from slidewright.render.html import render
from slidewright.render.packed import packed
from slidewright.resolve import resolve
from slidewright.resources import bundle_folder
from slidewright.settings import BuildSettings

pytestmark = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)
ENTRY = PurePosixPath("slides.md")


def test_the_same_deck_gives_the_same_bytes_with_and_without_a_cache(engine: Engine) -> None:
    deck = "---\ntheme: seriph\n---\n\n# A\n\n```ts\nlet a\n```\n\n---\n\n# B <b class='p-4'>b</b>\n"
    first = page(engine, deck)
    assert page(engine, deck) == first
    assert page(engine, deck, cache=False) == first


def test_an_artifact_can_be_read_again(engine: Engine) -> None:
    artifact = rendered(engine, "# A\n").artifacts[0]
    assert b"".join(artifact.chunks()) == b"".join(artifact.chunks())


def test_the_head_says_what_the_deck_says(engine: Engine) -> None:
    head = page(
        engine,
        "---\ntitle: A *b* & c\ninfo: About\nauthor: Me\nkeywords: [x, y]\nlang: zh\nhtmlAttrs: {dir: rtl, 'o n': 1}\n"
        "titleTemplate: '%s!'\n---\n\n# T\n",
    ).split("<style>")[0]
    assert "<title>A b &amp; c!</title>" in head
    assert '<html lang="zh" dir="rtl">' in head
    for name, content in {"description": "About", "author": "Me", "keywords": "x, y"}.items():
        assert f'<meta name="{name}" content="{content}">' in head


def test_the_icon_is_the_decks_own_file(engine: Engine) -> None:
    deck = "---\nfavicon: ./icon.png\n---\n\n# A\n"
    assert '<link rel="icon" href="data:image/png;base64,UE5H">' in page(
        engine, {"slides.md": deck, "icon.png": b"PNG"}
    )
    assert '<link rel="icon" href="data:,">' in page(engine, "---\nfavicon: https://example.org/a.png\n---\n\n# A\n")


HOSTILE = "</script><script>alert(1)</script></style><!-- \u2028"


def test_nothing_in_a_deck_ends_the_element_it_stands_in(engine: Engine) -> None:
    deck = f"---\ntitle: '{HOSTILE}'\nx: '{HOSTILE}'\n---\n\n# A\n\n`{HOSTILE}`\n\n<!-- {HOSTILE[:-7]} -->\n"
    text = page(engine, deck)
    assert "<script>alert(1)" not in text
    assert text.count("<script") == text.count("</script>")
    assert text.count("<style>") == text.count("</style>") == 1


def test_notes_are_in_the_page_unless_they_are_not_wanted(engine: Engine) -> None:
    deck = "# A\n\n<!-- a **secret** -->\n"
    assert "secret\\u003c/strong" in page(engine, deck)
    assert "secret" not in page(engine, deck, without_notes=True)


def test_a_picture_is_kept_once_and_asked_for_by_its_content(engine: Engine) -> None:
    files = {"slides.md": "![](./a.png)\n\n<img src='b.png'>\n\n---\n\n![](/c.png)\n", "a.png": b"PNG", "b.png": b"PNG"}
    text = page(engine, {**files, "public/c.png": b"other"})
    assert len(re.findall(r'<script type="text/plain" id="asset-', text)) == 2
    assert text.count(">UE5H</script>") == 1


def test_a_file_is_in_the_page_only_where_it_is_shown(engine: Engine) -> None:
    files = {"slides.md": "[text](./a.png) `![](./b.png)`\n", "a.png": b"PNG", "b.png": b"PNG"}
    assert 'id="asset-' not in page(engine, files)


def test_a_changed_file_is_noticed_though_the_slide_is_the_same(engine: Engine) -> None:
    deck = "![](./a.png)\n"
    assert page(engine, {"slides.md": deck, "a.png": b"1"}) != page(engine, {"slides.md": deck, "a.png": b"2"})


def test_fonts_are_named_and_never_fetched(engine: Engine) -> None:
    text = page(engine, '---\nfonts: {sans: "Evil;}</style>", mono: Fira Code}\n---\n\n# A\n')
    assert "fonts.googleapis.com" not in text
    assert '--slidewright-font-mono:"Fira Code",ui-monospace' in text
    assert "</style>;" not in text


def test_only_the_fonts_that_formulas_use_are_in_the_page(engine: Engine) -> None:
    plain, maths = page(engine, "# A\n"), page(engine, "---\nfonts: {provider: none}\n---\n\n$x$\n")
    assert "KaTeX_Main" not in plain
    assert maths.count("data:font/woff2;base64,") == 2


UNPLAYED = {
    "````md magic-move\nnothing\n````\n": "without a block of code",
}


@pytest.mark.parametrize("code", UNPLAYED)
def test_what_is_not_played_is_told_with_its_place_and_listed(engine: Engine, code: str) -> None:
    [(rule, line, message)] = told(engine, f"# A\n\n{code}")
    assert (rule, line) == ("not-rendered", 3)
    assert UNPLAYED[code] in message
    assert "slidev-code" in page(engine, f"# A\n\n{code}")


TOLD = {
    "---\ntheme: apple-basic\n---\n\n# A\n": ("not-rendered", 2, "theme `apple-basic`"),
    "# A\n\n---\nlayout: mine\n---\n\n# B\n": ("not-rendered", 4, "layout `mine`"),
    "# A\n\n<Nope>x</Nope>\n": ("not-rendered", 3, "`<Nope>`"),
    "---\ncomark: true\n---\n\n# A\n\nhttps://x.org/:Nope\n\nbye :Nope\n": ("not-rendered", 9, "`<Nope>`"),
    "# A\n\n<div>\n": ("broken-template", 1, "end tag"),
    "# A\n\n<script setup>\nimport x from './x.js'\n</script>\n": ("unresolved-import", 4, "imports `./x.js`"),
    "# A\n\n```klingon\nx\n```\n": ("unknown-language", 3, "`klingon`"),
    "# A\n\n![](https://example.org/a.png)\n": ("remote-content", 3, "https://example.org/a.png"),
}


@pytest.mark.parametrize("deck", TOLD)
def test_what_differs_from_slidev_is_told_with_its_place(engine: Engine, deck: str) -> None:
    rule, line, part = TOLD[deck]
    [found] = told(engine, deck)
    assert found[:2] == (rule, line)
    assert part in found[2]


def test_the_decks_style_sheets_are_in_the_page_with_their_files(engine: Engine) -> None:
    files = {
        "slides.md": "# A\n",
        "style.css": "@import './more.css'; .x { @apply p-4; background: url(./a.png) }",
        "more.css": "@font-face { font-family: F; src: url('./f.woff2') }",
        "a.png": b"PNG",
        "f.woff2": b"FONT",
    }
    text = page(engine, files)
    assert "padding:1rem" in text
    assert "var(--asset-" in text
    assert 'url("data:font/woff2;base64,Rk9OVA==")' in text


def test_an_empty_deck_is_a_page(engine: Engine) -> None:
    assert "</html>" in page(engine, "")


def test_fifty_megabytes_of_pictures_are_never_in_memory(engine: Engine, tmp_path: Path) -> None:
    import tracemalloc

    from slidewright.workspace import DiskWorkspace

    size = 5 << 20
    for number in range(10):
        (tmp_path / f"{number}.png").write_bytes(bytes([number]) * size)
    (tmp_path / "slides.md").write_text("".join(f"![](./{number}.png)\n\n" for number in range(10)))
    workspace = DiskWorkspace(tmp_path)
    deck = load(workspace, ENTRY)
    resolutions = resolve(deck, workspace)
    render(deck, resolutions, workspace, BuildSettings(), engine, PurePosixPath("out.html"))  # engines are warm now
    tracemalloc.start()
    try:
        made = render(deck, resolutions, workspace, BuildSettings(), engine, PurePosixPath("out.html"))
        written = sum(len(piece) for piece in made.artifacts[0].chunks())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert written > 10 * size * 4 // 3
    assert peak < size + (8 << 20)  # the page without its pictures takes a few megabytes


def test_a_deck_that_hides_all_is_told(engine: Engine) -> None:
    deck = "---\nhide: true\ntitle: T\n---\n\n# A\n"
    assert [rule for rule, _, _ in told(engine, deck)] == ["not-rendered"]
    assert "shows no slide" in page(engine, deck)


def test_both_halves_of_a_monaco_diff_stay_readable(engine: Engine) -> None:
    deck = "# A\n\n```ts {monaco-diff}\nlet before\n~~~\nlet after\n```\n"
    text = page(engine, deck)
    assert "before" in text
    assert "after" in text


def test_a_page_is_packed_unless_it_is_to_be_read(engine: Engine) -> None:
    deck = "# Packed 封面\n\n<style>\nh1 { color: rgb(1 2 3) }\n</style>\n"
    packed, readable = page(engine, deck, readable=False), page(engine, deck)
    texts = dict(re.findall(r'<script type="text/plain" id="packed-(\w+)">([^<]*)</script>', packed))
    opened = {name: gzip.decompress(base64.b64decode(text)).decode() for name, text in texts.items()}
    assert "rgb(1 2 3)" in opened["styles"]
    assert "Packed 封面" in opened["deck"]
    assert opened["client"] == (bundle_folder() / "client/shell.js").read_text(encoding="utf-8")
    assert "Packed 封面" in readable
    assert len(packed) < len(readable) / 2
    assert len(packed) < 450_000  # bytes of a deck without pictures and code, its fonts included


def test_packing_does_not_depend_on_the_pieces() -> None:
    text = "".join(f"{number} 页\n" for number in range(50_000))
    whole = "".join(packed("x", [text]))
    assert "".join(packed("x", text.splitlines(keepends=True))) == whole
    inner = whole.removeprefix('<script type="text/plain" id="x">').removesuffix("</script>\n")
    assert gzip.decompress(base64.b64decode(inner)).decode() == text


def test_elements_that_only_browsers_still_know_are_no_components(engine: Engine) -> None:
    assert told(engine, "# A\n\n<center>middle</center>\n\n<big>b</big> <font color='red'>red</font>\n") == []
