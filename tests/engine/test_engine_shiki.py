from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from slidewright.engine import Engine

PRE = (
    '<pre class="shiki shiki-themes vitesse-dark vitesse-light slidev-code" style="--shiki-dark:#dbd7caee;'
    '--shiki-light:#393a34;--shiki-dark-bg:#121212;--shiki-light-bg:#ffffff">'
)


def highlight(engine: Engine, code: str, lang: str) -> str:
    return str(engine.call("shiki", "highlight", {"code": code, "lang": lang})["html"])


def test_a_listing_is_slidevs(engine: Engine) -> None:
    expected = (
        f'{PRE}<code class="language-ts"><span class="line"><span style="--shiki-dark:#CB7676;--shiki-light:#AB5959">'
        'let </span><span style="--shiki-dark:#BD976A;--shiki-light:#B07D48">n</span><span style="--shiki-dark:#666666;'
        '--shiki-light:#999999"> =</span><span style="--shiki-dark:#4C9A91;--shiki-light:#2F798A"> 1</span></span>\n'
        '<span class="line"></span></code></pre>'
    )
    assert highlight(engine, "let n = 1\n", "ts") == expected


@pytest.mark.parametrize("lang", ["", "text", "txt", "plain"])
def test_plain_text_has_no_colours(engine: Engine, lang: str) -> None:
    assert highlight(engine, "a < b", lang).endswith('<span class="line"><span>a &#x3C; b</span></span></code></pre>')


def test_aliases_are_languages(engine: Engine) -> None:
    assert highlight(engine, "x = 1", "py").replace("-py", "-python") == highlight(engine, "x = 1", "python")


@pytest.mark.parametrize("lang", ["nolang", "TS", "__proto__", "constructor", "../themes/vitesse-dark"])
def test_an_unknown_language_is_said(engine: Engine, lang: str) -> None:
    result = engine.call("shiki", "highlight", {"code": "x", "lang": lang})
    assert result == {"error": f"unknown language “{lang}”"}


def test_every_grammar_loads_what_it_needs(engine: Engine, bundles: None) -> None:
    for lang in ("vue", "markdown", "html", "cpp", "objective-c", "astro"):
        assert "<span" in highlight(engine, "x", lang)


def test_steps_of_a_magic_move(engine: Engine) -> None:
    steps = [{"code": code, "lang": "py", "lines": False} for code in ("x = 1", "x = 2")]
    moved = engine.call("shiki", "magicMove", {"steps": steps})["stepsLz"]
    assert moved != engine.call("shiki", "magicMove", {"steps": steps[::-1]})["stepsLz"]


BLOCK = re.compile(r'<pre[^>]*class="(shiki[^"]*)"[^>]*><code class="language-([^"]*)">(.*?)</code></pre>', re.DOTALL)
SPAN = re.compile(r'<span style="([^"]*)">([^<]*)</span>|<span>([^<]*)</span>|\n')


def blocks(shared: Path) -> Iterator[tuple[str, str]]:
    """Language and HTML of every block that Slidev highlighted in the decks made for this project, hovers aside."""
    for file in sorted((shared / "slidev/fixtures/html").glob("*.html.json")):
        for slide in (json.loads(file.read_text(encoding="utf-8"))["html"] or {}).get("slides", []):
            for classes, lang, body in BLOCK.findall(slide.get("html") or ""):
                if "twoslash" not in classes:
                    yield lang, body


def coloured(body: str) -> list[tuple[str, str]]:
    """Each character with its colour in the light theme; the oracle's dark ones vary from run to run."""
    pairs = []
    for match in SPAN.finditer(body.replace("&lbrace;", "{")):
        light = re.search(r"--shiki-light:(#\w+)", match[1] or "")
        text = html.unescape(match[2] or match[3] or "") if match[0] != "\n" else "\n"
        pairs += [(character, light[1] if light else "") for character in text]
    return pairs


def test_the_oracles_blocks_are_coloured_alike(engine: Engine, shared: Path) -> None:
    count = 0
    for lang, body in blocks(shared):
        code = "".join(character for character, _ in coloured(body))
        assert coloured(highlight(engine, code, lang)) == coloured(body), (lang, code)
        count += 1
    assert count > 20
