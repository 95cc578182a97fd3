"""Of what is drawn by hand strokes stay as they are, and nothing else stays."""

from __future__ import annotations

import time

import pytest

from slidewright.render.strokes import clean

DRAWN = [
    '<path fill="#ff595e" d="M1.5,2 C3,4 5,6 -7,8Z" data-drauu_index="0"></path>',
    '<path fill="transparent" stroke="rgb(1, 2, 3)" stroke-dasharray="3 4" d="M0,0"></path>',
    '<ellipse fill="transparent" stroke="#fff" stroke-width="4" stroke-linecap="round" cx="1e2" cy="2" rx="3" ry="4"/>',
    '<g><defs><marker id="a-1" viewBox="0 -5 10 10" refX="5" orient="auto"><path d="M0,-5L10,0"></path></marker></defs>'
    '\n<line x1="1.00" x2="2" marker-end="url(#a-1)"></line></g>',
]


@pytest.mark.parametrize("strokes", ["", *DRAWN])
def test_strokes_stay_as_they_are(strokes: str) -> None:
    assert clean(strokes) == strokes


@pytest.mark.parametrize(
    "other",
    [
        "<script>alert(1)</script>",
        '<path d="M0,0" onload="alert(1)"/>',
        "<path d='M0,0' onclick=alert(1)>",
        '<path d="M0,0"onfocus="alert(1)" />',
        '<path style="background:url(//evil.example)"/>',
        '<path fill="url(//evil.example)"/>',
        '<path marker-end="url(javascript:alert(1))"/>',
        '<image href="//evil.example/a.png"/>',
        '<a href="javascript:alert(1)">',
        '<use href="//evil.example/a.svg#b"/>',
        "<foreignObject><iframe src=x></iframe>",
        "<animate attributeName=href values=javascript:alert(1)>",
        '<svg/onload="alert(1)">',
        '<g id="&quot; onload=&quot;alert(1)"/>',
        "<!-- text -->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "text &lt;script&gt;",
        "<",
        "\0",
    ],
)
def test_nothing_else_stays(other: str) -> None:
    assert clean(f"{DRAWN[0]}{other}{DRAWN[0]}") == DRAWN[0] * 2


def test_it_takes_as_long_as_the_text_is() -> None:
    start = time.perf_counter()
    for piece in ("<path ", '<path d="', "<g" + " " * 50, "<" * 50):
        clean(piece * (500_000 // len(piece)))
    assert time.perf_counter() - start < 5
