"""The modules that a deck's own code and its imports make: found breadth first, a batch for the engine at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from slidewright.engine import Engine
from slidewright.errors import InputError
from slidewright.render.assets import MEDIA_TYPES, AssetTable
from slidewright.render.own import bodies
from slidewright.render.own.code import ImportFault, OwnCode, Script, import_place, linked
from slidewright.render.own.compiling import CODE, CompiledFile, compile_files
from slidewright.render.own.names import module_name
from slidewright.render.own.sheets import SHEETS, VARIABLE, Sheets
from slidewright.render.own.specifiers import EMPTY, ICONS, Named, Specifiers, Unnamed
from slidewright.text import Location, Source, Span
from slidewright.workspace import Workspace

ROOT = PurePosixPath()
MAX_FILES = 4_000
MAX_BYTES = 8_000_000
"""Of one file of code; the largest package that decks use has 5 MB."""

_SCANNED = frozenset([".vue", ".jsx", ".tsx", ".md"])  # where UnoCSS looks for classes, as in Slidev
_UNSUPPORTED = {".scss": "Sass", ".sass": "Sass", ".less": "Less", ".styl": "Stylus", ".stylus": "Stylus"}
_TRIED = re.compile(r"try\s*\{[^}]*\Z")


@dataclass(slots=True)
class _Module:
    """A module on its way: what it is made from, and what it has turned out to be."""

    named: Named
    origin: Location | None  # the import in the deck's own code that leads here
    body: str = ""
    css: str = ""
    needs: list[str] = field(default_factory=list)


def own_code(
    engine: Engine,
    workspace: Workspace,
    assets: AssetTable,
    entries: Sequence[PurePosixPath],
    folder: PurePosixPath = ROOT,
    scripts: Iterable[Script] = (),
) -> OwnCode:
    """Compile the files `entries` and what the slides' `scripts` import, with all that these import in turn.

    `folder` is the deck's, where `/x` and `@/x` are. Raises EngineError where the JavaScript engine cannot work.
    """
    return _Graph(engine, workspace, assets, folder).made(entries, scripts)


class _Graph:
    def __init__(self, engine: Engine, workspace: Workspace, assets: AssetTable, folder: PurePosixPath) -> None:
        self._engine, self._workspace, self._assets = engine, workspace, assets
        self._specifiers = Specifiers(workspace, folder)
        self._sheets = Sheets(workspace, assets, self._specifiers, self._sheet_fault)
        self._modules: dict[str, _Module] = {}
        self._waiting: list[_Module] = []
        self._names: dict[PurePosixPath, dict[str, str]] = {}
        self._faults: dict[tuple[PurePosixPath, str], ImportFault] = {}
        self._embedded: dict[str, None] = {}
        self._scanned: list[str] = []
        self._components: dict[PurePosixPath, tuple[str, ...]] = {}
        self._origin: Location | None = None

    def made(self, entries: Sequence[PurePosixPath], scripts: Iterable[Script]) -> OwnCode:
        roots = [self._wanted(Named(module_name(path), path), None) for path in entries]
        for script in scripts:
            roots += self._linked(script.source, script.span, script.requires, True, None)
        while self._waiting:
            batch, self._waiting = self._waiting, []
            self._take(batch)
        css = self._styled(list(self._in_order(roots)))
        return OwnCode(
            tuple((name, module.body) for name, module in self._modules.items() if module.body),
            css,
            self._tokens(),
            tuple(self._faults.values()),
            self._names,
            tuple(self._embedded),
            tuple(sorted({id for sheet in css for id in VARIABLE.findall(sheet)})),
            tuple(
                sorted({name for names in self._names.values() for name in names.values() if name.startswith(ICONS)})
            ),
            self._components,
        )

    # What is imported

    def _linked(
        self, source: Source, span: Span | None, requires: Sequence[str], ecma: bool, origin: Location | None
    ) -> list[str]:
        """Resolve the imports of a file and ask for what they name; the names in the page."""
        names = self._names.setdefault(source.path, {})
        is_package = "node_modules" in source.path.parts
        for written in requires:
            if written in names or written == "slidewright/assets":
                continue
            found = self._specifiers.resolve(source.path, written, ecma)
            if isinstance(found, Unnamed):
                names[written] = self._unnamed(source, span, written, found, ecma, origin)
                continue
            place = origin if is_package else import_place(source, written, span)
            names[written] = self._wanted(found, place)
        return [names[written] for written in requires if written in names]

    def _wanted(self, named: Named, origin: Location | None) -> str:
        if named.name not in self._modules and (named.path is not None or named.name == EMPTY):
            self._modules[named.name] = module = _Module(named, origin)
            if named.path is None:
                module.body = bodies.NOTHING
            else:
                self._waiting.append(module)
        return named.name

    def _unnamed(
        self, source: Source, span: Span | None, written: str, found: Unnamed, ecma: bool, origin: Location | None
    ) -> str:
        is_package = "node_modules" in source.path.parts
        place = import_place(source, written, span)
        if not (is_package and not ecma and self._is_tried(place)):
            self._fault(
                ImportFault(source.path, written, place, found.message, found.help, origin if is_package else None)
            )
        if found.is_node and is_package:
            return self._wanted(Named(EMPTY), None)
        return self._absent(f"cannot import `{written}`: {found.message}")

    @staticmethod
    def _is_tried(place: Location) -> bool:
        """Does a package try to load this, and do without where it is not there, or only speak of it?"""
        before = place.source.text[max(0, place.span.start - 200) : place.span.start]
        line = before.rpartition("\n")[2].lstrip()
        return bool(_TRIED.search(before)) or line.startswith(("*", "//", "/*"))

    def _absent(self, message: str) -> str:
        name = f"own/absent/{len(self._modules)}"
        self._modules[name] = _Module(Named(name), None, bodies.absent(message))
        return name

    # What is taken in

    def _take(self, batch: Sequence[_Module]) -> None:
        code: list[tuple[_Module, Source]] = []
        for module in batch:
            path = module.named.path
            assert path is not None
            if len(self._modules) > MAX_FILES:
                self._rejected(module, Source(path, ""), f"more than {MAX_FILES} files are imported: it is left out")
                continue
            try:
                source = self._opened(module, path)
            except (InputError, ValueError) as error:
                self._rejected(module, Source(path, ""), str(error).removeprefix(f"{path}: "))
                continue
            if source is not None:
                code.append((module, source))
        compiled = compile_files(self._engine, self._workspace, [source for _, source in code])
        for (module, source), result in zip(code, compiled, strict=True):
            self._compiled(module, source, result)

    def _opened(self, module: _Module, path: PurePosixPath) -> Source | None:
        """Make a module of a file that is no code; its source where it is code."""
        suffix, query = path.suffix.lower(), module.named.query
        if query == "url" or (not query and suffix.lstrip(".") in MEDIA_TYPES and suffix not in (".json", ".html")):
            self._embed(module, path)
            return None
        if query == "inline" and suffix not in SHEETS:
            module.body = bodies.value(self._assets.data_url(path))
            return None
        if suffix in _UNSUPPORTED and not query:
            raise InputError(f"{path}: {_UNSUPPORTED[suffix]} is not compiled here: write the style sheet as CSS")
        if self._workspace.size(path) > MAX_BYTES:
            raise InputError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB, which is no code to be put into a page")
        source = self._workspace.read(path)
        if suffix in CODE and not query:
            return source
        self._read(module, source)
        return None

    def _read(self, module: _Module, source: Source) -> None:
        suffix, query = source.path.suffix.lower(), module.named.query
        if query == "raw":
            module.body = bodies.value(source.text)
        elif suffix in SHEETS:
            self._origin = module.origin
            css = self._sheets.whole(source, source.text)
            module.css, module.body = ("", bodies.value(css)) if query == "inline" else (css, bodies.NOTHING)
        elif suffix == ".json":
            module.body = bodies.json_module(source.text)
        else:
            raise InputError(f"{source.path}: not a module; `?raw` imports its text, `?url` its address")

    def _embed(self, module: _Module, path: PurePosixPath) -> None:
        id = self._assets.id(path)
        self._embedded[id] = None
        module.body = bodies.file_url(id)

    def _compiled(self, module: _Module, source: Source, result: CompiledFile) -> None:
        if result.error is not None:
            self._rejected(module, source, result.error, result.line)
            return
        self._origin = module.origin
        module.needs = self._linked(source, None, result.requires, result.ecma, module.origin)
        code = linked(result.code, self._names[source.path])
        is_component = source.path.suffix == ".vue"
        module.body = bodies.component(source.path, code) if is_component else code or bodies.NOTHING
        module.css = self._sheets.whole(source, result.css) if result.css else ""
        if result.components:
            self._components[source.path] = result.components
        if source.path.suffix in _SCANNED or "@unocss-include" in source.text:
            self._scanned.append(source.text if is_component else f"<script>{source.text}</script>")

    def _rejected(self, module: _Module, source: Source, message: str, line: int | None = None) -> None:
        path = source.path
        place = source.line_span(min(line or 1, len(source.lines)) - 1)
        self._fault(ImportFault(path, "", Location(source, place), message, None, module.origin))
        is_component = path.suffix == ".vue"
        module.body = bodies.broken_component(path, message) if is_component else bodies.absent(f"{path}: {message}")

    # What comes of it

    def _fault(self, fault: ImportFault) -> None:
        self._faults.setdefault((fault.importer, fault.specifier), fault)

    def _sheet_fault(self, source: Source, written: str, message: str) -> None:
        origin = self._origin if "node_modules" in source.path.parts else None
        self._fault(ImportFault(source.path, written, import_place(source, written), message, None, origin))

    def _in_order(self, roots: Sequence[str]) -> Iterator[_Module]:
        """The modules as they run: what a module imports before itself."""
        seen: set[str] = set()
        stack = [(name, False) for name in reversed(roots)]
        while stack:
            name, is_done = stack.pop()
            module = self._modules.get(name)
            if module is None or (name in seen and not is_done):
                continue
            if is_done:
                yield module
                continue
            seen.add(name)
            stack.append((name, True))
            stack += [(need, False) for need in reversed(module.needs)]

    def _styled(self, modules: Sequence[_Module]) -> tuple[str, ...]:
        sheets = [module.css for module in modules if module.css]
        results = self._engine.call_many("uno", "directives", [{"css": css} for css in sheets]) if sheets else []
        return tuple(result.get("css", css) for result, css in zip(results, sheets, strict=True))

    def _tokens(self) -> tuple[str, ...]:
        results = self._engine.call_many("uno", "extract", [{"text": text} for text in self._scanned])
        return tuple(sorted({token for found in results for token in found.get("tokens", ())}))
