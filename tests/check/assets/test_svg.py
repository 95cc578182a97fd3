from __future__ import annotations

import gzip

import pytest

from slidewright.check.assets.svg import svg_fault

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'

SHOWN = {
    "plain": SVG,
    "declaration": f'<?xml version="1.0"?>{SVG}',
    "mark and declaration": f'\ufeff<?xml version="1.0" encoding="UTF-8"?>{SVG}',
    "blank before": f"\n\n  {SVG}",
    "comment before": f"<!-- hi -->{SVG}",
    "document type": f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">{SVG}',
    "entity": f'<!DOCTYPE svg [<!ENTITY c "red">]>{SVG.replace("<rect", "<rect fill=" + chr(34) + "&c;" + chr(34))}',
    "namespace in an entity": '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>'
    + SVG.replace("http://www.w3.org/2000/svg", "&ns;"),
    "prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="40" height="30"/>',
    "comment behind": f"{SVG}\n<!-- x -->\n",
}

NOT_SHOWN = {
    "no namespace": (SVG.replace(' xmlns="http://www.w3.org/2000/svg"', ""), "lacks `xmlns`"),
    "empty namespace": (SVG.replace("http://www.w3.org/2000/svg", ""), "lacks `xmlns`"),
    "https": (SVG.replace("http:", "https:"), "has the namespace `https://www.w3.org/2000/svg`, not SVG's"),
    "no end": (SVG.replace("</svg>", ""), "is not well-formed: no element found in line 1"),
    "open element": (SVG.replace("<rect", "<g><rect"), "is not well-formed: mismatched tag in line 1"),
    "named entity": (SVG.replace("</svg>", "&nbsp;</svg>"), "is not well-formed: undefined entity in line 1"),
    "ampersand": (
        SVG.replace("</svg>", "a & b</svg>"),
        "is not well-formed: not well-formed (invalid token) in line 1",
    ),
    "unbound prefix": (SVG.replace("<rect", '<rect xlink:href="#a"'), "is not well-formed: unbound prefix in line 1"),
    "twice": (SVG * 2, "is not well-formed: junk after document element in line 1"),
    "blank before declaration": (
        f'\n<?xml version="1.0"?>{SVG}',
        "is not well-formed: XML or text declaration not at start of entity in line 2",
    ),
    "another element": (SVG.replace("svg", "symbol"), "begins with `<symbol>`, not with `<svg>`"),
    "nothing": ("", "is not well-formed: no element found in line 1"),
}


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
def test_what_a_browser_shows_has_no_fault(text: str) -> None:
    assert svg_fault(text.encode()) is None


@pytest.mark.parametrize(("text", "fault"), NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_what_a_browser_does_not_show_has_one(text: str, fault: str) -> None:
    assert svg_fault(text.encode()) == fault


def test_bytes_that_are_no_text_are_named_by_their_line() -> None:
    assert svg_fault(SVG.encode().replace(b"<rect", b"\n<text>\xe9</text><rect")) == "is not UTF-8 in line 2"
    assert svg_fault(gzip.compress(SVG.encode())) == "is not UTF-8 in line 1"
    assert svg_fault(f'<?xml version="1.0" encoding="UTF-16"?>{SVG}'.encode("utf-16")) is None


def test_entities_that_multiply_end_in_a_fault() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY e0 "x">{entities}]><svg xmlns="http://www.w3.org/2000/svg">&e11;</svg>'
    assert "is not well-formed" in (svg_fault(bomb.encode()) or "")
