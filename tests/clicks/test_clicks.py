"""What the text tells of clicks, and what it does not."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidewright.clicks import SlideClicks, Surroundings, clicks_of
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.slides import parse
from slidewright.text import Source


def clicks(
    content: str, frontmatter: dict[str, Any] | None = None, around: Surroundings | None = None, comark: bool = False
) -> SlideClicks:
    slide = parse(Source(PurePosixPath("slides.md"), content)).slides[0]
    anatomy = Anatomy(slide.content, MarkdownOptions(katex=True, comark=comark))
    return clicks_of(slide, anatomy, frontmatter or {}, around or Surroundings())


def times(found: SlideClicks) -> list[tuple[str, float, float | None]]:
    return [(target.kind, target.start, target.end) for target in found.targets]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<div v-click="n">a</div>', "the value of `v-click` is an expression"),
        ('<div v-click="[1, n]">a</div>', "the value of `v-click` is an expression"),
        ('<v-click :at="n">a</v-click>', "the value of `at` is an expression"),
        ("```js {1|2}{at: n}\na\nb\n```", "the value of `at` is an expression"),
        ('<div v-if="show"><b v-click>a</b></div>', "`v-if` is an expression"),
        ('<div v-for="x in list" v-click>a</div>', "`v-for` is an expression"),
        ("<Counter />", "`<Counter>` decides what it shows"),
        ('<component is="b" />', "`<component>` decides what it shows"),
        ("<script setup>\nconst { $clicksContext } = useSlideContext()\n</script>\n\na", "the script of the slide"),
        ('<RenderWhen context="print"><b v-click>a</b></RenderWhen>', "`context` decides what is there"),
        ("<v-switch>a</v-switch>", "Slidev refuses this switch"),
        ("<div v-click>", "Vue refuses the slide"),
        ('<v-clicks every="all">\n\n- a\n\n</v-clicks>', "`every` or `depth` is no number"),
        ("<div v-click=\"'+x'\">a</div>", "a click that is no number"),
    ],
)
def test_what_only_the_page_knows_is_a_doubt_with_its_place(content: str, expected: str) -> None:
    found = clicks(content, around=Surroundings(components=frozenset({"Counter"})))
    assert not found.is_certain
    assert expected in found.doubts[0].reason
    assert found.doubts[0].location.text


@pytest.mark.parametrize(
    "content",
    [
        '<div v-if="show">a</div>',
        '<div v-for="x in list">a</div>',
        "<Unknown>a</Unknown>",
        '<div :class="{ wide: $clicks > 2 }">a</div>',
        "```js {maxHeight: h}\na\n```",
        "{{ '<div v-click>' }}",
        "`<div v-click>`",
        "<div v-pre><b v-click>a</b></div>",
        "<!-- <div v-click>a</div> -->\n\ntext",
    ],
)
def test_what_takes_no_clicks_leaves_no_doubt(content: str) -> None:
    found = clicks(content)
    assert (found.total, found.doubts, found.targets) == (0, (), ())


@pytest.mark.parametrize(
    ("content", "total"),
    [
        ('<div v-if="false" v-click>a</div><div v-else v-click>b</div>', 1),
        ('<div v-if="true" v-click>a</div>\n<div v-else-if="x" v-click>b</div>\n<div v-else v-click>c</div>', 1),
        ('<div v-for="x in [1, 2]" v-click>a</div>', 2),
        ('<template v-for="i in 2"><b v-click>a</b><b v-click>b</b></template>', 4),
        ('<v-clicks>\n\n<b v-for="i in 3">a</b>\n\n</v-clicks>', 1),
        ('<v-clicks>\n<b v-for="i in 3">a</b>\n</v-clicks>', 3),
        ("<v-clicks>\n\n- a\n  - b\n\n1. c\n\n</v-clicks>", 2),
        ('<v-clicks at="false">\n\n- a\n\n</v-clicks>', 0),
        ("<v-after><b>a</b></v-after>", 0),
        ("<LightOrDark><template #light><i>a</i></template><template #dark><i>b</i></template></LightOrDark>", 0),
        ("<v-drag v-click>a</v-drag>", 1),
        ("<v-clicks><i>a</i></v-clicks> <v-click>b</v-click>", 2),
        ("<CodeGroup>\n\n```js {1|2}\na\nb\n```\n\n</CodeGroup>", 1),
        ("<<< ./a.ts {1|2|3}", 2),
        ("````md magic-move\n<<< ./a.ts {1|2}\n```js\nb\n```\n````", 2),
        ("```ts {monaco-run} {showOutputAt:'+2'}\na\n```", 2),
        ("```mermaid {1|2}\ngraph TD\n```", 0),
        ("$$ {1|2|3}{at: '+2'}\na\n$$", 3),
        ("> <b v-click>a</b>\n> <b\n> v-click>b</b>", 2),
        ("| <b v-click>a</b> | <b v-click>b</b> |\n|---|---|\n| c | <b v-click>d</b> |", 3),
    ],
)
def test_clicks_are_counted(content: str, total: int) -> None:
    found = clicks(content)
    assert (found.total, found.doubts) == (total, ())


def test_comark_components_and_attributes_take_clicks() -> None:
    assert clicks("::v-clicks\n- a\n- b\n::", comark=True).total == 2
    assert clicks("[a]{v-click} [b]{v-click}", comark=True).total == 2


def test_an_unknown_layout_leaves_no_doubt_while_only_its_default_slot_takes_clicks() -> None:
    around = Surroundings(slots=None)
    assert clicks("<b v-click>a</b>\n\n::right::\n\nb", around=around).is_certain
    assert not clicks("<b v-click>a</b>\n\n::right::\n\n<b v-click>b</b>", around=around).is_certain


def test_frontmatter_wins_and_what_is_counted_stays_known() -> None:
    found = clicks("<b v-click>a</b>", {"clicks": 4, "clicksStart": 1})
    assert (found.total, found.counted, found.first, found.is_given, found.states) == (4, 1, 1, True, 4)


def test_targets_have_places_and_texts() -> None:
    source = "# A\n\n> <b v-click.hide>gone</b>\n\n<v-clicks>\n\n- one\n- two\n\n</v-clicks>\n\n```js {1|2|3}\na\n```\n"
    found = clicks(source)
    told = [(t.kind, t.start, t.hides, t.stages, t.text, t.location.text.partition("\n")[0]) for t in found.targets]
    assert told == [
        ("v-click", 1, True, None, "gone", "<b v-click.hide>"),
        ("v-clicks", 2, False, None, "one", "- one"),
        ("v-clicks", 3, False, None, "two", "- two"),
        ("code", 4, False, 3, "a", "```js {1|2|3}"),
    ]
    assert found.total == 5


def test_targets_are_shown_and_hidden_by_their_clicks() -> None:
    found = clicks('<b v-click="[2, 4]">a</b> <b v-click.hide="2">b</b>')
    assert [[target.is_shown(click) for click in range(5)] for target in found.targets] == [
        [False, False, True, True, False],
        [True, True, False, False, False],
    ]


def test_motions_are_told_and_add_no_clicks() -> None:
    found = clicks('<div v-motion :click-2="{x: 1}" :click-3-5="{x: 2}">a</div>')
    assert (found.total, times(found)) == (0, [("v-motion", 2, None), ("v-motion", 3, 5)])


def test_marks_in_notes_say_from_which_click_on_they_are_spoken() -> None:
    found = clicks("# A\n\n<!--\nfirst\n[click] second\n[click:2] fourth\n-->")
    assert [(mark.click, mark.location.text) for mark in found.notes] == [(1, "[click]"), (3, "[click:2]")]


def test_copies_without_end_are_not_made() -> None:
    found = clicks('<div v-for="i in 9999">' * 4 + "<b v-click>a</b>" + "</div>" * 4)
    assert not found.is_certain
    assert len(found.targets) < 20_000


def test_deep_nesting_is_counted() -> None:
    assert clicks("<div>" * 300 + "<b v-click>a</b>" + "</div>" * 300).total == 1


PIECES = st.sampled_from(["<b v-click>x</b>", "<v-click>x</v-click>", "<v-clicks>\n\n- x\n- y\n\n</v-clicks>"])


@settings(deadline=None, max_examples=50)
@given(st.lists(PIECES, max_size=6))
def test_pieces_one_after_the_other_add_up(pieces: list[str]) -> None:
    together = clicks("\n\n".join(["text", *pieces]))
    assert together.total == sum(clicks(piece).total for piece in pieces)
    assert together.is_certain


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="<>/v-clicks at=\"'+1[],3\n`#:{}", max_size=120))
def test_whatever_is_written_is_counted_or_doubted(text: str) -> None:
    found = clicks(text)
    assert found.total >= 0
    assert all(target.location.span.start >= 0 for target in found.targets)
