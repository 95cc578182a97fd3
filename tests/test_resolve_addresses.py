"""What `--external` asks: every remote address of a deck, once, in order."""

from __future__ import annotations

from pathlib import PurePosixPath

from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.resolve.addresses import RemotePlace, remote_addresses, remote_places
from slidewright.resolve.outcomes import Resolutions
from slidewright.workspace import MemoryWorkspace


def resolutions(text: str, **files: str) -> Resolutions:
    workspace = MemoryWorkspace({"slides.md": text, **{f"{name}.md": content for name, content in files.items()}})
    return resolve(load(workspace, PurePosixPath("slides.md")), workspace)


def places(text: str) -> list[RemotePlace]:
    return list(remote_places(resolutions(text)))


def test_addresses_of_every_construct_are_asked_once_and_in_order() -> None:
    text = """---
background: https://e.x/1
---

[a](https://e.x/2) ![](https://e.x/3) <https://e.x/4> https://e.x/5. [again](https://e.x/2)

<iframe src="//e.x/6"></iframe> <img src="https://e.x/7?a=1&amp;b=2" srcset="https://e.x/8 2x">

<style>
@import url("https://e.x/9.css");
</style>

Source: https://e.x/10

来源：doi:10.1234/x
"""
    assert remote_addresses(resolutions(text)) == [
        *(f"https://e.x/{number}" for number in (1, 2, 3, 4, 5, 6)),
        "https://e.x/7?a=1&b=2",
        *("https://e.x/8", "https://e.x/9.css", "https://e.x/10", "https://doi.org/10.1234/x"),
    ]


def test_an_address_keeps_its_anchor() -> None:
    assert remote_addresses(resolutions("[a](https://e.x/p#one) [b](https://e.x/p#two)")) == [
        "https://e.x/p#one",
        "https://e.x/p#two",
    ]


def test_files_expressions_code_and_other_schemes_are_not_asked() -> None:
    text = (
        "[a](./a.md) [m](mailto:a@e.x) ![](data:image/png,A) `https://e.x/code` <!-- https://e.x/comment -->\n\n"
        '<img :src="`https://e.x/${name}`"> <a href="https://e.x/{{ name }}">x</a> [f](ftp://e.x/f) Source: a.md\n\n'
        "```\nhttps://e.x/fence\n```\n"
    )
    assert remote_addresses(resolutions(text)) == []


def test_hidden_slides_are_not_asked_and_imported_ones_are() -> None:
    text = "---\nsrc: ./two.md\n---\n\n---\nhide: true\n---\n\nhttps://e.x/hidden\n"
    assert remote_addresses(resolutions(text, two="https://e.x/two")) == ["https://e.x/two"]


def test_a_reference_within_a_citation_is_one_place_with_both() -> None:
    found = places("Source: [paper](https://e.x/a)\n\n[not cited](https://e.x/a)")
    assert [(place.url, place.reference is not None, place.citation is not None) for place in found] == [
        ("https://e.x/a", True, True),
        ("https://e.x/a", True, False),
    ]


def test_a_citation_that_spells_its_address_otherwise_is_a_place_of_its_own() -> None:
    found = places("Source: e.x.com/a, doi:10.1234/b\n\nReference: doi:10.1234/b")
    assert [(place.url, place.location.text) for place in found] == [
        ("https://e.x.com/a", "e.x.com/a"),
        ("https://doi.org/10.1234/b", "10.1234/b"),
    ]
    assert not any(place.reference for place in found)
