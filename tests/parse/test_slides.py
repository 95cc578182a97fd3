"""What the compatibility decks do not show: spans, linear time, and decks that nobody would write."""

from __future__ import annotations

import random
import time
from pathlib import PurePosixPath

import pytest

from slidewright.model import Document
from slidewright.parse.slides import parse
from slidewright.parse.stringify import stringify
from slidewright.text import Source

PIECES = [
    "---", "---", "----", "--- x", " ---", "# Title", "text", "", "", "```", "```ts", "~~~", "  ```", "<!--", "-->",
    "<!-- note -->", "layout: center", "title: a --- b", "key: [1", "- item", "| a | b |", "---|---", "\t", "\u00a0",
    "\ufeff", "a\u2028b", "\r", "😀", "$x$", "src: ./a.md", "'", '"', "{", "}", ": ", "&a [*a]", "%YAML 1.1", "\0",
]  # fmt: skip


def document(text: str) -> Document:
    return parse(Source.from_original(PurePosixPath("slides.md"), text))


@pytest.mark.parametrize("seed", range(40))
def test_spans_tile_the_text_and_joining_gives_it_back(seed: int) -> None:
    generator = random.Random(seed)
    for _ in range(60):
        newline = generator.choice(["\n", "\n", "\r\n"])
        text = newline.join(generator.choice(PIECES) for _ in range(generator.randrange(0, 40)))
        parsed = document(text)
        source = parsed.source
        at = 0
        for slide in parsed.slides:
            gap = source.text[at : slide.span.start]
            assert gap == "" or (gap.endswith("\n") and gap.startswith("---") and gap.count("\n") == 1), repr(text)
            assert source.slice(slide.content_span) == slide.content
            assert slide.span.start <= slide.content_span.start <= slide.content_span.end <= slide.span.end
            for name, place in slide.frontmatter.keys.items():
                assert slide.span.start <= place.key.start <= place.key.end <= slide.span.end, name
            at = min(slide.span.end + 1, len(source.text))
        tail = source.text[at:]
        assert tail == "" or tail.startswith("---")
        assert source.original_text() == text
        assert stringify(parsed)


def seconds(text: str) -> float:
    begin = time.process_time()
    document(text)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "# A\n\ntext\n\n---\n\n",
        "---\nlayout: center\n---\n\n# A\n\n<!-- note -->\n\n",
        "<!-- a\n",
        "```\n",
        "[",
        "---\n",
        "- x\n",
        "a: &a [*a]\n",
    ],
    ids=["plain", "frontmatter", "comments", "fences", "one line", "rulers", "list", "yaml"],
)
def test_time_is_linear(unit: str) -> None:
    small = min(seconds(unit * 4_000) for _ in range(3))
    large = min(seconds(unit * 40_000) for _ in range(2))
    assert large < small * 30 + 0.05


def test_a_bomb_of_aliases_is_refused() -> None:
    levels = "\n".join(f"{chr(97 + n)}: &{chr(97 + n)} [{', '.join([f'*{chr(96 + n)}'] * 10)}]" for n in range(1, 9))
    parsed = document(f"---\na: &a [x, x, x, x, x, x, x, x, x, x]\n{levels}\n---\n\n# A\n")
    assert [problem.kind for problem in parsed.problems] == ["invalid-frontmatter"]
    assert "aliases expand" in parsed.problems[0].message


@pytest.mark.parametrize("text", ["[" * 20_000, "{a: " * 20_000, "- " * 20_000, "a:\n" + "  " * 3 + "- " * 5000])
def test_deep_nesting_is_a_problem_and_no_fault(text: str) -> None:
    parsed = document(f"---\n{text}\n---\n\n# A\n")
    assert parsed.slides[-1].content.endswith("# A")


def test_ten_megabytes_on_one_line() -> None:
    parsed = document("# " + "x" * 10_000_000)
    assert len(parsed.slides) == 1
