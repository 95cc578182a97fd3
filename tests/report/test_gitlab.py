from __future__ import annotations

import json
from typing import Any

from slidewright.report import Look, Report, formatted


def issues(report: Report) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(formatted("gitlab", report, Look()))
    return read


def test_an_issue_has_what_gitlab_asks_for(example: Report) -> None:
    error, note = issues(example)
    assert error == {
        "type": "issue",
        "description": "no file at `./img/arch.png` (did you mean `./img/architecture.png`?)",
        "check_name": "missing-image",
        "fingerprint": error["fingerprint"],
        "severity": "major",
        "location": {
            "path": "slides.md",
            "lines": {"begin": 3, "end": 3},
            "positions": {"begin": {"line": 3, "column": 13}, "end": {"line": 3, "column": 27}},
        },
    }
    assert (note["description"], note["severity"]) == ("no address in this citation", "info")


def test_every_severity_has_a_name_that_gitlab_knows(everything: Report) -> None:
    assert {issue["severity"] for issue in issues(everything)} == {"info", "minor", "major"}


def test_no_two_issues_have_one_fingerprint(everything: Report) -> None:
    twice = everything._replace(placed=[*everything.placed, *everything.placed])
    assert len({issue["fingerprint"] for issue in issues(twice)}) == len(twice.placed)


def test_a_clean_check_is_an_empty_list(clean: Report) -> None:
    assert formatted("gitlab", clean, Look()) == "[]\n"
