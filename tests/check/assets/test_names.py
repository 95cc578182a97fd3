from __future__ import annotations

import time

import pytest

from slidewright.check.assets.names import NamedPath, names_in, paths_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("![](./img/a.png)", "a.png"),
        ('<img src="/a.png?v=2">', "a.png"),
        ("background: url(/A.PNG)", "a.png"),
        ("image: a.png\n", "a.png"),
        ("see a.png.", "a.png"),
        ("C:\\img\\a.png", "a.png"),
        ("![](/my%20photo.jpg)", "my photo.jpg"),
        ('<img src="/my photo.jpg">', "my photo.jpg"),
        ('<img src="/a&amp;b.webp">', "a&b.webp"),
        ("![](</a (1).png>)", "a (1).png"),
        ("'/图 一.png'", "图 一.png"),
        ("cafe\u0301.gif", "caf\u00e9.gif"),
        ("a.tar.png", "a.tar.png"),
        ("`${n}.png`", "anything.png"),
        ("name + '.png'", "anything.png"),
        ("glob('*.png')", "anything.png"),
        ("{{ n }}.png", "anything.png"),
        ("**/*.{svg,png}", "anything.png"),
        (r"/\.(jpe?g|png)$/", "anything.jpeg"),
        (r"/\.(jpe?g|png)$/", "anything.jpg"),
    ],
)
def test_a_name_in_any_language_counts_as_used(text: str, name: str) -> None:
    assert names_in(text).include(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("![](/banana.png)", "nana.png"),
        ("![](/a.png)", "a.jpg"),
        ("a.pngx a.png2", "a.png"),
        ("`${n}.svg`", "a.png"),
        ("a.png", "b.png"),
        ("config.{js,ts}", "a.png"),
        ("", "a.png"),
    ],
)
def test_another_name_does_not(text: str, name: str) -> None:
    assert not names_in(text).include(name)


def test_paths_are_found_with_their_places() -> None:
    text = "x.png <!-- ![old](./img/a.png) <video src='/b.mp4'> .png --> y.png"
    found = list(paths_in(text, text.index("<!--"), text.index("-->")))
    assert found == [NamedPath("./img/a.png", text.index("./img")), NamedPath("/b.mp4", text.index("/b"))]


@pytest.mark.parametrize("piece", [".png", "a.png ", ".{", "![](", "%a.png", "/", "<!--"])
def test_hostile_text_takes_time_in_proportion_to_its_size(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    names_in(text)
    assert time.process_time() - start < 5
