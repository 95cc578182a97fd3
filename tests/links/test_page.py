from __future__ import annotations

import pytest

from slidewright.links.page import Page, is_page

TEXT = "<p>" + "Words to read. " * 30 + "</p>"


def missing(html: str | bytes, *names: str, charset: str | None = None, part: int = 1 << 16) -> set[str]:
    content = html.encode() if isinstance(html, str) else html
    page = Page(frozenset(names), charset)
    for start in range(0, len(content), part):
        page.feed(content[start : start + part])
    return set(page.missing())


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<h2 id="here">', "here"),
        ("<h2 id=here>", "here"),
        ("<H2 ID='here'>", "here"),
        ('<a name="here">', "here"),
        ('<svg><g id="here"/></svg>', "here"),
        ('<h2 id="a&amp;b">', "a&b"),
        ('<h2 id="見出し">', "見出し"),
        ('<h2 id="見出し">', "%E8%A6%8B%E5%87%BA%E3%81%97"),
        ('<h2 id="%E8%A6%8B">', "%E8%A6%8B"),
        ('<h2 id="user-content-install">', "install"),
        ('<h2 id="user-content-install">', "Install"),
    ],
)
def test_places_are_found(html: str, name: str) -> None:
    assert missing(TEXT + html, name) == set()
    assert missing(TEXT + html, name, part=3) == set()


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<p id="Here">',
        '<p id="here-2">',
        '<input name="here">',
        "<!-- <p id=here> -->",
        "<p class=here>here</p>",
        "<script>f()</script>",
        "<script>nothere()</script>",
        '<div id="app"><p>server-side</p></div><script src="x.js"></script>',
    ],
)
def test_places_that_are_not_there_are_missing(html: str) -> None:
    assert missing(TEXT + html, "here") == {"here"}


def test_each_name_is_told_apart() -> None:
    assert missing(TEXT + "<i id=a></i><i id=c></i>", "a", "b", "c", "d") == {"b", "d"}


@pytest.mark.parametrize(
    "html",
    [
        "<script src=x.js></script><p>Loading</p>",
        TEXT + '<div id="app"></div><script src="x.js"></script>',
        TEXT + '<script></script><div id="root"> \n</div>',
        TEXT + "<app-root></app-root><script></script>",
        TEXT + '<script type="application/json">{"html": "<h2 id=\\"here\\">"}</script>',
        TEXT + '<meta http-equiv="Refresh" content="0; url=b.html">',
        "<script>location = 'b.html' + location.hash</script>",
        TEXT + "<![unknown[ <p>",
    ],
)
def test_pages_made_by_script_or_beyond_reading_lack_nothing(html: str) -> None:
    assert missing(html, "here") == set()


def test_reading_stops_when_all_is_found() -> None:
    page = Page(frozenset({"a", "b"}), None)
    page.feed(b"<p id=a>")
    assert not page.is_decided
    page.feed(b"<p id=b>")
    assert page.is_decided


@pytest.mark.parametrize(
    ("charset", "encoding", "declaration"),
    [
        (None, "utf-8", ""),
        ("shift_jis", "shift_jis", ""),
        (None, "gb18030", '<meta charset="gb18030">'),
        (None, "euc-jp", '<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">'),
        ("no-such-charset", "utf-8", ""),
        ("hex", "utf-8", ""),
        ("undefined", "utf-8", ""),
    ],
)
def test_text_is_read_in_the_charset_that_is_declared(charset: str | None, encoding: str, declaration: str) -> None:
    html = f'{declaration}{TEXT}<h2 id="見出">'.encode(encoding)
    assert missing(html, "見出", "x", charset=charset, part=5_000) == {"x"}


@pytest.mark.parametrize("part", ["<a ", "<!--", "<![CDATA[", "<script>", "<p id='", "&#x", "<", "</", "<?"])
def test_any_markup_is_read_without_error(part: str) -> None:
    assert missing(TEXT + part * 2_000, "here") in (set(), {"here"})


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("text/html", True),
        ("Text/HTML; charset=x", True),
        ("application/xhtml+xml", True),
        ("application/pdf", False),
        ("text/plain", False),
        ("", False),
    ],
)
def test_only_html_has_places(content_type: str, expected: bool) -> None:
    assert is_page(content_type) is expected
