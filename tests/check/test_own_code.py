from __future__ import annotations

import pytest
from shows import show_of

from slidewright.check.own_code import mentions


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("components/A.vue", "<p>{{ $frontmatter.speaker }}</p>"),
        ("setup/main.ts", "configs['speaker']"),
        ("global-top.vue", "defineProps({ speaker: String })"),
        ("node_modules/penguin/layouts/a.vue", "{{ speaker }}"),
        ("pages/extra.js", "const speaker = 1"),
    ],
)
def test_code_of_the_deck_and_its_theme_is_searched_for_a_word(path: str, text: str) -> None:
    assert mentions(show_of({"slides.md": "---\ntheme: penguin\n---\n", path: text}), "speaker")


def test_a_slide_that_reads_a_key_mentions_it() -> None:
    assert mentions(show_of({"slides.md": "# {{ $frontmatter.speaker }}\n"}), "speaker")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("components/A.vue", "speakers my-speaker $speaker"),
        ("node_modules/other/index.js", "speaker"),
        ("public/a.js", "speaker"),
        (".nuxt/a.js", "speaker"),
        ("notes.md", "speaker"),
        ("big.js", "speaker " * 50_000),
    ],
)
def test_other_words_and_other_people_s_code_say_nothing(path: str, text: str) -> None:
    assert not mentions(show_of({"slides.md": "# A speaker\n", path: text}), "speaker")
