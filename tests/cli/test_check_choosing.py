"""Which decks, which rules, how told, and with which exit code: `slidewright check` as a user calls it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from calling import COMMAND, run

MISSING = "# A ![](./gone.png)\n"
CONCISE = ("--format", "concise", "--select", "missing-image")


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def paths(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line.partition(":")[0] for line in done.stdout.splitlines()]


def test_folders_hold_decks_and_git_ignores_some(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    headed = f"---\ntheme: seriph\n---\n\n{MISSING}"
    files = {
        "talks/slides.md": MISSING, "talks/more/intro.md": headed, "talks/notes.md": MISSING,
        "talks/marp.md": headed.replace("theme", "marp: true\ntheme"), "talks/drafts/slides.md": MISSING,
        "talks/old/slides.md": MISSING, "talks/node_modules/x/slides.md": MISSING, "talks/.hidden/slides.md": MISSING,
        ".gitignore": "old/\n", "talks/.gitignore": "/drafts\n",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert paths(run("check", *CONCISE, "talks", cwd=tmp_path)) == ["talks/more/intro.md", "talks/slides.md"]
    assert paths(run("check", *CONCISE, "--exclude", "talks/more", ".", cwd=tmp_path)) == ["talks/slides.md"]
    assert paths(run("check", *CONCISE, "talks/drafts/slides.md", cwd=tmp_path)) == ["talks/drafts/slides.md"]
    (tmp_path / "talks/slidewright.toml").write_text('[check]\nexclude = ["more/**"]\n')
    assert paths(run("check", *CONCISE, "talks", cwd=tmp_path)) == ["talks/slides.md"]


def test_a_page_in_a_folder_is_no_deck_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, **{"slides.md": "---\nsrc: ./page.md\n---\n", "page.md": f"---\ntheme: x\n---\n\n{MISSING}"})
    assert "in 1 deck, 1 slide" in run("check", *CONCISE, ".", cwd=tmp_path).stderr


def test_patterns_are_expanded_where_no_shell_did_it(tmp_path: Path) -> None:
    put(tmp_path, a__slides=MISSING)
    for name in ("a/one.md", "a/two.md", "b/three.md", "a/text.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(MISSING)
    assert paths(run("check", *CONCISE, "**/t*.md", cwd=tmp_path)) == ["a/two.md", "b/three.md"]
    done = run("check", *CONCISE, "c/*.md", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "c/*.md: no deck matches" in done.stderr


def test_a_deck_that_cannot_be_read_does_not_keep_the_others_from_being_checked(tmp_path: Path) -> None:
    put(tmp_path, **{"slides.md": MISSING})
    done = run("check", *CONCISE, "gone.md", "slides.md", cwd=tmp_path)
    assert done.returncode == 2
    assert paths(done) == ["slides.md"]
    assert "slidewright: gone.md: no such file" in done.stderr


WARNING = "![](http://example.com/a.png)\n\n![](https://placekitten.com/1)\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--select", "dead-host"], 1),
        (["--select", "dead-host", "--fail-on", "error"], 0),
        (["--select", "dead-host", "--fail-on", "error", "--max-warnings", "0"], 1),
        (["--select", "dead-host", "--fail-on", "error", "--max-warnings", "1"], 0),
        (["--select", "dead-host", "--fail-on", "info"], 1),
        (["--select", "dead-host", "--fail-on", "never"], 0),
        (["--select", "dead-host", "--exit-zero"], 0),
        (["--select", "citation-without-url", "--fail-on", "info"], 1),
        (["--select", "citation-without-url"], 0),
        (["--select", "nothing-such"], 2),
        (["--exit-zero", "gone.md"], 2),
    ],
)
def test_exit_codes(tmp_path: Path, arguments: list[str], code: int) -> None:
    put(tmp_path, **{"slides.md": f"{WARNING}\nSource: a book\n"})
    assert run("check", *arguments, cwd=tmp_path).returncode == code


def test_a_configuration_beside_the_deck_rules_it(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{
            "strict/slides.md": MISSING,
            "strict/slidewright.toml": '[check.severity]\nmissing-image = "warning"\n[check]\nfail-on = "error"\n',
            "loose/slides.md": f"{MISSING}\n---\n\n{MISSING}",
            "loose/slidewright.toml": '[check.per-slide-ignores]\n"*.md#2" = ["reference"]\n',
            "off/slides.md": MISSING,
            "off/pyproject.toml": '[tool.slidewright.check.per-file-ignores]\n"slides.md" = ["reference"]\n',
        },
    )
    assert run("check", "strict", cwd=tmp_path).returncode == 0
    done = run("check", "--format", "concise", "strict", "loose", "off", cwd=tmp_path)
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if "[missing-image]" in line] == [
        "loose/slides.md:1:9: error: no file at `./gone.png` [missing-image]",
        "strict/slides.md:1:9: warning: no file at `./gone.png` [missing-image]",
    ]
    assert run("check", "--isolated", "strict", cwd=tmp_path).returncode == 1


def test_an_output_file_holds_the_findings_and_the_terminal_the_summary(tmp_path: Path) -> None:
    put(tmp_path, **{"slides.md": MISSING})
    done = run("check", "--select", "missing-image", "--format", "sarif", "-o", "out/report.sarif", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "1 error in 1 deck, 1 slide\n"
    assert json.loads((tmp_path / "out/report.sarif").read_text())["version"] == "2.1.0"


def test_annotations_are_added_in_a_workflow_and_never_replace_the_text(tmp_path: Path) -> None:
    put(tmp_path, **{"slides.md": MISSING})
    done = run("check", "--select", "missing-image", cwd=tmp_path, GITHUB_ACTIONS="true")
    assert "error[missing-image]" in done.stdout
    assert "::error file=slides.md,line=1," in done.stdout
    done = run("check", "--select", "missing-image", "--format", "json", cwd=tmp_path, GITHUB_ACTIONS="true")
    assert json.loads(done.stdout)["summary"]["error"] == 1
    assert "::error file=slides.md,line=1," in done.stderr


def test_colours_follow_the_environment_and_the_option(tmp_path: Path) -> None:
    put(tmp_path, **{"slides.md": MISSING})
    arguments = ("check", "--select", "missing-image")
    assert "\x1b[" not in run(*arguments, cwd=tmp_path, NO_COLOR="").stdout
    assert "\x1b[" in run(*arguments, cwd=tmp_path, NO_COLOR="", FORCE_COLOR="1").stdout
    assert "\x1b[" in run(*arguments, "--color", "always", cwd=tmp_path).stdout


def test_statistics_and_quiet(tmp_path: Path) -> None:
    put(tmp_path, **{"slides.md": MISSING * 3})
    done = run("check", "--select", "missing-image", "--statistics", "-q", cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("3  missing-image\n", "")


def wait_for(condition: object, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def test_watch_checks_again_at_a_change_and_ends_at_once(tmp_path: Path) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text(MISSING)
    with (tmp_path.parent / f"{tmp_path.name}.log").open("w+") as log:
        process = subprocess.Popen(
            [*COMMAND, "check", "--watch", *CONCISE], cwd=tmp_path, stdout=log, stderr=log, env={**os.environ}
        )
        try:

            def said() -> str:
                log.seek(0)
                return log.read()

            wait_for(lambda: "watching for changes" in said())
            assert said().count("gone.png") == 1
            time.sleep(0.5)  # the watcher itself needs a moment
            for name in (".slidev", "node_modules"):  # of what tools write
                (tmp_path / name).mkdir()
                (tmp_path / name / "1.svg").write_text("<svg/>")
            time.sleep(1)
            assert said().count("watching for changes") == 1
            (tmp_path / "new.md").write_text("# replaced by renaming, as editors do\n")
            (tmp_path / "new.md").replace(deck)
            wait_for(lambda: said().count("watching for changes") == 2)
            assert said().count("gone.png") == 1
            deck.unlink()
            wait_for(lambda: "no such file" in said())
            deck.write_text(MISSING)
            wait_for(lambda: said().count("gone.png") == 2)
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(10) in (0, 1)
