"""What references lead to, and what becomes of them on each target: Slidev's own table (format D), row by row."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from slidewright.load import load
from slidewright.resolve import resolve
from slidewright.resolve.outcomes import Found, Miscased, Missing, Outside, Resolved, SlideFound, Unresolvable, Way
from slidewright.resolve.readings import kept_readings
from slidewright.workspace import DiskWorkspace, MemoryWorkspace

FILES = {
    "talk/a.png": "png",
    "talk/public/pub.png": "png",
    "talk/public/sub/b c.png": "png",
    "talk/pages/near.png": "png",
    "talk/pages/page.md": "![](./near.png)\n\n![](./a.png)\n\n![](/pub.png)\n\n<<< ./x.py\n\n<<< @/snippets/x.py",
    "talk/pages/x.py": "",
    "talk/snippets/x.py": "",
    "outside.png": "png",
}


def references(slides: str) -> list[Resolved]:
    workspace = MemoryWorkspace({**FILES, "talk/slides.md": slides})
    return list(resolve(load(workspace, PurePosixPath("talk/slides.md")), workspace))


TABLE = [
    # what is written, found how, dev, build, standalone
    ("![](./a.png)", Way.RELATIVE, "ok ok ok"),
    ("![](../outside.png)", Way.RELATIVE, "ok ok ok"),
    ("![](./gone.png)", None, "broken fails broken"),
    ("![](a.png)", Way.BARE, "fails fails ok"),
    ("![](gone.png)", None, "fails fails broken"),
    ("![](/pub.png)", Way.PUBLIC, "ok ok ok"),
    ("![](/sub/b%20c.png)", Way.PUBLIC, "ok ok ok"),
    ("![](/a.png)", Way.ROOT, "ok ok ok"),
    ("![](/gone.png)", None, "fails fails broken"),
    ("![](pub.png)", Way.BARE, "fails fails ok"),
    ("![](@/a.png)", Way.LENIENT, "fails fails ok"),
    ("![](~/a.png)", Way.LENIENT, "fails fails ok"),
    ("![](./a.png?raw)", Way.RELATIVE, "ok ok ok"),
    ('<use href="./a.png#x"/>', Way.RELATIVE, "ok ok ok"),
    ('<video src="./a.png"></video>', Way.RELATIVE, "ok ok ok"),
    ('<audio src="./a.png"></audio>', Way.RELATIVE, "ok broken ok"),
    ('<audio src="/pub.png"></audio>', Way.PUBLIC, "ok ok ok"),
    ('<audio src="/a.png"></audio>', Way.ROOT, "ok broken ok"),
    ("<img :src=\"'./a.png'\">", Way.RELATIVE, "ok broken ok"),
    ('<MyImage src="./a.png" />', Way.RELATIVE, "ok broken ok"),
    ("<style>\n.x { background: url(./a.png) }\n</style>", Way.RELATIVE, "ok ok ok"),
    ("<style>\n.x { background: url(./gone.png) }\n</style>", None, "broken broken broken"),
    ('<div style="background: url(./a.png)"></div>', Way.RELATIVE, "ok broken ok"),
    ("---\nbackground: ./a.png\n---\n", Way.RELATIVE, "ok broken ok"),
    ("---\nimage: /pub.png\n---\n", Way.PUBLIC, "ok ok ok"),
    ("---\nimage: /a.png\n---\n", Way.ROOT, "ok broken ok"),
]


@pytest.mark.parametrize(("written", "way", "verdicts"), TABLE)
def test_the_table_of_assets(written: str, way: Way | None, verdicts: str) -> None:
    (item,) = references(written)
    assert f"{item.dev} {item.build} {item.standalone}" == verdicts
    if way is None:
        assert isinstance(item.outcome, Missing)
    else:
        assert isinstance(item.outcome, Found)
        assert item.outcome.way is way


def test_an_imported_page_resolves_from_its_own_folder() -> None:
    items = references("---\nsrc: ./pages/page.md\n---\n")
    found = {item.reference.target: item.outcome for item in items}
    assert found["./near.png"] == Found(PurePosixPath("talk/pages/near.png"), Way.RELATIVE)
    assert isinstance(found["./a.png"], Found)
    assert found["./a.png"].way is Way.LENIENT
    assert found["/pub.png"] == Found(PurePosixPath("talk/public/pub.png"), Way.PUBLIC)
    assert found["./x.py"] == Found(PurePosixPath("talk/pages/x.py"), Way.RELATIVE)
    assert found["@/snippets/x.py"] == Found(PurePosixPath("talk/snippets/x.py"), Way.ALIAS)


def test_slide_links_lead_to_numbers_and_aliases() -> None:
    items = references("[a](/2) [b](./2) [c](end) <Link to='/end'>x</Link>\n\n---\nrouteAlias: end\n---\n\n# End")
    assert [item.outcome for item in items][:2] == [SlideFound(2), SlideFound(2)]
    assert items[-1].outcome == SlideFound(2)


def test_links_beyond_the_deck_and_bare_aliases() -> None:
    items = references("[a](#2) [b](/9) [c](end) <Link :to='1'/>\n\n---\nrouteAlias: end\n---\n\n# End")
    assert [item.outcome for item in items][::2] == [SlideFound(2), SlideFound(2)]
    assert isinstance(items[1].outcome, Missing)
    assert items[3].outcome == SlideFound(1)


PAGES = [
    "[a](/demo/) [b](../) [c](?x=1) [d](/)",
    '<iframe src="/demo/"></iframe> <a href="../other/">x</a>',
    "---\nurl: /demo/\n---\n",
    '<MyCard href="/about" url="/api/x" />',
    '<style>\n@import "tailwindcss";\n@import "@fontsource/inter";\n.a { b: url(~pkg/a.png) }\n</style>',
    '<img src="./node_modules/pkg/a.png">',
]


@pytest.mark.parametrize("written", PAGES)
def test_pages_and_packages_are_not_looked_up(written: str) -> None:
    items = references(written)
    assert items
    assert {(type(item.outcome), item.dev) for item in items} == {(Unresolvable, "ok")}


def test_a_hidden_slide_names_nothing() -> None:
    gone = "background: ./gone.png\n---\n\n![](./gone.png)\n\n来源：none\n\n---\n"
    assert references(f"---\nhide: true\n{gone}\n# B") == []
    assert references(f"# A\n\n---\nhide: true\n{gone}\n# B") == []
    assert references("# A\n\n---\nhide: true\nsrc: ./gone.md\n---\n\n---\n\n# B") == []


def test_a_hidden_head_still_dresses_the_deck() -> None:
    items = references(
        "---\nhide: true\ntheme: ./gone\nimage: ./gone.png\ndefaults:\n  image: /d.png\n---\n\n---\n\n# B"
    )
    assert [item.reference.target for item in items] == ["./gone", "/d.png"]


def test_only_the_headmatter_dresses_the_deck() -> None:
    items = references("# A\n\n---\ntheme: ./gone\naddons: [./gone]\nfavicon: /gone.ico\n---\n\n# B")
    assert items == []


def test_a_page_that_imports_nothing_there_is_resolved() -> None:
    files = {"s.md": "---\nsrc: ./page.md\n---\n", "page.md": "# A\n\n---\nsrc: ./gone.md\n---\n"}
    workspace = MemoryWorkspace(files)
    items = list(resolve(load(workspace, PurePosixPath("s.md")), workspace))
    assert [(item.reference.target, type(item.outcome)) for item in items][1:] == [("./gone.md", Missing)]


def test_a_local_theme_that_is_not_there_stops_slidev() -> None:
    missing, outside = references("---\ntheme: ./gone\naddons: [../../gone]\n---\n")
    assert isinstance(missing.outcome, Missing)
    assert isinstance(outside.outcome, Outside)
    assert (missing.dev, missing.build, outside.build) == ("fails", "fails", "fails")


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("./momnet.png", "./moment.png"),
        ("./moment.jpg", "./moment.png"),
        ("./mom.png", "./moment.png"),
        ("./no.png", None),
    ],
)
def test_near_names_are_those_that_a_slip_explains(written: str, near: str | None) -> None:
    workspace = MemoryWorkspace({"s.md": f"![]({written})", "moment.png": "", "a.png": "", "xy.png": ""})
    (item,) = resolve(load(workspace, PurePosixPath("s.md")), workspace)
    assert isinstance(item.outcome, Missing)
    assert item.outcome.candidates == ((near,) if near else ())


def test_a_slide_shown_twice_is_resolved_once_with_both_numbers() -> None:
    items = references("---\nsrc: ./pages/page.md\n---\n\n---\nsrc: ./pages/page.md\n---\n")
    near = [item for item in items if item.reference.target == "./near.png"]
    assert [item.slides for item in near] == [(1, 2)]


def test_folders_sockets_and_loops_are_missing_with_their_reason(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to("loop.png")
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "slides.md").write_text("![](./folder.png) ![](./loop.png) ![](./pipe.png)")
    workspace = DiskWorkspace(tmp_path)
    outcomes = [item.outcome for item in resolve(load(workspace, PurePosixPath("slides.md")), workspace)]
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Missing)] == [
        "is a folder, not a file",
        "is a loop of symbolic links",
        "is not a regular file",
    ]


def test_links_are_followed_inside_the_root_only(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "img").mkdir(parents=True)
    (root / "img/a.png").write_bytes(b"png")
    (tmp_path / "secret.png").write_bytes(b"png")
    (root / "inside.png").symlink_to("img/a.png")
    (root / "outside.png").symlink_to(tmp_path / "secret.png")
    (root / "folder").symlink_to(tmp_path)
    (root / "slides.md").write_text("![](./inside.png) ![](./outside.png) ![](./folder/secret.png) ![](../secret.png)")
    workspace = DiskWorkspace(root)
    inside, *outside = resolve(load(workspace, PurePosixPath("slides.md")), workspace)
    assert inside.outcome == Found(PurePosixPath("inside.png"), Way.RELATIVE)
    assert [type(item.outcome) for item in outside] == [Outside] * 3


@pytest.mark.parametrize(
    ("written", "real"),
    [
        ("./Moment.PNG", "moment.png"),
        ("./IMG/a.png", "img/a.png"),
        ("./e\u0301.png", "\u00e9.png"),
        ("/PUB.png", "public/pub.png"),
    ],
)
def test_another_spelling_is_miscased_with_the_real_one(written: str, real: str) -> None:
    files = {"s.md": f"![]({written})", "moment.png": "", "img/a.png": "", "\u00e9.png": "", "public/pub.png": ""}
    workspace = MemoryWorkspace(files)
    (item,) = resolve(load(workspace, PurePosixPath("s.md")), workspace)
    assert isinstance(item.outcome, Miscased)
    assert item.outcome.path == PurePosixPath(real)
    assert (item.build, item.standalone) == ("fails", "ok")


def test_the_users_deck(shared: Path) -> None:
    workspace = DiskWorkspace(shared / "seed")
    resolutions = resolve(load(workspace, PurePosixPath("slides.md")), workspace)
    images = [item for item in resolutions if item.reference.syntax == "html:img:src"]
    assert len(images) == 18
    assert all(isinstance(item.outcome, Missing) for item in images)
    assert all(item.reference.location.text == item.reference.target for item in images)
    assert [citation.url is not None for citation, _ in resolutions.citations] == [True] * 5


def test_kept_readings_are_those_that_were_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path))
    head = "---\nbackground: ./a.png\n---\n\n"
    text = f"{head}![](./a.png)\n\n<<< ./x.py#r\n\n来源：https://example.com\n\n<p>**x**</p>\n\n---\n\n![](b.png) <A>"
    workspace = MemoryWorkspace({**FILES, "talk/slides.md": text})
    deck = load(workspace, PurePosixPath("talk/slides.md"))
    plain = resolve(deck, workspace)
    first, again = (resolve(deck, workspace, kept_readings) for _ in range(2))
    assert plain.items == first.items == again.items
    assert plain.citations == first.citations == again.citations
    signs, kept = ([part.anatomy.signs for part in one.parts] for one in (plain, again))
    assert signs == kept == [{"text-in-html"}, {"component", "fault"}]
    moved = MemoryWorkspace({**FILES, "talk/slides.md": f"# New\n\n---\n\n{text.split('---', 2)[2].lstrip()}"})
    shifted = resolve(load(moved, PurePosixPath("talk/slides.md")), moved, kept_readings)
    assert all(item.reference.location.text == item.reference.written for item in shifted)
