"""A formula cannot be set.

## Why it matters

KaTeX refuses a formula with an unknown command or a brace that does not close. Slidev then prints the bare TeX on the
slide, without a warning. A `$$` that is not closed takes in the rest of the slide.

## Example

```md
$$
\\frac{a}{b
$$
```

Use instead:

```md
$$
\\frac{a}{b}
$$
```
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.roots import code
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.blocks import Formula
from slidewright.parse.tex import TexFault, tex_fault
from slidewright.resolve.outcomes import Part
from slidewright.vocabulary.tex import CHEMISTRY, COMMANDS

SEVERITY = Severity.ERROR


def find(show: Show) -> Iterator[Finding]:
    """Formulas with a fault that their signs tell."""
    own: str | None = None
    for part in show.own_parts:
        for formula in part.anatomy.formulas if "$" in part.slide.content else ():
            if _is_unclosed(part, formula):
                start = formula.span[0] + part.slide.content[formula.span[0] :].index("$$")
                message = "this `$$` is not closed: it takes in all that follows"
                yield in_content(part, start, start + 2, message, "end the formula by a line that ends in `$$`")
                continue
            fault = tex_fault(formula.tex)
            if fault and fault.command:
                own = code(show, "setup/katex", "setup/main", "vite.config") if own is None else own
                fault = tex_fault(formula.tex, _own_commands(own, formula.tex))
            if fault:
                yield _finding(part, formula, fault)


def _is_unclosed(part: Part, formula: Formula) -> bool:
    text = part.slide.content[formula.span[0] : formula.span[1]].strip().lstrip("> \t")
    return formula.is_block and not (text.endswith("$$") and len(text) > 3)


def _own_commands(setup: str, tex: str) -> set[str]:
    """The commands of a formula that the deck's setup names."""
    import re

    names = set(re.findall(r"\\([A-Za-z]+)", tex))
    return {name for name in names if name in setup} | (CHEMISTRY if "mhchem" in setup else set())


def _finding(part: Part, formula: Formula, fault: TexFault) -> Finding:
    start, end = formula.span
    written = part.slide.content[start:end]
    at = written.find(formula.tex) if "\n" not in formula.tex else -1
    piece = formula.tex[fault.start : fault.end]
    if at < 0:
        before = formula.tex[: fault.start].count(piece)
        at = -1
        for _ in range(before + 1):
            at = written.find(piece, at + 1)
    else:
        at += fault.start
    place = (start + at, start + at + len(piece)) if at >= 0 else (start, end)
    return in_content(part, *place, fault.message, _help(fault))


def _help(fault: TexFault) -> str:
    if fault.command is None:
        return "Slidev prints the bare TeX instead"
    if fault.command in CHEMISTRY:
        return "import KaTeX's `mhchem` in `setup/katex.ts`"
    from difflib import get_close_matches

    near = get_close_matches(fault.command, sorted(COMMANDS), n=1, cutoff=0.75)
    return f"did you mean `\\{near[0]}`?" if near else "define it in `setup/katex.ts`, or write it otherwise"
