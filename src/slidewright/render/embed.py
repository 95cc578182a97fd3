"""Values and code inside a page, so that nothing a deck holds can end the element it stands in."""

from __future__ import annotations

import json
import math
import re
from typing import Any

_UNSAFE = re.compile("[<\u2028\u2029\ud800-\udfff]")
_END_OF_SCRIPT = re.compile(r"<(?=/script|!--)", re.IGNORECASE)
_END_OF_STYLE = re.compile(r"<(?=/style|!--)", re.IGNORECASE)


def literal(value: Any) -> str:
    """A JavaScript literal of a YAML value, as `JSON.stringify` would give it, safe in a `<script>`.

    `<` is escaped, so neither `</script` nor `<!--` can occur; lone surrogates are escaped, so the page is UTF-8.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def script(code: str) -> str:
    """Compiled code, safe in a `<script>`: `</script` and `<!--` occur in strings and patterns only."""
    return _END_OF_SCRIPT.sub(r"\\x3c", code) if "<" in code else code


def style(css: str) -> str:
    """A style sheet, safe in a `<style>`: an escaped character means the same in strings, names and URLs."""
    return _END_OF_STYLE.sub(r"\\3c ", css) if "<" in css else css


def _plain(value: Any) -> Any:
    """What JSON can say: NaN is null, keys are text, whole floats lose their fraction as in JavaScript."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e21 else value
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int):
        return value
    return str(value)
