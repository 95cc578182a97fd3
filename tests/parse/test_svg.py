from __future__ import annotations

import pytest

from slidewright.parse.svg import without_scripts

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9">'


def cleaned(inside: str) -> str:
    content = without_scripts(f"{OPEN}{inside}</svg>".encode())
    assert content is not None
    return content.decode()


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>bad()</script>",
        '<SCRIPT href="https://e.test/bad.js"/>',
        '<rect onload="bad()"/>',
        '<g><g><rect ONclick="bad()"/></g></g>',
        '<a href="javascript:bad()">x</a>',
        '<a xlink:href=" jAvascript:bad()">x</a>',
        '<use xlink:href="https://e.test/bad.svg#x"/>',
        '<image href="//e.test/bad.png"/>',
        '<image href="data:text/html,bad()"/>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="bad.html"/></foreignObject>',
        '<foreignObject><h:script xmlns:h="http://www.w3.org/1999/xhtml">bad()</h:script></foreignObject>',
        "<?xml-stylesheet href='bad.css'?>",
    ],
)
def test_what_acts_or_leads_out_is_taken_away(hostile: str) -> None:
    assert "bad" not in cleaned(f"{hostile}<rect/>")
    assert "<rect" in cleaned(f"{hostile}<rect/>")


def test_what_is_looked_at_stays() -> None:
    text = '<style>.a{fill:red}</style><use xlink:href="#b" /><image href="data:image/png;base64,AA==" />'
    assert cleaned(text).endswith(f"{OPEN.replace('<svg ', '')}{text}</svg>".partition(">")[2])
    assert "xlink:href" in cleaned(text)
    assert "ns0" not in cleaned(text)


def test_entities_are_put_in_and_none_from_elsewhere() -> None:
    entities = '<!ENTITY c "red"><!ENTITY f SYSTEM "file:///etc/hostname">'
    document = f'<!DOCTYPE svg [{entities}]>{OPEN}<rect fill="&c;"/></svg>'
    content = without_scripts(document.encode())
    assert content is not None
    assert b'fill="red"' in content
    assert without_scripts(document.replace('"&c;"/>', '"red"/>&f;').encode()) in (None, content)


@pytest.mark.parametrize("content", [b"", b"<svg", b"<html/>", b"\x89PNG", b"<svg>&nbsp;</svg>", b"\xff\xfe<"])
def test_what_is_no_svg_is_none(content: bytes) -> None:
    assert without_scripts(content) is None


def test_depth_is_no_danger() -> None:
    def deep(depth: int) -> bytes:
        return f"{OPEN}{'<g>' * depth}<script/>{'</g>' * depth}</svg>".encode()

    content = without_scripts(deep(100))
    assert content is not None
    assert b"script" not in content
    assert without_scripts(deep(50_000)) is None
