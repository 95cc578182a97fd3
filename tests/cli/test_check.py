"""`slidewright check`, `sources`, `explain` and `inspect` as a user calls them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from calling import PNG, run


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    (tmp_path / "slides.md").write_text("# 标题 ![图](./图.png)\n\n来源：https://example.com\n", encoding="utf-8")
    return tmp_path


def test_findings_go_to_standard_output_and_the_rest_to_standard_error(talk: Path) -> None:
    done = run("check", cwd=talk)
    assert done.returncode == 1
    assert done.stderr == "1 error in 1 deck, 1 slide\n"
    assert done.stdout == (
        "error[missing-image]: no file at `./图.png`\n"
        "  --> slides.md:1:11  (slide 1)\n"
        "  |\n"
        "1 | # 标题 ![图](./图.png)\n"
        "  |              ^^^^^^^^\n"
        "  help: put the file there, or correct the path\n"
    )


def test_a_clean_deck_prints_nothing_and_exits_with_0(talk: Path) -> None:
    (talk / "图.png").write_bytes(PNG)
    done = run("check", "slides.md", cwd=talk)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no problems in 1 deck, 1 slide\n")


def test_json_is_versioned_and_counts_code_points(talk: Path) -> None:
    done = run("check", "--format", "json", cwd=talk)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["version"] == 1
    assert report["diagnostics"] == [
        {
            "rule": "missing-image",
            "severity": "error",
            "message": "no file at `./图.png`",
            "path": "slides.md",
            "line": 1,
            "column": 11,
            "end_line": 1,
            "end_column": 18,
            "slide": 1,
            "help": "put the file there, or correct the path",
            "targets": ["dev", "build", "standalone"],
            "related": [],
            "fix": None,
        }
    ]
    assert report["summary"] == {
        "decks": 1, "slides": 1, "total": 1, "error": 1, "warning": 0, "info": 0, "worst": "error",
        "fixable": {"safe": 0, "unsafe": 0}, "fixed": 0, "suppressed": 0, "baselined": 0,
    }  # fmt: skip


def test_the_documented_json_is_the_real_one(talk: Path) -> None:
    text = (Path(__file__).parents[2] / "docs/json.md").read_text(encoding="utf-8")
    documented = json.loads(text.split("```json\n")[1].split("```")[0])
    report = json.loads(run("check", "--format", "json", cwd=talk).stdout)
    assert documented.keys() == report.keys()
    assert documented["diagnostics"][0].keys() == report["diagnostics"][0].keys()
    assert documented["summary"].keys() == report["summary"].keys()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "error"], 0),
        (["--ignore", "dead-host"], 0),
        (["--ignore", "reference"], 0),
        (["--select", "frontmatter"], 0),
        (["--select", "dead-host,missing-image"], 1),
    ],
)
def test_the_exit_code_follows_severity_and_selection(tmp_path: Path, arguments: list[str], code: int) -> None:
    (tmp_path / "slides.md").write_text("![](https://source.unsplash.com/random)\n")
    assert run("check", *arguments, cwd=tmp_path).returncode == code


def test_info_never_fails(tmp_path: Path) -> None:
    (tmp_path / "slides.md").write_text("Source: somebody\n")
    done = run("check", cwd=tmp_path)
    assert done.returncode == 0
    assert "info[citation-without-url]" in done.stdout


def test_unknown_rules_are_usage_errors_with_a_suggestion(talk: Path) -> None:
    done = run("check", "--ignore", "mising-image", cwd=talk)
    assert done.returncode == 2
    assert done.stderr == "slidewright: no rule or family is called `mising-image`: did you mean `missing-image`?\n"


def test_many_findings_of_one_cause_are_folded(tmp_path: Path) -> None:
    (tmp_path / "slides.md").write_text("\n\n".join(f"<img src='{number}.png'>" for number in range(6)))
    out = run("check", cwd=tmp_path).stdout
    assert out.count("error[missing-image]") == 1
    assert "and 5 more of the same cause:" in out
    assert "11:11  5.png  slide 1" in out


def test_a_folder_means_the_decks_in_it(tmp_path: Path) -> None:
    for name in ("one/slides.md", "two/slides.md", "two/node_modules/x/slides.md", "two/notes.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# A\n")
    assert run("check", ".", cwd=tmp_path).stderr == "no problems in 2 decks, 2 slides\n"
    (tmp_path / "empty").mkdir()
    done = run("check", "empty", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no deck in this folder" in done.stderr


BAD_INPUT = {
    "absent": (None, 2, "no such file"),
    "latin-1": (b"# caf\xe9\n", 2, ":1:6: not UTF-8"),
    "nul": (b"# a\0b\n\n![](./\0.png)\n", 1, ""),
    "bom": ("\ufeff---\ntitle: A\n---\n\n# A\n".encode(), 1, ""),
    "crlf": (b"---\r\ntitle: A\r\n---\r\n\r\n![](./a.png)\r\n", 1, ""),
    "empty": (b"", 0, ""),
    "one long line": (b"word " * 400_000 + b"![](./gone.png)", 1, ""),
    "deep quotes": (b"> " * 5_000 + b"![](a.png)", None, ""),
    "deep lists": (b"- " * 3_000 + b"x", None, ""),
    "deep html": (b"<div>" * 50_000, None, ""),
    "deep emphasis": (b"*" * 30_000 + b"a", None, ""),
    "deep brackets": (b"[" * 20_000, None, ""),
    "unclosed everything": (b"---\ntitle: [\n---\n<!-- ``` $$ <div ![](\n---\n# B", None, ""),
    "yaml bomb": (
        b"---\n"
        + b"".join(b"k%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9) if n else b"x") for n in range(12))
        + b"---\n",
        1,
        "",
    ),
    "control characters": (b'<img src="./\x1b[31mred\x07.png">\n', 1, ""),
}


@pytest.mark.parametrize(("content", "code", "message"), BAD_INPUT.values(), ids=BAD_INPUT.keys())
def test_bad_input_is_a_message_and_never_a_traceback(
    tmp_path: Path, content: bytes | None, code: int | None, message: str
) -> None:
    if content is not None:
        (tmp_path / "slides.md").write_bytes(content)
    done = run("check", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode in ((0, 1) if code is None else (code,)), done.stderr
    assert message in done.stderr
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


def test_a_deck_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    os.mkfifo(tmp_path / "pipe.md")
    for name, reason in (("loop.md", "loop of symbolic links"), ("pipe.md", "not a regular file")):
        done = run("check", name, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert reason in done.stderr


def test_check_opens_nothing_outside_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# secret\n")
    project = tmp_path / "project"
    project.mkdir()
    (project / "link.md").symlink_to("../secret.md")
    (project / "slides.md").write_text(
        "---\nsrc: ./link.md\n---\n\n---\nsrc: ../secret.md\n---\n\n---\n\n# A ![](../x.png)\n"
    )
    done = run("check", "--root", ".", cwd=project)
    assert done.returncode == 1
    assert done.stdout.count("error[path-outside-project]") == 3
    assert "secret\n" not in done.stdout.replace("secret.md", "")


def test_check_needs_neither_templates_nor_engine(talk: Path) -> None:
    script = (
        "import sys; from slidewright.cli import main\n"
        "try: main(['check'])\nexcept SystemExit: pass\n"
        "print(sorted({'jinja2', 'slidewright.engine', 'slidewright.render', 'json'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=talk, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n"), done.stdout[-200:]


def test_explain_tells_a_rule_and_rules_lists_them(tmp_path: Path) -> None:
    assert run("explain", "bare-path", cwd=tmp_path).stdout.startswith("bare-path (reference, warning, safe fix)\n\n")
    listed = run("rules", cwd=tmp_path).stdout
    assert re.search(r"^  bare-path +warning +safe ", listed, re.M)
    assert re.search(r"^  uncited-image +info +off ", listed, re.M)
    rules = json.loads(run("rules", "citation", "--format", "json", cwd=tmp_path).stdout)
    assert {rule["family"] for rule in rules} == {"citation"}
    assert run("explain", "overflow", cwd=tmp_path).stdout.startswith("overflow (told by `serve`, warning)\n\n")
    assert "told by serve:\n  overflow  " in listed
    assert run("explain", "bare-paht", cwd=tmp_path).returncode == 2
    assert "did you mean `citation`?" in run("rules", "citaton", cwd=tmp_path).stderr


def test_sources_as_text_and_json(talk: Path) -> None:
    assert run("sources", cwd=talk).stdout == "1  slides.md:3:1  来源  https://example.com\n"
    (source,) = json.loads(run("sources", "--format", "json", cwd=talk).stdout)["sources"]
    assert (source["slides"], source["line"], source["url"]) == ([1], 3, "https://example.com")
    assert source["state"] is None


def test_inspect_speaks_slidevs_names(talk: Path) -> None:
    deck = json.loads(run("inspect", "slides.md", cwd=talk).stdout)
    assert deck["slides"][0]["title"].startswith("标题")
    assert deck["load"]["slides"][0]["no"] == 1
    assert deck["load"]["config"]["canvasWidth"] == 980
    assert deck["load"]["errors"] == {}


def test_the_users_deck(shared: Path, tmp_path: Path) -> None:
    done = run("check", "--format", "json", shared / "seed/slides.md", cwd=tmp_path)
    found = json.loads(done.stdout)["diagnostics"]
    serious = [item for item in found if item["severity"] != "info"]
    assert sorted(item["rule"] for item in serious) == ["dead-host", "leftover-todo"] + ["missing-image"] * 18
    assert {(item["line"], item["column"]) for item in serious if item["slide"] == 30} == {(346, 11)}
    notes = {item["rule"] for item in found if item["severity"] == "info"}
    assert notes == {"deprecated-key", "missing-alt-text", "missing-lang", "missing-title"}
    assert len(run("sources", shared / "seed/slides.md", cwd=tmp_path).stdout.splitlines()) == 5
