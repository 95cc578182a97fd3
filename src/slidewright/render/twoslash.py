"""Code with its types (`ts twoslash`): TypeScript's hovers, queries and errors as Slidev's page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slidewright.engine import Engine
from slidewright.parse.markdown.fences import CodeBlock
from slidewright.render.listings import for_vue

LANGUAGES = frozenset({"ts", "tsx", "js", "jsx", "json", "vue", "typescript"})
"""The languages that Slidev's Twoslash takes; the word means nothing in any other."""

_WANTED = re.compile(r"\btwoslash\b", re.A)
_UNWANTED = ("notwoslash", "no-twoslash")


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A block as HTML with its types, what kept it from having them, and the modules whose types were not found."""

    html: str
    failure: str = ""
    missing: tuple[str, ...] = ()

    def remarks(self) -> Iterator[str]:
        """What the page shows otherwise than its author expects."""
        if self.failure:
            yield f"Twoslash rejects the block ({self.failure}): the page shows it without types"
        for module in self.missing:
            yield f"no types for the module `{module}`: Twoslash knows TypeScript's own libraries and `vue`"


def wants_types(block: CodeBlock) -> bool:
    """Whether Slidev hands a block to Twoslash."""
    if block.kind != "plain" or block.language not in LANGUAGES or any(word in block.rest for word in _UNWANTED):
        return False
    return _WANTED.search(block.rest) is not None


def typed_code(engine: Engine, blocks: Iterable[CodeBlock]) -> dict[CodeBlock, TypedCode]:
    """The blocks with their types. One that the compiler does not finish with is not among the results' `html`."""
    arguments = {block: _argument(block) for block in blocks if wants_types(block)}
    results = engine.call_many("twoslash", "highlight", list(arguments.values())) if arguments else []
    return {block: _typed(result) for block, result in zip(arguments, results, strict=True)}


def _argument(block: CodeBlock) -> dict[str, str]:
    return {"code": block.code.removesuffix("\n"), "lang": block.language, "rest": block.rest}


def _typed(result: dict[str, object]) -> TypedCode:
    missing = result.get("missing")
    names = tuple(map(str, missing)) if isinstance(missing, list) else ()
    return TypedCode(for_vue(str(result.get("html", ""))), str(result.get("failure", result.get("error", ""))), names)
