"""What holds for every format."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from slidewright.diagnostics import Diagnostic, Severity
from slidewright.errors import UsageError
from slidewright.report import FORMATS, Look, Placed, Report, formatted
from slidewright.settings import REPORT_FORMATS
from slidewright.text import Location, Source, Span

GOLDENS = Path(__file__).parent / "goldens"
ENDINGS = {"json": "json", "sarif": "json", "gitlab": "json", "json-lines": "jsonl", "junit": "xml", "markdown": "md"}
PLAIN = Look()


def test_the_formats_are_those_that_settings_take() -> None:
    assert FORMATS == REPORT_FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_what_it_wrote(
    name: str, everything: Report, matches_golden: Callable[[Path, str], None]
) -> None:
    matches_golden(GOLDENS / f"{name}.{ENDINGS.get(name, 'txt')}", formatted(name, everything, PLAIN))


def test_every_golden_is_of_a_format() -> None:
    assert sorted(path.stem for path in GOLDENS.iterdir()) == sorted(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_ends_in_one_newline(name: str, everything: Report) -> None:
    assert re.search(r"[^\n]\n\Z", formatted(name, everything, PLAIN))


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_nothing_is_empty_or_ends_in_one_newline(name: str, clean: Report) -> None:
    text = formatted(name, clean, PLAIN)
    assert re.fullmatch(r"|(?s:.*[^\n])\n", text)
    assert bool(text) == (name in ("json", "sarif", "junit", "gitlab", "markdown"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_the_findings_does_not_matter(name: str, everything: Report) -> None:
    shuffled = everything._replace(placed=everything.placed[::-1])
    assert formatted(name, shuffled, PLAIN) == formatted(name, everything, PLAIN)


@pytest.mark.parametrize("name", FORMATS)
def test_colour_changes_nothing_but_colour(name: str, everything: Report) -> None:
    coloured = formatted(name, everything, Look(colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == formatted(name, everything, PLAIN)
    assert ("\x1b" in coloured) == (name in ("full", "concise", "grouped"))


HOSTILE = "".join(map(chr, [*range(32), *range(127, 160), 0x202E, 0x2066, 0x2028, 0xD800, 0xDCFF, 0xFEFF, 0xFFFE]))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_drives_a_terminal_gets_out(name: str) -> None:
    source = Source(PurePosixPath("slides.md"), f"a{HOSTILE}b\n")
    location = Location(source, Span(0, len(source.text)))
    found = Diagnostic("rule", Severity.ERROR, HOSTILE, location, help=HOSTILE)
    report = Report([Placed(found, f"{HOSTILE}.md")], 1, 1)
    text = formatted(name, report, PLAIN)
    assert all(char.isprintable() or char in "\n\u00a0\u3000\u200d" for char in text)
    assert text.encode("utf-8")


def test_an_unknown_format_is_a_usage_error(clean: Report) -> None:
    with pytest.raises(UsageError, match="no format is called `xml`: there are full, concise"):
        formatted("xml", clean, PLAIN)


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_formats_for_people_import_nothing_heavy(name: str) -> None:
    script = (
        "import sys\n"
        "from slidewright.report import Look, Report, formatted\n"
        "from slidewright.report.summary import summary\n"
        "from slidewright.report.diff import diff\n"
        f"report = Report((), 1, 1); formatted({name!r}, report, Look()); summary(report)\n"
        "print(sorted({'json', 'difflib', 'hashlib', 'xml', 'logging', 'asyncio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True, check=False, env=ENV)
    assert (done.stdout, done.stderr) == ("[]\n", "")


ENV = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
