"""URLs in a slide's template: the attributes that name a file, found tag by tag and given a new value."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

# Which attributes of which tags name a file that the page shows (a link leads elsewhere and is not one of them).
ATTRIBUTES: dict[str, frozenset[str]] = {
    "audio": frozenset({"src"}),
    "embed": frozenset({"src"}),
    "iframe": frozenset({"src"}),
    "image": frozenset({"href", "xlink:href"}),
    "img": frozenset({"src", "srcset"}),
    "input": frozenset({"src"}),
    "object": frozenset({"data"}),
    "source": frozenset({"src", "srcset"}),
    "track": frozenset({"src"}),
    "use": frozenset({"href", "xlink:href"}),
    "video": frozenset({"src", "poster"}),
}

_TAG = re.compile(
    r"""<!--.*?-->|<(?P<name>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^"'<>]|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+)""")
_CSS_URL = re.compile(r"""url\(\s*("[^"]*"|'[^']*'|[^\s"'()]*)\s*\)""", re.IGNORECASE)
_LITERAL = re.compile(r"""\s*(["'])([^"'\\]*)\1\s*""")  # :src="'./a.png'"
_COMPONENT = re.compile("[A-Z-]")
_NOT_PROPS = (":", "@", "#", "v-", "class", "id")
_STYLE = re.compile(r"(?<=>)([^<]*)(?=</style>)", re.IGNORECASE)
_SRCSET_ENTRY = re.compile(r"([^\s,]\S*[^\s,])(\s+[^,]+)?(?:,|$)")


class Url(NamedTuple):
    """What a URL becomes: a JavaScript `expression`, and what the same file is called in `css`."""

    expression: str
    css: str


Replace = Callable[[str, str], "Url | None"]  # (tag or "css", URL as written, decoded) → its replacement, or None


def rewrite(template: str, replace: Replace) -> str:
    """The template with each URL that `replace` knows bound to its expression; all else stays byte for byte."""

    def tag(match: re.Match[str]) -> str:
        name = match["name"]
        if name is None or not match["attributes"].strip():
            return match[0]
        tag = name.lower() if name.lower() in ATTRIBUTES else name
        attributes = _ATTRIBUTE.sub(lambda found: _attribute(tag, found, replace), match["attributes"])
        return f"<{name}{attributes}>"

    return _TAG.sub(tag, template)


def rewrite_component(source: str, replace: Replace) -> str:
    """A component with the URLs of its template and of its `<style>` blocks replaced."""
    parts = _STYLE.split(rewrite(source, replace))
    parts[1::2] = [rewrite_css(css, replace) for css in parts[1::2]]
    return "".join(parts)


def rewrite_css(css: str, replace: Replace) -> str:
    """The style sheet with each `url()` that `replace` knows by its new name."""

    def url(match: re.Match[str]) -> str:
        target = match[1].strip("\"'")
        new = replace("css", target) if target else None
        return new.css if new else match[0]

    return _CSS_URL.sub(url, css) if "url(" in css else css


def _attribute(tag: str, match: re.Match[str], replace: Replace) -> str:
    name, equals, quoted = match[1].lower(), match[2], match[3]
    value = html.unescape(quoted[1:-1] if quoted[0] in "\"'" else quoted)
    if name == "style":
        return _style(name, equals, value, quoted, replace)
    bound = _LITERAL.fullmatch(value) if name.startswith((":", "v-bind:")) else None
    if bound:
        name, value = name.removeprefix("v-bind").removeprefix(":"), bound[2]
    if name not in ATTRIBUTES.get(tag, ()) and not (_COMPONENT.search(tag) and not name.startswith(_NOT_PROPS)):
        return match[0]
    expression = _srcset(tag, value, replace) if name == "srcset" else _single(tag, value, replace)
    return f":{name}={_quoted(expression)}" if expression else match[0]


def _single(tag: str, value: str, replace: Replace) -> str | None:
    new = replace(tag, value.strip())
    return new.expression if new else None


def _srcset(tag: str, value: str, replace: Replace) -> str | None:
    entries = [(replace(tag, entry[1]), entry) for entry in _SRCSET_ENTRY.finditer(value)]
    if not any(new for new, _ in entries):
        return None
    parts = [f"{new.expression if new else _text(entry[1])}+{_text(entry[2] or '')}" for new, entry in entries]
    return "+', '+".join(parts)


def _style(name: str, equals: str, value: str, quoted: str, replace: Replace) -> str:
    new = rewrite_css(value, replace)
    return f"{name}{equals}{quoted}" if new == value else name + equals + _quoted(new)


def _quoted(value: str) -> str:
    return '"' + value.replace("&", "&amp;").replace('"', "&quot;") + '"'


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"'{escaped}'"
