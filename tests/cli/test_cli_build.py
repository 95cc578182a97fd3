from __future__ import annotations

from pathlib import Path

import pytest
from calling import PNG

from slidewright.cli import main
from slidewright.resources import bundle_folder

pytestmark = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["build", *arguments])
    return int(stopped.value.code or 0)


def test_a_deck_becomes_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("# A\n\n---\n\n# B\n")
    assert run("slides.md") == 0
    assert (folder / "slides.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    out, err = capsys.readouterr()
    assert (out, err) == ("", "slides.html: 2 slides\n")


def test_an_output_folder_takes_the_decks_name(folder: Path) -> None:
    (folder / "talk.md").write_text("# A\n")
    (folder / "dist").mkdir()
    assert run("talk.md", "-o", "dist") == 0
    assert (folder / "dist/talk.html").is_file()


def test_an_output_that_ends_in_a_slash_is_a_folder(folder: Path) -> None:
    (folder / "talk.md").write_text("# A\n")
    assert run("talk.md", "-o", "new/") == 0
    assert (folder / "new/talk.html").is_file()


def test_without_a_deck_it_is_slides_in_this_folder(folder: Path) -> None:
    (folder / "slides.md").write_text("# A\n")
    assert run() == 0
    assert (folder / "slides.html").is_file()


def test_what_is_missing_is_told_and_the_page_is_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("# A\n\n![](./gone.png)\n")
    assert run("slides.md", "-o", "x.html") == 0
    assert "slides.md:3:5: warning: no file at `./gone.png` [missing-image]\n" in capsys.readouterr().err
    assert (folder / "x.html").is_file()


def test_a_name_that_only_slidev_refuses_is_no_warning(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("![](a.png)\n")
    (folder / "a.png").write_bytes(PNG)
    assert run("slides.md") == 0
    assert "warning" not in capsys.readouterr().err


def test_strict_writes_nothing_over_what_was_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("![](./gone.png)\n")
    (folder / "x.html").write_text("before")
    assert run("slides.md", "-o", "x.html", "--strict") == 1
    assert (folder / "x.html").read_text() == "before"
    assert "1 warning; with --strict nothing is written" in capsys.readouterr().err


def test_strict_is_content_with_what_a_suppression_allows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# One\n\n{}\n\n<Chart />\n"
    allowed = "<!-- slidewright: allow not-rendered, unknown-component -- drawn on stage -->"
    codes = []
    for comment in ("<!-- -->", allowed):
        (folder / "slides.md").write_text(text.format(comment))
        codes.append(run("slides.md", "--strict"))
    assert codes == [1, 0], capsys.readouterr().err


def test_strict_is_content_with_a_clean_deck(folder: Path) -> None:
    (folder / "slides.md").write_text("# A\n")
    assert run("slides.md", "--strict") == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gone.md"], 2, "gone.md: no such file"),
        (["slides.md", "-o", "slides.md"], 2, "is the deck itself"),
        (["slides.md", "-o", "folder/../slides.md"], 2, "is the deck itself"),
        (["slides.md", "-o", "file/x.html"], 3, "cannot write below file"),
        (["slides.md", "-o", "talk.pdf"], 2, "talk.pdf: a build is an HTML page, no .pdf"),
        (["talk"], 2, "talk: is a folder, not a file; its deck is talk/slides.md"),
        (["folder"], 2, "folder: is a folder, not a file\n"),
        (["slides.md", "--to", "slidev", "--without-notes"], 2, "--without-notes"),
        (["slides.md", "--to", "slidev", "--prerender"], 2, "--prerender"),
        (["slides.md", "--to", "slidev", "--external"], 2, "--external"),
        (["slides.md", "--to", "pdf"], 2, "--to"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    (folder / "slides.md").write_text("# A\n")
    (folder / "file").write_text("")
    (folder / "folder").mkdir()
    (folder / "talk").mkdir()
    (folder / "talk/slides.md").write_text("# B\n")
    assert run(*arguments) == code
    assert message in capsys.readouterr().err
    assert (folder / "slides.md").read_text() == "# A\n"


def test_a_project_is_made_for_slidev(folder: Path) -> None:
    (folder / "slides.md").write_text("# A\n")
    assert run("slides.md", "--to", "slidev", "-o", "project") == 0
    assert (folder / "project/package.json").is_file()


def test_a_project_is_told_nothing_of_what_it_mends(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("---\nbackground: a.png\n---\n\n![](a.png) <audio src='./a.mp3'/>\n")
    (folder / "a.png").write_bytes(PNG)
    (folder / "a.mp3").write_bytes(b"MP3")
    assert run("slides.md", "--to", "slidev", "-o", "project", "--strict") == 0
    assert capsys.readouterr().err == "project: 1 slide\n"


def test_a_project_tells_of_each_placeholder_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("![](a.png)\n\n<<< ./x.py\n\n![](../../b.png) ![](noending)\n")
    assert run("slides.md", "--to", "slidev", "-o", "project") == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2] for line in told] == [
        "warning: no file at `a.png`: a placeholder stands in for it [missing-image]",
        "warning: no file at `./x.py`: a placeholder stands in for it [missing-snippet]",
        "warning: `../../b.png` leads out of the project: a placeholder stands in for it [path-outside-project]",
        "warning: no file at `noending`: a placeholder stands in for it [missing-image]",
        "1 slide",
    ]


def test_a_fault_in_an_own_template_is_told_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "templates/slidev").mkdir(parents=True)
    (folder / "templates/slidev/README.md.j2").write_text("{{ nothing }}")
    (folder / "slides.md").write_text("# A\n")
    assert run("slides.md", "--to", "slidev", "-o", "project") == 2
    assert "templates/slidev/README.md.j2:1: 'nothing' is undefined" in capsys.readouterr().err
    assert not (folder / "project").exists()


def test_assets_go_into_a_folder_named_after_the_page_or_by_the_user(folder: Path) -> None:
    (folder / "slides.md").write_text("![](./a.png)\n")
    (folder / "a.png").write_bytes(PNG)
    assert run("slides.md", "-o", "dist/talk.html", "--assets=dir") == 0
    assert run("slides.md", "-o", "dist/other.html", "--assets", "media/files") == 0
    for found in ("dist/talk_files", "dist/media/files"):
        assert [path.read_bytes() for path in (folder / found).glob("a-*.png")] == [PNG]
    assert 'data-src="talk_files/a-' in (folder / "dist/talk.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("assets", ["/tmp/x", "../x", "a/../../x", ".", "", "\\x"])
def test_assets_stay_beside_the_page(folder: Path, assets: str) -> None:
    (folder / "slides.md").write_text("# A\n")
    assert run("slides.md", "--assets", assets) == 2
    assert not (folder / "slides.html").exists()


def test_assets_of_a_project_are_its_own(folder: Path) -> None:
    (folder / "slides.md").write_text("# A\n")
    assert run("slides.md", "--to", "slidev", "--assets=dir") == 2


def test_a_large_page_is_a_warning_and_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text('# A\n\n<video src="./a.mp4" />\n')
    (folder / "a.mp4").write_bytes(bytes(21_000_000))
    assert run("slides.md") == 0
    assert "slides.md:3:13: warning: the page carries 21.0 MB of files" in capsys.readouterr().err
    assert run("slides.md", "--assets=dir") == 0
    assert "large-page" not in capsys.readouterr().err


def test_what_the_checker_explains_is_not_told_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = "background: https://source.unsplash.com/x\nlayout: gone"
    (folder / "slides.md").write_text(f"---\n{shown}\n---\n\n# A\n\n<Gone /> <also-gone />\n")
    assert run("slides.md") == 0
    told = [line.rpartition(" ")[2] for line in capsys.readouterr().err.splitlines() if "warning" in line]
    assert told == ["[dead-host]", "[unknown-layout]", "[unknown-component]", "[not-rendered]"]


def test_findings_of_one_cause_are_told_together(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "slides.md").write_text("\n\n".join(f"![](https://x.org/{number}.png)" for number in range(9)))
    assert run("slides.md") == 0
    first, others, help, _ = capsys.readouterr().err.splitlines()
    assert first.startswith("slides.md:1:5: warning: not in the page: https://x.org/0.png")
    assert others == "  and 8 more of the same cause: 3:5, 5:5, 7:5, 9:5, 11:5, 13:5, 15:5, 17:5"
    assert "--external" in help


@pytest.mark.parametrize(
    "allowed",
    [
        'ignore = ["missing-image"]',
        'per-slide-ignores."slides.md#1" = ["reference"]',
        'per-file-ignores."*.md" = ["missing-image"]',
        'severity.missing-image = "off"',
    ],
)
def test_what_the_configuration_allows_is_no_warning_of_a_build(folder: Path, allowed: str) -> None:
    (folder / "slides.md").write_text("# A\n\n![a](./gone.png)\n")
    assert run("slides.md", "--strict") == 1
    (folder / "slidewright.toml").write_text(f"[check]\n{allowed}\n")
    assert run("slides.md", "--strict") == 0
