"""Formulas as HTML, by KaTeX; one that it rejects shows its source, as in Slidev."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from slidewright.engine import Engine
from slidewright.parse.markdown.renderers import Formula
from slidewright.render.listings import for_vue


def rendered(engine: Engine, formulas: Iterable[Formula]) -> dict[Formula, str]:
    """The HTML of each formula, safe in a Vue template."""
    wanted = list(dict.fromkeys(formulas))
    results = engine.call_many("katex", "render", [{"tex": item.tex, "display": item.display} for item in wanted])
    return {formula: for_vue(_html(result, formula)) for formula, result in zip(wanted, results, strict=True)}


def _html(result: dict[str, str], formula: Formula) -> str:
    html = result.get("html")
    if html is None:
        return escape(formula.tex, quote=False)
    return f"<p>{html}</p>" if formula.display else html
