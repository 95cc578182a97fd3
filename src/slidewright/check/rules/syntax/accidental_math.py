"""Text between two dollars is set as a formula.

## Why it matters

Two dollars on one line switch KaTeX on for the whole deck; from then on what stands between two of them is a formula:
prices and shell variables appear in italics, without their dollars and blanks.

## Example

```md
From $5 a month to 10$ a year
```

Use instead:

```md
From \\$5 a month to 10\\$ a year
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Edit, Fix, Severity
from slidewright.parse.anatomy.blocks import Formula
from slidewright.resolve.outcomes import Part
from slidewright.text import Span

SEVERITY = Severity.WARNING
FIX = "safe"

TEX = re.compile(r"[\\^_={}<>+&|]")
PRICE = re.compile(r"\d[\d.,]*(?:[kKMB]\b)?[\s/(a-zA-Z\u0080-\uffff]")
WORD = re.compile(r"[a-zA-Z]{2,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
VARIABLE = re.compile(r"[A-Za-z_]\w+[:/,;.\-]+\Z")
BRACED = re.compile(r"\{[A-Za-z_][\w.]*\}[^\s\\^_]*\Z")


def find(show: Show) -> Iterator[Finding]:
    """Formulas in running text that are prices, prose or variables."""
    for part in show.own_parts:
        if part.slide.content.count("$") > 1:
            for formula in part.anatomy.formulas:
                if not formula.is_block and _is_text(part, formula):
                    yield _finding(part, formula)


def _is_text(part: Part, formula: Formula) -> bool:
    tex = formula.tex
    following = part.slide.content[formula.span[1] : formula.span[1] + 1]
    if following == "{" and BRACED.match(tex):
        return True
    if (following.isalpha() or following in ("{", "_")) and VARIABLE.match(tex):
        return True
    if TEX.search(tex):
        return False
    return (PRICE.match(tex + " ") is not None and _says_something(tex)) or _is_prose(tex)


def _says_something(tex: str) -> bool:
    """Two words, or a character of a script that TeX does not use."""
    words = WORD.findall(tex)
    return len(words) > 1 or any(ord(word[0]) > 0x3000 for word in words)


def _is_prose(tex: str) -> bool:
    """Three words or more, of small letters and longer than a variable."""
    words = tex.split()
    return len(words) > 2 and sum(len(word) > 2 and word.isalpha() for word in words) * 2 > len(words)


def _finding(part: Part, formula: Formula) -> Finding:
    start, end = formula.span
    at = part.slide.content_span.start
    edits = (Edit(Span(at + start, at + start), "\\"), Edit(Span(at + end - 1, at + end - 1), "\\"))
    text = part.slide.content[start:end]
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    message = f"`{' '.join(shown.split())}` is set as a formula"
    return in_content(part, start, end, message, "write `\\$` for a dollar", Fix("write `\\$`", edits))
