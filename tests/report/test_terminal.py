from __future__ import annotations

import pytest

from slidewright.report.terminal import printable, wants_colour


@pytest.mark.parametrize(
    ("choice", "is_tty", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "xterm-256color"}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ("auto", True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_choice_then_the_environment_then_the_terminal(
    choice: str, is_tty: bool, environment: dict[str, str], wanted: bool
) -> None:
    assert wants_colour(choice, is_tty, environment) is wanted


SHOWN = {
    "图 🎉 é 👩‍💻": "图 🎉 é 👩‍💻",
    "a\tb": "a    b",
    "\x1b[31m\x07\n": "\\x1b[31m\\x07\\x0a",
    "\x9b\u202e\u2028": "\\x9b\\u202e\\u2028",
    "\udcff\ufffe\uffff": "\\udcff\\ufffe\\uffff",
}


@pytest.mark.parametrize("text", SHOWN)
def test_what_drives_a_terminal_is_spelled_out(text: str) -> None:
    assert printable(text) == SHOWN[text]
