"""The deck is not in English, and no `lang` says so.

## Why it matters

Without `lang` Slidev says `<html lang="en">`: screen readers read the text with English sounds, browsers offer to
translate it, break its lines and choose its fonts as for English; Chinese characters may take Japanese shapes.

## Example

```md
---
theme: seriph
---

# 数据从哪里来

我们从三个公开的数据集出发，清洗之后得到一百万条样本，再按照年份和地区分组，最后比较各组的结果。
```

Use instead:

```md
---
lang: zh
theme: seriph
---

# 数据从哪里来

我们从三个公开的数据集出发，清洗之后得到一百万条样本，再按照年份和地区分组，最后比较各组的结果。
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from slidewright.check.finding import Finding
from slidewright.check.outline import beginning, opening
from slidewright.check.prose import prose
from slidewright.check.show import Show, in_source
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.resolve.outcomes import Part
from slidewright.text import Span
from slidewright.vocabulary.scripts import LANGUAGES

SEVERITY = Severity.INFO
FIX = "unsafe"

SAMPLE = 60
"""How many slides are read to tell the language."""
FEWEST = 40
"""How many letters of a script there must be."""
SHARE = 0.3
"""Which part of all letters they must be: decks in other scripts are full of English names."""
MARK = 0.03
"""Which part of the letters a script must be that tells a language by few letters: kana, Ukrainian letters."""


def find(show: Show) -> Iterator[Finding]:
    """The deck's head, where its text is in another script than Latin and no language is set."""
    if _is_set(show) or all(part.slide.content.isascii() for part in show.own_parts):
        return
    if _foreign(Counter("".join(part.slide.content for part in show.own_parts))) < FEWEST:
        return
    language = _language("".join(_sample(show)))
    head = next((part for part in show.resolutions.parts if part.is_head), None)
    if language and head:
        code, name = language
        message, help = f'the text is {name}, and Slidev says `lang="en"`', f"add `lang: {code}` to the headmatter"
        has_block = head.slide.frontmatter.raw is not None
        yield in_source(head, opening(head) if has_block else beginning(head), message, help, _fix(head, code))


def _is_set(show: Show) -> bool:
    """Is there a language for the deck, or one for any of its slides?"""
    attributes = show.deck.config.get("htmlAttrs")
    named = show.deck.config.get("lang") or (isinstance(attributes, dict) and attributes.get("lang"))
    return bool(named) or any(slide.effective_frontmatter.get("lang") for slide in show.deck.slides)


def _sample(show: Show) -> Iterator[str]:
    for part in islice(show.own_parts, SAMPLE):
        for passage in prose(part):
            yield passage.text


def _language(text: str) -> tuple[str, str] | None:
    counted = Counter(text)
    letters = sum(number for char, number in counted.items() if char.isalpha())
    counts = [(_number(counted, chars), code, name) for chars, code, name in LANGUAGES]
    foreign = _foreign(counted)
    if foreign < FEWEST or foreign < SHARE * letters:
        return None
    return next(((code, name) for count, code, name in counts if count > MARK * letters), None)


def _foreign(counted: Mapping[str, int]) -> int:
    """How many characters of a text are of other scripts; Ukrainian letters are Cyrillic ones."""
    return sum(_number(counted, chars) for chars, code, _ in LANGUAGES if code != "uk")


def _number(counted: Mapping[str, int], chars: str) -> int:
    """How many characters of a text are of a script. Compared, since a pattern of such ranges is slow to compile."""
    if len(chars) != 2:
        return sum(counted.get(char, 0) for char in chars)
    return sum(number for char, number in counted.items() if chars[0] <= char <= chars[1])


def _fix(head: Part, code: str) -> Fix | None:
    """Put the language first; a guess, since a script does not tell every language."""
    slide, title = head.slide, f"add `lang: {code}`"
    span, text = slide.frontmatter.span, slide.source.text
    if span is not None and text[max(span.start - 1, 0)] == "\n":
        return Fix(title, (Edit(Span(span.start, span.start), f"lang: {code}\n"),), is_safe=False)
    if slide.frontmatter.raw is None and not text.lstrip().startswith("---"):
        return Fix(title, (Edit(Span(0, 0), f"---\nlang: {code}\n---\n\n"),), is_safe=False)
    return None
