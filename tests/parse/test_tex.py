"""What is wrong with a formula, without setting it."""

from __future__ import annotations

import time

import pytest

from slidewright.parse.tex import tex_fault


@pytest.mark.parametrize(
    "tex",
    [
        "x^2",
        "\\frac{a}{b}",
        "\\{ x \\}",
        "a % } comment\n b",
        "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}",
        "\\left( \\frac{a}{b} \\right]",
        "\\text{a $b$ c}",
        "\\verb|}|",
        "\\def\\foo{a} \\foo",
        "\\operatorname*{argmax}_x",
        "\\begin{pmatrix} a & b \\cr c & d \\end{pmatrix}",
    ],
)
def test_sound_formulas(tex: str) -> None:
    assert tex_fault(tex) is None


@pytest.mark.parametrize(
    ("tex", "message", "text"),
    [
        ("\\frac{a}{b", "`{` is not closed", "{"),
        ("a}", "`}` closes nothing", "}"),
        ("\\begin{a} x", "`\\begin{a}` is not closed", "\\begin{a}"),
        ("x \\end{a}", "`\\end{a}` closes nothing", "\\end{a}"),
        ("\\begin{a} x \\end{b}", "`\\begin{a}` is not closed", "\\begin{a}"),
        ("\\left( x", "`\\left` is not closed", "\\left"),
        ("x \\right)", "`\\right` closes nothing", "\\right"),
        ("{\\left( x }", "`\\left` is not closed", "\\left"),
        ("a &= b", "`&` stands outside of an environment such as `aligned`", "&"),
        ("\\aplha", "KaTeX does not know `\\aplha`", "\\aplha"),
    ],
)
def test_faults_and_their_places(tex: str, message: str, text: str) -> None:
    fault = tex_fault(tex)
    assert fault is not None
    assert (fault.message, tex[fault.start : fault.end]) == (message, text)


def test_further_commands_may_be_known() -> None:
    assert tex_fault("\\RR \\QQ", ["RR", "QQ"]) is None
    fault = tex_fault("\\RR \\QQ", ["RR"])
    assert fault is not None
    assert fault.command == "QQ"


@pytest.mark.parametrize("piece", ["{", "}", "\\begin{a}", "\\left", "&", "\\", "%", "{}"])
def test_long_formulas_are_read_at_once(piece: str) -> None:
    started = time.process_time()
    tex_fault(piece * 100_000)
    assert time.process_time() - started < 2
