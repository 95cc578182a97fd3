"""The door to Jinja: the package's templates, and a deck's own in their place."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.errors import InputError
from slidewright.render.templates import Templates
from slidewright.workspace import MemoryWorkspace

NAME = "slidev/gitignore.j2"
OWN = f"talk/templates/{NAME}"
TALK = PurePosixPath("talk")


def own(text: str, path: str = OWN) -> Templates:
    return Templates(MemoryWorkspace({"talk/slides.md": "", path: text}), TALK)


def test_the_packages_template_is_used() -> None:
    assert "node_modules" in Templates().render(NAME, {})


def test_the_decks_own_template_of_the_same_path_comes_first() -> None:
    assert own("mine {{ word }}").render(NAME, {"word": "x"}) == "mine x"


def test_a_template_beside_another_deck_is_not_looked_at() -> None:
    assert "node_modules" in own("mine", f"other/templates/{NAME}").render(NAME, {})


def test_text_is_escaped_in_html_alone() -> None:
    assert own("{{ x }}").render(NAME, {"x": "<&'"}) == "<&'"
    assert own("{{ x }}", "talk/templates/html/x.svg.j2").render("html/x.svg.j2", {"x": "<"}) == "&lt;"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{{ gone }}", "talk/templates/slidev/gitignore.j2:2: 'gone' is undefined"),
        ("a\n{% if %}", "talk/templates/slidev/gitignore.j2:2: "),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'a' + 1 }}", "can only concatenate str"),
        ("{{ ().__class__.__mro__ }}", "unsafe"),
        ("{% include 'nothing.j2' %}", "no template nothing.j2"),
        ("{{ [] | first | upper }}", "talk/templates/slidev/gitignore.j2:1: "),
    ],
)
def test_a_fault_in_an_own_template_is_the_users_and_has_a_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        own(text).render(NAME, {})
    assert message in str(raised.value)


def test_a_fault_in_the_packages_template_is_no_users_fault() -> None:
    with pytest.raises(Exception, match="undefined") as raised:
        Templates().render("slidev/README.md.j2", {})
    assert not isinstance(raised.value, InputError)


def test_a_template_does_not_leave_the_folder_of_templates() -> None:
    files = {"talk/slides.md": "", "secret": "s"}
    with pytest.raises(InputError, match="no template"):
        Templates(MemoryWorkspace(files), TALK).render("../../secret", {})
