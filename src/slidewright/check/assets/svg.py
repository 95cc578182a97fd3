"""Does a browser show an SVG file as a picture? Only well-formed XML in SVG's namespace (measured: Chromium)."""

from __future__ import annotations

NAMESPACE = "http://www.w3.org/2000/svg"
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Fault(Exception):
    """Why nothing is shown."""


def svg_fault(data: bytes) -> str | None:
    """Why a browser shows nothing of an SVG file, as the end of a sentence that begins with its name; None if it does.

    Chromium reads the picture as UTF-8 whatever its declaration says, UTF-16 with its mark apart.
    """
    if not data.startswith(UTF16):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            return f"is not UTF-8 in line {line}"
    try:
        root = _root(data)
    except Fault as fault:
        return f"is not well-formed: {fault}"
    return None if root == f"{NAMESPACE} svg" else _namespace_fault(root)


def _namespace_fault(root: str) -> str:
    namespace, _, name = root.rpartition(" ")
    if name != "svg":
        return f"begins with `<{name}>`, not with `<svg>`"
    return f"has the namespace `{namespace}`, not SVG's" if namespace else "lacks `xmlns`"


def _root(data: bytes) -> str:
    """Namespace and name of the outermost element; raises Fault for what is not well-formed."""
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate(namespace_separator=" ")
    root: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        root.append(name)
        parser.StartElementHandler = None

    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise Fault(f"{_reason(error)} in line {error.lineno}") from None
    return root[0]


def _reason(error: Exception) -> str:
    """The parser's words without the place that they end in."""
    return str(error).partition(": line ")[0]
