"""How tags and classes name icons, as unplugin-icons and UnoCSS read them."""

from __future__ import annotations

import pytest

from slidewright.vocabulary.icons import BUNDLED, CLASS, ICON_SETS, INSTALLED, Icon, icon_of_tag, icons_of_class


@pytest.mark.parametrize(
    ("tag", "icon"),
    [
        ("carbon-logo-github", ("carbon", "logo-github")),
        ("CarbonLogoGithub", ("carbon", "logo-github")),
        ("carbon:logo-github", ("carbon", "logo-github")),
        ("svg-spinners-3-dots-bounce", ("svg-spinners", "3-dots-bounce")),
        ("Fa6SolidUser", ("fa6-solid", "user")),
        ("mdi-light-home", ("mdi-light", "home")),
        ("fluent-emoji-flat-cat", ("fluent-emoji-flat", "cat")),
        ("MdiNumeric1Box", ("mdi", "numeric1-box")),
        ("mdi", None),
        ("i-mdi-home", None),
        ("mdi:", None),
        ("my:home", None),
        ("my-home", None),
        ("v-clicks", None),
        ("Toc", None),
    ],
)
def test_a_tag_means_an_icon_by_its_name(tag: str, icon: tuple[str, str] | None) -> None:
    assert icon_of_tag(tag) == (icon and Icon(*icon))


@pytest.mark.parametrize(
    ("name", "icons"),
    [
        ("carbon:home", [("carbon", "home")]),
        ("fa6-solid-user", [("fa6-solid", "user")]),
        ("mdi-light-home", [("mdi-light", "home"), ("mdi", "light-home")]),
        ("beam-x", []),
        ("nope:home", []),
    ],
)
def test_a_class_has_readings(name: str, icons: list[tuple[str, str]]) -> None:
    assert list(icons_of_class(name)) == [Icon(*icon) for icon in icons]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('class="mt-4 i-carbon:home hover:i-mdi-cat?mask"', ["carbon:home", "mdi-cat"]),
        ("<div i-ph-x text-xl>", ["ph-x"]),
        ("i-am", []),
        ('src="/i-mdi-cat.svg" class="hi-mdi-cat my-i-mdi-cat"', []),
        ("[ 'i-mdi:cat' ]", ["mdi:cat"]),
    ],
)
def test_classes_in_a_text(text: str, names: list[str]) -> None:
    assert CLASS.findall(text) == names


def test_digits_may_stand_apart() -> None:
    assert Icon("mdi", "numeric1-box").spellings == ("numeric1-box", "numeric-1-box")
    assert Icon("mdi", "home").spellings == ("home",)


def test_bundled_sets_are_sets() -> None:
    assert INSTALLED < BUNDLED < ICON_SETS
